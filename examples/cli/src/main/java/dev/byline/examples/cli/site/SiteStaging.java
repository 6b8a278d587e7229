package dev.byline.examples.cli.site;

import dev.byline.article.Article;
import dev.byline.article.ArticleId;
import dev.byline.article.ArticleStore;
import dev.byline.article.ContentException;
import dev.byline.examples.cli.site.Discussions.Approvals;
import dev.byline.examples.cli.site.SiteChanges.Counter;
import dev.byline.examples.cli.site.SiteChanges.Outcome;
import dev.byline.exchange.Item;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * An import on its way: a new generation that nobody sees until it is published.
 *
 * <p>It begins as a copy of the live one, takes items, which add to it or replace what has their id, slug or key, and
 * takes its place in one step, or goes without a trace. A process that dies before {@link #publish()} has changed
 * nothing; what it leaves behind is removed by the next import. So:
 *
 * <pre>{@code
 * try (SiteStaging staging = Site.stage(folder)) {
 *   ImportReport report = reader.read(source, staging::take);
 *   if (report.refused()) {
 *     return;                                             // closing discards
 *   }
 *   try (var search = LuceneSearch.open(FSDirectory.open(staging.index()), clock)) {
 *     search.catchUp(staging.settled());                  // only what changed
 *   }
 *   staging.publish();
 * }
 * try (Site site = Site.edit(folder)) {
 *   site.takeBalances(balance -> counters.balance(...));  // due until somebody took them
 * }
 * }</pre>
 *
 * Not thread-safe.
 */
public final class SiteStaging implements AutoCloseable {
    private static final int SETTLE_AT_ONCE = 512;

    private final SiteFolder folder;
    private final int generation;
    private final SiteFolder.Claim claim;
    private final Content content;
    private final MVMap<String, String> touched;
    private final Counter sites = new Counter();
    private final Counter articles = new Counter();
    private final Counter pages = new Counter();
    private final Counter comments = new Counter();
    private final Counter authors = new Counter();
    private final Counter menus = new Counter();
    private final Counter balances = new Counter();
    private final Counter redirects = new Counter();
    private boolean done;

    private SiteStaging(SiteFolder folder, int generation, SiteFolder.Claim claim, Content content) {
        this.folder = folder;
        this.generation = generation;
        this.claim = claim;
        this.content = content;
        touched = content.touched;
    }

    static SiteStaging begin(SiteFolder folder) {
        folder.checkOurs();
        SiteFolder.Claim claim = folder.claim();
        Integer begun = null;
        try {
            Integer live = folder.current();
            folder.clean();
            begun = folder.unused();
            folder.begin(begun);
            if (live != null) {
                folder.copy(live, begun);
            }
            return new SiteStaging(folder, begun, claim, Content.open(folder.content(begun), ContentFile.Use.FILL));
        } catch (RuntimeException failure) {
            try {
                discard(folder, begun, claim);
            } catch (RuntimeException second) {
                failure.addSuppressed(second);
            }
            throw failure;
        }
    }

    private static void discard(SiteFolder folder, @Nullable Integer generation, SiteFolder.Claim claim) {
        try {
            if (generation != null) {
                SiteFolder.delete(folder.generation(generation));
            }
            folder.abandon(claim);
        } catch (IOException later) {
            // The next import removes it.
        } finally {
            claim.hold().close();
        }
    }

    /**
     * Takes an item; of two with one id, slug or key the later wins.
     *
     * @throws ContentException if it can't be written; then only closing is left
     */
    public void take(Item item) {
        content.file.changing(() -> {
            // Item is sealed; a switch over its types needs a later Java.
            if (item instanceof Item.Article article) {
                articles.add(put(article.article()));
            } else if (item instanceof Item.Remark remark) {
                comments.add(put(remark));
            } else if (item instanceof Item.Page page) {
                pages.add(content.pages.put(page.page().slug(), page.page()));
            } else if (item instanceof Item.Author author) {
                authors.add(content.authors.put(author.author().slug(), author.author()));
            } else if (item instanceof Item.Navigation navigation) {
                menus.add(content.menus.put(navigation.menu().key(), navigation.menu()));
            } else if (item instanceof Item.Balance balance) {
                balances.add(put(balance));
            } else if (item instanceof Item.Redirect redirect) {
                redirects.add(content.redirects.put(redirect.from(), redirect));
            } else if (item instanceof Item.Site site) {
                sites.add(content.publication(site.publication()));
            }
            return null;
        });
    }

    private Outcome put(Article article) {
        String id = article.id().value();
        Article before = content.articles.article(id);
        Approvals approvals = content.discussions.approvals(id);
        boolean recounted = before != null && before.commentCount() != article.commentCount();
        if (approvals != null || recounted) {
            touched.put(id, touch(article.commentCount(), before(id, approvals)));
        }
        if (before == null) {
            content.articles.file(article);
            return Outcome.ADDED;
        }
        if (article.equals(
                before.toBuilder().commentCount(article.commentCount()).build())) {
            return Outcome.UNCHANGED;
        }
        content.articles.file(article);
        return Outcome.REPLACED;
    }

    private Outcome put(Item.Remark remark) {
        String id = remark.comment().article().value();
        content.discussions
                .get(remark.comment().id())
                .ifPresent(before -> touch(before.article().value()));
        touch(id);
        return content.discussions.put(remark.comment(), remark.sender(), true, this::counted);
    }

    private int counted(String id) {
        Article article = content.articles.article(id);
        return article == null ? 0 : article.commentCount();
    }

    private void touch(String id) {
        if (!touched.containsKey(id)) {
            touched.put(id, touch(-1, before(id, content.discussions.approvals(id))));
        }
    }

    // How many comments had been imported for an article when this import first touched it.
    private int before(String id, @Nullable Approvals approvals) {
        String known = touched.get(id);
        if (known != null) {
            return Packed.read(known, int[].class)[1];
        }
        return approvals == null ? 0 : approvals.imported();
    }

    // The count that this import states, or -1, and how many comments were there before it.
    private static String touch(int stated, int before) {
        return Packed.write(new int[] {stated, before});
    }

    /** What an article had been counted, as far as imports have said; empty if none did. */
    public Optional<Item.Balance> balance(ArticleId article) {
        return content.file.reading(() -> content.balances.get(article.value()));
    }

    private Outcome put(Item.Balance balance) {
        String id = balance.article().value();
        Outcome outcome = content.balances.put(id, balance);
        if (outcome != Outcome.UNCHANGED) {
            content.balancesDue.put(id, "");
        }
        return outcome;
    }

    /** What the import did so far. */
    public SiteChanges changes() {
        return new SiteChanges(
                sites.count(),
                articles.count(),
                pages.count(),
                comments.count(),
                authors.count(),
                menus.count(),
                balances.count(),
                redirects.count());
    }

    /**
     * The articles as they will be, with their counts of comments brought up to date; to be asked for when everything is
     * taken, and to bring the index up to date from.
     *
     * <p>An article's count is the number that its source stated, as long as the source's comments that are here don't
     * exceed it, and the comments that were written on this site. Comments that come later without their article count
     * against what the source had stated and not handed over.
     */
    public ArticleStore settled() {
        settle();
        return content.articles;
    }

    private void settle() {
        String last = "";
        while (last != null) {
            String behind = last;
            last = content.file.changing(() -> settleBehind(behind));
        }
        content.file.changing(() -> {
            touched.clear();
            return null;
        });
        content.file.save();
    }

    // Returns the last that was settled, or null where there was none.
    private @Nullable String settleBehind(String behind) {
        String last = null;
        String id = touched.higherKey(behind);
        for (int i = 0; i < SETTLE_AT_ONCE && id != null; i++) {
            int[] stated = Packed.read(String.valueOf(touched.get(id)), int[].class);
            settle(id, stated[0], stated[1]);
            last = id;
            id = touched.higherKey(id);
        }
        return last;
    }

    private void settle(String id, int stated, int before) {
        Approvals known = content.discussions.approvals(id);
        Approvals now = known == null ? new Approvals(0, 0, counted(id)) : known;
        now = stated >= 0
                ? now.uncounted(stated - now.imported())
                : now.uncounted(now.uncounted() - Math.max(0, now.imported() - before));
        if (known != null) {
            content.discussions.approvals(id, now);
        }
        Article article = content.articles.article(id);
        if (article != null && article.commentCount() != now.total()) {
            content.articles.file(article.toBuilder().commentCount(now.total()).build());
        }
    }

    /** The folder for the index of the new generation; holds the live one's to begin with, if that has one. */
    public Path index() {
        return folder.index(generation);
    }

    /**
     * Makes the new generation the live one, and ends the import. The index must be closed.
     *
     * @throws ContentException if that fails; then the site is what it was
     */
    public void publish() {
        if (done) {
            throw new IllegalStateException("the import has ended already");
        }
        settle();
        content.finish();
        try {
            SiteFolder.force(folder.content(generation));
        } catch (IOException failure) {
            throw new ContentException("Nothing can be written to " + folder.path(), failure);
        }
        folder.switchTo(generation);
        done = true;
        try {
            folder.clean();
        } catch (SiteException later) {
            // The next import removes what is left.
        } finally {
            claim.hold().close();
        }
    }

    /** Ends the import; one that was not published leaves the site as it was. */
    @Override
    public void close() {
        if (done) {
            return;
        }
        done = true;
        try {
            content.close();
        } finally {
            discard(folder, generation, claim);
        }
    }
}
