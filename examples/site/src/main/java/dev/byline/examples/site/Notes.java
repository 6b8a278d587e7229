package dev.byline.examples.site;

import dev.byline.article.Author;
import dev.byline.article.Publication;
import dev.byline.article.StaticPage;
import dev.byline.comment.CommentKey;
import dev.byline.taxonomy.*;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the site keeps besides articles and comments: who publishes it, its menus, pages, authors, redirects and keys.
 * Each is Byline's own record, in one column as the JSON that it binds to.
 */
@Component
record Notes(JdbcClient db, JsonMapper json, Source source) {
    private static final int KEY_BYTES = 32;

    <T> Optional<T> find(Class<T> type, String name) {
        return db.sql("select document from note where kind = ? and name = ?")
                .params(type.getSimpleName(), name)
                .query(String.class)
                .optional()
                .map(document -> json.readValue(document, type));
    }

    <T> List<T> all(Class<T> type) {
        return db
                .sql("select document from note where kind = ? order by name")
                .params(type.getSimpleName())
                .query(String.class)
                .list()
                .stream()
                .map(document -> json.readValue(document, type))
                .toList();
    }

    void put(String name, Object note) {
        String kind = note.getClass().getSimpleName();
        String document = json.writeValueAsString(note);
        int known = db.sql("update note set document = ? where kind = ? and name = ?")
                .params(document, kind, name)
                .update();
        if (known == 0) {
            db.sql("insert into note (document, kind, name) values (?, ?, ?)")
                    .params(document, kind, name)
                    .update();
        }
    }

    /** What was kept when the site first started, else what its source says now; under the address that this start is told. */
    Publication publication() {
        return source.at(find(Publication.class, "").orElseGet(source::publication));
    }

    /** The page that readers may see under this slug. */
    Optional<StaticPage> page(String slug, Instant at) {
        return find(StaticPage.class, slug).filter(page -> page.isPublic(at));
    }

    /** Where an old path leads now, with its last slash or without. */
    Optional<String> moved(String path) {
        String bare = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        return find(Moved.class, bare).or(() -> find(Moved.class, bare + "/")).map(Moved::to);
    }

    /** Whether an editor's menu leads there, which then is a page even while nothing is in it. */
    boolean leadsTo(MenuTarget target) {
        return all(Menu.class).stream().anyMatch(menu -> menu.leadsTo(target));
    }

    /** The author as the site knows them, else as the article does. */
    Author author(Author author) {
        return find(Author.class, author.slug()).orElse(author);
    }

    /** The menu that stands in the header, the small-screen menu and the footer. */
    Menu mainMenu() {
        return find(Menu.class, "main")
                .or(() -> all(Menu.class).stream().findFirst())
                .orElseGet(() -> Menu.of("main", "Main menu", new Menu.Entry("Home", MenuTarget.home(), List.of())));
    }

    /** The group of regions that an editor made in a menu: an entry with the regions below it. */
    Optional<RegionGroup> group(String key) {
        return all(Menu.class).stream()
                .flatMap(menu -> menu.group(key).stream())
                .findFirst();
    }

    /** Signs the tokens of comment forms, also after a restart. */
    CommentKey key() {
        byte[] secret = Base64.getDecoder()
                .decode(find(Secret.class, "form")
                        .orElseGet(() -> {
                            byte[] random = new byte[KEY_BYTES];
                            new SecureRandom().nextBytes(random);
                            Secret made = new Secret(Base64.getEncoder().encodeToString(random));
                            put("form", made);
                            return made;
                        })
                        .bytes());
        return CommentKey.of("form", secret);
    }

    /** Milliseconds are as fine as every database keeps. */
    InstantSource clock() {
        Duration ahead = find(Ahead.class, "")
                .map(Ahead::duration)
                .or(() -> source.instant().map(instant -> Duration.between(Instant.now(), instant)))
                .orElse(Duration.ZERO);
        return () -> Instant.now().plus(ahead).truncatedTo(ChronoUnit.MILLIS);
    }

    /** How far the site's time is ahead of the machine's. */
    record Ahead(Duration duration) {}

    /** A key in Base64. */
    record Secret(String bytes) {
        @Override
        public String toString() {
            return "Secret[…]";
        }
    }

    /** A redirect, by its old path. */
    record Moved(String to) {}

    /** That everything was brought in, and from where; null where an older site did not say. */
    record Imported(Instant at, @Nullable String from) {}
}
