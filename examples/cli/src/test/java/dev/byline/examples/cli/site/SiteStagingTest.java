package dev.byline.examples.cli.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.byline.article.ArticleId;
import dev.byline.article.ArticleStore;
import dev.byline.article.Changes;
import dev.byline.article.StaticPage;
import dev.byline.comment.Comment;
import dev.byline.comment.CommentId;
import dev.byline.comment.CommentState;
import dev.byline.examples.cli.site.SiteChanges.Count;
import dev.byline.exchange.Item;
import dev.byline.testkit.SampleArticles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SiteStagingTest {
    @TempDir
    Path temporary;

    private Path folder = Path.of("");

    @BeforeEach
    void name() {
        folder = temporary.resolve("site");
    }

    @Test
    void everySortOfItemIsThereAfterwards() {
        SiteChanges changes = Items.publish(folder, Items.all());

        assertThat(changes.comments()).isEqualTo(new Count(2, 0, 0));
        assertThat(changes.any()).isTrue();
        try (Site site = Site.read(folder)) {
            assertThat(site.publication().orElseThrow().name()).isEqualTo("The Daily Ferry");
            assertThat(site.articles().find(ArticleId.of("bridge"))).contains(Items.sample("bridge", 1));
            assertThat(site.articles().counts(ArticleStore.By.MONTH, SampleArticles.NOW))
                    .containsEntry("2026-11", 1L);
            assertThat(site.comments(ArticleId.of("bridge")))
                    .extracting(comment -> comment.id().value())
                    .containsExactly("c1", "c2");
            assertThat(site.sender(CommentId.of("c1"))).contains(Items.SENDER);
            assertThat(site.sender(CommentId.of("c2"))).isEmpty();
            assertThat(site.remarks()).containsExactlyElementsOf(remarks());
            assertThat(site.author("mina-hadid").orElseThrow().biography()).isEqualTo("Reports from Basra.");
            assertThat(site.authors()).hasSize(1);
            assertThat(site.menu("main").orElseThrow().size()).isEqualTo(1);
            assertThat(site.menus()).hasSize(1);
            assertThat(site.page("about").map(StaticPage::title)).contains("About");
            assertThat(site.pages()).hasSize(1);
            assertThat(site.redirect("/old/bridge")).contains("/bridge");
            assertThat(site.redirect("/bridge")).isEmpty();
        }
    }

    private static List<Item.Remark> remarks() {
        return Items.all().stream()
                .filter(Item.Remark.class::isInstance)
                .map(Item.Remark.class::cast)
                .toList();
    }

    @Test
    void theSameImportAgainChangesNothing() {
        Items.publish(folder, Items.all());
        String cursor;
        try (Site site = Site.edit(folder)) {
            cursor = site.articles().changedSince(Changes.START, 10).cursor();
            site.takeBalances(balance -> {});
        }

        SiteChanges again = Items.publish(folder, Items.all());

        assertThat(again.any()).isFalse();
        assertThat(again.articles()).isEqualTo(new Count(0, 0, 1));
        try (Site site = Site.read(folder)) {
            assertThat(site.articles().changedSince(cursor, 10).articles()).isEmpty();
            assertThat(site.balancesDue()).isFalse();
        }
    }

    @Test
    void aLaterImportAddsAndReplaces() {
        Items.publish(folder, Items.article("one", 0), Items.article("two", 0));
        String cursor;
        try (Site site = Site.read(folder)) {
            cursor = site.articles().changedSince(Changes.START, 10).cursor();
        }

        SiteChanges changes = Items.publish(
                folder,
                new Item.Article(
                        SampleArticles.article("two").headline("Two again").build()),
                Items.article("three", 0));

        assertThat(changes.articles()).isEqualTo(new Count(1, 1, 0));
        try (Site site = Site.read(folder)) {
            Changes since = site.articles().changedSince(cursor, 10);
            assertThat(since.fromStart()).isFalse();
            assertThat(since.articles())
                    .extracting(article -> article.id().value())
                    .containsExactly("two", "three");
            assertThat(site.articles().find(ArticleId.of("one"))).isPresent();
        }
    }

    @Test
    void anotherFolderDoesNotKnowTheCursor() {
        Items.publish(folder, Items.article("one", 0));
        Path other = temporary.resolve("other");
        Items.publish(other, Items.article("one", 0));
        try (Site site = Site.read(folder);
                Site another = Site.read(other)) {
            String cursor = site.articles().changedSince(Changes.START, 10).cursor();
            assertThat(another.articles().changedSince(cursor, 10).fromStart()).isTrue();
        }
    }

    @Test
    void anImportThatIsNotPublishedLeavesNoTrace() throws IOException {
        Items.publish(folder, Items.article("one", 0));
        List<String> before = files();

        try (SiteStaging staging = Site.stage(folder)) {
            staging.take(Items.article("two", 0));
            assertThat(staging.settled().find(ArticleId.of("two"))).isPresent();
        }

        assertThat(files()).isEqualTo(before);
        assertThat(Items.count(folder, "one")).isZero();
        assertThat(Items.count(folder, "two")).isNull();
    }

    @Test
    void aFirstImportThatIsNotPublishedMakesNoSite() {
        try (SiteStaging staging = Site.stage(folder)) {
            staging.take(Items.article("one", 0));
        }
        assertThatThrownBy(() -> Site.read(folder))
                .isInstanceOf(SiteException.class)
                .hasMessageContaining("There is no site");
        Items.publish(folder, Items.article("two", 0));
        assertThat(Items.count(folder, "one")).isNull();
        assertThat(Items.count(folder, "two")).isZero();
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<String> described = new ArrayList<>();
            for (Path file : files.sorted().toList()) {
                described.add(folder.relativize(file) + " " + (Files.isDirectory(file) ? "" : Files.size(file)));
            }
            return described;
        }
    }

    @Test
    void whoReadsGoesOnWithWhatWasThere() {
        Items.publish(folder, Items.article("one", 0));
        try (Site before = Site.read(folder)) {
            Items.publish(folder, Items.article("two", 0));
            assertThat(before.articles().find(ArticleId.of("one"))).isPresent();
            assertThat(before.articles().find(ArticleId.of("two"))).isEmpty();
            assertThat(before.index().getParent()).exists();
        }
        assertThat(Items.count(folder, "two")).isZero();
        Items.publish(folder, Items.article("three", 0));
        assertThat(folder.resolve("generations")).isDirectoryContaining(path -> path.endsWith("3"));
        assertThat(folder.resolve("generations").toFile().list()).hasSize(1);
    }

    @Test
    void theIndexGoesAlongButNotItsLock() throws IOException {
        Items.publish(folder, Items.article("one", 0));
        try (Site site = Site.read(folder)) {
            Files.createDirectories(site.index());
            Files.writeString(site.index().resolve("segments_1"), "segment");
            Files.writeString(site.index().resolve("write.lock"), "");
        }
        try (SiteStaging staging = Site.stage(folder)) {
            assertThat(staging.index().resolve("segments_1")).hasContent("segment");
            assertThat(staging.index().resolve("write.lock")).doesNotExist();
            Files.delete(staging.index().resolve("segments_1"));
            Files.writeString(staging.index().resolve("segments_2"), "more");
        }
        try (Site site = Site.read(folder)) {
            assertThat(site.index().resolve("segments_1")).hasContent("segment");
            assertThat(site.index().resolve("segments_2")).doesNotExist();
        }
    }

    @Test
    void theCountersAreShared() {
        Items.publish(folder, Items.article("one", 0));
        Path counters;
        try (Site site = Site.read(folder)) {
            counters = site.counters();
        }
        Items.publish(folder, Items.article("two", 0));
        try (Site site = Site.read(folder)) {
            assertThat(site.counters()).isEqualTo(counters);
        }
    }

    @Test
    void balancesAreDueUntilSomebodyTookThem() {
        Items.publish(folder, Items.all());
        try (Site site = Site.edit(folder)) {
            assertThatThrownBy(() -> site.takeBalances(balance -> {
                        throw new IllegalArgumentException("full");
                    }))
                    .hasMessage("full");
            assertThat(site.balancesDue()).isTrue();
            List<Item.Balance> taken = new ArrayList<>();
            site.takeBalances(taken::add);
            assertThat(taken).extracting(Item.Balance::views).containsExactly(120L);
            assertThat(site.balancesDue()).isFalse();
        }
        try (Site site = Site.read(folder)) {
            assertThat(site.balancesDue()).isFalse();
        }
    }

    @Test
    void whatASourceCountedAndHandedOverIsCountedOnce() {
        Item[] export = {Items.article("one", 2), Items.remark("a", "one"), Items.remark("b", "one")};
        Items.publish(folder, export);
        assertThat(Items.count(folder, "one")).isEqualTo(2);
        Items.publish(folder, export);
        assertThat(Items.count(folder, "one")).isEqualTo(2);
    }

    @Test
    void commentsMayComeBeforeTheirArticle() {
        Items.publish(folder, Items.remark("a", "one"), Items.remark("b", "one"), Items.article("one", 1));
        assertThat(Items.count(folder, "one")).isEqualTo(2);
    }

    @Test
    void onlyApprovedCommentsCount() {
        Items.publish(
                folder,
                Items.article("one", 0),
                new Item.Remark(Items.comment("a", "one", CommentState.HELD), null),
                Items.remark("b", "one"));
        assertThat(Items.count(folder, "one")).isEqualTo(1);
    }

    @Test
    void commentsThatComeLaterCountAgainstWhatTheSourceCounted() {
        Items.publish(folder, Items.article("one", 2));
        assertThat(Items.count(folder, "one")).isEqualTo(2);
        Items.publish(folder, Items.remark("a", "one"));
        assertThat(Items.count(folder, "one")).isEqualTo(2);
        Items.publish(folder, Items.remark("b", "one"), Items.remark("c", "one"));
        assertThat(Items.count(folder, "one")).isEqualTo(3);
    }

    @Test
    void anImportTakesNoCommentAwayThatWasWrittenHere() {
        Item[] export = {Items.article("one", 5), Items.remark("a", "one")};
        Items.publish(folder, export);
        try (Site site = Site.edit(folder)) {
            assertThat(site.addComment(Items.comment("own", "one", CommentState.APPROVED), null)
                            .orElseThrow()
                            .commentCount())
                    .isEqualTo(6);
        }
        SiteChanges again = Items.publish(folder, export);
        assertThat(again.any()).isFalse();
        assertThat(Items.count(folder, "one")).isEqualTo(6);
    }

    @Test
    void aCommentThatMovesIsCountedWhereItIs() {
        Items.publish(folder, Items.article("one", 0), Items.article("two", 0), Items.remark("a", "one"));
        Items.publish(folder, Items.remark("a", "two"));
        assertThat(Items.count(folder, "one")).isZero();
        assertThat(Items.count(folder, "two")).isEqualTo(1);
        try (Site site = Site.read(folder)) {
            assertThat(site.comments(ArticleId.of("one"))).isEmpty();
            assertThat(site.comments(ArticleId.of("two")))
                    .extracting(Comment::article)
                    .containsExactly(ArticleId.of("two"));
        }
    }

    @Test
    void halfASurrogatePairComesOutAgain() {
        String odd = "\ud83d half \udca9 \u0000 ايران";
        Items.publish(
                folder,
                new Item.Article(SampleArticles.article("odd")
                        .headline(odd)
                        .body(odd)
                        .slug("\udca9")
                        .build()));
        try (Site site = Site.read(folder)) {
            assertThat(site.articles()
                            .bySlug("\udca9", SampleArticles.NOW)
                            .orElseThrow()
                            .article())
                    .satisfies(article -> {
                        assertThat(article.headline()).isEqualTo(odd);
                        assertThat(article.body()).isEqualTo(odd);
                    });
        }
    }

    @Test
    void oneImportAtATime() {
        try (SiteStaging staging = Site.stage(folder)) {
            assertThatThrownBy(() -> Site.stage(folder))
                    .isInstanceOf(SiteException.class)
                    .hasMessageContaining("Another byline command is at work")
                    .hasMessageContaining("Try again");
            staging.take(Items.article("one", 0));
            staging.publish();
            assertThatThrownBy(staging::publish).isInstanceOf(IllegalStateException.class);
        }
        assertThat(Items.count(folder, "one")).isZero();
    }

    @Test
    void aFolderWithSomethingElseIsLeftAlone() throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("thesis.txt"), "words");
        assertThatThrownBy(() -> Site.stage(folder))
                .isInstanceOf(SiteException.class)
                .hasMessageContaining("other files")
                .hasMessageContaining("--site");
        assertThat(folder.toFile().list()).containsExactly("thesis.txt");
        assertThatThrownBy(() -> Site.stage(folder.resolve("thesis.txt")))
                .isInstanceOf(SiteException.class)
                .hasMessageContaining("is a file");
    }
}
