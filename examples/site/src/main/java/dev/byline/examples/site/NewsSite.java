package dev.byline.examples.site;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** A news site that embeds Byline: {@code java -jar byline-site.jar} serves the sample site, or what you import. */
@SpringBootApplication
public class NewsSite {
    /** Starts the site. */
    public static void main(String[] args) {
        SpringApplication.run(NewsSite.class, args);
    }
}
