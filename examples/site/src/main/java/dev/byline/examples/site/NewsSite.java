package dev.byline.examples.site;

import dev.byline.article.Publication;
import java.nio.file.Path;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.MapPropertySource;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.UrlHandlerFilter;

/** A news site that embeds Byline: {@code java -jar byline-site.jar} serves the sample site, or what you import. */
@SpringBootApplication
public class NewsSite {
    private static final Logger LOG = LoggerFactory.getLogger(NewsSite.class);

    /** Starts the site. */
    public static void main(String[] args) {
        ConfigurableApplicationContext site = application().run(args);
        LOG.info(
                "{} is at http://localhost:{}",
                site.getBean(Publication.class).name(),
                site.getEnvironment().getProperty("local.server.port"));
    }

    /** The site, whose folder may be given as one gives it to any program: H2 takes no relative one. */
    static SpringApplicationBuilder application() {
        return new SpringApplicationBuilder(NewsSite.class).initializers(starting -> {
            String folder = starting.getEnvironment().getRequiredProperty("byline.folder");
            Map<String, Object> whole =
                    Map.of("byline.folder", Path.of(folder).toAbsolutePath().toString());
            starting.getEnvironment().getPropertySources().addFirst(new MapPropertySource("whole", whole));
        });
    }

    /** WordPress' addresses end in a slash, and are linked to as such. */
    @Bean
    UrlHandlerFilter lastSlash() {
        return UrlHandlerFilter.trailingSlashHandler("/**")
                .redirect(HttpStatus.MOVED_PERMANENTLY)
                .build();
    }
}
