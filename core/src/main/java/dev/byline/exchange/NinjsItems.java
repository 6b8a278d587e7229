package dev.byline.exchange;

import dev.byline.article.Article;
import dev.byline.article.ArticleKind;
import dev.byline.article.ArticleStatus;
import dev.byline.article.Author;
import dev.byline.article.Image;
import dev.byline.exchange.json.JsonValue;
import dev.byline.text.Language;
import dev.byline.text.SafeUrl;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The second pass over items of ninjs: gives authors and articles, holding one item at a time. */
final class NinjsItems {
    private static final List<String> ENDINGS = List.of(".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif");

    private final ImportOptions options;
    private final NinjsVersions versions;
    private final Tally tally;
    private final Consumer<? super Item> items;
    private final NinjsTerms terms;
    private final Bylines authors = new Bylines();
    private final Set<String> given = new HashSet<>();
    private final FreeSlugs slugs = new FreeSlugs();

    NinjsItems(ImportOptions options, NinjsVersions versions, Tally tally, Consumer<? super Item> items) {
        this.options = options;
        this.versions = versions;
        this.tally = tally;
        this.items = items;
        terms = new NinjsTerms(options.categories());
    }

    void take(JsonPass.Part part) {
        JsonValue item = part.value();
        String type = item.first("type").toLowerCase(Locale.ROOT);
        if (!versions.isLast(item)) {
            tally.skip("earlier version of an item");
            return;
        }
        switch (type) {
            case "", "text", "composite" -> {
                try {
                    article(part);
                } catch (IllegalArgumentException e) {
                    tally.leaveOut(
                            part.document(), part.line(), part.pointer(), Tally.clean(String.valueOf(e.getMessage())));
                }
            }
            case "picture", "graphic", "audio", "video" -> tally.count(Counted.ATTACHMENTS);
            default -> tally.skip("item of type " + Tally.quote(type));
        }
    }

    private void article(JsonPass.Part part) {
        JsonValue item = part.value();
        String uri = NinjsVersions.uri(item);
        String where = part.where(Tally.clean(uri));
        if (uri.isEmpty()) {
            tally.leaveOut(part.document(), part.line(), where, "has no uri");
            return;
        }
        String headline = Ninjs.headline(item);
        Instant made = NinjsVersions.made(item);
        Instant publishedAt = publishedAt(item, made);
        String credit = WxrSlugs.oneLine(item.first("by", "byline"));
        List<Author> writers = writers(item, credit);
        boolean credited = writers.size() == 1 && writers.get(0).name().equals(credit);
        Filed filed = terms.filed(item);
        Article article = filed.on(Article.builder(StableIds.of(uri), slug(item, headline, uri)))
                .kind(kind(item))
                .status(status(part, where, publishedAt))
                .headline(headline)
                .standfirst(Ninjs.secondLine(item))
                .body(Ninjs.body(item))
                .excerpt(Ninjs.description(item))
                .authors(writers)
                .creditLine(credited ? "" : credit)
                .publishedAt(publishedAt)
                .modifiedAt(made)
                .expiresAt(expiresAt(item))
                .language(Language.of(item.first("language").isEmpty() ? "und" : item.first("language")))
                .image(image(item))
                .commentsOpen(true)
                .build();
        for (Author author : writers) {
            if (given.add(author.slug())) {
                tally.count(Counted.AUTHORS);
                items.accept(new Item.Author(author));
            }
        }
        tally.count(Counted.ARTICLES);
        items.accept(new Item.Article(article));
    }

    private String slug(JsonValue item, String headline, String uri) {
        int path = MarkdownPaths.end(uri);
        String end = uri.substring(Math.max(uri.lastIndexOf('/', path - 1), uri.lastIndexOf(':', path - 1)) + 1, path);
        for (String wish : List.of(headline, item.first("slugline"), end, uri)) {
            String made = WxrSlugs.made(wish);
            if (!made.isEmpty()) {
                return slugs.made(made);
            }
        }
        return slugs.made("item");
    }

    private List<Author> writers(JsonValue item, String credit) {
        Set<Author> named = new LinkedHashSet<>();
        for (JsonValue author : item.at("authors").values()) {
            Author known = authors.named(author.first("name"));
            if (known != null) {
                named.add(known);
            }
        }
        return named.isEmpty() ? authors.line(credit) : List.copyOf(named);
    }

    private static @Nullable Instant date(JsonValue item, String... names) {
        return MarkdownDates.of(item.first(names), ZoneOffset.UTC);
    }

    private static @Nullable Instant publishedAt(JsonValue item, @Nullable Instant made) {
        Instant first = date(item, "firstPublished", "firstpublished", "firstCreated", "firstcreated");
        Instant published = first == null ? made : first;
        Instant embargo = date(item, "embargoedUntil", "embargoeduntil", "embargoed");
        return embargo != null && (published == null || embargo.isAfter(published)) ? embargo : published;
    }

    private ArticleStatus status(JsonPass.Part part, String where, @Nullable Instant publishedAt) {
        String stated = part.value().first("pubStatus", "pubstatus").toLowerCase(Locale.ROOT);
        ArticleStatus status = switch (stated) {
            case "", "usable" -> ArticleStatus.PUBLISHED;
            case "withheld" -> ArticleStatus.DRAFT;
            case "canceled", "cancelled" -> ArticleStatus.WITHDRAWN;
            default -> {
                tally.warn(
                        part.document(),
                        part.line(),
                        where,
                        "has the status " + Tally.quote(stated) + ", which nobody knows, and becomes a draft");
                yield ArticleStatus.DRAFT;
            }
        };
        if (status == ArticleStatus.PUBLISHED && publishedAt == null) {
            tally.warn(part.document(), part.line(), where, "is usable, but has no date, and becomes a draft");
            return ArticleStatus.DRAFT;
        }
        return status;
    }

    private static ArticleKind kind(JsonValue item) {
        for (JsonValue genre : item.any("genres", "genre").values()) {
            switch (genre.first("name", "literal", "code").toLowerCase(Locale.ROOT)) {
                case "analysis", "background", "backgrounder" -> {
                    return ArticleKind.ANALYSIS;
                }
                case "opinion", "editorial", "column" -> {
                    return ArticleKind.OPINION;
                }
                case "review" -> {
                    return ArticleKind.REVIEW;
                }
                case "advertorial", "advertiser supplied", "sponsored" -> {
                    return ArticleKind.SPONSORED;
                }
                default -> {}
            }
        }
        return ArticleKind.NEWS;
    }

    private @Nullable Instant expiresAt(JsonValue item) {
        Instant expiry = date(item, "expires", "expiry");
        Instant now = options.at();
        if (expiry == null || (now != null && expiry.isAfter(now))) {
            return expiry;
        }
        if (options.honourExpiry()) {
            tally.count(Counted.EXPIRED);
            return expiry;
        }
        tally.skip(MarkdownPosts.PAST_EXPIRY);
        return null;
    }

    // A picture goes before a graphic, which often is a logo.
    private @Nullable Image image(JsonValue item) {
        Image graphic = null;
        Image picture = null;
        for (JsonValue other : Ninjs.associations(item)) {
            String type = other.first("type").toLowerCase(Locale.ROOT);
            if (type.equals("picture") || type.equals("graphic")) {
                tally.count(Counted.ATTACHMENTS);
                Image found = imageOf(other);
                picture = picture == null && type.equals("picture") ? found : picture;
                graphic = graphic == null ? found : graphic;
            }
        }
        Image own = picture == null ? graphic : picture;
        return own == null ? imageOf(item) : own;
    }

    private static @Nullable Image imageOf(JsonValue item) {
        JsonValue largest = JsonValue.NOTHING;
        long most = -1;
        for (JsonValue file : Ninjs.renditions(item)) {
            Long width = WxrIndex.number(file.first("width"));
            if ((width == null ? 0 : width) > most
                    && isPicture(file)
                    && !href(file).isEmpty()) {
                largest = file;
                most = width == null ? 0 : width;
            }
        }
        String url = most < 0 ? "" : href(largest);
        if (url.isEmpty() && isPictureFile(item.first("uri"))) {
            url = SafeUrl.of(item.first("uri")).orElse("");
        }
        boolean whole = item.has("bodies") || item.has("body_html") || item.has("body_text") || item.has("body_xhtml");
        return url.isEmpty()
                ? null
                : new Image(
                        url,
                        whole ? "" : Ninjs.headline(item),
                        whole ? "" : Ninjs.description(item),
                        whole ? "" : WxrSlugs.oneLine(item.first("by", "byline", "copyrightHolder", "copyrightholder")),
                        WpRestIndex.pixels(largest.first("width")),
                        WpRestIndex.pixels(largest.first("height")));
    }

    private static String href(JsonValue file) {
        return SafeUrl.of(file.first("href")).orElse("");
    }

    private static boolean isPicture(JsonValue file) {
        String type = file.first("contentType", "contenttype", "mimetype").toLowerCase(Locale.ROOT);
        return type.isEmpty() ? isPictureFile(file.first("href")) : type.startsWith("image/");
    }

    static boolean isPictureFile(String address) {
        String path = address.substring(0, MarkdownPaths.end(address)).toLowerCase(Locale.ROOT);
        return ENDINGS.stream().anyMatch(path::endsWith);
    }
}
