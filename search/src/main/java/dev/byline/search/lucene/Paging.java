package dev.byline.search.lucene;

import dev.byline.search.SearchQuery;
import dev.byline.search.SearchQuery.Sort;
import dev.byline.search.lucene.BestHits.Hit;
import dev.byline.search.lucene.View.Position;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/**
 * Which hits stand on a page, and where the next begins (rule S-16).
 *
 * <p>The order is that of the state in which the first page was found. By relevance it has two parts: the best, which are
 * looked at closely and put in order among themselves, and those behind them, which are in order as they are. A place among
 * the former is a number, since what has become of them since must not change which they are; a place behind them, or in an
 * order by date, is the hit before it, so that no page costs more than the first.
 */
final class Paging {
    /** Looks closely at the best and puts them in order. */
    interface Closely {
        List<Hit> look(BestHits best) throws IOException;
    }

    private final View view;
    private final SearchQuery query;
    private final Plan plan;
    private final Demand demand;
    private final Sort sort;
    private final List<Hit> hits = new ArrayList<>();
    private BestHits best;
    private Tally tally;
    private @Nullable Position next;

    /**
     * Finds the hits of a page.
     *
     * @param demand as it was for the first page
     * @param sort the order, which is not that of the query where nothing was typed
     * @param lookedAt how many of the best by relevance are looked at closely
     */
    Paging(View view, SearchQuery query, Plan plan, Demand demand, Sort sort, int lookedAt, Closely closely)
            throws IOException {
        this.view = view;
        this.query = query;
        this.plan = plan;
        this.demand = demand;
        this.sort = sort;
        tally = new Tally(view, false);
        Position start = view.start();
        if (start != null && start.behind()) {
            Hit after = BestHits.hit(view.then(), start.document(), start.value());
            best = find(query.size() + 1, after);
            fill(best.hits(), start);
            return;
        }
        long place = start == null ? (long) query.page() * query.size() : start.place();
        if (start == null && place >= SearchQuery.DEEPEST) {
            best = find(0, null);
            return;
        }
        int end = Math.min((int) place + query.size(), start == null ? SearchQuery.DEEPEST : Integer.MAX_VALUE);
        best = find(sort == Sort.RELEVANCE ? Math.max(end, lookedAt) : end, null);
        fromPlace((int) place, end, lookedAt, closely);
    }

    private void fromPlace(int place, int end, int lookedAt, Closely closely) throws IOException {
        List<Hit> kept = best.hits();
        // With its value before it is looked at closely.
        Position last = kept.isEmpty() ? null : Position.behind(kept.get(kept.size() - 1));
        kept = sort == Sort.RELEVANCE ? closely.look(best) : kept;
        int most = end - place;
        int at = place;
        while (at < kept.size() && hits.size() < most) {
            Hit hit = kept.get(at++);
            if (view.present(hit.document()) >= 0) {
                hits.add(hit);
            }
        }
        int rest = at;
        while (rest < kept.size() && view.present(kept.get(rest).document()) < 0) {
            rest++;
        }
        if (rest < kept.size()) {
            next = sort == Sort.RELEVANCE && at <= lookedAt ? Position.at(at) : Position.behind(kept.get(at - 1));
        } else if (last != null && place <= kept.size() && kept.size() < best.total()) {
            if (hits.size() == most && view.presence() == null) {
                next = last;
            } else {
                Hit after = BestHits.hit(view.then(), last.document(), last.value());
                fill(find(query.size() - hits.size() + 1, after).hits(), last);
            }
        }
    }

    /** Takes as many as there is room for from the next ones in order, of which one more than that was asked for. */
    private void fill(List<Hit> more, Position before) {
        int room = query.size() - hits.size();
        hits.addAll(more.subList(0, Math.min(room, more.size())));
        if (more.size() > room) {
            next = room == 0 ? before : Position.behind(more.get(room - 1));
        }
    }

    private BestHits find(int most, @Nullable Hit after) throws IOException {
        tally = new Tally(view, !query.facets().isEmpty());
        Query candidates = demand.candidates(plan, plan.filters);
        return BestHits.of(view, candidates, plan, sort, most, after, tally, demand.enough());
    }

    List<Hit> hits() {
        return hits;
    }

    BestHits best() {
        return best;
    }

    /** Those that are public at present. */
    Tally tally() {
        return tally;
    }

    /** Where the next page begins; null behind the last. */
    @Nullable
    Position next() {
        return next;
    }
}
