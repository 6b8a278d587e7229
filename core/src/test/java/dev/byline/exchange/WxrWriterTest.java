package dev.byline.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.byline.article.Access;
import dev.byline.article.Article;
import dev.byline.article.ArticleBuilder;
import dev.byline.article.ArticleId;
import dev.byline.article.ArticleKind;
import dev.byline.article.ContentException;
import dev.byline.comment.Comment;
import dev.byline.comment.CommentId;
import dev.byline.comment.CommentState;
import dev.byline.comment.Sender;
import dev.byline.taxonomy.Menu;
import dev.byline.taxonomy.MenuTarget;
import dev.byline.taxonomy.Region;
import dev.byline.taxonomy.Section;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WxrWriterTest {
    private static final Instant AT = Instant.parse("2026-10-05T08:30:00Z");

    private static ArticleBuilder article(String id) {
        return Article.builder(ArticleId.of(id), "story-" + id).published(AT);
    }

    private static Item comment(String id, String article, String parent) {
        return new Item.Remark(
                new Comment(
                        CommentId.of(id),
                        ArticleId.of(article),
                        parent.isEmpty() ? null : CommentId.of(parent),
                        Comment.Kind.COMMENT,
                        CommentState.APPROVED,
                        "Sami",
                        "",
                        "Yes.",
                        AT),
                new Sender("sami@reader.example", "192.0.2.7", "Browser", "9"));
    }

    private static String write(List<Item> items, ExportOptions options) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        WxrWriter.with(options).write(items, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void writesNothingWhereThereIsNothing() {
        Wxrs.Result result = Wxrs.read(write(List.of(), ExportOptions.defaults()));
        assertThat(result.items()).isEmpty();
        assertThat(result.report().refused()).isFalse();
    }

    @Test
    void whatWasImportedComesBackTheSame() throws IOException {
        ZoneId zone = ZoneId.of("Asia/Baghdad");
        for (String file : List.of("newsroom.xml", "old.xml")) {
            Wxrs.Result first = Wxrs.resource(file, ImportOptions.defaults().withZone(zone));
            String written = write(first.items(), ExportOptions.defaults());
            Wxrs.Result second = Wxrs.read(written, ImportOptions.defaults().withZone(zone));
            // Yoast's field names the primary section, and the comment on a page belongs to no article.
            assertThat(second.items())
                    .containsExactlyInAnyOrderElementsOf(first.items().stream()
                            .filter(item -> !(item instanceof Item.Remark remark
                                    && remark.comment().article().value().equals("120")))
                            .map(item -> item instanceof Item.Article article
                                    ? new Item.Article(article.article().toBuilder()
                                            .primary("")
                                            .build())
                                    : item)
                            .toList());
        }
    }

    @Test
    void leavesSendersOutUnlessAsked() {
        List<Item> items = List.of(new Item.Article(article("1").build()), comment("5", "1", ""));
        assertThat(write(items, ExportOptions.defaults())).doesNotContain("sami@", "192.0.2.7", "Browser");
        assertThat(write(items, ExportOptions.defaults().withSenders(true)))
                .contains("sami@reader.example", "192.0.2.7", "<wp:comment_user_id>9<")
                .doesNotContain("Browser");
    }

    @Test
    void numbersWhatHasNoNumber() {
        List<Item> items = List.of(
                comment("c-2", "b", "c-1"),
                comment("c-1", "b", ""),
                comment("7", "0012", ""),
                new Item.Article(article("b").build()),
                new Item.Article(article("0012").build()),
                new Item.Article(article("41").build()));
        Wxrs.Result result = Wxrs.read(write(items, ExportOptions.defaults()));
        assertThat(result.articles())
                .extracting(article -> article.id().value())
                .containsExactly("42", "43", "41");
        assertThat(result.comments())
                .extracting(comment -> comment.id() + " on " + comment.article() + " to " + comment.parent())
                .containsExactly("8 on 42 to 9", "9 on 42 to null", "7 on 43 to null");
    }

    @Test
    void tellsWhatWxrCannotSay() {
        List<Item> items = List.of(
                new Item.Article(article("1")
                        .kind(ArticleKind.OPINION)
                        .access(Access.SUBSCRIPTION)
                        .standfirst("In short")
                        .expiresAt(AT)
                        .build()),
                comment("5", "2", ""),
                new Item.Balance(ArticleId.of("1"), AT, 7, Map.of()),
                new Item.Redirect("/a", "/b"),
                new Item.Navigation(Menu.of(
                        "m",
                        "M",
                        Menu.Entry.of("G", MenuTarget.group("gulf")),
                        Menu.Entry.of("P", MenuTarget.page("p")))));
        ExportReport report = WxrWriter.with(ExportOptions.defaults()).write(items, OutputStream.nullOutputStream());
        assertThat(report.lost())
                .containsOnlyKeys(
                        "access",
                        "balance",
                        "comment on no article that was written",
                        "expiry",
                        "kind",
                        "menu entry to a group",
                        "menu entry to an article or page that was not written",
                        "redirect",
                        "standfirst");
        assertThat(report.toString()).contains("1 article", "not in the file: 1 × balance");
    }

    @Test
    void whatAsksForAPasswordIsStillLocked() {
        List<Item> items =
                List.of(new Item.Article(article("1").passwordProtected(true).build()));
        String first = write(items, ExportOptions.defaults());
        assertThat(Wxrs.read(first).article().passwordProtected()).isTrue();
        assertThat(first).as("nobody can know it").isNotEqualTo(write(items, ExportOptions.defaults()));
    }

    @Test
    void twoTermsNeverShareASlug() {
        List<Item> items = List.of(new Item.Article(article("1")
                .regions(Region.of("iq"))
                .sections(Section.of("iraq", "Our Iraq desk"))
                .build()));
        Wxrs.Result result = Wxrs.read(write(items, ExportOptions.defaults()));
        assertThat(result.article().regions()).containsExactly(Region.of("iq"));
        assertThat(write(items, ExportOptions.defaults())).contains("[iraq]", "[iraq-2]");
    }

    @Test
    void leavesOutWhatXmlCannotHold() {
        List<Item> items = List.of(
                new Item.Article(article("1").headline("a\u0000b\uD800c\uFFFEd").build()));
        assertThat(Wxrs.read(write(items, ExportOptions.defaults())).article().headline())
                .startsWith("ab")
                .endsWith("d");
    }

    @Test
    void aFullDiskIsTheMachinesFault() {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("no space left");
            }
        };
        assertThatThrownBy(() -> WxrWriter.with(ExportOptions.defaults()).write(List.of(), full))
                .isInstanceOf(ContentException.class)
                .hasRootCauseMessage("no space left");
    }
}
