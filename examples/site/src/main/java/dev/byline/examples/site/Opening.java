package dev.byline.examples.site;

import dev.byline.article.*;
import dev.byline.comment.ModeratedComment;
import dev.byline.comment.Sender;
import dev.byline.exchange.Item;
import dev.byline.publish.LargestTerms;
import dev.byline.ranking.popular.*;
import dev.byline.search.ArticleSearch;
import dev.byline.taxonomy.*;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
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
    private static final Pattern TAKEN = Pattern.compile(
            "search|suggest|popular|archive|login|logout|moderate|beacon|error|robots\\.txt|feed\\..*|sitemap.*\\.xml");

    @Override
    public void afterPropertiesSet() {
        Optional<Notes.Imported> before = notes.find(Notes.Imported.class, "");
        if (before.isPresent()) {
            if (source.isOther(before.get().from())) {
                LOG.warn("byline.import is not read: byline.folder has a site already; give it another folder");
            }
            LOG.info("{} articles changed since the index was closed", search.catchUp(store));
            return;
        }
        bringIn();
        search.catchUp(store);
        // Told last: what a crash interrupts is brought in again, which changes nothing.
        notes.put("", new Notes.Ahead(Duration.between(Instant.now(), clock.instant())));
        notes.put("", new Notes.Imported(clock.instant(), source.name()));
    }

    /** An article that has the address of one of the site's own pages, or one that no path can have, gets another. */
    private static String reachable(String slug) {
        String plain = slug.replaceAll("[/%;\\\\]+", "-");
        return TAKEN.matcher(plain).matches() ? plain + "-article" : plain;
    }

    private void bringIn() {
        notes.put("", source.publication());
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
                notes.put(
                        read.from(),
                        new Notes.Moved(
                                read.to().matches("/[^/]+")
                                        ? "/" + reachable(read.to().substring(1))
                                        : read.to()));
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
            notes.put("main", LargestTerms.menu("main", "Main menu", "Home", store, clock.instant(), MENU));
        }
        source.events().map(line -> json.readValue(line, Engagement.class)).forEach(popular::record);
        counts.flush();
        LOG.info("{}", report);
    }
}
