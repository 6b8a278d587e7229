package dev.byline.examples.site;

import dev.byline.article.Article;
import dev.byline.article.Image;
import dev.byline.article.Publication;
import dev.byline.exchange.*;
import dev.byline.text.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.diagnostics.FailureAnalyzedException;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** What the site begins with: a file, folder or archive of any format that Byline reads, else the sample. */
@Component
class Source {
    private static final Instant SAMPLE_TIME = Instant.parse("2026-11-20T12:00:00Z");

    private static final int DRAWINGS = 16;

    /** Where nothing is: the sample's photographs are drawings here. */
    private static final String SAMPLE_PICTURES = "https://example.org/images/";

    private final @Nullable Path path;
    private final String baseUrl;
    private final String local;

    Source(
            @Value("${byline.import:}") String path,
            @Value("${byline.base-url}") String baseUrl,
            @Value("http://localhost:${server.port}") String local) {
        this.local = local;
        this.path = path.isBlank() ? null : Path.of(path);
        this.baseUrl = baseUrl;
    }

    /** The instant at which the sample begins; empty for a site of one's own. */
    Optional<Instant> instant() {
        return path == null ? Optional.of(SAMPLE_TIME) : Optional.empty();
    }

    /** Whether a site that was brought in from there would now be brought in from elsewhere. */
    boolean isOther(@Nullable String before) {
        return path != null && before != null && !before.equals(name());
    }

    String name() {
        return path == null ? "" : path.toAbsolutePath().toString();
    }

    /** The site under the address that was set, else its own, else this machine's. */
    Publication at(Publication site) {
        String own = site.baseUrl().isEmpty() ? local : site.baseUrl();
        return site.baseUrl(baseUrl.isEmpty() ? own : baseUrl);
    }

    /** What the source says of the site. */
    Publication publication() {
        List<Publication> found = new ArrayList<>();
        read(item -> {
            if (item instanceof Item.Site site) {
                found.add(site.publication());
            }
        });
        Publication site =
                found.isEmpty() ? Publication.of("News", "", Language.of("en"), ZoneOffset.UTC) : found.get(0);
        return new Publication(
                site.name(),
                path == null ? "" : site.baseUrl(),
                site.tagline(),
                path == null ? null : site.logo(),
                site.language().equals(Language.UNDETERMINED) ? Language.of("en") : site.language(),
                site.zone(),
                site.copyright(),
                site.pages());
    }

    /** Reads everything; throws where the source is refused. */
    ImportReport read(Consumer<Item> items) {
        if (path != null && !Files.exists(path)) {
            throw new FailureAnalyzedException(
                    "there is nothing at byline.import=" + path,
                    "Name a file, a folder or an archive that \"byline import\" reads.");
        }
        ContentSource source =
                path == null ? ContentSource.of("the sample site", bytes("site.jsonl")) : ContentSource.at(path);
        ContentReader reader = ContentReader.recognising(source, ImportOptions.defaults())
                .orElseThrow(() -> new FailureAnalyzedException(
                        "byline.import: nothing in " + source.name() + " can be read",
                        "The formats that can be are listed in the README of Byline."));
        ImportReport report = reader.read(source, items);
        if (report.refused()) {
            throw new FailureAnalyzedException(
                    "byline.import was refused: " + report, "Mend the source, or name another.");
        }
        return report;
    }

    /** What the sample's readers did in its last week, a JSON object a line. */
    Stream<String> events() {
        return path == null ? new String(bytes("events.jsonl"), StandardCharsets.UTF_8).lines() : Stream.of();
    }

    /** The article with pictures that are there. */
    Article shown(Article article) {
        if (path != null) {
            return article;
        }
        Image image = article.image();
        return article.toBuilder()
                .body(drawn(article.body()))
                .image(image == null ? null : image.url(drawn(image.url())))
                .build();
    }

    /** The text with an address of one of the drawings for each address of a photograph. */
    private static String drawn(String text) {
        StringBuilder drawn = new StringBuilder();
        int from = 0;
        for (int at = text.indexOf(SAMPLE_PICTURES); at >= 0; at = text.indexOf(SAMPLE_PICTURES, from)) {
            int end = text.indexOf(".jpg", at) + ".jpg".length();
            int drawing = Math.floorMod(text.substring(at, end).hashCode(), DRAWINGS);
            drawn.append(text, from, at).append("/pictures/").append(drawing).append(".svg");
            from = end;
        }
        return drawn.append(text, from, text.length()).toString().replace("href=\"https://example.org/", "href=\"/");
    }

    private static byte[] bytes(String name) {
        try {
            return new ClassPathResource("sample/" + name).getContentAsByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("the sample is missing", e);
        }
    }
}
