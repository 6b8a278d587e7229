package dev.byline.examples.cli.site;

import dev.byline.article.Article;
import dev.byline.article.ArticleId;
import dev.byline.article.ArticleStore;
import dev.byline.article.Author;
import dev.byline.article.Publication;
import dev.byline.article.StaticPage;
import dev.byline.comment.Comment;
import dev.byline.comment.CommentId;
import dev.byline.comment.CommentState;
import dev.byline.comment.Sender;
import dev.byline.exchange.Item;
import dev.byline.taxonomy.Menu;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An open site: what the folder that the {@code byline} command works on holds.
 *
 * <p>Opening reads neither articles nor comments, and each question is answered by key. Any number of processes may read
 * a site at once; one alone may edit it, and then nobody reads. While an import is staged, everybody reads on, and a site
 * that was open stays what it was when another is published. Thread-safe.
 *
 * <p>What turns out to be damaged or can't be written later on is told by a
 * {@link dev.byline.article.ContentException}.
 */
public final class Site implements AutoCloseable {
    // So often a generation may be swapped away while it is being opened.
    private static final int TRIES = 10;

    private final SiteFolder folder;
    private final int generation;
    private final Content content;
    private final @Nullable SiteHold hold;

    private Site(SiteFolder folder, int generation, Content content, @Nullable SiteHold hold) {
        this.folder = folder;
        this.generation = generation;
        this.content = content;
        this.hold = hold;
    }

    /**
     * Opens a site to be read only.
     *
     * @throws SiteException if there is none, or it is damaged, of another version, or being edited
     */
    public static Site read(Path path) {
        SiteFolder folder = new SiteFolder(path);
        for (int tries = 1; ; tries++) {
            int generation = live(folder);
            try {
                return new Site(
                        folder, generation, Content.open(folder.content(generation), ContentFile.Use.READ), null);
            } catch (SiteException failure) {
                if (tries == TRIES || live(folder) == generation) {
                    throw failure;
                }
            }
        }
    }

    /**
     * Opens a site to be read and edited; each change is on disk when its call returns.
     *
     * @throws SiteException if there is none, or it is damaged, of another version, or in use
     */
    public static Site edit(Path path) {
        SiteFolder folder = new SiteFolder(path);
        live(folder);
        SiteHold hold = SiteHold.of(folder.path());
        try {
            int generation = live(folder);
            return new Site(folder, generation, Content.open(folder.content(generation), ContentFile.Use.EDIT), hold);
        } catch (RuntimeException failure) {
            hold.close();
            throw failure;
        }
    }

    /**
     * Begins an import into a site, or into a new one where there is none.
     *
     * @throws SiteException if the folder holds something else, or a site that is damaged, of another version, or being
     *     edited or imported into
     */
    public static SiteStaging stage(Path path) {
        return SiteStaging.begin(new SiteFolder(path));
    }

    private static int live(SiteFolder folder) {
        Integer generation = folder.current();
        if (generation == null) {
            throw folder.missing();
        }
        return generation;
    }

    /** The articles; putting and withdrawing is for a site that was opened to be edited. */
    public ArticleStore articles() {
        return content.articles;
    }

    /** What the site says of itself; empty where no import said anything. */
    public Optional<Publication> publication() {
        return content.publication();
    }

    /** The comments of an article in every state, by {@link Comment#OLDEST_FIRST}. */
    public List<Comment> comments(ArticleId article) {
        return content.file.reading(() -> List.copyOf(content.discussions.of(article)));
    }

    /** The comment with this id, in any state. */
    public Optional<Comment> comment(CommentId id) {
        return content.file.reading(() -> content.discussions.get(id));
    }

    /** Who sent a comment; empty where that was not kept. */
    public Optional<Sender> sender(CommentId id) {
        return content.file.reading(() -> content.discussions.sender(id));
    }

    /** All comments with their senders, by article and then oldest first; reads as it goes. */
    public Stream<Item.Remark> remarks() {
        return Stream.iterate(
                        remarksBehind(null),
                        batch -> !batch.isEmpty(),
                        batch -> remarksBehind(batch.get(batch.size() - 1)))
                .flatMap(List::stream);
    }

    private List<Item.Remark> remarksBehind(Item.@Nullable Remark last) {
        return content.file.reading(() -> content.discussions.behind(last));
    }

    /**
     * Stores a comment, or puts it in the place of the one with its id, and brings its article's count up to date.
     *
     * @param sender who sent it; null or unknown keeps what is known
     * @return the article if its count is another now, so that whoever else keeps it can be told; this site's own
     *     articles know already
     * @throws IllegalArgumentException if the article is not here, or the comment is another article's
     */
    public Optional<Article> addComment(Comment comment, @Nullable Sender sender) {
        String id = comment.article().value();
        List<String> mistakes = new ArrayList<>(1);
        Optional<Article> updated = content.file.changing(() -> {
            Article article = content.articles.article(id);
            Comment before = content.discussions.get(comment.id()).orElse(null);
            if (article == null) {
                mistakes.add("comment " + comment.id() + " is about article " + id + ", which is not here");
                return Optional.empty();
            }
            if (before != null && !before.article().equals(comment.article())) {
                mistakes.add("comment " + comment.id() + " is about article " + before.article() + ", not " + id);
                return Optional.empty();
            }
            int more = approved(comment) - (before == null ? 0 : approved(before));
            content.discussions.put(comment, sender, false, own -> article.commentCount());
            if (more == 0) {
                return Optional.empty();
            }
            Article now = article.toBuilder()
                    .commentCount(Math.max(0, article.commentCount() + more))
                    .build();
            return content.articles.file(now) ? Optional.of(now) : Optional.empty();
        });
        if (!mistakes.isEmpty()) {
            throw new IllegalArgumentException(mistakes.get(0));
        }
        return updated;
    }

    private static int approved(Comment comment) {
        return comment.state() == CommentState.APPROVED ? 1 : 0;
    }

    /** The author with this slug. */
    public Optional<Author> author(String slug) {
        return content.file.reading(() -> content.authors.get(slug));
    }

    /** All authors, by slug. */
    public List<Author> authors() {
        return content.file.reading(content.authors::all);
    }

    /** The menu with this key. */
    public Optional<Menu> menu(String key) {
        return content.file.reading(() -> content.menus.get(key));
    }

    /** All menus, by key. */
    public List<Menu> menus() {
        return content.file.reading(content.menus::all);
    }

    /** The static page with this slug, in any status. */
    public Optional<StaticPage> page(String slug) {
        return content.file.reading(() -> content.pages.get(slug));
    }

    /** All static pages in every status, by slug. */
    public List<StaticPage> pages() {
        return content.file.reading(content.pages::all);
    }

    /** Where an old path, beginning with a slash, leads now. */
    public Optional<String> redirect(String from) {
        return content.file.reading(() -> content.redirects.get(from)).map(Item.Redirect::to);
    }

    /** All redirects, by the paths that they lead from; reads as it goes. */
    public Stream<Item.Redirect> redirects() {
        return values(content.redirects);
    }

    /** What articles had been counted before they came here, by article, taken or not; reads as it goes. */
    public Stream<Item.Balance> balances() {
        return values(content.balances);
    }

    private <T> Stream<T> values(Shelf<T> shelf) {
        return Stream.iterate(
                        content.file.reading(() -> shelf.behind(null)),
                        batch -> !batch.isEmpty(),
                        batch -> content.file.reading(
                                () -> shelf.behind(batch.get(batch.size() - 1).getKey())))
                .flatMap(batch -> batch.stream().map(Map.Entry::getValue));
    }

    /**
     * All that imports can bring, as it is here: the publication, then authors, menus and static pages by slug or key,
     * articles by id, comments by article and then oldest first, balances by article and redirects by path. Each
     * iteration begins anew and reads as it goes; it gives the same items in the same order as long as nothing changes.
     */
    public Iterable<Item> items() {
        return new SiteItems(List.of(
                () -> publication().stream().map(Item.Site::new),
                () -> values(content.authors).map(Item.Author::new),
                () -> values(content.menus).map(Item.Navigation::new),
                () -> values(content.pages).map(Item.Page::new),
                () -> articles().stream().map(Item.Article::new),
                this::remarks,
                this::balances,
                this::redirects));
    }

    /** Whether an import brought balances that {@link #takeBalances} has not handed over yet. */
    public boolean balancesDue() {
        return content.file.reading(() -> !content.balancesDue.isEmpty());
    }

    /**
     * Hands over the balances that imports brought and nobody took yet.
     *
     * @param counters takes each once; if it fails, all are due still, and some may come again
     */
    public void takeBalances(Consumer<Item.Balance> counters) {
        List<Item.Balance> due = content.file.reading(() -> {
            List<Item.Balance> found = new ArrayList<>();
            content.balancesDue
                    .keySet()
                    .forEach(article -> content.balances.get(article).ifPresent(found::add));
            return found;
        });
        due.forEach(counters);
        content.file.changing(() -> {
            due.forEach(balance -> content.balancesDue.remove(balance.article().value()));
            return null;
        });
    }

    /** The folder of the search index that fits these articles; may not exist yet. */
    public Path index() {
        return folder.index(generation);
    }

    /** The folder of the counters, which all imports leave alone; may not exist yet. */
    public Path counters() {
        return folder.counters();
    }

    /** Closes the site; a second time does nothing. */
    @Override
    public void close() {
        try {
            content.close();
        } finally {
            if (hold != null) {
                hold.close();
            }
        }
    }
}
