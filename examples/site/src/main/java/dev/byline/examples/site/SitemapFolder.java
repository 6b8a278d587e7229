package dev.byline.examples.site;

import dev.byline.article.*;
import dev.byline.publish.*;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The sitemaps as files: written anew when somebody asks after a change or an hour, for what appears by the clock alone. */
@Component
class SitemapFolder implements ArticleSink {
    private static final Duration LONGEST = Duration.ofHours(1);

    private final ArticleStore store;
    private final Notes notes;
    private final Publication publication;
    private final InstantSource clock;
    private final Path folder;
    private @Nullable Instant written;

    SitemapFolder(
            ArticleStore store,
            Notes notes,
            Publication publication,
            InstantSource clock,
            @Value("${byline.folder}") Path folder) {
        this.store = store;
        this.notes = notes;
        this.publication = publication;
        this.clock = clock;
        this.folder = folder.resolve("sitemaps");
    }

    @Override
    public synchronized void put(Collection<Article> articles) {
        written = null;
    }

    @Override
    public synchronized void withdraw(Collection<ArticleId> ids) {
        written = null;
    }

    /** One of the files; null where there is none by that name. */
    synchronized byte @Nullable [] file(String name) {
        try {
            Instant now = clock.instant();
            if (written == null || written.plus(LONGEST).isBefore(now)) {
                Files.createDirectories(folder);
                Sitemaps sitemaps = Sitemaps.with(publication, Addresses.of(publication, AddressPolicy.defaults()));
                SitemapFiles files = SitemapFiles.in(folder);
                sitemaps.all(store.stream(), notes.all(StaticPage.class), now, files);
                sitemaps.news(store, now, files);
                written = now;
            }
            Path file = folder.resolve(name);
            return Files.isRegularFile(file) ? Files.readAllBytes(file) : null;
        } catch (IOException e) {
            throw new UncheckedIOException("the sitemaps can't be written", e);
        }
    }
}
