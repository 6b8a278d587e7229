package dev.byline.ranking.popular;

import dev.byline.article.ArticleId;
import dev.byline.ranking.counting.Cells;
import dev.byline.ranking.counting.Column;
import dev.byline.ranking.counting.Keys;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToIntFunction;

/** Deltas as they travel, of deltas as they are kept, and back. */
final class Deltas {
    private Deltas() {}

    /** With names in the place of a book's numbers. */
    static Delta of(Outbox.Sealed kept, Book book) {
        List<Delta.Minute> minutes = new ArrayList<>();
        for (Outbox.Dated dated : kept.counted()) {
            List<Delta.Change> changes = new ArrayList<>();
            dated.column()
                    .each((key, amount) -> changes.add(new Delta.Change(
                            id(Keys.article(key), book), Series.name(Keys.series(key), book.networks()), amount)));
            minutes.add(new Delta.Minute(Instant.ofEpochSecond(dated.minute() * 60L), changes));
        }
        List<Delta.Balance> balances = kept.balances().stream()
                .map(one -> new Delta.Balance(id(one.article(), book), one.at(), one.counts()))
                .toList();
        DeltaKey origin = kept.origin();
        return new Delta(origin.node(), origin.epoch(), origin.sequence(), minutes, balances);
    }

    private static ArticleId id(int article, Book book) {
        return ArticleId.of(book.names().get(article));
    }

    static DeltaKey origin(Delta delta) {
        return new DeltaKey(delta.epoch(), delta.sequence(), delta.node());
    }

    /**
     * With a book's numbers in the place of names.
     *
     * @param numbers an article's, or one below 0 where there is no room for another
     */
    static Outbox.Sealed of(Delta delta, ToIntFunction<ArticleId> numbers, Networks networks) {
        SortedMap<Integer, Cells> byMinute = new TreeMap<>();
        for (Delta.Minute minute : delta.minutes()) {
            Cells cells = byMinute.computeIfAbsent(Book.minute(minute.at().getEpochSecond()), any -> new Cells());
            for (Delta.Change change : minute.changes()) {
                int series = Series.of(change.counted(), networks);
                int article = numbers.applyAsInt(change.article());
                if (article >= 0) {
                    cells.add(Keys.of(series, article), change.by());
                }
            }
        }
        List<Outbox.Dated> counted = new ArrayList<>();
        byMinute.forEach((minute, cells) -> counted.add(new Outbox.Dated(minute, Column.of(cells))));
        List<Balances.Balance> balances = new ArrayList<>();
        for (Delta.Balance one : delta.balances()) {
            int article = numbers.applyAsInt(one.article());
            if (article >= 0) {
                balances.add(new Balances.Balance(article, one.at(), networks.named(one.counts()), origin(delta)));
            }
        }
        return new Outbox.Sealed(origin(delta), counted, balances);
    }
}
