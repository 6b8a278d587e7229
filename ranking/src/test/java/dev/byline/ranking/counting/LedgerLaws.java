package dev.byline.ranking.counting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The ledger beside a plain list of what happened. */
class LedgerLaws {
    private static final int NOW = 29_000_000;
    private static final int DAY = 1440;

    /** Something that happened, or a window that is asked about on the way. */
    record Step(int minute, int key, long amount, boolean asks) {}

    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<Integer> minutes = Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(5, Arbitraries.integers().between(NOW - 180, NOW)),
                net.jqwik.api.Tuple.of(3, Arbitraries.integers().between(NOW - 9 * DAY, NOW + 90)),
                net.jqwik.api.Tuple.of(2, Arbitraries.integers().between(NOW - 100 * DAY, NOW)),
                net.jqwik.api.Tuple.of(1, Arbitraries.of(0, 1, 59, 60, 1439, 1440, NOW + 500_000_000)));
        Arbitrary<Integer> keys = Arbitraries.of(
                Keys.of(1, 0), Keys.of(1, 1), Keys.of(1, 200_000), Keys.of(2, 0), Keys.of(115, 7), Keys.of(16, 7));
        return Combinators.combine(minutes, keys, Arbitraries.longs().between(1, 3), Arbitraries.of(true, false, false))
                .as(Step::new)
                .list()
                .ofMaxSize(80);
    }

    @Property
    void everyWindowIsTheSumOfWhatHappenedInIt(@ForAll("steps") List<Step> steps) throws IOException {
        Ledger ledger = new Ledger();
        List<Step> happened = new ArrayList<>();
        int newest = 0;
        int base = 0;
        for (Step step : steps) {
            if (step.asks) {
                // The clock moves on a little between questions.
                int end = NOW + 1 + happened.size() / 3;
                for (int length : new int[] {1, 60, DAY, 7 * DAY + 1, 30 * DAY, 89 * DAY}) {
                    assertThat(sums(ledger.running(end, length)))
                            .as("the last " + length)
                            .isEqualTo(expected(happened, end - length, end, base));
                }
            }
            Cells cells = new Cells();
            cells.add(step.key, step.amount);
            ledger.add(step.minute, cells, NOW);
            happened.add(step);
            newest = Math.max(newest, step.minute);
            base = Math.max(base, Math.min(newest, NOW));
        }
        check(ledger, happened, base);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ledger.image().write(new DataOutputStream(bytes));
        Ledger restored = new Ledger();
        restored.restore(Ledger.Image.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()))));
        check(restored, happened, base);
        assertThat(restored.newest()).isEqualTo(newest);
        // Standing on what was written, and going on from there.
        Ledger.Image image = ledger.image();
        Ledger.Image written = Ledger.Image.read(new MappedInput(ByteBuffer.wrap(bytes.toByteArray())));
        assertThat(written.onHeap()).isZero();
        for (Step step : steps.subList(0, steps.size() / 2)) {
            Cells cells = new Cells();
            cells.add(step.key, step.amount);
            ledger.add(step.minute, cells, NOW);
            happened.add(step);
        }
        ledger.replace(image, written);
        check(ledger, happened, base);
        Ledger.Image rest = ledger.image();
        if (steps.size() < 2) {
            assertThat(rest.onHeap()).isZero();
        }
        check(ledger, happened, base);
    }

    private static void check(Ledger ledger, List<Step> happened, int base) {
        int[][] windows = {
            {0, NOW + 1},
            {NOW - 59, NOW + 1},
            {NOW - 8 * DAY + 7, NOW - 90},
            {NOW - 40 * DAY + 3, NOW + 1},
            {NOW - 90 * DAY, NOW - 20 * DAY + 1},
            {NOW - 2000 * DAY, NOW - 95 * DAY},
            {NOW - 100, NOW - 100},
            {NOW, NOW + 600_000_000}
        };
        for (int[] window : windows) {
            Cells found = new Cells();
            ledger.each(window[0], window[1], found::add);
            assertThat(sums(found))
                    .as(window[0] - NOW + " to " + (window[1] - NOW))
                    .isEqualTo(expected(happened, window[0], window[1], base));
        }
        Cells upTo = new Cells();
        ledger.eachUpTo(NOW - 30, upTo::add);
        assertThat(sums(upTo)).isEqualTo(expected(happened, -1, NOW - 30, base));
        assertThat(sums(ledger.totals())).isEqualTo(expected(happened, -1, Integer.MAX_VALUE, base));
    }

    private static Map<Integer, Long> sums(Cells cells) {
        Map<Integer, Long> sums = new TreeMap<>();
        cells.each(sums::put);
        return sums;
    }

    private static Map<Integer, Long> expected(List<Step> happened, int from, int to, int base) {
        int begin = from < 0 ? 0 : from / grain(from, base) * grain(from, base);
        int end = to == Integer.MAX_VALUE ? to : (to + grain(to, base) - 1) / grain(to, base) * grain(to, base);
        Map<Integer, Long> sums = new TreeMap<>();
        for (Step one : happened) {
            if (one.minute >= begin && one.minute < end) {
                sums.merge(one.key, one.amount, Long::sum);
            }
        }
        return sums;
    }

    /** What the package promises: minutes for eight days, hours for ninety-one. */
    private static int grain(int minute, int base) {
        return minute >= base - 8 * DAY ? 1 : minute / 60 >= Math.max(0, base - 91 * DAY) / 60 ? 60 : DAY;
    }

    @Property
    void columnsAreWhatWentInAndAddUp(@ForAll("steps") List<Step> one, @ForAll("steps") List<Step> other)
            throws IOException {
        Cells first = cells(one);
        Cells second = cells(other);
        Column column = Column.of(first).plus(second);
        Cells both = new Cells();
        first.each(both::add);
        second.each(both::add);
        Map<Integer, Long> found = new TreeMap<>();
        List<Integer> order = new ArrayList<>();
        Column.of(column.bytes()).each((key, amount) -> {
            found.put(key, amount);
            order.add(key);
        });
        assertThat(found).isEqualTo(sums(both));
        assertThat(order).isSorted();
    }

    private static Cells cells(List<Step> steps) {
        Cells cells = new Cells();
        for (Step step : steps) {
            // Moved counts are taken away where they were.
            cells.add(step.key ^ (step.minute & 0xFF), step.asks ? -step.amount : step.amount << (step.minute % 60));
        }
        return cells;
    }
}
