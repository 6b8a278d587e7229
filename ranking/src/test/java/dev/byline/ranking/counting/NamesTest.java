package dev.byline.ranking.counting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NamesTest {
    @Test
    void idsAreNumberedInTheOrderInWhichTheyCome() {
        Names names = new Names();
        assertThat(names.find("a")).isEqualTo(Names.UNKNOWN);
        assertThat(names.add("a")).isZero();
        assertThat(names.add("b")).isEqualTo(1);
        assertThat(names.add("a")).isZero();
        assertThat(names.find("b")).isEqualTo(1);
        assertThat(names.size()).isEqualTo(2);
        assertThat(names.get(1)).isEqualTo("b");
    }

    @Test
    void manyOfAnyScriptAndLengthAreToldApart() {
        Names names = new Names();
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            ids.add(
                    switch (i % 5) {
                        case 0 -> "n" + i;
                        case 1 -> "خبر" + i;
                        case 2 -> "\uD83D\uDCF0".repeat(i % 7 + 1) + i;
                        case 3 -> "é" + i;
                        default -> i + "x".repeat(i % 200);
                    });
        }
        for (int i = 0; i < ids.size(); i++) {
            assertThat(names.find(ids.get(i))).isEqualTo(Names.UNKNOWN);
            assertThat(names.add(ids.get(i))).isEqualTo(i);
        }
        for (int i = 0; i < ids.size(); i++) {
            assertThat(names.find(ids.get(i))).isEqualTo(i);
            assertThat(names.get(i)).isEqualTo(ids.get(i));
        }
        // The same bytes read as single letters are another id.
        assertThat(names.find("Ã©3")).isEqualTo(Names.UNKNOWN);
    }

    @Test
    void idsWhoseHashesAreEqualAreToldApart() {
        Names names = new Names();
        assertThat("AaBB".hashCode()).isEqualTo("BBAa".hashCode());
        assertThat(names.add("AaBB")).isZero();
        assertThat(names.find("BBAa")).isEqualTo(Names.UNKNOWN);
        assertThat(names.add("BBAa")).isEqualTo(1);
        assertThat(names.find("AaBB")).isZero();
    }

    @Test
    void whoLooksUpWhileOthersAddFindsWhatIsThere() throws InterruptedException {
        Names names = new Names();
        AtomicReference<String> wrong = new AtomicReference<>("");
        List<Thread> threads = new ArrayList<>();
        for (int thread = 0; thread < 4; thread++) {
            List<Integer> order =
                    new ArrayList<>(IntStream.range(0, 30_000).boxed().toList());
            Collections.shuffle(order, new java.util.Random(thread));
            threads.add(new Thread(() -> {
                for (int i : order) {
                    String id = "article-" + i;
                    int number = names.find(id);
                    int added = number < 0 ? names.add(id) : number;
                    if (names.find(id) != added || !names.get(added).equals(id)) {
                        wrong.set(id + " as " + number + ", " + added);
                    }
                }
            }));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(wrong.get()).isEmpty();
        assertThat(names.size()).isEqualTo(30_000);
    }
}
