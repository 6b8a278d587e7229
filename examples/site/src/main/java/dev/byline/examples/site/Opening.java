package dev.byline.examples.site;

import dev.byline.article.Article;
import dev.byline.article.ArticleStore;
import dev.byline.article.Publication;
import dev.byline.comment.ModeratedComment;
import dev.byline.comment.Sender;
import dev.byline.exchange.Item;
import dev.byline.ranking.popular.*;
import dev.byline.search.lucene.LuceneSearch;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
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
        LuceneSearch search,
        PopularArticles popular,
        EngagementStore counts,
        JsonMapper json,
        InstantSource clock)
        implements InitializingBean {
    private static final Logger LOG = LoggerFactory.getLogger(Opening.class);
    private static final int BATCH = 500;

    @Override
    public void afterPropertiesSet() {
        boolean first = notes.find(Notes.Imported.class, "").isEmpty();
        if (first) {
            bringIn();
        }
        long told = search.catchUp(store);
        if (first) {
            search.learn();
            // Told last: what a crash interrupts is brought in again, which changes nothing.
            notes.put("", new Notes.Imported(clock.instant()));
        }
        LOG.info("{} articles changed since the index was closed", told);
    }

    private void bringIn() {
        Publication publication = notes.publication();
        notes.put("", publication);
        List<Article> batch = new ArrayList<>();
        var report = source.read(item -> {
            if (item instanceof Item.Article read) {
                batch.add(source.shown(read.article()));
            } else if (item instanceof Item.Page read) {
                notes.put(read.page().slug(), read.page());
            } else if (item instanceof Item.Author read) {
                notes.put(read.author().slug(), read.author());
            } else if (item instanceof Item.Navigation read) {
                notes.put(read.menu().key(), read.menu());
            } else if (item instanceof Item.Redirect read) {
                notes.put(read.from(), new Notes.Moved(read.to()));
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
        source.events().map(line -> json.readValue(line, Engagement.class)).forEach(popular::record);
        counts.flush();
        LOG.info("{}", report);
    }
}
