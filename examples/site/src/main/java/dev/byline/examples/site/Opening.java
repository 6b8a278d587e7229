package dev.byline.examples.site;

import dev.byline.article.*;
import dev.byline.comment.ModeratedComment;
import dev.byline.comment.Sender;
import dev.byline.exchange.Item;
import dev.byline.ranking.popular.*;
import dev.byline.search.ArticleSearch;
import dev.byline.taxonomy.*;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Before the first reader comes: brings the content in, once, and the index up to date with the database, each time. */
@Component
record Opening(
        Notes notes,
        Source source,
        ArticleStore store,
        Comments comments,
        ArticleSearch search,
        PopularArticles popular,
        EngagementStore counts,
        JsonMapper json,
        InstantSource clock)
        implements InitializingBean {
    private static final Logger LOG = LoggerFactory.getLogger(Opening.class);
    private static final int BATCH = 500;
    private static final int MENU = 8;
    private static final Set<String> TAKEN =
            Set.of("search", "suggest", "popular", "archive", "login", "logout", "moderate", "beacon", "error");

    @Override
    public void afterPropertiesSet() {
        if (notes.find(Notes.Imported.class, "").isPresent()) {
            LOG.info("{} articles changed since the index was closed", search.catchUp(store));
            return;
        }
        bringIn();
        search.catchUp(store);
        // Told last: what a crash interrupts is brought in again, which changes nothing.
        notes.put("", new Notes.Ahead(Duration.between(Instant.now(), clock.instant())));
        notes.put("", new Notes.Imported(clock.instant()));
    }

    /** An article that has the address of one of the site's own pages gets another. */
    private static String reachable(String slug) {
        return TAKEN.contains(slug.startsWith("/") ? slug.substring(1) : slug) ? slug + "-article" : slug;
    }

    /** A menu for a site that came without one: the regions and sections with the most articles. */
    private Menu menu() {
        Instant now = clock.instant();
        List<Menu.Entry> entries = new ArrayList<>(List.of(Menu.Entry.of("Home", MenuTarget.home())));
        FrontController.largest(store, ArticleStore.By.REGION, now, MENU)
                .map(Region::of)
                .map(region -> Menu.Entry.of(name(region, ArchiveQuery.at(now).in(region)), MenuTarget.of(region)))
                .forEach(entries::add);
        FrontController.largest(store, ArticleStore.By.SECTION, now, MENU)
                .map(key -> Section.of(key, key))
                .map(section -> Menu.Entry.of(
                        name(section, ArchiveQuery.at(now).section(section.key())), MenuTarget.of(section)))
                .forEach(entries::add);
        return new Menu("main", "Main menu", entries);
    }

    /** As the newest article prints it that is in it and not merely below it. */
    private String name(Term term, ArchiveQuery query) {
        return store.page(query).articles().stream()
                .flatMap(post -> Stream.<Term>concat(post.regions().stream(), post.sections().stream()))
                .filter(own -> own.getClass() == term.getClass() && own.key().equals(term.key()))
                .map(Term::name)
                .findFirst()
                .orElse(term.name());
    }

    private void bringIn() {
        Publication publication = notes.publication();
        notes.put("", publication);
        List<Article> batch = new ArrayList<>();
        var report = source.read(item -> {
            if (item instanceof Item.Article read) {
                Article article = source.shown(read.article());
                batch.add(article.toBuilder().slug(reachable(article.slug())).build());
            } else if (item instanceof Item.Page read) {
                notes.put(read.page().slug(), read.page());
            } else if (item instanceof Item.Author read) {
                notes.put(read.author().slug(), read.author());
            } else if (item instanceof Item.Navigation read) {
                notes.put(read.menu().key(), read.menu());
            } else if (item instanceof Item.Redirect read) {
                notes.put(read.from(), new Notes.Moved(reachable(read.to())));
            } else if (item instanceof Item.Balance read) {
                counts.balance(read.article(), read.at(), Counts.of(read.views(), read.shares()));
            } else if (item instanceof Item.Remark read) {
                Sender sender = read.sender() == null ? Sender.unknown() : read.sender();
                comments.save(ModeratedComment.of(read.comment()), sender, List.of());
            }
            if (batch.size() == BATCH) {
                store.put(batch);
                batch.clear();
            }
        });
        store.put(batch);
        if (notes.all(Menu.class).isEmpty()) {
            notes.put("main", menu());
        }
        source.events().map(line -> json.readValue(line, Engagement.class)).forEach(popular::record);
        counts.flush();
        LOG.info("{}", report);
    }
}
