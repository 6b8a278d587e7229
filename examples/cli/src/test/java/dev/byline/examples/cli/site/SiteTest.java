package dev.byline.examples.cli.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.byline.article.ArchiveQuery;
import dev.byline.article.Article;
import dev.byline.article.ArticleId;
import dev.byline.article.ArticleStore;
import dev.byline.article.Changes;
import dev.byline.article.ContentException;
import dev.byline.comment.CommentState;
import dev.byline.exchange.Item;
import dev.byline.testkit.SampleArticles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SiteTest {
    @TempDir
    Path temporary;

    private Path folder = Path.of("");

    @BeforeEach
    void name() {
        folder = temporary.resolve("site");
    }

    private static void isRefused(ThrowingCallable opening, String... parts) {
        assertThatThrownBy(opening).isInstanceOf(SiteException.class).hasMessageContainingAll(parts);
    }

    @Test
    void aFolderThatIsNotThereSaysHowToMakeOne() {
        isRefused(() -> Site.read(folder), "There is no site in " + folder, "byline import FILE --site " + folder);
        isRefused(() -> Site.edit(folder), "There is no site in " + folder);
        assertThat(folder).doesNotExist();
    }

    @Test
    void anotherVersionIsSaid() throws IOException {
        Items.publish(folder, Items.article("one", 0));
        Files.writeString(folder.resolve("current"), "byline site, format 7, generation 1\n");
        String[] told = {"another version of byline", "format 7", "byline import FILE"};
        isRefused(() -> Site.read(folder), told);
        isRefused(() -> Site.edit(folder), told);
        isRefused(() -> Site.stage(folder), told);
        assertThat(folder.resolve("generations/1/content.mv")).exists();
    }

    @Test
    void aDamagedPointerIsSaid() throws IOException {
        Items.publish(folder, Items.article("one", 0));
        for (String damage : List.of("", "byline site, format x", "z".repeat(100_000))) {
            Files.writeString(folder.resolve("current"), damage);
            isRefused(() -> Site.read(folder), "is damaged (current)", "run: byline import FILE");
            isRefused(() -> Site.stage(folder), "is damaged (current)");
        }
        assertThat(folder.resolve("generations/1/content.mv")).exists();
    }

    @Test
    void aMissingGenerationIsSaid() throws IOException {
        Items.publish(folder, Items.article("one", 0));
        Files.delete(folder.resolve("generations/1/content.mv"));
        isRefused(() -> Site.read(folder), "is damaged (generations/1/content.mv)");
        isRefused(() -> Site.edit(folder), "is damaged (generations/1/content.mv)");
        isRefused(() -> Site.stage(folder), "is damaged (generations/1/content.mv)");
    }

    @Test
    void aFileOfSomethingElseIsSaid() throws IOException {
        Items.publish(folder, Items.article("one", 0));
        for (int length : new int[] {0, 10, 4096, 100_000}) {
            byte[] other = new byte[length];
            Arrays.fill(other, (byte) 'x');
            Files.write(folder.resolve("generations/1/content.mv"), other);
            isRefused(() -> Site.read(folder), "is damaged (generations/1/content.mv)");
            isRefused(() -> Site.edit(folder), "is damaged (generations/1/content.mv)");
            isRefused(() -> Site.stage(folder), "is damaged (generations/");
            assertThat(folder.resolve("generations/1/content.mv")).hasBinaryContent(other);
        }
    }

    @Test
    void aStateFromTheMiddleOfAnImportIsNoSite() throws IOException {
        Items.publish(folder, Items.article("one", 0));
        try (SiteStaging staging = Site.stage(folder)) {
            staging.take(Items.article("two", 0));
            staging.settled();
            Path unfinished = staging.index().resolveSibling("content.mv");
            Files.copy(unfinished, folder.resolve("generations/1/content.mv"), StandardCopyOption.REPLACE_EXISTING);
        }
        isRefused(() -> Site.read(folder), "is damaged (generations/1/content.mv)");
        isRefused(() -> Site.edit(folder), "is damaged (generations/1/content.mv)");
        isRefused(() -> Site.stage(folder), "is damaged (generations/");
    }

    @Test
    void whateverIsDamagedNothingElseIsThrown() throws IOException {
        List<Item> items = new ArrayList<>(Items.all());
        SampleArticles.mixed(150, 3).forEach(article -> items.add(new Item.Article(article)));
        Items.publish(folder, items);
        Path file = folder.resolve("generations/1/content.mv");
        byte[] good = Files.readAllBytes(file);
        SplittableRandom random = new SplittableRandom(11);
        int told = 0;
        for (int round = 0; round < 50; round++) {
            byte[] bad = good.clone();
            int from = random.nextInt(bad.length);
            int length = Math.min(bad.length - from, 1 << random.nextInt(13));
            for (int i = from; i < from + length; i++) {
                bad[i] = (byte) random.nextInt(256);
            }
            Files.write(file, round % 5 == 0 ? Arrays.copyOf(bad, from) : bad);
            told += isToldWhole() ? 0 : 1;
        }
        assertThat(told).isGreaterThan(15);
    }

    private boolean isToldWhole() {
        try (Site site = Site.read(folder)) {
            ArticleStore articles = site.articles();
            articles.stream().forEach(Article::summary);
            articles.page(ArchiveQuery.at(SampleArticles.NOW).limit(1000));
            articles.counts(ArticleStore.By.REGION, SampleArticles.NOW);
            articles.changedSince(Changes.START, 1000);
            site.remarks().forEach(Item.Remark::comment);
            return true;
        } catch (SiteException | ContentException damaged) {
            assertThat(damaged).hasMessageContaining("is damaged").hasMessageContaining("byline import");
            return false;
        }
    }

    @Test
    void whatIsOnlyReadCannotBeChanged() {
        Items.publish(folder, Items.article("one", 0));
        try (Site site = Site.read(folder)) {
            assertThatThrownBy(() -> site.articles().put(Items.sample("two", 0)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("read only");
        }
    }

    @Test
    void aClosedSiteSaysSo() {
        Items.publish(folder, Items.article("one", 0));
        Site site = Site.read(folder);
        site.close();
        site.close();
        assertThatThrownBy(() -> site.articles().find(ArticleId.of("one")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("closed");
    }

    @Test
    void anEditIsThereWhenTheSiteIsOpenedAgain() {
        Items.publish(folder, Items.article("one", 0));
        try (Site site = Site.edit(folder)) {
            site.articles().put(Items.sample("two", 0));
            site.articles().withdraw(ArticleId.of("one"));
        }
        try (Site site = Site.read(folder)) {
            assertThat(site.articles().page(ArchiveQuery.at(SampleArticles.NOW)).articles())
                    .extracting(article -> article.id().value())
                    .containsExactly("two");
        }
    }

    @Test
    void anApprovedCommentIsCounted() {
        Items.publish(folder, Items.article("one", 3));
        try (Site site = Site.edit(folder)) {
            assertThat(site.addComment(Items.comment("a", "one", CommentState.HELD), Items.SENDER))
                    .isEmpty();
            assertThat(site.addComment(Items.comment("a", "one", CommentState.APPROVED), null)
                            .orElseThrow()
                            .commentCount())
                    .isEqualTo(4);
            assertThat(site.addComment(Items.comment("a", "one", CommentState.APPROVED), null))
                    .isEmpty();
            assertThat(site.sender(Items.comment("a", "one", CommentState.HELD).id()))
                    .contains(Items.SENDER);
        }
        assertThat(Items.count(folder, "one")).isEqualTo(4);
        try (Site site = Site.edit(folder)) {
            Article updated = site.addComment(Items.comment("a", "one", CommentState.TRASH), null)
                    .orElseThrow();
            assertThat(updated).isEqualTo(Items.sample("one", 3));
            assertThat(site.comment(Items.comment("a", "one", CommentState.HELD).id())
                            .orElseThrow()
                            .state())
                    .isEqualTo(CommentState.TRASH);
        }
    }

    @Test
    void aCommentNeedsItsArticle() {
        Items.publish(folder, Items.article("one", 0), Items.article("two", 0), Items.remark("a", "one"));
        try (Site site = Site.edit(folder)) {
            assertThatThrownBy(() -> site.addComment(Items.comment("b", "three", CommentState.HELD), null))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("three");
            assertThatThrownBy(() -> site.addComment(Items.comment("a", "two", CommentState.HELD), null))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("about article one");
            assertThat(site.comments(ArticleId.of("two"))).isEmpty();
        }
    }

    @Test
    void thousandsOfCommentsAreReadInOrder() {
        List<Item> items = new ArrayList<>();
        items.add(Items.article("one", 0));
        for (int i = 0; i < 1000; i++) {
            items.add(Items.remark("c" + i, i % 3 == 0 ? "one" : "elsewhere"));
        }
        Items.publish(folder, items);
        try (Site site = Site.read(folder)) {
            assertThat(site.remarks()).hasSize(1000).doesNotHaveDuplicates();
            assertThat(site.comments(ArticleId.of("one")))
                    .hasSize(334)
                    .isSortedAccordingTo(dev.byline.comment.Comment.OLDEST_FIRST);
        }
        assertThat(Items.count(folder, "one")).isEqualTo(334);
    }
}
