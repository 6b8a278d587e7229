package dev.byline.examples.site;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.UrlHandlerFilter;

/** A news site that embeds Byline: {@code java -jar byline-site.jar} serves the sample site, or what you import. */
@SpringBootApplication
public class NewsSite {
    /** Starts the site. */
    public static void main(String[] args) {
        // So that a folder may be given as one would give it to any program.
        System.setProperty("h2.implicitRelativePath", "true");
        SpringApplication.run(NewsSite.class, args);
    }

    /** WordPress' addresses end in a slash, and are linked to as such. */
    @Bean
    UrlHandlerFilter lastSlash() {
        return UrlHandlerFilter.trailingSlashHandler("/**")
                .redirect(HttpStatus.MOVED_PERMANENTLY)
                .build();
    }
}
