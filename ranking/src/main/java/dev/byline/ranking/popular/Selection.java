package dev.byline.ranking.popular;

import dev.byline.article.ArticleId;
import dev.byline.article.ArticleKind;
import dev.byline.article.ArticleSummary;
import dev.byline.article.Listed;
import dev.byline.ranking.ExplainedList;
import dev.byline.ranking.LeftOut;
import dev.byline.score.Ranked;
import dev.byline.score.Reason;
import dev.byline.taxonomy.Section;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** The list that comes of candidates, and what was kept out of it. */
final class Selection {
    private static final List<Window> STANDARD = List.of(
            Window.last(Duration.ofHours(1)),
            Window.last(Duration.ofDays(1)),
            Window.last(Duration.ofDays(7)),
            Window.last(Duration.ofDays(30)));

    private final PopularQuery query;
    private final Instant at;
    private final Valuing valuing;
    private final Map<ArticleId, LeftOut> leftOut = new TreeMap<>();
    private final List<Weighed> eligible = new ArrayList<>();
    private final List<Ranked<ArticleSummary>> list = new ArrayList<>();
    private final Set<ArticleId> listed = new HashSet<>();
    private final Map<String, Integer> perSection = new HashMap<>();
    private final int valued;
    private final double least;
    private int filled;

    private record Weighed(PopularCandidate post, double value) {
        ArticleSummary article() {
            return post.article();
        }
    }

    /**
     * Chooses.
     *
     * @param valuing by the policy's order in the query's window at that instant
     * @param explaining whether anybody will read what was left out; the list is the same
     */
    Selection(
            PopularQuery query,
            Collection<PopularCandidate> candidates,
            PopularPolicy policy,
            Instant at,
            Valuing valuing,
            boolean explaining) {
        this.query = query;
        this.at = at;
        this.valuing = valuing;
        for (PopularCandidate candidate : candidates) {
            LeftOut out = keptOut(candidate.article(), explaining);
            if (out == null) {
                eligible.add(new Weighed(candidate, valuing.value(candidate)));
            } else {
                leftOut.put(out.article(), out);
            }
        }
        List<Weighed> own = new ArrayList<>(
                eligible.stream().filter(one -> !Double.isNaN(one.value)).toList());
        own.sort(Comparator.comparingDouble(Weighed::value)
                .reversed()
                .thenComparing(Weighed::article, Listed.NEWEST_FIRST));
        double greatest = own.isEmpty() ? 0 : own.get(0).value;
        pin(greatest);
        for (Weighed one : own) {
            if (isFull()) {
                break;
            }
            if (!listed.contains(one.article().id()) && mayStand(one.article())) {
                add(place(one, greatest, List.of()));
            }
        }
        valued = list.size();
        filled = valued;
        least = valued == 0 ? 0 : list.get(valued - 1).value();
        if (policy.backfill() && !isFull()) {
            fill();
        }
    }

    private void pin(double greatest) {
        if (query.pinned().isEmpty()) {
            return;
        }
        Map<ArticleId, Weighed> byId = new HashMap<>();
        eligible.forEach(one -> byId.put(one.article().id(), one));
        for (ArticleId id : query.pinned()) {
            Weighed one = byId.get(id);
            if (one != null && !isFull()) {
                add(place(one, greatest, List.of(new Reason("P-50", "pinned", 0))));
            }
        }
    }

    private Ranked<ArticleSummary> place(Weighed one, double greatest, List<Reason> remarks) {
        List<Reason> reasons = new ArrayList<>(remarks);
        if (Double.isNaN(one.value)) {
            return new Ranked<>(one.article(), 0, valuing.unit(), 0, reasons);
        }
        reasons.addAll(valuing.reasons(one.post, one.value));
        return new Ranked<>(one.article(), one.value, valuing.unit(), valuing.score(one.value, greatest), reasons);
    }

    /** The windows from which a short list is filled before all time, narrowest first. */
    static List<Window> wider(Window window, Instant at) {
        Instant from = window.from(at);
        if (from == null) {
            return List.of();
        }
        List<Window> wider = new ArrayList<>();
        for (Window one : STANDARD) {
            Instant begin = one.from(at);
            if (begin != null && begin.isBefore(from)) {
                wider.add(one);
            }
        }
        return wider;
    }

    /** How many stand in the list by themselves. */
    int valued() {
        return valued;
    }

    /** The value of the last of these. */
    double least() {
        return least;
    }

    /** Whether the newest of the site stand in the list, or would if there were more of them. */
    boolean asksForNewest() {
        return filled < query.limit();
    }

    boolean isFull() {
        return list.size() >= query.limit();
    }

    ExplainedList explained() {
        return new ExplainedList(list, List.copyOf(leftOut.values()));
    }

    private @Nullable LeftOut keptOut(ArticleSummary article, boolean explaining) {
        if (!article.isPublic(at)) {
            return new LeftOut(article.id(), "P-04", "is not public at " + at);
        }
        boolean pinned = query.pinned().contains(article.id());
        if (article.kind() == ArticleKind.SPONSORED && !pinned) {
            return new LeftOut(article.id(), "P-05", "is sponsored");
        }
        if (query.without().contains(article.id())) {
            return new LeftOut(article.id(), "P-24", "is not asked for, or stands on the page already");
        }
        String unmet = pinned ? null : query.unmet(article, at);
        return unmet == null ? null : new LeftOut(article.id(), "P-23", explaining ? unmet : "");
    }

    private boolean mayStand(ArticleSummary article) {
        if (isFull()) {
            return false;
        }
        String section = section(article);
        if (query.mostPerSection() > 0
                && !section.isEmpty()
                && perSection.getOrDefault(section, 0) >= query.mostPerSection()) {
            leftOut.put(
                    article.id(),
                    new LeftOut(article.id(), "P-25", "is one more than " + query.mostPerSection() + " of " + section));
            return false;
        }
        return true;
    }

    private void add(Ranked<ArticleSummary> place) {
        list.add(place);
        listed.add(place.item().id());
        String section = section(place.item());
        if (!section.isEmpty()) {
            perSection.merge(section, 1, Integer::sum);
        }
    }

    /** The key of the main section, or empty. */
    private static String section(ArticleSummary article) {
        return article.sections().stream()
                .map(Section::key)
                .filter(key -> key.equals(article.primary()))
                .findFirst()
                .orElseGet(() -> article.sections().isEmpty()
                        ? ""
                        : article.sections().get(0).key());
    }

    private void fill() {
        for (Window window : wider(query.window(), at)) {
            fill(
                    post -> valuing.number(post.wider().getOrDefault(window, Tally.NONE)),
                    post -> new Reason(
                            "P-22",
                            "fills the list: "
                                    + valuing.numberInWords(post.wider().getOrDefault(window, Tally.NONE)) + " "
                                    + window.phrase(),
                            0));
        }
        fill(
                post -> valuing.number(post.ever()),
                post -> new Reason(
                        "P-07", "fills the list: " + valuing.numberInWords(post.ever()) + " of all time", 0));
        filled = list.size();
        fill(post -> 1, post -> new Reason("P-08", "fills the list: newest of the site", 0));
    }

    private void fill(ToDoubleFunction<PopularCandidate> number, Function<PopularCandidate, Reason> why) {
        if (isFull()) {
            return;
        }
        record Filling(PopularCandidate post, double number) {
            ArticleSummary article() {
                return post.article();
            }
        }
        eligible.stream()
                .filter(one -> !listed.contains(one.article().id()))
                .map(one -> new Filling(one.post, number.applyAsDouble(one.post)))
                .filter(one -> one.number > 0)
                .sorted(Comparator.comparingDouble(Filling::number)
                        .reversed()
                        .thenComparing(Filling::article, Listed.NEWEST_FIRST))
                .forEach(one -> {
                    if (mayStand(one.article())) {
                        add(new Ranked<>(one.article(), 0, valuing.unit(), 0, List.of(why.apply(one.post))));
                    }
                });
    }
}
