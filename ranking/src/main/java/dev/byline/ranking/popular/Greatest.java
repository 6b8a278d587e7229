package dev.byline.ranking.popular;

/** The greatest of many numbers. */
final class Greatest {
    private Greatest() {}

    /** The least of the greatest so many; the least number there is if there are not so many. */
    static long least(long[] numbers, int most) {
        long[] heap = new long[Math.min(most, numbers.length)];
        int size = 0;
        for (long number : numbers) {
            if (size < heap.length) {
                int at = size++;
                while (at > 0 && heap[(at - 1) / 2] > number) {
                    heap[at] = heap[(at - 1) / 2];
                    at = (at - 1) / 2;
                }
                heap[at] = number;
            } else if (number > heap[0]) {
                replaceLeast(heap, number);
            }
        }
        return size < most || size == 0 ? Long.MIN_VALUE : heap[0];
    }

    private static void replaceLeast(long[] heap, long number) {
        int at = 0;
        while (true) {
            int child = 2 * at + 1;
            if (child >= heap.length) {
                break;
            }
            if (child + 1 < heap.length && heap[child + 1] < heap[child]) {
                child++;
            }
            if (heap[child] >= number) {
                break;
            }
            heap[at] = heap[child];
            at = child;
        }
        heap[at] = number;
    }
}
