package dev.byline.examples.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Locale;

/**
 * The calls of {@link StoreBenchmark} by the processor time of their thread, which tells the store's own cost on a machine
 * that others use as well: {@code java -Xmx8g -cp target/benchmarks.jar
 * dev.byline.examples.benchmarks.StoreByProcessorTime ARTICLES}.
 */
final class StoreByProcessorTime {
    private static final int CALLS = 100_000;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private StoreByProcessorTime() {}

    public static void main(String[] arguments) {
        StoreBenchmark store = new StoreBenchmark();
        store.articles = Integer.parseInt(arguments[0]);
        store.fill();
        measure("neighbours", CALLS, store::neighbours);
        measure("neighboursInRegion", CALLS, store::neighboursInRegion);
        measure("regionPage", CALLS, store::regionPage);
        measure("deepPage", CALLS, store::deepPage);
        measure("tagPage", CALLS, store::tagPage);
        measure("bySlug", CALLS, store::bySlug);
        measure("count", CALLS, store::count);
        measure("countsByRegion", CALLS / 100, store::countsByRegion);
        measure("countsByMonth", CALLS / 100, store::countsByMonth);
        measure("countsByTag", CALLS / 1000, store::countsByTag);
        measure("putNew", CALLS, store::putNew);
        measure("editNew", CALLS, store::editNew);
        measure("editOld", CALLS, store::editOld);
        measure("refileOld", CALLS, store::refileOld);
        measure("withdrawOrPutBack", CALLS, store::withdrawOrPutBack);
    }

    private static void measure(String call, int calls, Runnable action) {
        for (int i = 0; i < calls; i++) {
            action.run();
        }
        long[] nanos = new long[calls];
        for (int i = 0; i < calls; i++) {
            long start = THREADS.getCurrentThreadCpuTime();
            action.run();
            nanos[i] = THREADS.getCurrentThreadCpuTime() - start;
        }
        Arrays.sort(nanos);
        System.out.printf(
                Locale.ROOT,
                "%-20s p50 %8.1f  p90 %8.1f  p99 %8.1f  p99.9 %8.1f µs%n",
                call,
                micros(nanos, .5),
                micros(nanos, .9),
                micros(nanos, .99),
                micros(nanos, .999));
    }

    private static double micros(long[] nanos, double share) {
        return nanos[(int) (nanos.length * share)] / 1e3;
    }
}
