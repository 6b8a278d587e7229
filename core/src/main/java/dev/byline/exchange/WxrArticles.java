package dev.byline.exchange;

import dev.byline.article.Article;
import dev.byline.article.ArticleId;
import dev.byline.article.ArticleKind;
import dev.byline.article.ArticleStatus;
import dev.byline.article.Image;
import dev.byline.article.StaticPage;
import dev.byline.comment.Comment;
import dev.byline.comment.CommentId;
import dev.byline.comment.CommentState;
import dev.byline.comment.Sender;
import dev.byline.taxonomy.Region;
import dev.byline.taxonomy.Section;
import dev.byline.taxonomy.Tag;
import dev.byline.taxonomy.Term;
import dev.byline.text.SafeUrl;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The second pass over a WXR source: gives its articles, pages and comments, holding no more than one at a time. */
final class WxrArticles implements WxrParser.Parts, WxrMenus.Posts {
    private static final Set<String> COMMENT_TYPES = Set.of("", "comment", "pingback", "trackback");
    private static final int MOST_OLD_SLUGS = 100;

    private final ImportOptions options;
    private final WxrIndex index;
    private final Tally tally;
    private final Consumer<? super Item> items;
    private final LongSet ids = new LongSet();
    private final LongSet commentIds = new LongSet();
    private final LongSet slugs = new LongSet();
    private final Map<Long, WxrMenus.Post> inMenus = new HashMap<>();
    private String document = "";
    private @Nullable Current current;

    WxrArticles(ImportOptions options, WxrIndex index, Tally tally, Consumer<? super Item> items) {
        this.options = options;
        this.index = index;
        this.tally = tally;
        this.items = items;
    }

    /** The item that is being read. */
    private static final class Current {
        private final WxrItem item;
        private final List<WxrItem.Comment> waiting = new ArrayList<>(0);
        // The id once it is certain that the item can be taken, with its comments.
        private @Nullable Long id;
        private boolean decided;
        private int approved;

        Current(WxrItem item) {
            this.item = item;
        }
    }

    void begin(String document) {
        this.document = document;
    }

    @Override
    public boolean whole() {
        return true;
    }

    @Override
    public WxrMenus.@Nullable Post page(long id) {
        return index.page(id);
    }

    @Override
    public WxrMenus.@Nullable Post article(long id) {
        return inMenus.get(id);
    }

    // WordPress writes comments last, so what they belong to is known, and they need not be held. Elsewhere they wait.
    @Override
    public boolean comment(WxrItem item, WxrItem.Comment comment) {
        Current now = current(item);
        if (!now.decided && !item.id.isEmpty() && !item.type.isEmpty() && !item.status.isEmpty()) {
            decide(now);
        }
        if (!now.decided) {
            now.waiting.add(comment);
            return false;
        }
        give(now, comment);
        return true;
    }

    @Override
    public void item(WxrItem item) {
        Current now = current(item);
        if (!now.decided) {
            decide(now);
        }
        now.waiting.forEach(comment -> give(now, comment));
        current = null;
        if (now.id == null) {
            return;
        }
        try {
            if (item.type.equals("page")) {
                page(item, now.id);
            } else {
                article(now, now.id);
            }
        } catch (IllegalArgumentException e) {
            tally.leaveOut(document, item.line, where(now), String.valueOf(e.getMessage()));
        }
    }

    private Current current(WxrItem item) {
        Current now = current;
        if (now == null || now.item != item) {
            now = new Current(item);
            current = now;
        }
        return now;
    }

    private void decide(Current now) {
        WxrItem item = now.item;
        now.decided = true;
        Long id = WxrIndex.number(item.id);
        if (id == null) {
            tally.leaveOut(document, item.line, "item", "has no post id that is a number above zero");
        } else if (!item.type.equals("nav_menu_item") && !ids.add(id)) {
            tally.leaveOut(document, item.line, "post " + id, "stands twice; the first one counts");
        } else if (item.status.equals("auto-draft")) {
            tally.skip("auto-draft");
        } else {
            switch (item.type) {
                case "post", "", "page" -> now.id = id;
                case "attachment" -> tally.count(Counted.ATTACHMENTS);
                case "guest-author" -> tally.skip("guest author, who is among the authors");
                case "nav_menu_item" -> {
                    if (index.terms.menu(item).isEmpty()) {
                        tally.skip("menu item of no menu");
                    } else if (!item.status.equals("publish")) {
                        tally.skip("menu item that is not published");
                    }
                }
                default -> tally.skip("item of type " + Tally.quote(item.type));
            }
        }
    }

    private static String where(Current now) {
        return (now.item.type.equals("page") ? "page " : "post ") + now.item.id;
    }

    private void article(Current now, long id) {
        WxrItem item = now.item;
        Instant publishedAt = publishedAt(item);
        ArticleStatus status = status(item, publishedAt, where(now));
        String headline = WxrSlugs.plain(item.title);
        String slug = slug(now, id, headline);
        Set<String> oldSlugs = new LinkedHashSet<>();
        for (String old : item.oldSlugs) {
            String oldSlug = WxrSlugs.slug(old);
            if (!oldSlug.isEmpty() && !oldSlug.equals(slug) && oldSlugs.size() < MOST_OLD_SLUGS) {
                oldSlugs.add(oldSlug);
            }
        }
        Filing filing = filing(item);
        Article article = Article.builder(ArticleId.of(Long.toString(id)), slug)
                .status(status)
                .passwordProtected(!item.password.isEmpty())
                .oldSlugs(List.copyOf(oldSlugs))
                .kind(item.sponsored ? ArticleKind.SPONSORED : ArticleKind.NEWS)
                .headline(headline)
                .standfirst(WxrSlugs.plain(item.subtitle))
                .body(WxrShortcodes.html(item.content))
                .excerpt(WxrSlugs.plain(item.excerpt))
                .authors(index.authors.of(item))
                .publishedAt(publishedAt)
                .modifiedAt(WxrDates.first(item.modifiedGmt, "", item.modified, options.zone()))
                .language(index.language())
                .regions(List.copyOf(filing.regions.values()))
                .sections(List.copyOf(filing.sections.values()))
                .primary(filing.primary)
                .tags(List.copyOf(filing.tags.values()))
                .image(image(now))
                .sticky(item.sticky.equals("1"))
                .canonicalUrl(SafeUrl.of(item.canonical).orElse(""))
                .commentsOpen(item.commentStatus.isEmpty() || item.commentStatus.equals("open"))
                .commentCount(now.approved)
                .build();
        if (index.menus.wants(id)) {
            inMenus.put(id, new WxrMenus.Post(slug, headline));
        }
        tally.count(Counted.ARTICLES);
        items.accept(new Item.Article(article));
        Item.Balance shares =
                WxrShares.of(article.id(), item, article.modifiedAt() == null ? publishedAt : article.modifiedAt());
        if (shares != null) {
            tally.count(Counted.BALANCES);
            items.accept(shares);
        }
    }

    private String slug(Current now, long id, String headline) {
        String own = WxrSlugs.slug(now.item.slug);
        if (own.isEmpty()) {
            return WxrIndex.free(WxrSlugs.made(headline), id, index.articleSlugs(), slugs);
        }
        if (slugs.add(own)) {
            return own;
        }
        String other = WxrIndex.free(own, id, index.articleSlugs(), slugs);
        tally.warn(
                document,
                now.item.line,
                where(now),
                "has the slug " + Tally.quote(own) + ", which is taken, and gets " + Tally.quote(other));
        return other;
    }

    /** Where an article is filed. */
    private static final class Filing {
        private final Map<String, Region> regions = new LinkedHashMap<>();
        private final Map<String, Section> sections = new LinkedHashMap<>();
        private final Map<String, Tag> tags = new LinkedHashMap<>();
        private String primary = "";
    }

    private Filing filing(WxrItem item) {
        Filing filing = new Filing();
        for (WxrItem.Category category : item.categories) {
            if (WxrTerms.isCategory(category.domain())) {
                Term term = index.terms.category(category).orElse(null);
                if (term instanceof Region region) {
                    filing.regions.putIfAbsent(region.key(), region);
                } else if (term instanceof Section section) {
                    filing.sections.putIfAbsent(section.key(), section);
                }
            } else if (WxrTerms.isTag(category.domain())) {
                index.terms.tag(category).ifPresent(tag -> filing.tags.putIfAbsent(tag.key(), tag));
            } else if (!category.domain().equals("author")) {
                tally.skip("term of the taxonomy " + Tally.quote(category.domain()));
            }
        }
        Optional<Term> primary = index.terms.categoryById(item.primaryCategory);
        filing.primary = primary.map(Term::key)
                .filter(key -> filing.regions.containsKey(key) || filing.sections.containsKey(key))
                .orElse("");
        return filing;
    }

    private @Nullable Image image(Current now) {
        if (now.item.thumbnail.isEmpty()) {
            return null;
        }
        Long id = WxrIndex.number(now.item.thumbnail);
        Image image = id == null ? null : index.picture(id);
        if (image == null) {
            tally.warn(
                    document,
                    now.item.line,
                    where(now),
                    "has the picture " + Tally.quote(now.item.thumbnail) + ", which the file does not hold");
        }
        return image;
    }

    private void page(WxrItem item, long id) {
        WxrMenus.Post known = index.page(id);
        Instant publishedAt = publishedAt(item);
        Long above = WxrIndex.number(item.parent);
        WxrMenus.Post parent = above == null || above == id ? null : index.page(above);
        StaticPage page = new StaticPage(
                known == null ? Long.toString(id) : known.slug(),
                WxrSlugs.plain(item.title),
                WxrShortcodes.html(item.content),
                status(item, publishedAt, "page " + id),
                !item.password.isEmpty(),
                publishedAt,
                parent == null ? "" : parent.slug(),
                position(item.menuOrder),
                index.language());
        tally.count(Counted.PAGES);
        items.accept(new Item.Page(page));
    }

    static int position(String menuOrder) {
        boolean negative = menuOrder.startsWith("-");
        Long number = WxrIndex.number(negative ? menuOrder.substring(1) : menuOrder);
        long position = number == null ? 0 : negative ? -number : number;
        return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, position));
    }

    // The local date of what is not published yet only says when somebody began to write.
    private @Nullable Instant publishedAt(WxrItem item) {
        boolean unpublished = item.status.equals("draft") || item.status.equals("pending");
        return unpublished
                ? WxrDates.first(item.dateGmt, "", "", options.zone())
                : WxrDates.first(item.dateGmt, item.pubDate, item.date, options.zone());
    }

    private ArticleStatus status(WxrItem item, @Nullable Instant publishedAt, String where) {
        ArticleStatus status = switch (item.status) {
            case "publish" -> ArticleStatus.PUBLISHED;
            case "future" -> ArticleStatus.SCHEDULED;
            case "private" -> ArticleStatus.PRIVATE;
            case "trash" -> ArticleStatus.WITHDRAWN;
            case "draft", "pending" -> ArticleStatus.DRAFT;
            default -> {
                tally.warn(
                        document,
                        item.line,
                        where,
                        "has the status " + Tally.quote(item.status) + ", which nobody knows, and becomes a draft");
                yield ArticleStatus.DRAFT;
            }
        };
        boolean needsDate =
                status == ArticleStatus.SCHEDULED || (status == ArticleStatus.PUBLISHED && !item.type.equals("page"));
        if (needsDate && publishedAt == null) {
            tally.warn(document, item.line, where, "is published, but has no date, and becomes a draft");
            return ArticleStatus.DRAFT;
        }
        return status;
    }

    private void give(Current now, WxrItem.Comment comment) {
        if (now.id == null) {
            tally.skip("comment on what is neither article nor page");
            return;
        }
        if (!COMMENT_TYPES.contains(comment.type)) {
            tally.skip("comment of type " + Tally.quote(comment.type));
            return;
        }
        Long id = WxrIndex.number(comment.id);
        Instant at = WxrDates.first(comment.dateGmt, "", comment.date, options.zone());
        String wrong = id == null
                ? "has no comment id that is a number above zero"
                : at == null ? "has no date" : commentIds.add(id) ? "" : "stands twice; the first one counts";
        if (id == null || at == null || !wrong.isEmpty()) {
            tally.leaveOut(document, comment.line, where(now) + ", comment " + (id == null ? "" : id), wrong);
            return;
        }
        CommentState state = state(comment.approved);
        now.approved += state == CommentState.APPROVED ? 1 : 0;
        Long parent = WxrIndex.number(comment.parent);
        tally.count(Counted.COMMENTS);
        items.accept(new Item.Remark(
                new Comment(
                        CommentId.of(Long.toString(id)),
                        ArticleId.of(Long.toString(now.id)),
                        parent == null ? null : CommentId.of(Long.toString(parent)),
                        kind(comment.type),
                        state,
                        WxrSlugs.plain(comment.author),
                        comment.url,
                        comment.content.strip(),
                        at),
                sender(comment)));
    }

    static Comment.Kind kind(String type) {
        return switch (type) {
            case "pingback" -> Comment.Kind.PINGBACK;
            case "trackback" -> Comment.Kind.TRACKBACK;
            default -> Comment.Kind.COMMENT;
        };
    }

    static CommentState state(String approved) {
        return switch (approved) {
            case "1", "approve", "approved" -> CommentState.APPROVED;
            case "spam" -> CommentState.SPAM;
            case "trash", "post-trashed" -> CommentState.TRASH;
            default -> CommentState.HELD;
        };
    }

    private @Nullable Sender sender(WxrItem.Comment comment) {
        if (!options.senders()) {
            return null;
        }
        Long member = WxrIndex.number(comment.user);
        Sender sender =
                new Sender(comment.email, comment.ip, comment.agent, member == null ? "" : Long.toString(member));
        return sender.equals(Sender.unknown()) ? null : sender;
    }
}
