package dev.byline.exchange;

import dev.byline.article.Access;
import dev.byline.article.Article;
import dev.byline.article.ArticleId;
import dev.byline.article.ArticleStatus;
import dev.byline.article.Author;
import dev.byline.article.Image;
import dev.byline.article.StaticPage;
import dev.byline.exchange.json.JsonValue;
import dev.byline.exchange.json.JsonWalk;
import dev.byline.taxonomy.Term;
import dev.byline.text.Html;
import dev.byline.text.Language;
import dev.byline.text.SafeUrl;
import dev.byline.text.Slug;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The second pass over Ghost's tables: gives articles and pages, holding one at a time. */
final class GhostPosts implements JsonPass.Parts {
    private final GhostIndex index;
    private final Tally tally;
    private final Consumer<? super Item> items;
    private final NamedTerms terms;
    private final LongSet ids = new LongSet();

    GhostPosts(ImportOptions options, GhostIndex index, Tally tally, Consumer<? super Item> items) {
        this.index = index;
        this.tally = tally;
        this.items = items;
        terms = new NamedTerms(options.categories());
    }

    @Override
    public JsonWalk.Step step(String place, JsonWalk.Kind kind) {
        return Ghost.step(place, kind);
    }

    @Override
    public void take(JsonPass.Part part) {
        switch (Ghost.table(part.place())) {
            case "posts", "pages" -> {
                try {
                    post(part);
                } catch (IllegalArgumentException e) {
                    tally.leaveOut(
                            part.document(), part.line(), part.pointer(), Tally.clean(String.valueOf(e.getMessage())));
                }
            }
            case "comments" -> tally.skip("comment of a member");
            default -> {}
        }
    }

    private void post(JsonPass.Part part) {
        JsonValue row = Ghost.row(part.value());
        String id = Ghost.id(part.value());
        boolean page = Ghost.isPage(part, row);
        String where = part.where((page ? "page " : "post ") + Tally.clean(id));
        if (id.isEmpty()) {
            tally.leaveOut(part.document(), part.line(), part.pointer(), "has neither an id nor a slug");
            return;
        }
        if (!ids.add(id)) {
            tally.leaveOut(part.document(), part.line(), where, "stands twice; the first one counts");
            return;
        }
        String title = WxrSlugs.oneLine(row.first("title"));
        Instant publishedAt = Ghost.instant(row.first("published_at"));
        ArticleStatus status = status(part, row, where, publishedAt, page);
        String body = body(part, row, where);
        String slug = slug(part, row, where, title, page);
        if (page) {
            tally.count(Counted.PAGES);
            items.accept(
                    new Item.Page(new StaticPage(slug, title, body, status, false, publishedAt, "", 0, language(row))));
            return;
        }
        List<GhostIndex.Known> tags = index.tags(row, id);
        Filed filed = filed(tags);
        Article article = filed.on(Article.builder(ArticleId.of(id), slug))
                .status(status)
                .headline(title)
                .body(body)
                .excerpt(WxrSlugs.oneLine(row.first("custom_excerpt")))
                .authors(authors(part, row, id, where))
                .publishedAt(publishedAt)
                .modifiedAt(Ghost.instant(row.first("updated_at")))
                .language(language(row))
                .primary(primary(tags, filed))
                .image(image(row, id))
                .access(access(row))
                .sticky(row.at("featured").isTrue())
                .canonicalUrl(
                        SafeUrl.of(Ghost.local(row.first("canonical_url"))).orElse(""))
                .commentsOpen(true)
                .build();
        tally.count(Counted.ARTICLES);
        items.accept(new Item.Article(article));
    }

    private ArticleStatus status(
            JsonPass.Part part, JsonValue row, String where, @Nullable Instant publishedAt, boolean page) {
        String stated = row.first("status");
        ArticleStatus status = switch (stated) {
            // The interface to the content shows nothing else, and does not say so.
            case "published", "" -> ArticleStatus.PUBLISHED;
            case "scheduled" -> ArticleStatus.SCHEDULED;
            case "sent" -> ArticleStatus.PRIVATE;
            case "draft" -> ArticleStatus.DRAFT;
            default -> {
                tally.warn(
                        part.document(),
                        part.line(),
                        where,
                        "has the status " + Tally.quote(stated) + ", which nobody knows, and becomes a draft");
                yield ArticleStatus.DRAFT;
            }
        };
        boolean needsDate = status == ArticleStatus.SCHEDULED || (status == ArticleStatus.PUBLISHED && !page);
        if (needsDate && publishedAt == null) {
            tally.warn(part.document(), part.line(), where, "is published, but has no date, and becomes a draft");
            return ArticleStatus.DRAFT;
        }
        return status;
    }

    private String body(JsonPass.Part part, JsonValue row, String where) {
        String html = row.at("html").text();
        if (!html.isBlank()) {
            return Ghost.local(html).strip();
        }
        String plain = row.at("plaintext").text();
        if (!plain.isBlank()) {
            return ClassicText.toHtml(Html.escape(Ghost.local(plain).strip()));
        }
        if (!row.has("html") && !row.has("plaintext") && !row.first("title").isEmpty()) {
            tally.warn(
                    part.document(),
                    part.line(),
                    where,
                    "has neither HTML nor plain text, which an export of a newer Ghost would hold; its body is empty");
        }
        return "";
    }

    private String slug(JsonPass.Part part, JsonValue row, String where, String title, boolean page) {
        FreeSlugs slugs = page ? index.pageSlugs : index.articleSlugs;
        String own = WxrSlugs.key(WxrSlugs.slug(row.first("slug")));
        if (own.isEmpty()) {
            String made = WxrSlugs.made(title);
            String named = made.isEmpty() ? WxrSlugs.made(Ghost.id(part.value())) : made;
            return slugs.made(named.isEmpty() ? Slug.FALLBACK : named);
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

    private List<Author> authors(JsonPass.Part part, JsonValue row, String id, String where) {
        Set<Author> authors = new LinkedHashSet<>();
        for (String key : index.authors(row, id)) {
            Author author = index.authors.get(key);
            if (author == null) {
                tally.warn(
                        part.document(),
                        part.line(),
                        where,
                        "has the author " + Tally.quote(key) + ", whom the source does not name");
            } else {
                authors.add(author);
            }
        }
        return List.copyOf(authors);
    }

    private Filed filed(List<GhostIndex.Known> tags) {
        Filed filed = new Filed();
        for (int i = 0; i < tags.size(); i++) {
            GhostIndex.Known tag = tags.get(i);
            if (i == 0 || terms.isKnown(tag.slug(), tag.name())) {
                filed.under(terms.category(tag.slug(), tag.name()));
            }
            filed.under(terms.tag(tag.slug(), tag.name()));
        }
        return filed;
    }

    private String primary(List<GhostIndex.Known> tags, Filed filed) {
        Term first = tags.isEmpty()
                ? null
                : terms.category(tags.get(0).slug(), tags.get(0).name());
        return first != null && filed.isUnder(first) ? first.key() : "";
    }

    private static Access access(JsonValue row) {
        return switch (row.first("visibility")) {
            case "members" -> Access.REGISTRATION;
            case "paid", "tiers", "filter" -> Access.SUBSCRIPTION;
            default -> Access.OPEN;
        };
    }

    private @Nullable Image image(JsonValue row, String id) {
        String url =
                SafeUrl.of(Ghost.local(row.first("feature_image", "image"))).orElse("");
        if (url.isEmpty()) {
            return null;
        }
        GhostIndex.Meta meta = index.meta(id);
        String alt = WxrSlugs.oneLine(row.first("feature_image_alt"));
        String caption = WxrSlugs.plain(row.first("feature_image_caption"));
        return new Image(
                url,
                alt.isEmpty() && meta != null ? meta.alt() : alt,
                caption.isEmpty() && meta != null ? meta.caption() : caption,
                "",
                null,
                null);
    }

    private Language language(JsonValue row) {
        String own = row.first("locale");
        return own.isEmpty() ? index.language() : Language.of(own.replace('_', '-'));
    }
}
