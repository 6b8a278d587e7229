package dev.byline.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.comment.CommentHistory.Found;
import dev.byline.comment.CommentState;
import dev.byline.comment.Sender;
import dev.byline.comment.SenderRules.Flood;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.junit.jupiter.api.RepeatedTest;

/** Thirty-two threads that claim at once. */
abstract class HistoryRaceTests extends HistoryTests {
    private static final int THREADS = 32;

    @RepeatedTest(5)
    void ofEqualAttemptsOneIsClear() {
        assertThat(race(i -> ann("one"))).isOne();
    }

    @RepeatedTest(5)
    void ofTheAttemptsOfOneSenderOneIsClear() {
        assertThat(race(i -> ann("text " + i).under(FLOODS).after(Duration.ofMillis(i))))
                .isOne();
    }

    @RepeatedTest(5)
    void ofTheAttemptsOfOneNetworkAsManyAreClearAsMayBe() {
        Flood five = new Flood(Flood.By.NETWORK, 5, 60);
        assertThat(race(i -> said("Ann", sender(i), "text " + i).under(floods(five))))
                .isEqualTo(5);
    }

    @RepeatedTest(5)
    void ofTheUsesOfOneTokenOneIsClear() {
        assertThat(race(i -> said("Ann", sender(i), "text " + i).with("t1"))).isOne();
    }

    @RepeatedTest(5)
    void ofEqualEditsOneIsClear() {
        store("c1", ann("one"), CommentState.APPROVED);
        assertThat(race(i -> ann("two").editing("c1"))).isOne();
    }

    /** One in four is a duplicate of another, one in four has its token, one in four its address; one is alone. */
    @RepeatedTest(5)
    void nothingSlipsThroughBetweenDuplicateFloodAndToken() {
        List<Found> found = found(i -> switch (i % 4) {
            case 0 -> ann("one").under(FLOODS).with("t1");
            case 1 -> said("Ann", new Sender(ANN.email(), "", "", ""), "one").with("t" + i);
            case 2 -> said("Name " + i, sender(i), "text " + i).with("t1");
            default ->
                said("Name " + i, new Sender("", ANN.ip(), "", ""), "text " + i).under(FLOODS);
        });
        List<Integer> clear = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            if (found.get(i).clear()) {
                clear.add(i % 4);
            }
        }
        // Ann's own words once, token t1 once, and her address within the 15 seconds once for those who must wait.
        assertThat(clear.stream().filter(kind -> kind <= 1).count()).isLessThanOrEqualTo(1);
        assertThat(clear.stream().filter(kind -> kind == 0 || kind == 2).count())
                .isLessThanOrEqualTo(1);
        assertThat(clear.stream().filter(kind -> kind == 3).count()).isLessThanOrEqualTo(1);
        assertThat(clear.stream().filter(kind -> kind == 0 || kind == 3).count())
                .isLessThanOrEqualTo(1);
        assertThat(clear).isNotEmpty();
    }

    @RepeatedTest(5)
    void theAttemptsOfManySendersAreAllClear() {
        assertThat(race(i -> said("Ann", sender(i), "one").under(FLOODS).with("t" + i)))
                .isEqualTo(THREADS);
    }

    private static Sender sender(int i) {
        return new Sender("ann" + i + "@news.example", "192.0.2." + (100 + i), "", "");
    }

    private long race(IntFunction<Saying> sayings) {
        return found(sayings).stream().filter(Found::clear).count();
    }

    private List<Found> found(IntFunction<Saying> sayings) {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            CyclicBarrier start = new CyclicBarrier(THREADS);
            List<Future<Found>> claims = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                Saying saying = sayings.apply(i);
                Callable<Found> claim = () -> {
                    start.await();
                    return claim(saying);
                };
                claims.add(threads.submit(claim));
            }
            List<Found> found = new ArrayList<>();
            for (Future<Found> one : claims) {
                found.add(one.get());
            }
            return found;
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        } finally {
            threads.shutdownNow();
        }
    }
}
