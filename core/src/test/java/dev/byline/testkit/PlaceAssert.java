package dev.byline.testkit;

import dev.byline.article.ArticleId;
import dev.byline.article.Listed;
import dev.byline.score.Ranked;
import dev.byline.score.Reason;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.assertj.core.api.AbstractObjectAssert;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ListAssert;
import org.jspecify.annotations.Nullable;

/**
 * What can be asserted of one place in a list: where it is, and why.
 *
 * <pre>{@code
 * assertThat(list).ranks("bridge").above("harvest").because("R-07").despite("R-12");
 * assertThat(list).ranks("bridge").first().because("R-07").and().ranks("harvest").last();
 * }</pre>
 *
 * @param <LIST> the assertion of the whole list
 * @param <ITEM> what is ranked
 */
public final class PlaceAssert<LIST extends AbstractRankedAssert<LIST, ?, ITEM>, ITEM>
        extends AbstractObjectAssert<PlaceAssert<LIST, ITEM>, Ranked<ITEM>> {
    // What brings a sum onto a scale follows from all other parts, so it decides nothing.
    private static final Set<String> SCALES = Set.of("R-22");

    private final LIST list;
    private final ArticleId id;
    private final int place;
    private @Nullable Comparison comparison;

    /** Two places of which the upper has the smaller number. */
    private record Comparison(Ranked<?> upper, ArticleId above, Ranked<?> lower, ArticleId below) {
        /** How much more the rule gives to the upper one. */
        double favour(String rule) {
            return part(upper, rule) - part(lower, rule);
        }

        double lead() {
            return unscaled(upper) - unscaled(lower);
        }

        boolean remarked(String rule) {
            return rules(upper).contains(rule)
                    && part(upper, rule) == 0
                    && !rules(lower).contains(rule);
        }

        boolean counts(double difference) {
            double scale = Math.max(1, Math.max(Math.abs(upper.value()), Math.abs(lower.value())));
            return difference > Ranked.TOLERANCE * scale;
        }

        String differences() {
            Set<String> rules = new TreeSet<>(rules(upper));
            rules.addAll(rules(lower));
            return rules.stream()
                            .map(rule -> rule + " " + RankedTable.signed(favour(rule)))
                            .collect(Collectors.joining(", ", "in favour of " + above + ": ", ""))
                    + "; together " + RankedTable.signed(upper.value() - lower.value());
        }
    }

    PlaceAssert(LIST list, Ranked<ITEM> ranked, int place) {
        super(ranked, PlaceAssert.class);
        this.list = list;
        this.id = list.id(ranked.item());
        this.place = place;
        info.description(list.info.description());
    }

    /** Asserts that it stands at the top of the list. */
    public PlaceAssert<LIST, ITEM> first() {
        return at(1);
    }

    /** Asserts that it stands at the end of the list. */
    public PlaceAssert<LIST, ITEM> last() {
        return at(list.ranked().size());
    }

    /** Asserts that it stands at this place, counted from 1. */
    public PlaceAssert<LIST, ITEM> at(int expected) {
        comparison = null;
        if (place + 1 != expected) {
            throw broken("to stand at place " + expected + ", but it stands at " + (place + 1));
        }
        return this;
    }

    /** Asserts that it stands somewhere above another, which {@link #because} and {@link #despite} then speak of. */
    public PlaceAssert<LIST, ITEM> above(String other) {
        return above(ArticleId.of(other));
    }

    /** Asserts that it stands somewhere above another, which {@link #because} and {@link #despite} then speak of. */
    public PlaceAssert<LIST, ITEM> above(Listed other) {
        return above(other.id());
    }

    /** Asserts that it stands somewhere above another, which {@link #because} and {@link #despite} then speak of. */
    public PlaceAssert<LIST, ITEM> above(ArticleId other) {
        int there = placeOf(other, "above");
        if (place >= there) {
            throw broken(
                    "to stand above " + other + ", but it stands at place " + (place + 1) + ", " + other + " at "
                            + (there + 1),
                    other);
        }
        comparison = new Comparison(actual, id, list.ranked().get(there), other);
        return this;
    }

    /** Asserts that it stands somewhere below another, which {@link #because} and {@link #despite} then speak of. */
    public PlaceAssert<LIST, ITEM> below(String other) {
        return below(ArticleId.of(other));
    }

    /** Asserts that it stands somewhere below another, which {@link #because} and {@link #despite} then speak of. */
    public PlaceAssert<LIST, ITEM> below(Listed other) {
        return below(other.id());
    }

    /** Asserts that it stands somewhere below another, which {@link #because} and {@link #despite} then speak of. */
    public PlaceAssert<LIST, ITEM> below(ArticleId other) {
        int there = placeOf(other, "below");
        if (place <= there) {
            throw broken(
                    "to stand below " + other + ", but it stands at place " + (place + 1) + ", " + other + " at "
                            + (there + 1),
                    other);
        }
        comparison = new Comparison(list.ranked().get(there), other, actual, id);
        return this;
    }

    /**
     * Asserts that these rules are why.
     *
     * <p>After {@link #above} or {@link #below}: each of the rules gives more to the upper of the two than to the lower
     * (or takes less), and what they give more, taken together, is more than what all other rules do; so they make up most
     * of its lead. What a rule gives is the sum of its reasons' parts, 0 where it has none; what merely brings the sum onto
     * the scale of scores is not looked at. Where a rule's remark tells why one place is before the other, because it
     * is pinned or fills the list first, the rule must have such a remark on the upper one and none on the lower. What date
     * or id decide between equal values is no rule's doing: see {@link #onATie()}.
     *
     * <p>After anything else: each of the rules is among its reasons and takes nothing away.
     *
     * @param rules ids as docs/rules.md has them, at least one
     */
    public PlaceAssert<LIST, ITEM> because(String... rules) {
        Set<String> named = named(rules);
        Comparison two = comparison;
        if (two == null) {
            for (String rule : named) {
                if (!rules(actual).contains(rule)) {
                    throw broken("to be there because of " + rule + ", but its reasons are " + parts());
                }
                if (part(actual, rule) < 0) {
                    throw broken("to be there because of " + rule + ", but that takes away "
                            + RankedTable.number(-part(actual, rule)));
                }
            }
        } else {
            because(two, named);
        }
        return this;
    }

    private void because(Comparison two, Set<String> named) {
        if (named.stream().allMatch(two::remarked)) {
            return;
        }
        if (two.upper().value() == 0 && two.lower().value() == 0) {
            String rule =
                    named.stream().filter(one -> !two.remarked(one)).findFirst().orElseThrow();
            throw broken(two, named, rule + " is not what they differ in");
        }
        if (!two.counts(two.lead())) {
            throw broken(
                    two,
                    named,
                    two.counts(-two.lead())
                            ? two.below() + " has the greater value, so this list is not ordered by it"
                            : "their values are equal, so date or id decided");
        }
        double together = 0;
        for (String rule : named) {
            if (SCALES.contains(rule)) {
                throw broken(two, named, rule + " follows from all other parts");
            }
            if (!two.counts(two.favour(rule))) {
                throw broken(
                        two,
                        named,
                        rule + " gives " + RankedTable.number(part(two.upper(), rule)) + " to " + two.above() + " and "
                                + RankedTable.number(part(two.lower(), rule)) + " to " + two.below());
            }
            together += two.favour(rule);
        }
        double others = two.lead() - together;
        if (!two.counts(together - others)) {
            throw broken(
                    two,
                    named,
                    "that makes " + RankedTable.number(together) + " of its lead, and all other rules "
                            + RankedTable.number(others));
        }
    }

    /**
     * Asserts that these rules speak against where it stands.
     *
     * <p>After {@link #above} or {@link #below}: each of them gives more to the lower of the two. After anything else: each
     * of them takes something away.
     *
     * @param rules ids as docs/rules.md has them, at least one
     */
    public PlaceAssert<LIST, ITEM> despite(String... rules) {
        Comparison two = comparison;
        for (String rule : named(rules)) {
            if (two == null && part(actual, rule) >= 0) {
                throw broken(
                        "to be there despite " + rule + ", but that takes nothing away; its reasons are " + parts());
            }
            if (two != null && !two.counts(-two.favour(rule))) {
                throw list.broken(
                        "Expecting " + rule + " to speak for " + two.below() + " and against " + two.above()
                                + ", but it does not; " + two.differences(),
                        two.above(),
                        two.below());
            }
        }
        return this;
    }

    /** Asserts that its reasons are of exactly these rules, in any order. */
    public PlaceAssert<LIST, ITEM> onlyBecause(String... rules) {
        if (!rules(actual).equals(named(rules))) {
            throw broken(
                    "to be there only because of " + String.join(", ", rules) + ", but its reasons are " + parts());
        }
        return this;
    }

    /**
     * Asserts, after {@link #above} or {@link #below}, that the two have equal values, so that the newer stands first, or
     * of two with one date the one with the greater id.
     *
     * @throws IllegalStateException if it was compared with no other
     */
    public PlaceAssert<LIST, ITEM> onATie() {
        Comparison two = comparison;
        if (two == null) {
            throw new IllegalStateException("a tie is of two: say above or below which other first");
        }
        if (two.upper().value() != two.lower().value()) {
            throw list.broken(
                    "Expecting " + two.above() + " and " + two.below() + " to tie, but " + two.differences(),
                    two.above(),
                    two.below());
        }
        return this;
    }

    /** Asserts its value, within 1e-9 (of the value, where it is above 1). */
    public PlaceAssert<LIST, ITEM> hasValue(double expected) {
        if (!AbstractRankedAssert.near(actual.value(), expected)) {
            throw broken("to have the value " + RankedTable.number(expected) + ", but it has "
                    + RankedTable.number(actual.value()));
        }
        return this;
    }

    /** Asserts what a rule gives, within 1e-9 (of it, where it is above 1): the sum of its reasons' parts, or 0. */
    public PlaceAssert<LIST, ITEM> hasPart(String rule, double expected) {
        if (!AbstractRankedAssert.near(part(actual, rule), expected)) {
            throw broken("to get " + RankedTable.signed(expected) + " by " + rule + ", but it gets "
                    + RankedTable.signed(part(actual, rule)));
        }
        return this;
    }

    /** Its reasons, for all that AssertJ asserts of a list. */
    public ListAssert<Reason> reasons() {
        return Assertions.assertThat(actual.reasons()).as(info.description());
    }

    /** Back to the whole list. */
    public LIST and() {
        return list;
    }

    private int placeOf(ArticleId other, String where) {
        int there = list.place(other);
        if (there < 0) {
            throw broken("to stand " + where + " " + other + ", but that is not in the list");
        }
        return there;
    }

    private AssertionError broken(String expectation, ArticleId... others) {
        List<ArticleId> marked = new ArrayList<>(Arrays.asList(others));
        marked.add(id);
        marked = marked.stream().distinct().toList();
        return failure("%s", list.message("Expecting " + id + " " + expectation, marked.toArray(ArticleId[]::new)));
    }

    private AssertionError broken(Comparison two, Set<String> named, String but) {
        String expectation = "Expecting %s to stand above %s because of %s, but %s.%n%s"
                .formatted(two.above(), two.below(), String.join(", ", named), but, two.differences());
        return failure("%s", list.message(expectation, two.above(), two.below()));
    }

    private String parts() {
        return actual.reasons().isEmpty()
                ? "none"
                : rules(actual).stream()
                        .map(rule -> rule + " " + RankedTable.signed(part(actual, rule)))
                        .collect(Collectors.joining(", "));
    }

    private static Set<String> named(String... rules) {
        if (rules.length == 0) {
            throw new IllegalArgumentException("at least one rule must be named");
        }
        return new LinkedHashSet<>(Arrays.asList(rules));
    }

    private static Set<String> rules(Ranked<?> ranked) {
        return ranked.reasons().stream().map(Reason::rule).collect(Collectors.toCollection(TreeSet::new));
    }

    private static double unscaled(Ranked<?> ranked) {
        return ranked.value()
                - SCALES.stream().mapToDouble(rule -> part(ranked, rule)).sum();
    }

    private static double part(Ranked<?> ranked, String rule) {
        return ranked.reasons().stream()
                .filter(reason -> reason.rule().equals(rule))
                .mapToDouble(Reason::part)
                .sum();
    }
}
