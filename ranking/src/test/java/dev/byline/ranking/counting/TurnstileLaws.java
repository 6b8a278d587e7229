package dev.byline.ranking.counting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.ranking.counting.Turnstile.Lane;
import dev.byline.ranking.counting.Turnstile.Limits;
import dev.byline.ranking.counting.Turnstile.Part;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class TurnstileLaws {
    private static final long NOON = 1_793_534_400L;
    private static final int MOST = 3;

    /** A view, in seconds since noon. */
    record View(int article, String source, String visitor, int second) {}

    /** What a turnstile has told. */
    private static final class Told implements Turnstile.Count {
        private final Map<String, Integer> sums = new TreeMap<>();
        private VisitNotes notes = new VisitNotes();

        @Override
        public void note(Visits.Slot slot, long visit, int before) {
            notes.add(slot, visit, before);
        }

        @Override
        public void add(Lane lane, Part part, int minute, int article, int amount) {
            add(part, minute - (int) (NOON / 60), article, amount);
        }

        void add(Part part, int minute, int article, int amount) {
            sums.merge(part + " " + article + " at " + minute, amount, (a, b) -> a + b == 0 ? null : a + b);
        }
    }

    @Provide
    Arbitrary<View> views() {
        return Combinators.combine(
                        Arbitraries.of(1, 2),
                        Arbitraries.of("", "here", "there"),
                        Arbitraries.of("", "ana", "bo", "cem", "dora", "eva"),
                        Arbitraries.integers().between(0, 7300).shrinkTowards(0))
                .as(View::new);
    }

    @Provide
    Arbitrary<Limits> limits() {
        return Combinators.combine(
                        Arbitraries.of(0, 420, 1800), Arbitraries.of(600, 3600, 86_400), Arbitraries.of(0, 1, 2, MOST))
                .as(Limits::new);
    }

    /** What the rules say, worked out from all views at once. */
    private static Map<String, Integer> expected(List<View> views, Limits limits) {
        Told told = new Told();
        Map<String, View> firsts = new HashMap<>();
        List<View> entering = new ArrayList<>();
        List<View> ascending = new ArrayList<>(views);
        ascending.sort(Comparator.comparingInt(View::second));
        for (View view : ascending) {
            if (limits.slot() == 0 || view.visitor.isEmpty()) {
                entering.add(view);
            } else if (firsts.putIfAbsent(
                            view.article + view.source + "/" + view.visitor + "@" + start(view, limits), view)
                    == null) {
                entering.add(view);
            } else {
                told.add(Part.REPEATED, view.second / 60, view.article, 1);
            }
        }
        Map<String, Integer> entered = new HashMap<>();
        entering.sort(Comparator.comparingInt(view -> view.second / 60));
        for (View view : entering) {
            long slot = (NOON + start(view, limits)) / limits.sourceSlot();
            int before = view.source.isEmpty() || limits.most() == 0
                    ? -1
                    : entered.merge(view.article + view.source + "@" + slot, 1, Integer::sum) - 1;
            told.add(before < limits.most() ? Part.COUNTED : Part.FLOODED, view.second / 60, view.article, 1);
        }
        return told.sums;
    }

    private static long start(View view, Limits limits) {
        return limits.slot() == 0 || view.visitor.isEmpty()
                ? view.second
                : Math.floorDiv(NOON + view.second, (long) limits.slot()) * limits.slot() - NOON;
    }

    private static Turnstile.Taken passForNow(Turnstile turnstile, View view, Limits limits, Told told) {
        return turnstile.passForNow(
                Lane.VIEWS, limits, view.article, view.source, view.visitor, NOON + view.second, NOON, told);
    }

    @Property
    void anyOrderGivesWhatTheRulesSay(
            @ForAll @Size(max = 60) List<@From("views") View> views, @ForAll("limits") Limits limits) {
        Told told = new Told();
        Turnstile turnstile = new Turnstile(new Visits(1000));
        views.forEach(view -> turnstile.pass(
                Lane.VIEWS, limits, view.article, view.source, view.visitor, NOON + view.second, NOON, told));
        assertThat(told.sums).isEqualTo(expected(views, limits));
    }

    @Property
    void whatGoesBackHasNotBeenThere(
            @ForAll @Size(max = 30) List<@From("views") View> views,
            @ForAll("limits") Limits limits,
            @ForAll @IntRange(max = 1000) int seed) {
        Random random = new Random(seed);
        Told told = new Told();
        Visits visits = new Visits(1000);
        Turnstile turnstile = new Turnstile(visits);
        List<View> stayed = new ArrayList<>();
        Map<Turnstile.Taken, View> open = new HashMap<>();
        for (View view : views) {
            open.put(passForNow(turnstile, view, limits, told), view);
            while (!open.isEmpty() && random.nextInt(3) == 0) {
                settle(open, stayed, told, random);
            }
        }
        while (!open.isEmpty()) {
            settle(open, stayed, told, random);
        }
        assertThat(told.sums).isEqualTo(expected(stayed, limits));
        Visits clean = new Visits(1000);
        Turnstile other = new Turnstile(clean);
        stayed.forEach(view -> passForNow(other, view, limits, told).stay());
        for (Visits.What what : Visits.What.values()) {
            assertThat(visits.size(what)).isEqualTo(clean.size(what));
        }
    }

    private static void settle(Map<Turnstile.Taken, View> open, List<View> stayed, Told told, Random random) {
        List<Turnstile.Taken> all = new ArrayList<>(open.keySet());
        Turnstile.Taken one = all.get(random.nextInt(all.size()));
        View view = open.remove(one);
        if (random.nextBoolean() && view != null) {
            one.stay();
            stayed.add(view);
        } else {
            one.back(told);
        }
    }

    @Property
    void whatIsWrittenDownGoesOnAsBefore(
            @ForAll @Size(max = 60) List<@From("views") View> views,
            @ForAll("limits") Limits limits,
            @ForAll @IntRange(max = 60) int where) {
        Told told = new Told();
        Visits before = new Visits(1000);
        Turnstile first = new Turnstile(before);
        List<Visits.Written> notes = new ArrayList<>();
        int cut = Math.min(where, views.size());
        for (View view : views.subList(0, cut)) {
            passForNow(first, view, limits, told).stay();
            notes.addAll(VisitNotes.written(List.of(told.notes)));
            told.notes = new VisitNotes();
        }
        Collections.shuffle(notes, new Random(where));
        Visits after = new Visits(1000);
        notes.forEach(after::restore);
        Turnstile second = new Turnstile(after);
        views.subList(cut, views.size())
                .forEach(view -> passForNow(second, view, limits, told).stay());
        assertThat(told.sums).isEqualTo(expected(views, limits));
    }
}
