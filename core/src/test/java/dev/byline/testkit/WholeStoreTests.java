package dev.byline.testkit;

import static dev.byline.testkit.SampleArticles.BASRA;
import static dev.byline.testkit.SampleArticles.ELSEWHERE;
import static dev.byline.testkit.SampleArticles.IRAQ;
import static dev.byline.testkit.SampleArticles.NOW;
import static dev.byline.testkit.SampleArticles.QATAR;
import static dev.byline.testkit.SampleArticles.article;
import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.article.ArchiveQuery;
import dev.byline.article.Article;
import dev.byline.article.ArticleId;
import dev.byline.article.ArticleStore;
import dev.byline.article.ArticleStore.By;
import dev.byline.article.ArticleSummary;
import dev.byline.article.Changes;
import dev.byline.article.Listed;
import dev.byline.article.NeighbourQuery;
import dev.byline.article.NeighbourQuery.Within;
import dev.byline.taxonomy.RegionGroup;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything at once: any order, many threads, and whatever a plain model answers. */
@Rule({"A-01", "A-03", "A-04"})
abstract class WholeStoreTests extends StoreTests {
    @Test
    void theOrderOfPuttingChangesNothing() {
        List<Article> articles = SampleArticles.mixed(80, 4);
        List<Article> reversed = new ArrayList<>(articles);
        Collections.reverse(reversed);
        ArticleStore other = make();
        store.put(articles);
        reversed.forEach(other::put);
        assertThat(walk(ArchiveQuery.at(NOW))).isEqualTo(walk(other, ArchiveQuery.at(NOW)));
        for (By by : By.values()) {
            assertThat(store.counts(by, NOW)).isEqualTo(other.counts(by, NOW));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void itAnswersAsTheModelDoes(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        ArticleStoreModel model = new ArticleStoreModel(ZONE);
        Map<ArticleId, Article> follower = new LinkedHashMap<>();
        String cursor = Changes.START;
        for (int round = 0; round < 40; round++) {
            List<Article> some = someOf(SampleArticles.mixed(150, random.nextInt(4)), random);
            store.put(some);
            model.put(some);
            List<ArticleId> gone = someOf(model.all(), random).stream()
                    .limit(3)
                    .map(Article::id)
                    .toList();
            store.withdraw(gone);
            model.withdraw(gone);

            for (int question = 0; question < 12; question++) {
                ask(model, random);
            }
            boolean more = true;
            while (more) {
                Changes changes = store.changedSince(cursor, random.nextInt(1, 20));
                changes.articles().forEach(article -> follower.put(article.id(), article));
                more = changes.more();
                if (more) {
                    assertThat(changes.cursor()).as("a cursor that moves on").isNotEqualTo(cursor);
                }
                cursor = changes.cursor();
            }
            assertThat(follower.values()).containsExactlyInAnyOrderElementsOf(model.all());
        }
        try (Stream<Article> stream = store.stream()) {
            assertThat(stream).containsExactlyElementsOf(model.all());
        }
    }

    private void ask(ArticleStoreModel model, SplittableRandom random) {
        Instant at = NOW.plus(MINUTE.multipliedBy(10L * random.nextInt(-160, 70)));
        ArchiveQuery query = ArchiveQuery.at(at).limit(random.nextInt(1, 30));
        if (random.nextInt(3) == 0) {
            query = query.in(SampleArticles.REGIONS.get(random.nextInt(SampleArticles.REGIONS.size())));
        } else if (random.nextInt(3) == 0) {
            query = query.in(RegionGroup.of("group", "", QATAR, BASRA, IRAQ, ELSEWHERE));
        }
        query = random.nextInt(3) == 0 ? query.section("politics") : query;
        query = random.nextInt(4) == 0 ? query.tag("oil") : query;
        query = random.nextInt(4) == 0 ? query.author("the-desk") : query;
        query = random.nextInt(6) == 0 ? query.translationGroup("group-" + random.nextInt(38)) : query;
        query = random.nextInt(4) == 0
                ? query.published(at.minus(Duration.ofHours(random.nextInt(12))), at.minus(MINUTE))
                : query;
        List<ArticleSummary> listing = model.listing(query);
        assertThat(walk(query)).as("%s", query).isEqualTo(listing);
        assertThat(store.count(query)).as("%s", query).isEqualTo(listing.size());
        By by = pick(By.values(), random);
        assertThat(store.counts(by, at)).as("%s at %s", by, at).isEqualTo(model.counts(by, at));

        Article subject = model.all().get(random.nextInt(model.all().size()));
        assertThat(store.find(subject.id())).contains(subject);
        assertThat(store.translations(subject, at))
                .as("translations of %s at %s", subject, at)
                .isEqualTo(model.translations(subject, at));
        for (String slug : List.of(subject.slug(), "was-" + random.nextInt(16), "shared-" + random.nextInt(8))) {
            assertThat(store.bySlug(slug, at)).as(slug).isEqualTo(model.bySlug(slug, at));
        }
        if (subject.publishedAt() != null) {
            NeighbourQuery neighbours = NeighbourQuery.at(at).within(pick(Within.values(), random));
            neighbours = random.nextBoolean() ? neighbours.excluding("oil", "iq", "culture") : neighbours;
            assertThat(store.neighbours(subject, neighbours))
                    .as("%s of %s", neighbours, subject)
                    .isEqualTo(model.neighbours(subject, neighbours));
        }
    }

    @Test
    void manyThreadsPutAndRead() throws Exception {
        int writers = 4;
        int each = 60;
        List<Callable<Void>> work = new ArrayList<>();
        for (int writer = 0; writer < writers; writer++) {
            List<Article> own = SampleArticles.published(writers * each, 1).subList(writer * each, (writer + 1) * each);
            work.add(() -> {
                for (Article article : own) {
                    store.put(article);
                    store.put(
                            article.toBuilder().headline("Edited").regions(IRAQ).build());
                    if (article.commentCount() == 0) {
                        store.withdraw(article.id());
                    }
                }
                return null;
            });
            work.add(() -> {
                for (int i = 0; i < each; i++) {
                    Instant at = NOW.minus(MINUTE.multipliedBy(i));
                    List<ArticleSummary> seen =
                            store.page(ArchiveQuery.at(at).limit(50)).articles();
                    assertThat(seen).isSortedAccordingTo(Listed.NEWEST_FIRST).doesNotHaveDuplicates();
                    assertThat(seen).allMatch(article -> article.isPublic(at));
                    if (!seen.isEmpty()) {
                        store.neighbours(seen.get(0), NeighbourQuery.at(at));
                    }
                    store.counts(By.REGION, at);
                    store.changedSince(Changes.START, 10);
                }
                return null;
            });
        }
        ExecutorService threads = Executors.newFixedThreadPool(work.size());
        try {
            for (Future<Void> done : threads.invokeAll(work, 60, TimeUnit.SECONDS)) {
                done.get();
            }
        } finally {
            threads.shutdownNow();
        }
        List<String> expected = SampleArticles.published(writers * each, 1).stream()
                .filter(article -> article.commentCount() > 0)
                .sorted(Listed.NEWEST_FIRST)
                .map(article -> article.id().value())
                .toList();
        assertThat(ids(ArchiveQuery.at(NOW).in(IRAQ))).isEqualTo(expected);
        assertThat(store.count(ArchiveQuery.at(NOW))).isEqualTo(expected.size());
        assertThat(changed(store.changedSince(Changes.START, 1000))).hasSize(writers * each);
    }

    @Test
    void whatACallReturnedDoesNotChange() {
        store.put(article("a").build());
        List<ArticleSummary> page = store.page(ArchiveQuery.at(NOW)).articles();
        Map<String, Long> counts = store.counts(By.MONTH, NOW);
        Changes changes = store.changedSince(Changes.START, 10);
        store.put(article("b").build());
        store.withdraw(ArticleId.of("a"));
        assertThat(page).extracting(one -> one.id().value()).containsExactly("a");
        assertThat(counts).containsExactly(Map.entry("2026-11", 1L));
        assertThat(changed(changes)).containsExactly("a");
    }

    private static <T> List<T> someOf(Collection<T> all, SplittableRandom random) {
        int most = random.nextInt(1, 12);
        return all.stream().filter(one -> random.nextInt(all.size()) < most).toList();
    }

    private static <T> T pick(T[] from, SplittableRandom random) {
        return from[random.nextInt(from.length)];
    }
}
