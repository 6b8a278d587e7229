package dev.byline.exchange;

import dev.byline.article.Article;
import dev.byline.article.ArticleId;
import dev.byline.article.ArticleStatus;
import dev.byline.article.Author;
import dev.byline.article.Image;
import dev.byline.article.StaticPage;
import dev.byline.comment.Comment;
import dev.byline.comment.CommentId;
import dev.byline.comment.CommentState;
import dev.byline.comment.Sender;
import dev.byline.exchange.json.JsonValue;
import dev.byline.exchange.json.JsonWalk;
import dev.byline.taxonomy.Term;
import dev.byline.text.Language;
import dev.byline.text.PlainText;
import dev.byline.text.SafeUrl;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The second pass over WordPress's answers: gives articles, pages and comments, holding one at a time. */
final class WpRestArticles implements JsonPass.Parts {
    private static final int WORDS_OF_AN_EXCERPT = 80;

    private final ImportOptions options;
    private final WpRestIndex index;
    private final Tally tally;
    private final Consumer<? super Item> items;
    private final LongSet ids = new LongSet();
    private final LongSet commentIds = new LongSet();

    WpRestArticles(ImportOptions options, WpRestIndex index, Tally tally, Consumer<? super Item> items) {
        this.options = options;
        this.index = index;
        this.tally = tally;
        this.items = items;
    }

    @Override
    public JsonWalk.Step step(String place, JsonWalk.Kind kind) {
        return WpRest.step(place, kind);
    }

    @Override
    public void take(JsonPass.Part part) {
        try {
            switch (WpRest.thing(part)) {
                case POST -> article(part);
                case PAGE -> page(part);
                case COMMENT -> comment(part);
                case MEDIA -> tally.count(Counted.ATTACHMENTS);
                case TERM ->
                    tally.skip(
                            "term of the taxonomy " + Tally.quote(part.value().first("taxonomy")));
                case FAILURE ->
                    tally.leaveOut(
                            part.document(),
                            part.line(),
                            part.pointer(),
                            "is an error of WordPress in the place of an answer: "
                                    + Tally.quote(part.value().first("code")));
                case OTHER -> {
                    String type = part.value().first("type");
                    tally.skip(
                            type.isEmpty()
                                    ? "thing that WordPress does not know"
                                    : "item of type " + Tally.quote(type));
                }
                default -> {}
            }
        } catch (IllegalArgumentException e) {
            tally.leaveOut(part.document(), part.line(), part.pointer(), Tally.clean(String.valueOf(e.getMessage())));
        }
    }

    private void article(JsonPass.Part part) {
        JsonValue post = part.value();
        String headline = WxrSlugs.plain(WpRest.rendered(post.at("title")));
        Instant publishedAt = publishedAt(post);
        Long number = WxrIndex.number(post.first("id"));
        String id = number == null ? id(post, headline, publishedAt) : Long.toString(number);
        String where = part.where(id.isEmpty() ? "post" : "post " + Tally.clean(id));
        if (id.isEmpty()) {
            tally.leaveOut(part.document(), part.line(), where, "has neither an id nor a slug nor a title");
            return;
        }
        if (!ids.add(id)) {
            tally.leaveOut(part.document(), part.line(), where, "stands twice; the first one counts");
            return;
        }
        if (post.first("status").equals("auto-draft")) {
            tally.skip("auto-draft");
            return;
        }
        ArticleStatus status = status(part, where, publishedAt, true);
        String body = body(post);
        Filed filed = filed(post);
        Article article = filed.on(
                        Article.builder(ArticleId.of(id), slug(part, where, headline, id, index.articleSlugs)))
                .status(status)
                .passwordProtected(isProtected(post))
                .headline(headline)
                .body(body)
                .excerpt(excerpt(post, body))
                .authors(authors(part, where))
                .publishedAt(publishedAt)
                .modifiedAt(date(post, "modified_gmt", "modified"))
                .language(language(post))
                .primary(primary(post, filed))
                .image(image(part, where))
                .sticky(post.at("sticky").isTrue())
                .canonicalUrl(canonical(post))
                .commentsOpen(!post.first("comment_status").equals("closed"))
                .commentCount(number == null ? 0 : index.comments(number))
                .build();
        tally.count(Counted.ARTICLES);
        items.accept(new Item.Article(article));
    }

    private static String id(JsonValue post, String headline, @Nullable Instant publishedAt) {
        String slug = WxrSlugs.slug(post.first("slug"));
        if (!slug.isEmpty()) {
            return WxrSlugs.key(slug);
        }
        String made = WxrSlugs.made(headline);
        return publishedAt == null || made.isEmpty() ? WxrSlugs.key(made) : WxrSlugs.key(publishedAt + "-" + made);
    }

    private String slug(JsonPass.Part part, String where, String title, String id, FreeSlugs slugs) {
        String own = WxrSlugs.key(WxrSlugs.slug(part.value().first("slug")));
        if (own.isEmpty()) {
            String made = WxrSlugs.made(title);
            return slugs.made(made.isEmpty() ? id : made);
        }
        String slug = slugs.own(own);
        if (!slug.equals(own)) {
            tally.warn(
                    part.document(),
                    part.line(),
                    where,
                    "has the slug " + Tally.quote(own) + ", which is taken, and gets " + Tally.quote(slug));
        }
        return slug;
    }

    private static boolean isProtected(JsonValue post) {
        return post.at("content", "protected").isTrue()
                || !post.first("password").isEmpty();
    }

    // What is stored has the editor's marks in it; what is rendered has none.
    private static String body(JsonValue post) {
        JsonValue content = post.at("content");
        String rendered =
                content.isText() ? content.text() : content.at("rendered").text();
        return rendered.isEmpty() ? ClassicText.toHtml(content.at("raw").text()) : rendered.strip();
    }

    // WordPress answers with the first words of the body where no editor wrote an excerpt.
    private static String excerpt(JsonValue post, String body) {
        JsonValue field = post.at("excerpt");
        if (field.has("raw")) {
            return WxrSlugs.plain(field.at("raw").text());
        }
        String plain = WxrSlugs.plain(WpRest.rendered(field));
        if (plain.endsWith("[…]") || plain.endsWith("[...]")) {
            return "";
        }
        String shown =
                plain.endsWith("…") ? plain.substring(0, plain.length() - 1).strip() : plain;
        String words = PlainText.of(body, WORDS_OF_AN_EXCERPT).replace('\n', ' ');
        return words.startsWith(shown) ? "" : plain;
    }

    private List<Author> authors(JsonPass.Part part, String where) {
        JsonValue post = part.value();
        Set<Author> authors = new LinkedHashSet<>();
        for (JsonValue author : post.at("_embedded", "author").values()) {
            add(authors, index.authors.get(author.first("id")));
        }
        for (JsonValue author : post.at("author").values()) {
            add(authors, index.authors.get(author.isObject() ? author.first("id") : author.text()));
        }
        String id = post.first("author");
        if (authors.isEmpty() && !id.isEmpty() && !id.equals("0")) {
            Author author = index.authors.get(id);
            if (author == null) {
                tally.warn(
                        part.document(),
                        post.at("author").line(),
                        where,
                        "has the author " + Tally.quote(id) + ", whom the source does not name");
            }
            add(authors, author);
        }
        return List.copyOf(authors);
    }

    private static void add(Set<Author> authors, @Nullable Author author) {
        if (author != null) {
            authors.add(author);
        }
    }

    private Filed filed(JsonValue post) {
        Filed filed = new Filed();
        file(post.at("categories"), index.terms::categoryById, filed, "category");
        file(post.at("tags"), index.terms::tagById, filed, "tag");
        return filed;
    }

    private <T extends Term> void file(JsonValue ids, Function<String, Optional<T>> terms, Filed filed, String what) {
        for (JsonValue id : ids.values()) {
            String key = id.isObject() ? id.first("id") : id.text();
            Optional<T> term = terms.apply(key);
            if (term.isPresent()) {
                filed.under(term.get());
            } else if (!what.equals("category") || !index.terms.knowsCategory(key)) {
                tally.skip(what + " that the source does not name");
            }
        }
    }

    private String primary(JsonValue post, Filed filed) {
        String id = post.at("meta").first("_yoast_wpseo_primary_category", "rank_math_primary_category");
        Term term = index.terms.categoryById(id).orElse(null);
        return term != null && filed.isUnder(term) ? term.key() : "";
    }

    private @Nullable Image image(JsonPass.Part part, String where) {
        JsonValue post = part.value();
        String id = post.first("featured_media");
        Long number = WxrIndex.number(id);
        Image image = number == null ? null : index.picture(number);
        if (image != null) {
            return image;
        }
        String url = post.first("jetpack_featured_media_url", "featured_image_src", "featured_media_src_url");
        if (SafeUrl.of(url).isPresent()) {
            return Image.of(url, "");
        }
        if (number != null) {
            tally.warn(
                    part.document(),
                    post.at("featured_media").line(),
                    where,
                    "has the picture " + Tally.quote(id) + ", which the source does not hold");
        }
        return null;
    }

    // Yoast states an address for each post; it says something only where it is another.
    private static String canonical(JsonValue post) {
        String stated = post.at("yoast_head_json").first("canonical");
        String link = post.first("link");
        boolean own = stated.isEmpty() || withoutSlash(stated).equals(withoutSlash(link));
        return own ? "" : SafeUrl.of(stated).orElse("");
    }

    private static String withoutSlash(String url) {
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }

    private Language language(JsonValue post) {
        String own = post.first("lang", "language", "locale");
        return own.isEmpty() ? index.language() : Language.of(own.replace('_', '-'));
    }

    private void page(JsonPass.Part part) {
        JsonValue post = part.value();
        String title = WxrSlugs.plain(WpRest.rendered(post.at("title")));
        Long id = WxrIndex.number(post.first("id"));
        String where = part.where("page " + Tally.clean(post.first("id")));
        if (id != null && !ids.add(Long.toString(id))) {
            tally.leaveOut(part.document(), part.line(), where, "stands twice; the first one counts");
            return;
        }
        Instant publishedAt = publishedAt(post);
        Long parent = WxrIndex.number(post.first("parent"));
        String fallback = id == null ? "page" : Long.toString(id);
        StaticPage page = new StaticPage(
                slug(part, where, title, fallback, index.pageSlugs),
                title,
                body(post),
                status(part, where, publishedAt, false),
                isProtected(post),
                publishedAt,
                parent == null || parent.equals(id) ? "" : index.page(parent),
                WxrArticles.position(post.first("menu_order")),
                language(post));
        tally.count(Counted.PAGES);
        items.accept(new Item.Page(page));
    }

    private @Nullable Instant publishedAt(JsonValue post) {
        String status = post.first("status");
        boolean unpublished = status.equals("draft") || status.equals("pending");
        return unpublished ? date(post, "date_gmt", "") : date(post, "date_gmt", "date");
    }

    private @Nullable Instant date(JsonValue value, String utc, String local) {
        Instant stated = MarkdownDates.of(value.first(utc), ZoneOffset.UTC);
        return stated == null ? MarkdownDates.of(value.first(local), options.zone()) : stated;
    }

    private ArticleStatus status(JsonPass.Part part, String where, @Nullable Instant publishedAt, boolean dated) {
        String stated = part.value().first("status");
        ArticleStatus status = switch (stated) {
            // Those who are not signed in see nothing else.
            case "publish", "" -> ArticleStatus.PUBLISHED;
            case "future" -> ArticleStatus.SCHEDULED;
            case "private" -> ArticleStatus.PRIVATE;
            case "trash" -> ArticleStatus.WITHDRAWN;
            case "draft", "pending" -> ArticleStatus.DRAFT;
            default -> {
                tally.warn(
                        part.document(),
                        part.line(),
                        where,
                        "has the status " + Tally.quote(stated) + ", which nobody knows, and becomes a draft");
                yield ArticleStatus.DRAFT;
            }
        };
        boolean needsDate = status == ArticleStatus.SCHEDULED || (status == ArticleStatus.PUBLISHED && dated);
        if (needsDate && publishedAt == null) {
            tally.warn(part.document(), part.line(), where, "is published, but has no date, and becomes a draft");
            return ArticleStatus.DRAFT;
        }
        return status;
    }

    static boolean isApproved(JsonValue comment) {
        String status = comment.first("status");
        return status.isEmpty() || WxrArticles.state(status) == CommentState.APPROVED;
    }

    private void comment(JsonPass.Part part) {
        JsonValue comment = part.value();
        Long id = WxrIndex.number(comment.first("id"));
        Long post = WxrIndex.number(comment.first("post"));
        Instant at = date(comment, "date_gmt", "date");
        String wrong = id == null || post == null
                ? "has no id, or none of its post, that is a number above zero"
                : at == null ? "has no date" : commentIds.add(id) ? "" : "stands twice; the first one counts";
        String where = part.where("comment " + (id == null ? "" : id));
        if (id == null || post == null || at == null || !wrong.isEmpty()) {
            tally.leaveOut(part.document(), part.line(), where, wrong);
            return;
        }
        String type = comment.first("type");
        if (!Set.of("", "comment", "pingback", "trackback").contains(type)) {
            tally.skip("comment of type " + Tally.quote(type));
            return;
        }
        Long parent = WxrIndex.number(comment.first("parent"));
        tally.count(Counted.COMMENTS);
        items.accept(new Item.Remark(
                new Comment(
                        CommentId.of(Long.toString(id)),
                        ArticleId.of(Long.toString(post)),
                        parent == null ? null : CommentId.of(Long.toString(parent)),
                        WxrArticles.kind(type),
                        isApproved(comment) ? CommentState.APPROVED : WxrArticles.state(comment.first("status")),
                        WxrSlugs.plain(comment.first("author_name")),
                        comment.first("author_url"),
                        WpRest.rendered(comment.at("content")).strip(),
                        at),
                sender(comment)));
    }

    private @Nullable Sender sender(JsonValue comment) {
        if (!options.senders()) {
            return null;
        }
        Long member = WxrIndex.number(comment.first("author"));
        Sender sender = new Sender(
                comment.first("author_email"),
                comment.first("author_ip"),
                comment.first("author_user_agent"),
                member == null ? "" : Long.toString(member));
        return sender.equals(Sender.unknown()) ? null : sender;
    }
}
