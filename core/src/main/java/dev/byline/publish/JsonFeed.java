package dev.byline.publish;

import dev.byline.article.Author;
import dev.byline.article.Image;
import dev.byline.article.Publication;
import dev.byline.text.Language;
import dev.byline.writing.JsonOutput;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;

/** Writes JSON Feed 1.1. */
record JsonFeed(FeedPlace place, Publication publication, Addresses addresses) {
    int write(Iterator<FeedEntry> entries, OutputStream out) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
        JsonOutput json = new JsonOutput(writer);
        json.object()
                .text("version", "https://jsonfeed.org/version/1.1")
                .text("title", place.title().isBlank() ? place.home() : place.title())
                .text("home_page_url", place.home())
                .text("feed_url", place.self())
                .text("description", place.description());
        Image logo = publication.logo();
        json.text("icon", logo == null ? "" : StructuredData.picture(logo.url(), addresses));
        Language language = publication.language();
        json.text("language", language.equals(Language.UNDETERMINED) ? "" : language.tag());
        json.array("items");
        int count = 0;
        while (entries.hasNext()) {
            entry(entries.next(), json);
            count++;
        }
        json.endArray().endObject();
        writer.flush();
        return count;
    }

    private void entry(FeedEntry entry, JsonOutput json) {
        json.object()
                .text("id", entry.id())
                .text("url", entry.address())
                .text("title", entry.headline())
                .text("content_html", entry.content());
        if (entry.content().isEmpty()) {
            // One of the two must be there.
            json.text("content_text", entry.summary().isBlank() ? entry.address() : entry.summary());
        }
        json.text("summary", entry.summary())
                .text("image", entry.picture())
                .text("date_published", Dates.iso(entry.published(), publication.zone()))
                .text("date_modified", Dates.iso(entry.modified(), publication.zone()))
                .text("language", entry.language());
        if (!entry.authors().isEmpty()) {
            json.array("authors");
            for (Author author : entry.authors()) {
                json.object()
                        .text("name", author.name())
                        .text("url", addresses.author(author))
                        .text(
                                "avatar",
                                author.picture().isEmpty() ? "" : StructuredData.picture(author.picture(), addresses))
                        .endObject();
            }
            json.endArray();
        } else if (!entry.credit().isBlank()) {
            json.array("authors")
                    .object()
                    .text("name", entry.credit())
                    .endObject()
                    .endArray();
        }
        if (!entry.terms().isEmpty()) {
            json.array("tags");
            entry.terms().forEach(json::text);
            json.endArray();
        }
        json.endObject();
    }
}
