package dev.byline.exchange;

import dev.byline.article.Access;
import dev.byline.article.Article;
import dev.byline.article.ArticleKind;
import dev.byline.article.ArticleStatus;
import dev.byline.article.Author;
import dev.byline.article.Image;
import dev.byline.article.Publication;
import dev.byline.article.StaticPage;
import dev.byline.comment.Comment;
import dev.byline.comment.CommentState;
import dev.byline.comment.Sender;
import dev.byline.taxonomy.Tag;
import dev.byline.taxonomy.Term;
import dev.byline.text.Html;
import dev.byline.text.Language;
import dev.byline.writing.XmlOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes WXR 1.2, as WordPress's importer reads it.
 *
 * <p>What {@link WxrReader} reads of it equals what was written, as far as WXR can say it: the site's name, address,
 * language and tagline; authors without pictures; articles with slugs, headline, body, excerpt, authors, dates to the
 * second, status, regions, sections, tags, picture, comments and flags; pages; menus but for groups. The report counts
 * what was lost.
 *
 * <ul>
 *   <li>Ids that are no numbers get some above the greatest that is one.
 *   <li>Regions and sections become categories, under the name that the site prints. Read again, a region that Byline
 *       does not ship is a section, unless {@link CategoryTable} says otherwise.
 *   <li>Bodies are written as one block of HTML, since WordPress would put paragraphs into anything else.
 *   <li>Byline does not know passwords: what asks for one gets one that nobody knows, until an editor sets another.
 *   <li>Who sent a comment is written only if the options ask for it; the user agent never is.
 * </ul>
 *
 * <p>Goes over the items twice. Holds the comments, menus, terms and pictures in memory, and one article at a time.
 */
public final class WxrWriter implements ContentWriter {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";
    private static final int PASSWORD_LENGTH = 24;

    private final ExportOptions options;

    private WxrWriter(ExportOptions options) {
        this.options = options;
    }

    /** A writer with these options. */
    public static WxrWriter with(ExportOptions options) {
        return new WxrWriter(options);
    }

    @Override
    public String format() {
        return Wxr.FORMAT;
    }

    @Override
    public ExportReport write(Iterable<? extends Item> items, OutputStream out) {
        WxrCatalogue catalogue = new WxrCatalogue();
        items.forEach(catalogue::add);
        catalogue.number();
        Tally tally = new Tally(0);
        try {
            new Document(catalogue, options, tally, new XmlOutput(out)).write(items);
        } catch (IOException e) {
            throw Failures.cannotWrite(Wxr.FORMAT, e);
        }
        return tally.exported(Wxr.FORMAT);
    }

    /** Plain text as HTML that reads as the same text again: a bracket would begin a shortcode. */
    static String html(String plain) {
        return Html.escape(plain).replace("[", "&#91;");
    }

    private static String password() {
        StringBuilder password = new StringBuilder(PASSWORD_LENGTH);
        for (int i = 0; i < PASSWORD_LENGTH; i++) {
            password.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return password.toString();
    }

    /** One file on its way out. */
    private static final class Document {
        private final WxrCatalogue catalogue;
        private final ExportOptions options;
        private final Tally tally;
        private final XmlOutput xml;
        private final Publication site;
        private final ZoneId zone;

        Document(WxrCatalogue catalogue, ExportOptions options, Tally tally, XmlOutput xml) {
            this.catalogue = catalogue;
            this.options = options;
            this.tally = tally;
            this.xml = xml;
            site = catalogue.publication();
            zone = site.zone();
        }

        void write(Iterable<? extends Item> items) throws IOException {
            // Menus may lead to terms under which nothing is filed; they are defined in the head as well.
            WxrMenuLines menus = new WxrMenuLines(catalogue, tally);
            head(menus);
            for (Item item : items) {
                if (item instanceof Item.Article article) {
                    article(article.article());
                } else if (item instanceof Item.Page page) {
                    page(page.page());
                } else if (item instanceof Item.Balance) {
                    tally.skip("balance");
                } else if (item instanceof Item.Redirect) {
                    tally.skip("redirect");
                }
            }
            for (Map.Entry<Image, Long> image : catalogue.images().entrySet()) {
                attachment(image.getKey(), image.getValue());
            }
            menus.write(xml);
            xml.raw("</channel>\n</rss>\n").flush();
            for (long orphans = catalogue.orphans(); orphans > 0; orphans--) {
                tally.skip("comment on no article that was written");
            }
        }

        private void head(WxrMenuLines menus) throws IOException {
            xml.raw("<?xml version=\"1.0\" encoding=\"UTF-8\" ?>\n<rss version=\"2.0\"\n")
                    .raw("\txmlns:excerpt=\"" + Wxr.EXCERPT + "\"\n\txmlns:content=\"" + Wxr.CONTENT + "\"\n")
                    .raw("\txmlns:dc=\"" + Wxr.DC + "\"\n\txmlns:wp=\"" + Wxr.WP + "\"\n>\n<channel>\n");
            xml.element("title", html(site.name()))
                    .element("link", site.baseUrl())
                    .element("description", html(site.tagline()));
            if (!site.language().equals(Language.UNDETERMINED)) {
                xml.element("language", site.language().tag());
            }
            xml.element("wp:wxr_version", "1.2")
                    .element("wp:base_site_url", site.baseUrl())
                    .element("wp:base_blog_url", site.baseUrl());
            if (catalogue.hasSite()) {
                tally.count(Counted.SITES);
            }
            long id = 0;
            for (Author author : catalogue.authors()) {
                tally.count(Counted.AUTHORS);
                lost("picture of an author", !author.picture().isEmpty());
                xml.raw("<wp:author>\n")
                        .element("wp:author_id", Long.toString(++id))
                        .cdata("wp:author_login", author.slug())
                        .cdata("wp:author_email", "")
                        .cdata("wp:author_display_name", html(author.name()))
                        .cdata("wp:author_first_name", "")
                        .cdata("wp:author_last_name", "");
                if (!author.biography().isEmpty()) {
                    xml.cdata("wp:author_description", html(author.biography()));
                }
                xml.raw("</wp:author>\n");
            }
            for (WxrCatalogue.Entry category : catalogue.categories()) {
                tally.count(Counted.CATEGORIES);
                xml.raw("<wp:category>\n")
                        .element("wp:term_id", Long.toString(category.id()))
                        .cdata("wp:category_nicename", WxrSlugs.stored(category.nicename()))
                        .cdata("wp:category_parent", WxrSlugs.stored(category.parent()))
                        .cdata("wp:cat_name", html(category.name()))
                        .raw("</wp:category>\n");
            }
            for (WxrCatalogue.Entry tag : catalogue.tags()) {
                tally.count(Counted.TAGS);
                xml.raw("<wp:tag>\n")
                        .element("wp:term_id", Long.toString(tag.id()))
                        .cdata("wp:tag_slug", WxrSlugs.stored(tag.nicename()))
                        .cdata("wp:tag_name", html(tag.name()))
                        .raw("</wp:tag>\n");
            }
            menus.define(xml);
            Image logo = site.logo();
            if (logo != null) {
                xml.raw("<image>\n")
                        .element("url", logo.url())
                        .element("title", html(logo.alt()))
                        .raw("</image>\n");
            }
        }

        private void article(Article article) throws IOException {
            tally.count(Counted.ARTICLES);
            catalogue.written(article);
            losses(article);
            List<Author> authors = article.authors();
            post(
                    "post",
                    catalogue.id(article.id()),
                    article.slug(),
                    article.headline(),
                    article.body(),
                    article.status(),
                    article.publishedAt());
            xml.cdata("dc:creator", authors.isEmpty() ? "" : authors.get(0).slug())
                    .cdata("excerpt:encoded", html(article.excerpt()));
            Instant modified = article.modifiedAt();
            if (modified != null) {
                xml.cdata("wp:post_modified", WxrDates.write(modified, zone))
                        .cdata("wp:post_modified_gmt", WxrDates.write(modified, ZoneOffset.UTC));
            }
            xml.cdata("wp:comment_status", article.commentsOpen() ? "open" : "closed")
                    .cdata("wp:post_password", article.passwordProtected() ? password() : "")
                    .element("wp:is_sticky", article.sticky() ? "1" : "0");
            for (Term term : Stream.<Term>concat(article.regions().stream(), article.sections().stream())
                    .toList()) {
                category("category", catalogue.category(term));
            }
            for (Tag tag : article.tags()) {
                category("post_tag", catalogue.tag(tag));
            }
            if (authors.size() > 1) {
                for (Author author : authors) {
                    xml.cdata(
                            "category",
                            XmlOutput.attribute("domain", "author")
                                    + XmlOutput.attribute("nicename", WxrSlugs.stored(author.slug())),
                            html(author.name()));
                }
            }
            Image image = article.image();
            if (image != null) {
                meta("_thumbnail_id", Long.toString(catalogue.images().getOrDefault(image, 0L)));
            }
            for (String old : article.oldSlugs()) {
                meta("_wp_old_slug", WxrSlugs.stored(old));
            }
            for (Item.Remark remark : catalogue.commentsOn(article.id())) {
                comment(remark);
            }
            xml.raw("</item>\n");
        }

        private void losses(Article article) {
            lost("kind", article.kind() != ArticleKind.NEWS);
            lost("standfirst", !article.standfirst().isEmpty());
            lost("credit line", !article.creditLine().isEmpty());
            lost("expiry", article.expiresAt() != null);
            lost("language", !article.language().equals(site.language()));
            lost("translation group", !article.translationGroup().isEmpty());
            lost("primary section", !article.primary().isEmpty());
            lost("access", article.access() != Access.OPEN);
            lost("corrections", !article.corrections().isEmpty());
            lost("canonical address", !article.canonicalUrl().isEmpty());
            Image image = article.image();
            lost(
                    "credit or size of a picture",
                    image != null && (!image.credit().isEmpty() || image.width() != null || image.height() != null));
        }

        private void lost(String what, boolean isLost) {
            if (isLost) {
                tally.skip(what);
            }
        }

        private void page(StaticPage page) throws IOException {
            tally.count(Counted.PAGES);
            lost("language", !page.language().equals(site.language()));
            post(
                    "page",
                    catalogue.pageId(page.slug()),
                    page.slug(),
                    page.title(),
                    page.body(),
                    page.status(),
                    page.publishedAt());
            xml.cdata("wp:comment_status", "closed")
                    .element("wp:post_parent", Long.toString(catalogue.pageId(page.parent())))
                    .element("wp:menu_order", Integer.toString(page.position()))
                    .cdata("wp:post_password", page.passwordProtected() ? password() : "")
                    .raw("</item>\n");
        }

        private void post(
                String type,
                long id,
                String slug,
                String title,
                String body,
                ArticleStatus status,
                @Nullable Instant publishedAt)
                throws IOException {
            xml.raw("<item>\n")
                    .cdata("title", html(title))
                    .element("link", site.baseUrl() + "/" + WxrSlugs.stored(slug) + "/")
                    .element("pubDate", WxrDates.writeRss(publishedAt))
                    .cdata("content:encoded", body.isEmpty() ? "" : "<!-- wp:html -->\n" + body + "\n<!-- /wp:html -->")
                    .element("wp:post_id", Long.toString(id))
                    .cdata("wp:post_date", WxrDates.write(publishedAt, zone))
                    .cdata("wp:post_date_gmt", WxrDates.write(publishedAt, ZoneOffset.UTC))
                    .cdata("wp:post_name", WxrSlugs.stored(slug))
                    .cdata("wp:status", status(status))
                    .cdata("wp:post_type", type);
        }

        private static String status(ArticleStatus status) {
            return switch (status) {
                case PUBLISHED -> "publish";
                case SCHEDULED -> "future";
                case PRIVATE -> "private";
                case WITHDRAWN -> "trash";
                case DRAFT -> "draft";
            };
        }

        private void category(String domain, WxrCatalogue.Entry entry) throws IOException {
            xml.cdata(
                    "category",
                    XmlOutput.attribute("domain", domain)
                            + XmlOutput.attribute("nicename", WxrSlugs.stored(entry.nicename())),
                    html(entry.name()));
        }

        private void meta(String key, String value) throws IOException {
            xml.raw("<wp:postmeta>\n")
                    .cdata("wp:meta_key", key)
                    .cdata("wp:meta_value", value)
                    .raw("</wp:postmeta>\n");
        }

        private void attachment(Image image, long id) throws IOException {
            tally.count(Counted.ATTACHMENTS);
            xml.raw("<item>\n")
                    .cdata("title", html(image.alt()))
                    .element("link", image.url())
                    .cdata("excerpt:encoded", html(image.caption()))
                    .element("wp:post_id", Long.toString(id))
                    .cdata("wp:status", "inherit")
                    .cdata("wp:post_type", "attachment")
                    .cdata("wp:attachment_url", image.url());
            meta("_wp_attachment_image_alt", html(image.alt()));
            xml.raw("</item>\n");
        }

        private void comment(Item.Remark remark) throws IOException {
            tally.count(Counted.COMMENTS);
            Comment comment = remark.comment();
            Sender known = remark.sender();
            lost("sender of a comment", known != null && !options.senders());
            Sender sender = known == null || !options.senders() ? Sender.unknown() : known;
            lost("user agent of a comment's sender", !sender.agent().isEmpty());
            xml.raw("<wp:comment>\n")
                    .element("wp:comment_id", Long.toString(catalogue.id(comment.id())))
                    .cdata("wp:comment_author", html(comment.name()))
                    .cdata("wp:comment_author_email", sender.email())
                    .element("wp:comment_author_url", comment.url())
                    .cdata("wp:comment_author_IP", sender.ip())
                    .cdata("wp:comment_date", WxrDates.write(comment.at(), zone))
                    .cdata("wp:comment_date_gmt", WxrDates.write(comment.at(), ZoneOffset.UTC))
                    .cdata("wp:comment_content", comment.text())
                    .cdata("wp:comment_approved", state(comment.state()))
                    .cdata(
                            "wp:comment_type",
                            switch (comment.kind()) {
                                case COMMENT -> "comment";
                                case PINGBACK -> "pingback";
                                case TRACKBACK -> "trackback";
                            })
                    .element(
                            "wp:comment_parent",
                            comment.parent() == null ? "0" : Long.toString(catalogue.id(comment.parent())))
                    .element("wp:comment_user_id", WxrIndex.number(sender.member()) == null ? "0" : sender.member())
                    .raw("</wp:comment>\n");
        }

        private static String state(CommentState state) {
            return switch (state) {
                case APPROVED -> "1";
                case HELD -> "0";
                case SPAM -> "spam";
                case TRASH -> "trash";
            };
        }
    }
}
