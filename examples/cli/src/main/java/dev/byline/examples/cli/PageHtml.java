package dev.byline.examples.cli;

import static dev.byline.text.Html.escape;

import dev.byline.article.Image;
import dev.byline.examples.cli.NewsPage.Card;
import dev.byline.examples.cli.NewsPage.Link;
import dev.byline.examples.cli.NewsPage.Popular;
import dev.byline.examples.cli.NewsPage.Remark;
import dev.byline.examples.cli.NewsPage.Story;
import dev.byline.publish.Alternate;
import dev.byline.taxonomy.Menu;
import dev.byline.taxonomy.MenuTarget;
import dev.byline.text.Language;
import dev.byline.text.SafeUrl;
import dev.byline.text.Slug;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes a news page as one HTML file without scripts. */
final class PageHtml {
    private static final String STYLE = """
            body{font:17px/1.5 Georgia,serif;margin:0 auto;max-width:44rem;padding:1rem;color:#222}
            header,footer{border-block:3px double #222;padding:.5rem 0;margin-block:1rem}
            nav ul{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:.2rem .9rem}
            nav ul ul{display:block;padding-inline-start:1rem}
            img{max-width:100%} figcaption,.meta{color:#666;font-size:.85em} article{overflow-wrap:anywhere}
            .said{white-space:pre-line} label{display:block} h3{margin-bottom:0}
            """;

    private final StringBuilder out = new StringBuilder(16_384);
    private final NewsPage page;

    private PageHtml(NewsPage page) {
        this.page = page;
    }

    static String of(NewsPage page) {
        PageHtml html = new PageHtml(page);
        html.write();
        return html.out.toString();
    }

    private void write() {
        Story story = page.article();
        String language =
                story.language().equals("und") ? page.publication().language().tag() : story.language();
        add("<!DOCTYPE html>\n<html lang=\"").text(language).add("\">\n<head>\n<meta charset=\"utf-8\">\n");
        add("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>");
        text(story.headline()).add(" – ").text(page.publication().name()).add("</title>\n<style>\n" + STYLE);
        add("</style>\n");
        if (!page.publication().baseUrl().isEmpty()) {
            page.alternates().forEach(version -> add(version.html()).add("\n"));
        }
        add("</head>\n<body>\n<header>\n<h1>").text(page.publication().name()).add("</h1>\n<p>");
        text(page.publication().tagline()).add("</p>\n");
        menu();
        add(
                "<form role=\"search\" action=\"/search\"><input type=\"search\" name=\"q\" aria-label=\"Search\" placeholder=\"");
        text(page.search().placeholder()).add("\"></form>\n</header>\n<main>\n");
        story(story);
        related();
        comments();
        add("</main>\n<aside>\n");
        popular();
        add("</aside>\n");
        foot();
        add("</body>\n</html>\n");
    }

    private void story(Story story) {
        add("<article dir=\"")
                .text(story.direction())
                .add("\">\n<h2>")
                .text(story.headline())
                .add("</h2>\n");
        if (!story.standfirst().isBlank()) {
            add("<p><strong>").text(story.standfirst()).add("</strong></p>\n");
        }
        add("<p class=\"meta\">");
        if (!story.credit().isBlank()) {
            add("by ").text(story.credit()).add(" · ");
        }
        if (story.publishedAt() != null) {
            time(story.publishedAt()).add(" · " + PageText.count(story.commentCount(), "comment"));
        }
        if (!story.categories().isEmpty()) {
            add("<br>in ").text(String.join(", ", story.categories()));
        }
        add("</p>\n");
        otherLanguages();
        picture(story.image());
        // The body has been through the sanitiser already.
        add(story.body()).add("\n");
        story.corrections()
                .forEach(correction -> add("<p class=\"meta\">Correction, ")
                        .time(correction.at())
                        .add(": ")
                        .text(correction.text())
                        .add("</p>\n"));
        if (!story.tags().isEmpty()) {
            add("<p>Tags: ").text(String.join(" · ", story.tags())).add("</p>\n");
        }
        for (NewsPage.Writer writer : story.authors()) {
            if (!writer.biography().isBlank()) {
                add("<p class=\"meta\"><strong>").text(writer.name()).add("</strong> ");
                text(writer.biography()).add("</p>\n");
            }
        }
        add("</article>\n");
    }

    private void otherLanguages() {
        List<Alternate> others = page.otherLanguages();
        if (others.isEmpty()) {
            return;
        }
        add("<p class=\"meta\">Also in:");
        for (Alternate version : others) {
            Language language = Language.of(version.language());
            add(" <a href=\"").text(version.address()).add("\" hreflang=\"").text(version.language());
            add("\" lang=\"").text(version.language()).add("\" dir=\"" + Terminal.dir(language.direction()));
            add("\">").text(language.name()).add("</a>");
        }
        add("</p>\n");
    }

    private void picture(@Nullable Image image) {
        String address = image == null ? "" : SafeUrl.of(image.url()).orElse("");
        if (image == null || address.isEmpty()) {
            return;
        }
        add("<figure><img src=\"")
                .text(address)
                .add("\" alt=\"")
                .text(image.alt())
                .add("\"");
        if (image.width() != null && image.height() != null) {
            add(" width=\"" + image.width() + "\" height=\"" + image.height() + "\"");
        }
        add("><figcaption>").text(image.caption());
        if (!image.credit().isBlank()) {
            add(" (").text(image.credit()).add(")");
        }
        add("</figcaption></figure>\n");
    }

    private void related() {
        if (!page.related().isEmpty()) {
            add("<section>\n<h2>Related Posts</h2>\n");
            for (Card card : page.related()) {
                add("<h3 dir=\"auto\"><a href=\"/")
                        .text(Slug.encoded(card.slug()))
                        .add("\">")
                        .text(card.headline());
                add("</a></h3>\n<p class=\"meta\">")
                        .text(card.label())
                        .add(" · ")
                        .time(card.publishedAt());
                add("</p>\n<p dir=\"auto\">").text(card.excerpt()).add("</p>\n");
            }
            add("</section>\n");
        }
    }

    private void comments() {
        if (page.form() == null && page.comments().isEmpty()) {
            return;
        }
        add("<section>\n<h2>" + PageText.count(page.comments().size(), "Comment") + "</h2>\n");
        for (Remark remark : page.comments()) {
            add("<div style=\"margin-inline-start:" + remark.depth() * 2 + "rem\" id=\"comment-");
            text(remark.id())
                    .add("\"><p class=\"meta\">")
                    .text(remark.name())
                    .add(" · ")
                    .time(remark.at());
            add("</p>\n<div dir=\"auto\" class=\"said\">" + remark.text() + "</div></div>\n");
        }
        if (page.form() != null) {
            add("<h2>Leave a Reply</h2>\n");
            add(FormText.html(page.form()));
        }
        add("</section>\n");
    }

    private void popular() {
        if (!page.popular().isEmpty()) {
            add("<h2>Popular Posts</h2>\n<ol>\n");
            for (Popular post : page.popular()) {
                add("<li dir=\"auto\"><a href=\"/")
                        .text(Slug.encoded(post.slug()))
                        .add("\">")
                        .text(post.headline());
                add("</a>");
                // What merely fills the list has no number to boast of.
                if (post.shares() > 0 || post.value() != 0) {
                    add(" <span class=\"meta\">" + PageText.count(post.shares(), "share") + "</span>");
                }
                add("</li>\n");
            }
            add("</ol>\n");
        }
    }

    private void foot() {
        add("<footer>\n<p>");
        neighbour("Previous Post: ", page.previous());
        neighbour("Next Post: ", page.next());
        add("</p>\n");
        menu();
        for (Link link : page.pages()) {
            add("<a href=\"/")
                    .text(Slug.encoded(link.slug()))
                    .add("\">")
                    .text(link.label())
                    .add("</a> ");
        }
        add("<p class=\"meta\">").text(page.publication().copyright()).add("</p>\n</footer>\n");
    }

    private void neighbour(String label, @Nullable Link link) {
        if (link != null) {
            add(label + "<a href=\"/")
                    .text(Slug.encoded(link.slug()))
                    .add("\">")
                    .text(link.label())
                    .add("</a><br>");
        }
    }

    private void menu() {
        Menu menu = page.menu();
        if (menu != null) {
            add("<nav>\n");
            entries(menu.entries());
            add("</nav>\n");
        }
    }

    // Menu.MOST_LEVELS bounds the depth.
    private void entries(List<Menu.Entry> entries) {
        add("<ul>\n");
        for (Menu.Entry entry : entries) {
            add("<li><a href=\"")
                    .text(address(entry.target()))
                    .add("\">")
                    .text(entry.label())
                    .add("</a>");
            if (!entry.entries().isEmpty()) {
                entries(entry.entries());
            }
            add("</li>\n");
        }
        add("</ul>\n");
    }

    private static String address(MenuTarget target) {
        return switch (target.kind()) {
            case HOME -> "/";
            case REGION -> "/region/" + Slug.encoded(target.key());
            case GROUP -> "/group/" + Slug.encoded(target.key());
            case SECTION -> "/section/" + Slug.encoded(target.key());
            case TAG -> "/tag/" + Slug.encoded(target.key());
            case PAGE, ARTICLE -> "/" + Slug.encoded(target.key());
            case URL -> SafeUrl.of(target.key()).orElse("#");
        };
    }

    private PageHtml time(Instant at) {
        return add("<time datetime=\"" + at + "\">")
                .text(PageText.date(at, page.publication().zone()))
                .add("</time>");
    }

    private PageHtml text(String plain) {
        out.append(escape(plain));
        return this;
    }

    private PageHtml add(String html) {
        out.append(html);
        return this;
    }
}
