package dev.byline.testkit;

import dev.byline.article.ArticleId;
import dev.byline.article.Listed;
import dev.byline.score.Ranked;
import dev.byline.score.Reason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ListAssert;
import org.jspecify.annotations.Nullable;

/**
 * What can be asserted of every list whose places explain themselves, whatever holds it.
 *
 * <p>Articles are named by id, as text or {@link ArticleId}, or by the article itself. A failure prints the whole list
 * with values and reasons. For all that AssertJ asserts of any list, go on with {@link #places()}.
 *
 * @param <SELF> the type of the assertion itself
 * @param <ACTUAL> what holds the list
 * @param <ITEM> what is ranked
 */
public abstract class AbstractRankedAssert<SELF extends AbstractRankedAssert<SELF, ACTUAL, ITEM>, ACTUAL, ITEM>
        extends AbstractAssert<SELF, ACTUAL> {
    /** Only for subclasses. */
    protected AbstractRankedAssert(ACTUAL actual, Class<?> self) {
        super(actual, self);
    }

    /** The list, best first. */
    protected abstract List<Ranked<ITEM>> list(ACTUAL actual);

    /** The id of an item. */
    protected abstract ArticleId id(ITEM item);

    /** When an item was published, or null. */
    protected abstract @Nullable Instant publishedAt(ITEM item);

    /** Whether the list is ordered by value, and not by date alone. */
    protected boolean byValue(ACTUAL actual) {
        return true;
    }

    /** What else a failure should print, below the list; may be empty. */
    protected String footnote(ACTUAL actual) {
        return "";
    }

    /** Asserts that an article stands in the list, and goes on with its place. */
    public PlaceAssert<SELF, ITEM> ranks(String id) {
        return ranks(ArticleId.of(id));
    }

    /** Asserts that an article stands in the list, and goes on with its place. */
    public PlaceAssert<SELF, ITEM> ranks(Listed article) {
        return ranks(article.id());
    }

    /** Asserts that an article stands in the list, and goes on with its place. */
    public PlaceAssert<SELF, ITEM> ranks(ArticleId id) {
        int place = place(id);
        if (place < 0) {
            throw broken("Expecting the list to rank " + id + ", but it does not");
        }
        return new PlaceAssert<>(myself, ranked().get(place), place);
    }

    /** Asserts that these articles stand in the list, at any place. */
    public SELF contains(String... ids) {
        return contains(of(ids));
    }

    /** Asserts that these articles stand in the list, at any place. */
    public SELF contains(Listed... articles) {
        return contains(of(articles));
    }

    /** Asserts that these articles stand in the list, at any place. */
    public SELF contains(ArticleId... ids) {
        List<ArticleId> missing = new ArrayList<>(List.of(ids));
        missing.removeAll(ids());
        if (!missing.isEmpty()) {
            throw broken("Expecting the list to contain " + List.of(ids) + ", but it lacks " + missing);
        }
        return myself;
    }

    /** Asserts that these articles stand nowhere in the list. */
    public SELF doesNotContain(String... ids) {
        return doesNotContain(of(ids));
    }

    /** Asserts that these articles stand nowhere in the list. */
    public SELF doesNotContain(Listed... articles) {
        return doesNotContain(of(articles));
    }

    /** Asserts that these articles stand nowhere in the list. */
    public SELF doesNotContain(ArticleId... ids) {
        List<ArticleId> there = new ArrayList<>(List.of(ids));
        there.retainAll(ids());
        if (!there.isEmpty()) {
            throw broken("Expecting the list not to contain " + there + ", but it does", of(there));
        }
        return myself;
    }

    /** Asserts that these articles stand in the list in this order, and no other does. */
    public SELF containsExactly(String... ids) {
        return containsExactly(of(ids));
    }

    /** Asserts that these articles stand in the list in this order, and no other does. */
    public SELF containsExactly(Listed... articles) {
        return containsExactly(of(articles));
    }

    /** Asserts that these articles stand in the list in this order, and no other does. */
    public SELF containsExactly(ArticleId... ids) {
        List<ArticleId> expected = List.of(ids);
        List<ArticleId> found = ids();
        containsOnly(expected, found, "exactly, in this order");
        for (int i = 0; i < found.size(); i++) {
            if (!found.get(i).equals(expected.get(i))) {
                throw unequal(
                        "exactly, in this order",
                        "place " + (i + 1) + " is " + found.get(i) + " and should be " + expected.get(i),
                        expected,
                        found);
            }
        }
        return myself;
    }

    /** Asserts that these articles stand in the list in whatever order, and no other does. */
    public SELF containsExactlyInAnyOrder(String... ids) {
        return containsExactlyInAnyOrder(of(ids));
    }

    /** Asserts that these articles stand in the list in whatever order, and no other does. */
    public SELF containsExactlyInAnyOrder(Listed... articles) {
        return containsExactlyInAnyOrder(of(articles));
    }

    /** Asserts that these articles stand in the list in whatever order, and no other does. */
    public SELF containsExactlyInAnyOrder(ArticleId... ids) {
        containsOnly(List.of(ids), ids(), "exactly, in any order");
        return myself;
    }

    /** Asserts that no article stands in the list. */
    public SELF isEmpty() {
        return hasSize(0);
    }

    /** Asserts that at least one article stands in the list. */
    public SELF isNotEmpty() {
        if (ranked().isEmpty()) {
            throw broken("Expecting the list not to be empty");
        }
        return myself;
    }

    /** Asserts how many articles stand in the list. */
    public SELF hasSize(int expected) {
        int size = ranked().size();
        if (size != expected) {
            throw broken("Expecting the list to have " + expected + " places, but it has " + size);
        }
        return myself;
    }

    /**
     * Asserts that the numbers of all places go together: the reasons add up to the value within 1e-9 (of the value, where
     * it is above 1), every value has the same unit, every score is finite and from 0 to 1, and of two places the one with
     * the greater value never has the smaller score, but for those that have no value of their own.
     */
    public SELF addsUp() {
        List<Ranked<ITEM>> list = ranked();
        for (Ranked<ITEM> place : list) {
            double sum = place.reasons().stream().mapToDouble(Reason::part).sum();
            if (!near(sum, place.value())) {
                throw broken(
                        "Expecting the reasons of " + id(place.item()) + " to add up to its value, but their sum is "
                                + RankedTable.number(sum),
                        id(place.item()));
            }
            if (!(place.score() >= 0 && place.score() <= 1)) {
                throw broken(
                        "Expecting the score of " + id(place.item()) + " to be from 0 to 1, but it is " + place.score(),
                        id(place.item()));
            }
            if (!place.unit().equals(list.get(0).unit())) {
                throw broken(
                        "Expecting one unit, but " + id(place.item()) + " counts " + place.unit() + " and "
                                + id(list.get(0).item()) + " " + list.get(0).unit(),
                        id(place.item()));
            }
        }
        List<Ranked<ITEM>> byValue = new ArrayList<>(list);
        // What has no value of its own stands where a rule put it, also behind values below 0.
        byValue.removeIf(place -> place.value() == 0 && place.score() == 0);
        byValue.sort(Comparator.comparingDouble(Ranked::value));
        for (int i = 1; i < byValue.size(); i++) {
            Ranked<ITEM> less = byValue.get(i - 1);
            Ranked<ITEM> more = byValue.get(i);
            if (less.score() > more.score() && !near(less.score(), more.score())) {
                throw broken(
                        "Expecting scores to follow values, but " + id(less.item()) + " has a greater score than "
                                + id(more.item()) + " and no greater value",
                        id(less.item()),
                        id(more.item()));
            }
        }
        return myself;
    }

    /**
     * Asserts that the order leaves nothing to chance: no article twice, the greater value first, then the newer article,
     * then the greater id.
     *
     * <p>Among places that merely fill the list, which have the value 0 and a remark, the rule that fills decides; so these
     * need only stand behind all others; and those that are pinned or stand first for being newer need only stand before
     * all others. A list that is ordered by date alone is held to date and id.
     */
    public SELF isTotallyOrdered() {
        List<Ranked<ITEM>> list = ranked();
        Set<ArticleId> seen = new HashSet<>();
        for (Ranked<ITEM> place : list) {
            if (!seen.add(id(place.item()))) {
                throw broken("Expecting no article twice, but " + id(place.item()) + " is", id(place.item()));
            }
        }
        boolean byValue = byValue(actual);
        for (int i = 1; i < list.size(); i++) {
            Ranked<ITEM> one = list.get(i - 1);
            Ranked<ITEM> next = list.get(i);
            String before = id(next.item()) + " to stand before " + id(one.item());
            int groups = byValue ? Integer.compare(group(one), group(next)) : 0;
            if (groups < 0 || (byValue && groups == 0 && group(one) == 0)) {
                continue;
            }
            if (byValue && one.value() < next.value()) {
                throw broken("Expecting " + before + ", for it has the greater value", id(one.item()), id(next.item()));
            }
            if (groups > 0) {
                throw broken("Expecting " + before + ", for its rule comes first", id(one.item()), id(next.item()));
            }
            boolean tie = !byValue || one.value() == next.value();
            boolean filling = one.value() == 0 && !one.reasons().isEmpty();
            if (tie && !(byValue && filling) && newestFirst(one.item(), next.item()) > 0) {
                throw broken(
                        "Expecting " + before + ", for "
                                + (byValue ? "their values are equal and " : "the newest come first and ")
                                + (publishedAt(one.item()) == null || !equalDates(one.item(), next.item())
                                        ? "it is newer"
                                        : "its id is the greater"),
                        id(one.item()),
                        id(next.item()));
            }
        }
        return myself;
    }

    /** The places of the list, best first, for all else that AssertJ asserts of a list. */
    public ListAssert<Ranked<ITEM>> places() {
        return Assertions.assertThat(ranked()).as(info.description());
    }

    /**
     * The error of an expectation that was not met, with the list below it.
     *
     * @param expectation a sentence without its full stop
     * @param marked the articles that it speaks of
     */
    protected final AssertionError broken(String expectation, ArticleId... marked) {
        return failure("%s", message(expectation, marked));
    }

    final String message(String expectation, ArticleId... marked) {
        return "%n%s:%n%s".formatted(expectation, printed(Set.of(marked)));
    }

    final int place(ArticleId id) {
        return ids().indexOf(id);
    }

    final List<Ranked<ITEM>> ranked() {
        isNotNull();
        return list(actual);
    }

    private AssertionError unequal(String how, String but, List<ArticleId> expected, List<ArticleId> found) {
        return failureWithActualExpected(
                found,
                expected,
                "%s",
                "%nExpecting the list to contain %s:%n  %s%nbut %s:%n%s"
                        .formatted(how, expected, but, printed(Set.of())));
    }

    private void containsOnly(List<ArticleId> expected, List<ArticleId> found, String how) {
        List<ArticleId> missing = without(expected, found);
        List<ArticleId> unexpected = without(found, expected);
        if (!missing.isEmpty() || !unexpected.isEmpty()) {
            String lacks = missing.isEmpty() ? "" : "it lacks " + missing;
            String more = unexpected.isEmpty() ? "" : "it also has " + unexpected;
            throw unequal(how, lacks + (lacks.isEmpty() || more.isEmpty() ? "" : " and ") + more, expected, found);
        }
    }

    private String printed(Set<ArticleId> marked) {
        List<Ranked<ArticleId>> list =
                ranked().stream().map(place -> place.with(id(place.item()))).toList();
        String note = footnote(actual);
        return RankedTable.of(list, marked) + (note.isEmpty() ? "" : note + "%n".formatted());
    }

    // Pinned posts come first, then those newer than the article where the policy says so, and again among what fills
    // the list; what has no value fills it last.
    private static int group(Ranked<?> place) {
        Set<String> rules = place.reasons().stream().map(Reason::rule).collect(Collectors.toSet());
        if (rules.contains("R-28")) {
            return 0;
        }
        if (place.value() == 0) {
            return 5;
        }
        return (rules.contains("R-30") ? 3 : 1) + (rules.contains("R-29") ? 0 : 1);
    }

    private int newestFirst(ITEM one, ITEM other) {
        return Comparator.<ITEM, Instant>comparing(this::publishedAt, Comparator.nullsLast(Comparator.reverseOrder()))
                .thenComparing(this::id, Comparator.reverseOrder())
                .compare(one, other);
    }

    private boolean equalDates(ITEM one, ITEM other) {
        Instant date = publishedAt(one);
        return date != null && date.equals(publishedAt(other));
    }

    private List<ArticleId> ids() {
        return ranked().stream().map(place -> id(place.item())).toList();
    }

    // One for one, so that an article that stands twice must be named twice.
    private static List<ArticleId> without(List<ArticleId> all, List<ArticleId> others) {
        List<ArticleId> left = new ArrayList<>(all);
        others.forEach(left::remove);
        return left;
    }

    static boolean near(double one, double other) {
        return Math.abs(one - other) <= Ranked.TOLERANCE * Math.max(1, Math.max(Math.abs(one), Math.abs(other)));
    }

    private static ArticleId[] of(String... ids) {
        return Arrays.stream(ids).map(ArticleId::of).toArray(ArticleId[]::new);
    }

    private static ArticleId[] of(Listed... articles) {
        return Arrays.stream(articles).map(Listed::id).toArray(ArticleId[]::new);
    }

    private static ArticleId[] of(List<ArticleId> ids) {
        return new LinkedHashSet<>(ids).toArray(ArticleId[]::new);
    }
}
