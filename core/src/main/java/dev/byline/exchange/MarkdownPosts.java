package dev.byline.exchange;

import dev.byline.article.Article;
import dev.byline.article.ArticleStatus;
import dev.byline.article.Image;
import dev.byline.article.StaticPage;
import dev.byline.taxonomy.Region;
import dev.byline.taxonomy.Section;
import dev.byline.taxonomy.Tag;
import dev.byline.taxonomy.Term;
import dev.byline.text.Html;
import dev.byline.text.Language;
import dev.byline.text.SafeUrl;
import dev.byline.text.Slug;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The second pass over Markdown documents: gives articles and pages, holding one at a time. */
final class MarkdownPosts {
    // In Hugo's order: what is published later than it is dated is not public before.
    private static final List<String> DATES =
            List.of("publishdate", "pubdate", "published", "publishedat", "date", "lastmod", "modified");
    static final String PAST_EXPIRY = "expiry date that had passed, so the article stays public";

    private final ImportOptions options;
    private final MarkdownIndex index;
    private final MarkdownBody markdown;
    private final Tally tally;
    private final Consumer<? super Item> items;
    private MarkdownPaths current = MarkdownPaths.of(List.of(), "", "", false, false);

    MarkdownPosts(ImportOptions options, MarkdownIndex index, Tally tally, Consumer<? super Item> items) {
        this.options = options;
        this.index = index;
        this.tally = tally;
        this.items = items;
        markdown = new MarkdownBody(this::link);
    }

    private String link(String reference) {
        return index.link(current, reference);
    }

    /** Whether a document is a page rather than an article: it says so, or says nothing that an article would. */
    static boolean isPage(MarkdownPaths path, FrontMatter fields) {
        String type = fields.plain("type").toLowerCase(Locale.ROOT);
        String layout = fields.plain("layout").toLowerCase(Locale.ROOT);
        if (type.equals("page") || layout.equals("page") || path.isPage()) {
            return true;
        }
        boolean filed =
                fields.has("tags") || fields.has("topics") || fields.has("categories") || fields.has("category");
        if (type.equals("post") || layout.equals("post") || path.isJekyll() || filed) {
            return false;
        }
        return path.isTop()
                || (!fields.flag("draft", false)
                        && !isDated(fields)
                        && MarkdownDates.ofName(path.name(), ZoneOffset.UTC) == null
                        && !fields.has("author")
                        && !fields.has("authors"));
    }

    private static boolean isDated(FrontMatter fields) {
        return DATES.stream().anyMatch(name -> fields.has(name) && !isFlag(fields.plain(name)));
    }

    /** The slug that a document asks for: its own, else the end of its address, else made of its file's name. */
    static String wish(MarkdownPaths path, FrontMatter fields) {
        String own = WxrSlugs.slug(fields.plain("slug"));
        if (own.isEmpty()) {
            own = lastSegment(fields.plain("url", "permalink"));
        }
        if (own.isEmpty()) {
            own = WxrSlugs.made(MarkdownDates.withoutDate(path.name()));
        }
        return own.isEmpty() ? Slug.FALLBACK : WxrSlugs.key(own);
    }

    static String lastSegment(String address) {
        // ":" begins a placeholder that only the generator can fill.
        if (address.indexOf(':') >= 0) {
            return "";
        }
        int end = MarkdownPaths.end(address);
        String last = "";
        while (end > 0 && (last.isEmpty() || last.equals("index.html"))) {
            int slash = address.lastIndexOf('/', end - 1);
            last = address.substring(slash + 1, end).strip();
            end = slash;
        }
        String lower = last.toLowerCase(Locale.ROOT);
        for (String ending : List.of(".html", ".htm", ".php")) {
            if (lower.endsWith(ending)) {
                return WxrSlugs.slug(last.substring(0, last.length() - ending.length()));
            }
        }
        return WxrSlugs.slug(last);
    }

    void give(MarkdownIndex.Entry entry, MarkdownDocument document) throws Refused {
        if (entry.given) {
            throw new Refused(0, "is there a second time");
        }
        entry.given = true;
        current = index.path(entry.document);
        if (entry.renamed()) {
            FrontMatter.Text slug = document.fields().text("slug");
            tally.warn(
                    entry.document,
                    slug == null ? 1 : slug.line(),
                    "slug",
                    "is " + Tally.quote(entry.wish) + ", which is taken, and becomes " + Tally.quote(entry.slug));
        }
        if (entry.page) {
            page(entry, current, document);
        } else {
            article(entry, current, document);
        }
    }

    private void article(MarkdownIndex.Entry entry, MarkdownPaths path, MarkdownDocument document) throws Refused {
        FrontMatter fields = document.fields();
        Instant publishedAt = publishedAt(entry.document, path, fields);
        ArticleStatus status = status(path, fields);
        if (status != ArticleStatus.DRAFT && publishedAt == null) {
            tally.warn(entry.document, 1, "date", "is missing, so the article becomes a draft");
            status = ArticleStatus.DRAFT;
        }
        List<Region> regions = new ArrayList<>();
        List<Section> sections = new ArrayList<>();
        for (Term term : terms(path, fields)) {
            if (term instanceof Region region) {
                regions.add(region);
            } else if (term instanceof Section section) {
                sections.add(section);
            }
        }
        Article article = Article.builder(MarkdownIndex.id(entry), entry.slug)
                .status(status)
                .passwordProtected(!fields.plain("password").isEmpty())
                .oldSlugs(oldSlugs(entry, fields))
                .headline(headline(path, document))
                .standfirst(markdown.plain(fields.plain("deck", "standfirst", "subtitle", "lead", "dek")))
                .body(body(document))
                .excerpt(markdown.plain(fields.plain("excerpt", "summary", "description")))
                .authors(index.names.authors(fields))
                .publishedAt(publishedAt)
                .modifiedAt(modifiedAt(entry.document, fields))
                .expiresAt(expiresAt(entry.document, fields))
                .language(language(path, fields))
                .translationGroup(path.language().isEmpty() ? "" : WxrSlugs.key(path.whole()))
                .regions(regions)
                .sections(sections)
                .tags(tags(path, fields))
                .image(image(fields))
                .sticky(fields.flag("sticky", false) || fields.flag("pin", false) || fields.flag("pinned", false))
                .canonicalUrl(
                        SafeUrl.of(fields.plain("canonicalurl", "canonical")).orElse(""))
                .commentsOpen(fields.flag("comments", true))
                .build();
        tally.count(Counted.ARTICLES);
        items.accept(new Item.Article(article));
        redirects(entry, fields);
    }

    private void page(MarkdownIndex.Entry entry, MarkdownPaths path, MarkdownDocument document) throws Refused {
        FrontMatter fields = document.fields();
        StaticPage page = new StaticPage(
                entry.slug,
                headline(path, document),
                body(document),
                status(path, fields),
                !fields.plain("password").isEmpty(),
                publishedAt(entry.document, path, fields),
                "",
                position(fields.plain("weight", "order", "navorder")),
                language(path, fields));
        tally.count(Counted.PAGES);
        items.accept(new Item.Page(page));
        redirects(entry, fields);
    }

    private static int position(String text) {
        try {
            return text.length() > 9 ? 0 : Integer.parseInt(text);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private String body(MarkdownDocument document) throws Refused {
        boolean titled = !title(document).isEmpty() || document.firstHeading().isEmpty();
        String written = titled ? document.body() : document.belowFirstHeading();
        String plain = TemplateTags.toMarkdown(written, !index.tree.isHugo(), this::link, this::dropped);
        return markdown.html(MarkdownAttributes.without(plain)).strip();
    }

    private void dropped(String tag) {
        tally.skip("template tag " + Tally.quote(Html.escape(tag)));
    }

    private static String title(MarkdownDocument document) {
        return WxrSlugs.plain(document.fields().plain("title", "headline"));
    }

    private String headline(MarkdownPaths path, MarkdownDocument document) throws Refused {
        String title = title(document);
        if (!title.isEmpty()) {
            return title;
        }
        String heading = document.firstHeading();
        return heading.isEmpty() ? MarkdownDates.withoutDate(path.name()).replace('-', ' ') : markdown.plain(heading);
    }

    private static ArticleStatus status(MarkdownPaths path, FrontMatter fields) {
        if (fields.flag("draft", path.isDraft()) || !fields.flag("published", true)) {
            return ArticleStatus.DRAFT;
        }
        return fields.flag("private", false) ? ArticleStatus.PRIVATE : ArticleStatus.PUBLISHED;
    }

    private @Nullable Instant publishedAt(String document, MarkdownPaths path, FrontMatter fields) {
        Instant date = instant(document, fields, DATES);
        return date == null ? MarkdownDates.ofName(path.name(), options.zone()) : date;
    }

    private @Nullable Instant modifiedAt(String document, FrontMatter fields) {
        return instant(
                document,
                fields,
                List.of("lastmod", "lastmodifiedat", "modified", "modifiedat", "updated", "updatedat"));
    }

    private @Nullable Instant expiresAt(String document, FrontMatter fields) {
        Instant expiry = instant(document, fields, List.of("expirydate", "expires", "expiresat", "unpublishdate"));
        Instant now = options.at();
        if (expiry == null || (now != null && expiry.isAfter(now))) {
            return expiry;
        }
        if (options.honourExpiry()) {
            tally.count(Counted.EXPIRED);
            return expiry;
        }
        tally.skip(PAST_EXPIRY);
        return null;
    }

    private @Nullable Instant instant(String document, FrontMatter fields, List<String> names) {
        for (String name : names) {
            FrontMatter.Text text = fields.text(name);
            boolean flag = text != null && name.equals("published") && isFlag(text.text());
            if (text == null || flag) {
                continue;
            }
            Instant instant = MarkdownDates.of(text.text().strip(), options.zone());
            if (instant != null) {
                return instant;
            }
            tally.warn(document, text.line(), name, "is no date: " + Tally.quote(text.text()));
        }
        return null;
    }

    // "published" is a truth value to Jekyll and a date to others.
    private static boolean isFlag(String text) {
        String folded = text.strip().toLowerCase(Locale.ROOT);
        return folded.equals("true") || folded.equals("false");
    }

    private Language language(MarkdownPaths path, FrontMatter fields) {
        String own = fields.plain("lang", "language", "locale");
        return Language.of(own.isEmpty() ? path.language().isEmpty() ? "und" : path.language() : own);
    }

    private List<Term> terms(MarkdownPaths path, FrontMatter fields) {
        List<String> names = words(fields, path.isJekyll(), "regions", "region", "countries", "country");
        // Jekyll reads the plural as several words, and never the singular.
        names.addAll(words(fields, path.isJekyll(), "categories"));
        names.addAll(words(fields, false, "category", "section", "sections"));
        return names.isEmpty() ? index.names.folder(path.section()) : index.names.terms(names);
    }

    private List<Tag> tags(MarkdownPaths path, FrontMatter fields) {
        List<String> names = words(fields, path.isJekyll(), "tags", "topics");
        return index.names.tags(names.isEmpty() ? words(fields, false, "tag", "topic", "keywords") : names);
    }

    /** A list as it is; one text at its commas, or where it has none, perhaps at its blanks. */
    private static List<String> words(FrontMatter fields, boolean blanks, String... names) {
        FrontMatter.Text text = fields.text(names);
        List<String> texts = fields.texts(names);
        if (text == null || texts.size() != 1 || !text.text().strip().equals(texts.get(0))) {
            return new ArrayList<>(texts);
        }
        char separator = text.text().indexOf(',') >= 0 ? ',' : blanks ? ' ' : '\n';
        List<String> words = new ArrayList<>();
        int from = 0;
        for (int to = 0; to <= text.text().length(); to++) {
            if (to == text.text().length() || text.text().charAt(to) == separator) {
                String word = text.text().substring(from, to).strip();
                if (!word.isEmpty()) {
                    words.add(word);
                }
                from = to + 1;
            }
        }
        return words;
    }

    private @Nullable Image image(FrontMatter fields) throws Refused {
        for (String name :
                List.of("image", "featuredimage", "cover", "images", "thumbnail", "primaryimage", "heroimage")) {
            for (FrontMatter.Value value : fields.values(name)) {
                FrontMatter inside = value instanceof FrontMatter.Fields nested
                        ? new FrontMatter(nested.fields())
                        : FrontMatter.EMPTY;
                String address = value instanceof FrontMatter.Text text
                        ? text.text().strip()
                        : inside.plain("url", "src", "path", "image", "file");
                if (MarkdownNames.isAddress(address) && SafeUrl.of(address).isPresent()) {
                    return image(address, inside, fields);
                }
            }
        }
        return null;
    }

    private Image image(String address, FrontMatter inside, FrontMatter around) throws Refused {
        String alt = inside.plain("alt");
        String caption = inside.plain("caption");
        return new Image(
                address,
                markdown.plain(alt.isEmpty() ? around.plain("imagealt", "alt") : alt),
                markdown.plain(caption.isEmpty() ? around.plain("imagecaption") : caption),
                markdown.plain(inside.plain("credit")),
                null,
                null);
    }

    private List<String> oldSlugs(MarkdownIndex.Entry entry, FrontMatter fields) {
        Set<String> slugs = new LinkedHashSet<>();
        for (String alias : aliases(fields)) {
            String slug = lastSegment(alias);
            if (!slug.isEmpty() && !slug.equals(entry.slug)) {
                slugs.add(WxrSlugs.key(slug));
            }
        }
        return List.copyOf(slugs);
    }

    private static Set<String> aliases(FrontMatter fields) {
        Set<String> paths = new LinkedHashSet<>();
        for (String alias : fields.texts("aliases", "alias", "redirectfrom")) {
            if (alias.indexOf(':') < 0) {
                paths.add(alias.startsWith("/") ? alias : "/" + alias);
            }
        }
        return paths;
    }

    // A host may write them into the configuration of its web server.
    private static boolean isPath(String alias) {
        return !alias.startsWith("//")
                && alias.indexOf('\\') < 0
                && !("/" + alias + "/").contains("/../")
                && alias.chars().noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT);
    }

    private void redirects(MarkdownIndex.Entry entry, FrontMatter fields) {
        String to = "/" + Slug.encoded(entry.slug);
        for (String from : aliases(fields)) {
            if (!isPath(from)) {
                tally.skip("alias that is no path of the site");
            } else if (!from.equals("/") && !from.equals(to) && !from.equals(to + "/")) {
                tally.count(Counted.REDIRECTS);
                items.accept(new Item.Redirect(from, to));
            }
        }
    }
}
