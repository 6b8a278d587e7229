package dev.byline.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.article.Article;
import dev.byline.search.SearchPage;
import dev.byline.search.SearchQuery;
import dev.byline.search.lucene.NewsAnalyzer.Token;
import dev.byline.testkit.Rule;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What misspellings of real people find among real posts. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TypoFiguresTest {
    private static final int FREQUENT = 20;

    @SuppressWarnings("NullAway.Init")
    private TypoData data;

    @SuppressWarnings("NullAway.Init")
    private LuceneSearch search;

    @BeforeAll
    void fill() throws IOException {
        data = TypoData.read();
        search = data.search();
    }

    @AfterAll
    @SuppressWarnings("ConstantValue")
    void close() {
        if (search != null) {
            search.close();
        }
    }

    @Test
    @Rule("S-12")
    void a_headline_with_a_misspelt_word_finds_its_post() {
        SplittableRandom random = new SplittableRandom(7);
        int asked = 0;
        int found = 0;
        for (Article post : data.posts.stream()
                .filter(one -> data.headlines.getOrDefault(one.headline(), 0) == 1)
                .toList()) {
            String headline = post.headline();
            List<Token> words = data.analyzer.tokens(headline, 64).stream()
                    .filter(word -> word.word().length() > 3 && data.misspellings.containsKey(word.word()))
                    .toList();
            if (words.isEmpty() || random.nextInt(4) > 0) {
                continue;
            }
            Token word = words.get(random.nextInt(words.size()));
            List<String> typos = data.misspellings.getOrDefault(word.word(), List.of());
            String typed = headline.substring(0, word.start())
                    + typos.get(random.nextInt(typos.size()))
                    + headline.substring(word.end());
            SearchPage page = search.find(SearchQuery.text(typed).page(0, 10));
            asked++;
            found += page.hits().stream().anyMatch(hit -> hit.item().id().equals(post.id())) ? 1 : 0;
        }
        assertThat(asked).isGreaterThan(300);
        assertThat(found / (double) asked).isGreaterThanOrEqualTo(0.97);
    }

    @Test
    @Rule("S-12")
    void a_frequent_word_alone_is_mostly_known_by_its_misspellings() {
        SplittableRandom random = new SplittableRandom(5);
        int asked = 0;
        int right = 0;
        for (Map.Entry<String, List<String>> word : data.misspellings.entrySet()) {
            SearchQuery meant =
                    SearchQuery.text('"' + word.getKey() + '"').literally().page(0, 1);
            if (word.getKey().length() < 4
                    || random.nextInt(3) > 0
                    || search.find(meant).total() < FREQUENT) {
                continue;
            }
            String typo = word.getValue().get(0);
            SearchQuery typed = SearchQuery.text('"' + typo + '"').literally().page(0, 1);
            if (search.find(typed).total() > 0) {
                continue;
            }
            SearchPage page = search.find(SearchQuery.text(typo).page(0, 1));
            asked++;
            right += page.respelled().stream().anyMatch(one -> one.as().equals(word.getKey())) ? 1 : 0;
        }
        assertThat(asked).isGreaterThan(100);
        assertThat(right / (double) asked).isGreaterThanOrEqualTo(0.55);
    }

    @Test
    @Rule("S-12")
    void a_right_word_that_no_post_has_is_seldom_respelled() {
        SplittableRandom random = new SplittableRandom(9);
        int asked = 0;
        int alone = 0;
        int among = 0;
        for (String word : data.misspellings.keySet()) {
            if (word.length() < 3
                    || random.nextInt(4) > 0
                    || search.find(SearchQuery.text(word).literally().page(0, 1))
                                    .total()
                            > 0) {
                continue;
            }
            String headline = data.posts.get(random.nextInt(data.posts.size())).headline();
            asked++;
            alone += isRespelled(word, word) ? 1 : 0;
            among += isRespelled(headline + ' ' + word, word) ? 1 : 0;
        }
        assertThat(asked).isGreaterThan(100);
        assertThat(alone / (double) asked).isLessThanOrEqualTo(0.25);
        assertThat(among / (double) asked).isLessThanOrEqualTo(0.1);
    }

    private boolean isRespelled(String typed, String word) {
        return search.find(SearchQuery.text(typed).page(0, 1)).respelled().stream()
                .anyMatch(one -> one.typed().contains(word));
    }

    @Test
    @Rule("S-12")
    void what_is_spelled_right_is_answered_alike() {
        cleanQueries(data, search, 250);
    }

    /** Asserts that tolerance changes nothing for so many queries of words that stand in posts. */
    static void cleanQueries(TypoData data, LuceneSearch search, int queries) {
        SplittableRandom random = new SplittableRandom(11);
        for (int i = 0; i < queries; i++) {
            Article post = data.posts.get(random.nextInt(data.posts.size()));
            String text = random.nextInt(3) == 0 ? post.headline() : post.headline() + ' ' + post.body();
            List<Token> words = data.analyzer.tokens(text, 400);
            StringBuilder typed = new StringBuilder();
            for (int n = random.nextInt(4); n >= 0 && !words.isEmpty(); n--) {
                Token word = words.get(random.nextInt(words.size()));
                typed.append(text, word.start(), word.end()).append(' ');
            }
            TypoLaws.assertAlike(search, SearchQuery.text(typed.toString()).page(0, 10));
        }
    }
}
