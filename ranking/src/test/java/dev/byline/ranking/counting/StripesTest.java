package dev.byline.ranking.counting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Threads that count in one step and in more, beside one that takes. */
class StripesTest {
    private final Stripes stripes = new Stripes(2, false);
    private final Object visitor = new Object();

    /** Who counts in one step holds the visitor and needs a stripe; who counts in more needs the visitor between two of them. */
    @Test
    @Timeout(60)
    void whoTakesKeepsNobodyFromCountingWhileItWaitsForWhoIsBetweenTwoSteps() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(2);
        CountDownLatch taking = new CountDownLatch(1);
        Thread one = onStripe(0, () -> {
            synchronized (visitor) {
                begun.countDown();
                await(taking);
                count();
            }
        });
        Thread more = onStripe(1, () -> {
            stripes.enter();
            begun.countDown();
            await(taking);
            synchronized (visitor) {
                count();
            }
            stripes.leave();
        });
        Thread taker = new Thread(stripes::take);
        taker.setDaemon(true);
        one.start();
        more.start();
        begun.await();
        taker.start();
        while (taker.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        taking.countDown();
        for (Thread thread : List.of(one, more, taker)) {
            thread.join(10_000);
            assertThat(thread.isAlive()).isFalse();
        }
    }

    private void count() {
        stripes.own().lock();
        stripes.own().add(1, 1, 1);
        stripes.own().unlock();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    /** A thread's id tells which stripe is its own. */
    private static Thread onStripe(int number, Runnable task) {
        Thread thread = new Thread(task);
        while ((thread.getId() & 1) != number) {
            thread = new Thread(task);
        }
        thread.setDaemon(true);
        return thread;
    }
}
