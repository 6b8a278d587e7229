package dev.byline.exchange;

import dev.byline.article.Article;
import dev.byline.article.ArticleId;
import dev.byline.article.ArticleStatus;
import dev.byline.article.Author;
import dev.byline.article.Image;
import dev.byline.text.Language;
import dev.byline.text.SafeUrl;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The second pass over feeds: gives authors and articles, holding one entry at a time. */
final class FeedEntries {
    private static final int LONGEST_KEYWORD = 100;

    private final ImportOptions options;
    private final FreeSlugs slugs;
    private final Tally tally;
    private final Consumer<? super Item> items;
    private final NamedTerms terms;
    private final Bylines authors = new Bylines();
    private final Set<String> given = new HashSet<>();
    private final LongSet ids = new LongSet();

    FeedEntries(ImportOptions options, FreeSlugs slugs, Tally tally, Consumer<? super Item> items) {
        this.options = options;
        this.slugs = slugs;
        this.tally = tally;
        this.items = items;
        terms = new NamedTerms(options.categories());
    }

    /** What takes the entries of a document. */
    FeedParser.Parts of(String document) {
        return entry -> {
            try {
                take(document, entry);
            } catch (IllegalArgumentException e) {
                tally.leaveOut(document, entry.line, "entry", Tally.clean(String.valueOf(e.getMessage())));
            }
        };
    }

    private void take(String document, FeedEntry entry) {
        String named = entry.id.isEmpty() ? entry.link.isEmpty() ? entry.about : entry.link : entry.id;
        String called = named.isEmpty() ? (entry.title + " " + entry.published).strip() : named;
        if (called.isEmpty()) {
            tally.leaveOut(document, entry.line, "entry", "has neither an id nor an address nor a title");
            return;
        }
        ArticleId id = StableIds.of(called);
        String where = "entry " + Tally.clean(id.value());
        if (!ids.add(id.value())) {
            tally.leaveOut(document, entry.line, where, "stands twice; the first one counts");
            return;
        }
        if (entry.elsewhere && entry.content.isEmpty()) {
            tally.warn(document, entry.line, where, "has its content at another address, which is not read");
        }
        Instant updated = date(document, entry, where, entry.updated);
        Instant published = date(document, entry, where, entry.published);
        Instant publishedAt = published == null ? updated : published;
        if (publishedAt == null && entry.published.isEmpty() && entry.updated.isEmpty()) {
            tally.warn(document, entry.line, where, "has no date, and becomes a draft");
        }
        List<Author> writers = writers(entry);
        boolean summed = entry.content.isBlank();
        Article article = filed(entry)
                .on(Article.builder(id, slug(entry)))
                .status(publishedAt == null ? ArticleStatus.DRAFT : ArticleStatus.PUBLISHED)
                .headline(entry.title)
                .body(FeedLinks.absolute((summed ? entry.summary : entry.content).strip(), entry.base))
                .excerpt(summed ? "" : WxrSlugs.plain(entry.summary))
                .authors(writers)
                .publishedAt(publishedAt)
                .modifiedAt(updated)
                .language(Language.of(entry.language.isEmpty() ? "und" : entry.language))
                .image(image(entry))
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

    private @Nullable Instant date(String document, FeedEntry entry, String where, String text) {
        Instant date = FeedDates.of(text, options.zone());
        if (date == null && !text.isBlank()) {
            tally.warn(document, entry.line, where, "has a date that is none: " + Tally.quote(text));
        }
        return date;
    }

    private String slug(FeedEntry entry) {
        String own = ownSlug(entry);
        if (!own.isEmpty()) {
            return slugs.own(own);
        }
        String made = WxrSlugs.made(entry.title);
        return slugs.made(made.isEmpty() ? "entry" : made);
    }

    /** The end of the entry's address, if that names it and not only counts. */
    static String ownSlug(FeedEntry entry) {
        int host = entry.link.indexOf("://");
        int path = host < 0 ? -1 : entry.link.indexOf('/', host + 3);
        if (path < 0 || entry.link.indexOf('?') >= 0) {
            return "";
        }
        String last = MarkdownPosts.lastSegment(entry.link.substring(path));
        boolean named = last.chars().anyMatch(Character::isLetter) && !last.equals("index");
        return named ? WxrSlugs.key(last) : "";
    }

    private List<Author> writers(FeedEntry entry) {
        Set<Author> writers = new LinkedHashSet<>();
        for (String stated : entry.authors) {
            Author author = authors.named(person(WxrSlugs.plain(stated)));
            if (author != null) {
                writers.add(author);
            }
        }
        return List.copyOf(writers);
    }

    /** The name in "ann@desk.example (Ann Lee)" and its like; of an address alone what stands before the "@". */
    private static String person(String text) {
        if (text.indexOf('@') < 0) {
            return text;
        }
        int open = text.indexOf('(');
        int close = text.indexOf(')', open + 1);
        if (open >= 0 && close > open + 1 && text.substring(open, close).indexOf('@') < 0) {
            return text.substring(open + 1, close);
        }
        StringBuilder name = new StringBuilder();
        String alone = "";
        for (String word : text.split(" ", -1)) {
            if (word.indexOf('@') < 0) {
                name.append(word).append(' ');
            } else if (alone.isEmpty()) {
                alone = word.replace("<", "");
            }
        }
        return name.toString().isBlank() ? alone : name.toString();
    }

    private Filed filed(FeedEntry entry) {
        Filed filed = new Filed();
        for (FeedEntry.Category category : entry.categories) {
            filed.under(terms.category(category.term(), category.name()));
        }
        for (String keyword : entry.keywords) {
            if (keyword.length() <= LONGEST_KEYWORD) {
                filed.under(terms.tag("", keyword));
            }
        }
        return filed;
    }

    private static @Nullable Image image(FeedEntry entry) {
        FeedEntry.Picture best = null;
        long most = -1;
        for (FeedEntry.Picture picture : entry.pictures) {
            Long width = WxrIndex.number(picture.width);
            long worth = picture.thumbnail ? 0 : 1 + (width == null ? 0 : width);
            if (worth > most && SafeUrl.of(picture.url).isPresent()) {
                best = picture;
                most = worth;
            }
        }
        return best == null
                ? null
                : new Image(
                        SafeUrl.of(best.url).orElse(best.url),
                        best.title,
                        best.description,
                        best.credit,
                        WpRestIndex.pixels(best.width),
                        WpRestIndex.pixels(best.height));
    }
}
