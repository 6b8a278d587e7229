package dev.byline.article;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Keeps everything in memory: articles by id, slugs, {@link Listings} and the order of changes, under one lock that
 * readers share.
 *
 * <p>A large {@link #put(Collection)} takes the lock for a few articles at a time, so readers may see the first of them
 * before the last are there.
 */
final class InMemoryArticleStore implements ArticleStore {
    private static final int PUT_AT_ONCE = 64;

    private record Filed(Article article, ArticleSummary summary, long revision) {}

    private final ZoneId zone;

    // Another store, or this one filled anew after a restart, counts its changes from one again, so its cursors must
    // not be taken for this one's. Nothing that a reader sees depends on this random text.
    private final String cursorPrefix = UUID.randomUUID() + ":";

    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final Map<ArticleId, Filed> filed = new HashMap<>();
    private final SlugIndex slugs = new SlugIndex();
    private final SlugIndex oldSlugs = new SlugIndex();
    private final Listings listings = new Listings();
    private final NavigableMap<Long, Filed> changes = new TreeMap<>();
    private long revision;

    InMemoryArticleStore(ZoneId zone) {
        this.zone = Objects.requireNonNull(zone, "zone");
    }

    @Override
    public void put(Collection<Article> articles) {
        List<Article> all = List.copyOf(articles);
        for (int start = 0; start < all.size(); start += PUT_AT_ONCE) {
            List<Article> some = all.subList(start, Math.min(all.size(), start + PUT_AT_ONCE));
            // A summary reads the beginning of the body, which no reader should wait for.
            List<ArticleSummary> summaries = some.stream().map(Article::summary).toList();
            lock.writeLock().lock();
            try {
                for (int i = 0; i < some.size(); i++) {
                    file(some.get(i), summaries.get(i));
                }
            } finally {
                lock.writeLock().unlock();
            }
        }
    }

    @Override
    public void withdraw(Collection<ArticleId> ids) {
        for (ArticleId id : List.copyOf(ids)) {
            Filed before = reading(() -> filed.get(id));
            while (before != null && before.article().status() != ArticleStatus.WITHDRAWN) {
                Article withdrawn = before.article().toBuilder()
                        .status(ArticleStatus.WITHDRAWN)
                        .build();
                before = replace(before, withdrawn, withdrawn.summary());
            }
        }
    }

    // Returns what is there instead if somebody else was faster, and null when done.
    private @Nullable Filed replace(Filed before, Article article, ArticleSummary summary) {
        lock.writeLock().lock();
        try {
            Filed now = filed.get(article.id());
            if (now == null || now.revision() != before.revision()) {
                return now;
            }
            file(article, summary);
            return null;
        } finally {
            lock.writeLock().unlock();
        }
    }

    private void file(Article article, ArticleSummary summary) {
        Filed before = filed.get(article.id());
        if (before != null) {
            if (before.article().equals(article)) {
                return;
            }
            changes.remove(before.revision());
            slugs.remove(before.article().slug(), before.summary());
            before.article().oldSlugs().forEach(slug -> oldSlugs.remove(slug, before.summary()));
        }
        Filed now = new Filed(article, summary, ++revision);
        filed.put(article.id(), now);
        changes.put(now.revision(), now);
        listings.file(before == null ? null : before.summary(), summary);
        slugs.add(article.slug(), summary);
        article.oldSlugs().forEach(slug -> oldSlugs.add(slug, summary));
    }

    @Override
    public List<Article> find(Collection<ArticleId> ids) {
        return find(ids, Filed::article);
    }

    @Override
    public List<ArticleSummary> summaries(Collection<ArticleId> ids) {
        return find(ids, Filed::summary);
    }

    private <T> List<T> find(Collection<ArticleId> ids, Function<Filed, T> as) {
        List<ArticleId> asked = List.copyOf(ids);
        return reading(() ->
                asked.stream().map(filed::get).filter(Objects::nonNull).map(as).toList());
    }

    @Override
    public Optional<SlugMatch> bySlug(String slug, Instant at) {
        return reading(() -> slugs.find(slug, at)
                .map(summary -> new SlugMatch(article(summary), false))
                .or(() -> oldSlugs.newest(slug).map(summary -> new SlugMatch(article(summary), true))));
    }

    private Article article(ArticleSummary summary) {
        return Objects.requireNonNull(filed.get(summary.id())).article();
    }

    @Override
    public ArchivePage page(ArchiveQuery query) {
        List<ArticleSummary> found = reading(() -> listings.articles(query, query.limit() + 1));
        if (found.size() <= query.limit()) {
            return new ArchivePage(found, null);
        }
        List<ArticleSummary> page = found.subList(0, query.limit());
        return new ArchivePage(page, ArchiveCursor.behind(page.get(page.size() - 1)));
    }

    @Override
    public long count(ArchiveQuery query) {
        return reading(() -> listings.count(query));
    }

    @Override
    public Map<String, Long> counts(By by, Instant at) {
        return Collections.unmodifiableMap(reading(() -> listings.counts(by, at, zone)));
    }

    @Override
    public Neighbours neighbours(Listed article, NeighbourQuery query) {
        return reading(() -> listings.neighbours(article, query));
    }

    @Override
    public Stream<Article> stream() {
        List<Filed> all = reading(() -> new ArrayList<>(filed.values()));
        all.sort(Comparator.comparing(own -> own.article().id()));
        return all.stream().map(Filed::article);
    }

    @Override
    public Changes changedSince(String cursor, int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("at least one change must be asked for, not " + limit);
        }
        return reading(() -> {
            long known = cursor.equals(Changes.START) ? 0 : revisionOf(cursor);
            long last = Math.max(known, 0);
            List<Article> changed = new ArrayList<>();
            for (Filed change : changes.tailMap(last, false).values()) {
                if (changed.size() == limit) {
                    break;
                }
                changed.add(change.article());
                last = change.revision();
            }
            return new Changes(changed, cursorPrefix + last, changes.higherKey(last) != null, known < 0);
        });
    }

    // Negative for what this store has not handed out.
    private long revisionOf(String cursor) {
        if (!cursor.startsWith(cursorPrefix)) {
            return -1;
        }
        try {
            long known = Long.parseLong(cursor.substring(cursorPrefix.length()));
            return known <= revision && cursor.equals(cursorPrefix + known) ? known : -1;
        } catch (NumberFormatException notOurs) {
            return -1;
        }
    }

    private <T extends @Nullable Object> T reading(Supplier<T> query) {
        lock.readLock().lock();
        try {
            return query.get();
        } finally {
            lock.readLock().unlock();
        }
    }
}
