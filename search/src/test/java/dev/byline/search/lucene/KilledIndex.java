package dev.byline.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.article.Article;
import dev.byline.article.ArticleId;
import dev.byline.article.ArticleStore;
import dev.byline.search.Verification;
import dev.byline.testkit.SampleArticles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;

/** Kills processes that change an index, one after the other, and looks each time at what they left. */
final class KilledIndex {
    // Then the history begins again with an empty folder: a process must know what went before.
    private static final int KILLS_EACH = 25;
    private static final int MOST_LINES = 120;

    private KilledIndex() {}

    static void kill(Path folder, int times) throws IOException {
        Random random = new Random(29);
        for (int kills = 0; kills < times; kills += KILLS_EACH) {
            History history = new History(kills);
            Path index = folder.resolve("index" + kills);
            int from = 0;
            for (int kill = kills; kill < Math.min(times, kills + KILLS_EACH); kill++) {
                int lines = kill % 10 == 9 ? 0 : random.nextInt(MOST_LINES);
                IndexingProcess.Ended ended = IndexingProcess.killed(index, history, from, random.nextBoolean(), lines);
                check(index, history, from, ended);
                from = ended.begun() + 1;
            }
        }
    }

    /**
     * The index must be as some moment left it, no earlier than the last deed that was acknowledged as durable and no
     * later than the last that began; so nothing acknowledged is lost, and nothing withdrawn is back.
     */
    private static void check(Path index, History history, int from, IndexingProcess.Ended ended) {
        Map<ArticleId, Article> site = history.after(from);
        int durable = from - 1;
        for (int number = from; number <= ended.done(); number++) {
            durable = history.deed(number).isDurable(site) ? number : durable;
            history.deed(number).edits().forEach(edit -> edit.on(site));
        }
        try (LuceneSearch search = LuceneSearch.open(index, () -> SampleArticles.NOW)) {
            assertThat(isAnyOf(search, history, durable + 1, ended.begun()))
                    .as("of history %s: begun %s, done %s, durable %s", history, ended.begun(), ended.done(), durable)
                    .isTrue();
            ArticleStore store = History.store(history.after(ended.begun() + 1));
            search.catchUp(store);
            assertThat(search.verifyAgainst(store).clean()).isTrue();
        }
    }

    private static boolean isAnyOf(LuceneSearch search, History history, int from, int begun) {
        Map<ArticleId, Article> site = history.after(from);
        if (verify(search, site).clean()) {
            return true;
        }
        for (int number = from; number <= begun; number++) {
            for (History.Edit edit : history.deed(number).edits()) {
                edit.on(site);
                if (verify(search, site).clean()) {
                    return true;
                }
            }
        }
        return false;
    }

    private static Verification verify(LuceneSearch search, Map<ArticleId, Article> site) {
        return search.verifyAgainst(History.store(site));
    }
}
