package dev.byline.examples.cli.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.byline.article.Article;
import dev.byline.article.ArticleId;
import dev.byline.comment.CommentId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class KilledProcessTest {
    @TempDir
    Path temporary;

    private Path folder = Path.of("");

    @BeforeEach
    void name() {
        folder = temporary.resolve("site");
    }

    private List<String> generations() {
        return List.of(folder.resolve("generations").toFile().list());
    }

    private List<String> articles() {
        try (Site site = Site.read(folder)) {
            return site.articles().stream().map(Article::toString).toList();
        }
    }

    @Test
    void anImportThatIsKilledChangesNothing() throws IOException {
        Items.publish(folder, Items.article("one", 0));
        List<String> before = articles();

        try (OtherProcess other = OtherProcess.doing("import", folder)) {
            assertThat(articles()).as("while it goes on").isEqualTo(before);
            assertThatThrownBy(() -> Site.stage(folder)).isInstanceOf(SiteException.class);
            assertThatThrownBy(() -> Site.edit(folder)).isInstanceOf(SiteException.class);
            assertThat(other).isNotNull();
        }

        assertThat(generations()).containsExactlyInAnyOrder("1", "2");
        assertThat(articles()).isEqualTo(before);
        Items.publish(folder, Items.article("two", 0));
        assertThat(generations()).as("what the dead one left").hasSize(1);
        assertThat(articles()).hasSize(2);
    }

    @Test
    void aFirstImportThatIsKilledLeavesNoSite() throws IOException {
        OtherProcess.doing("import", folder).close();

        assertThatThrownBy(() -> Site.read(folder))
                .isInstanceOf(SiteException.class)
                .hasMessageContaining("There is no site");
        Items.publish(folder, Items.article("two", 0));
        assertThat(articles()).hasSize(1);
    }

    @Test
    void anEditThatReturnedSurvives() throws IOException {
        Items.publish(folder, Items.article("one", 0));
        OtherProcess.doing("edit", folder).close();

        try (Site site = Site.read(folder)) {
            assertThat(site.sender(CommentId.of("own"))).contains(Items.SENDER);
            assertThat(site.articles().find(ArticleId.of("one")).orElseThrow().commentCount())
                    .isEqualTo(1);
        }
        Items.publish(folder, Items.article("two", 0));
        assertThat(Items.count(folder, "one")).isEqualTo(1);
    }

    @Test
    void whileOneProcessEditsNobodyElseComesIn() throws IOException {
        Items.publish(folder, Items.article("one", 0));
        try (OtherProcess other = OtherProcess.doing("edit", folder)) {
            for (var opening :
                    List.<Runnable>of(() -> Site.read(folder), () -> Site.edit(folder), () -> Site.stage(folder))) {
                assertThatThrownBy(opening::run)
                        .isInstanceOf(SiteException.class)
                        .hasMessage(
                                "Another byline command is at work in " + folder + ". Try again when it has ended.");
            }
            assertThat(other).isNotNull();
        }
        assertThat(Items.count(folder, "one")).isEqualTo(1);
    }

    @Test
    void whileOneProcessReadsOthersReadAndImport() throws IOException {
        Items.publish(folder, Items.article("one", 0));
        try (OtherProcess other = OtherProcess.doing("read", folder)) {
            assertThat(articles()).hasSize(1);
            assertThatThrownBy(() -> Site.edit(folder)).isInstanceOf(SiteException.class);
            Items.publish(folder, Items.article("two", 0));
            assertThat(generations()).as("the one that is read stays").containsExactlyInAnyOrder("1", "2");
            assertThat(articles()).hasSize(2);
            assertThat(other).isNotNull();
        }
        Items.publish(folder, Items.article("three", 0));
        assertThat(generations()).containsExactly("3");
    }
}
