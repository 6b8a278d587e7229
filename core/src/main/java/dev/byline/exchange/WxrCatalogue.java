package dev.byline.exchange;

import dev.byline.article.Article;
import dev.byline.article.ArticleId;
import dev.byline.article.Author;
import dev.byline.article.Image;
import dev.byline.article.Publication;
import dev.byline.comment.Comment;
import dev.byline.comment.CommentId;
import dev.byline.taxonomy.Gazetteer;
import dev.byline.taxonomy.Menu;
import dev.byline.taxonomy.MenuTarget;
import dev.byline.taxonomy.Region;
import dev.byline.taxonomy.Section;
import dev.byline.taxonomy.Tag;
import dev.byline.taxonomy.Term;
import dev.byline.text.Language;
import dev.byline.text.Slug;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the first pass over the items gathers for a WXR file: its head, the numbers of things, and the comments. */
final class WxrCatalogue {
    // Beyond it, WordPress's own editor loses digits.
    private static final long GREATEST_OWN_ID = 1_000_000_000_000_000L;

    /**
     * A term as WXR writes it.
     *
     * @param id its number in the file
     * @param nicename the slug
     * @param name plain text
     * @param parent the nicename of the term above; empty where there is none
     */
    record Entry(long id, String nicename, String name, String parent) {}

    private final Publication unknown = Publication.of("", "", Language.UNDETERMINED, ZoneOffset.UTC);
    private @Nullable Publication publication;
    private final Map<String, Author> authors = new LinkedHashMap<>();
    private final Map<String, Entry> categories = new LinkedHashMap<>();
    private final Map<String, Entry> tags = new LinkedHashMap<>();
    private final Set<String> nicenames = new HashSet<>();
    private final Map<String, Integer> suffixes = new HashMap<>();
    private final Map<Image, Long> images = new LinkedHashMap<>();
    private final Map<String, Long> pages = new LinkedHashMap<>();
    private final Map<ArticleId, Long> articleIds = new HashMap<>();
    private final Map<String, Long> articles = new HashMap<>();
    private final List<Menu> menus = new ArrayList<>();
    private final Set<String> wantedArticles = new HashSet<>();
    private final Map<ArticleId, List<Item.Remark>> comments = new HashMap<>();
    private final List<ArticleId> oddArticleIds = new ArrayList<>();
    private final Map<CommentId, Long> commentIds = new HashMap<>();
    private final List<CommentId> oddCommentIds = new ArrayList<>();
    private long greatestId;
    private long greatestCommentId;
    private long terms;

    void add(Item item) {
        if (item instanceof Item.Site site) {
            publication = publication == null ? site.publication() : publication;
        } else if (item instanceof Item.Author author) {
            authors.put(author.author().slug(), author.author());
        } else if (item instanceof Item.Article article) {
            add(article.article());
        } else if (item instanceof Item.Page page) {
            pages.put(page.page().slug(), 0L);
        } else if (item instanceof Item.Navigation navigation) {
            add(navigation.menu());
        } else if (item instanceof Item.Remark remark) {
            Comment comment = remark.comment();
            comments.computeIfAbsent(comment.article(), key -> new ArrayList<>())
                    .add(remark);
            Long own = own(comment.id().value());
            if (own == null) {
                oddCommentIds.add(comment.id());
            } else {
                greatestCommentId = Math.max(greatestCommentId, own);
            }
        }
    }

    private void add(Article article) {
        Long own = own(article.id().value());
        if (own == null) {
            oddArticleIds.add(article.id());
        } else {
            greatestId = Math.max(greatestId, own);
        }
        article.authors().forEach(author -> authors.putIfAbsent(author.slug(), author));
        article.regions().forEach(this::category);
        article.sections().forEach(this::category);
        article.tags().forEach(this::tag);
        Image image = article.image();
        if (image != null) {
            images.put(image, 0L);
        }
    }

    private void add(Menu menu) {
        menus.add(menu);
        Deque<Menu.Entry> open = new ArrayDeque<>(menu.entries());
        while (!open.isEmpty()) {
            Menu.Entry entry = open.pop();
            open.addAll(entry.entries());
            if (entry.target().kind() == MenuTarget.Kind.ARTICLE) {
                wantedArticles.add(entry.target().key());
            }
        }
    }

    /** Gives numbers to what has none of its own. */
    void number() {
        for (ArticleId id : oddArticleIds) {
            articleIds.computeIfAbsent(id, key -> ++greatestId);
        }
        for (CommentId id : oddCommentIds) {
            commentIds.computeIfAbsent(id, key -> ++greatestCommentId);
        }
        pages.replaceAll((slug, none) -> ++greatestId);
        images.replaceAll((image, none) -> ++greatestId);
    }

    private static @Nullable Long own(String id) {
        Long number = WxrIndex.number(id);
        return number == null
                        || number > GREATEST_OWN_ID
                        || !Long.toString(number).equals(id)
                ? null
                : number;
    }

    long id(ArticleId id) {
        Long own = own(id.value());
        return own == null ? articleIds.getOrDefault(id, 0L) : own;
    }

    long id(CommentId id) {
        Long own = own(id.value());
        return own == null ? commentIds.getOrDefault(id, 0L) : own;
    }

    long nextId() {
        return ++greatestId;
    }

    long nextTermId() {
        return ++terms;
    }

    Publication publication() {
        return publication == null ? unknown : publication;
    }

    boolean hasSite() {
        return publication != null;
    }

    Iterable<Author> authors() {
        return authors.values();
    }

    Iterable<Entry> categories() {
        return categories.values();
    }

    Iterable<Entry> tags() {
        return tags.values();
    }

    Map<Image, Long> images() {
        return images;
    }

    List<Menu> menus() {
        return menus;
    }

    long pageId(String slug) {
        return pages.getOrDefault(slug, 0L);
    }

    long articleId(String slug) {
        return articles.getOrDefault(slug, 0L);
    }

    /** Remembers the number of an article if a menu leads to it. */
    void written(Article article) {
        if (wantedArticles.contains(article.slug())) {
            articles.putIfAbsent(article.slug(), id(article.id()));
        }
    }

    /** The comments on an article in their order; gives them once. */
    List<Item.Remark> commentsOn(ArticleId article) {
        List<Item.Remark> found = comments.remove(article);
        return found == null ? List.of() : found;
    }

    /** How many comments nobody asked for. */
    long orphans() {
        return comments.values().stream().mapToLong(List::size).sum();
    }

    Entry category(Term term) {
        String key = (term instanceof Region ? "region " : "section ") + term.key();
        Entry known = categories.get(key);
        if (known == null) {
            Term above = term instanceof Region region
                    ? region.parent()
                    : term instanceof Section section ? section.parent() : null;
            // Terms lie at most eight deep, so this ends.
            String parent = above == null ? "" : category(above).nicename();
            known = new Entry(++terms, nicename(term), term.name(), parent);
            categories.put(key, known);
        }
        return known;
    }

    // A region that Byline ships is found again by its name, whichever of the two bears it, so that the slug can be the
    // one that WordPress would make.
    private String nicename(Term term) {
        String wish = term.key();
        if (term instanceof Region) {
            String shipped = Gazetteer.standard().region(term.key()).name();
            if (names(term.name(), term)) {
                wish = Slug.of(term.name());
            } else if (names(shipped, term)) {
                wish = Slug.of(shipped);
            }
        }
        String nicename = wish;
        int next = suffixes.getOrDefault(wish, 2);
        while (!nicenames.add(nicename)) {
            nicename = wish + "-" + next++;
        }
        suffixes.put(wish, next);
        return nicename;
    }

    private static boolean names(String name, Term region) {
        return Gazetteer.standard()
                .find(name)
                .map(Region::key)
                .filter(region.key()::equals)
                .isPresent();
    }

    Entry tag(Tag tag) {
        return tags.computeIfAbsent(tag.key(), key -> new Entry(++terms, key, tag.name(), ""));
    }
}
