package dev.byline.examples.cli.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An import that is not published leaves everything as it found it. */
final class RefusedImportTest {
    @TempDir
    Path temporary;

    private static void refuse(Path folder) {
        try (SiteStaging staging = Site.stage(folder)) {
            staging.take(Items.article("one", 0));
            staging.settled();
        }
    }

    @Test
    void noFolderIsLeftWhereThereWasNone() {
        refuse(temporary.resolve("a/b/site"));
        assertThat(temporary).isEmptyDirectory();
    }

    @Test
    void foldersThatWereThereStay() throws IOException {
        Path folder = Files.createDirectories(temporary.resolve("a/site"));
        refuse(folder);
        assertThat(folder).isEmptyDirectory();

        Path beside = Files.writeString(temporary.resolve("a/notes.txt"), "mine");
        refuse(temporary.resolve("a/b/site"));
        assertThat(temporary.resolve("a")).isDirectoryNotContaining(path -> path.endsWith("b"));
        assertThat(beside).hasContent("mine");
    }

    @Test
    void countersThatOutlivedTheirSiteStay() throws IOException {
        Path folder = temporary.resolve("site");
        Path journal = Files.createDirectories(folder.resolve("counters")).resolve("journal");
        Files.writeString(journal, "counted");
        refuse(folder);
        assertThat(folder.toFile().list()).containsExactly("counters");
        assertThat(journal).hasContent("counted");
    }

    @Test
    void whatAKilledFirstImportLeftGoesToo() throws IOException {
        Path folder = temporary.resolve("site");
        OtherProcess.doing("import", folder).close();
        assertThat(folder.resolve("generations")).isDirectoryContaining(path -> true);
        refuse(folder);
        assertThat(folder.resolve("generations")).doesNotExist();
        assertThat(folder.resolve("lock")).doesNotExist();
    }

    @Test
    void aSiteStays() throws IOException {
        Path folder = temporary.resolve("site");
        Items.publish(folder, Items.all());
        byte[] before = Files.readAllBytes(folder.resolve("generations/1/content.mv"));
        refuse(folder);
        assertThat(Files.readAllBytes(folder.resolve("generations/1/content.mv")))
                .isEqualTo(before);
        assertThat(folder.resolve("generations").toFile().list()).containsExactly("1");
        assertThat(folder.resolve("lock")).exists();
        assertThat(Items.count(folder, "bridge")).isEqualTo(1);
    }

    @Test
    void whoComesMeanwhileIsRefusedAndTakesNothingAway() {
        Path folder = temporary.resolve("site");
        try (SiteStaging staging = Site.stage(folder)) {
            assertThatThrownBy(() -> Site.stage(folder))
                    .isInstanceOf(SiteException.class)
                    .hasMessageContaining("Another byline command");
            staging.take(Items.article("one", 3));
            staging.publish();
        }
        assertThat(Items.count(folder, "one")).isEqualTo(3);
    }

    @Test
    void ofManyFirstImportsOneIsAtWorkAtATime() throws Exception {
        Path folder = temporary.resolve("site");
        int threads = 4;
        AtomicInteger atWork = new AtomicInteger();
        AtomicInteger admitted = new AtomicInteger();
        List<String> wrong = Collections.synchronizedList(new ArrayList<>());
        CyclicBarrier start = new CyclicBarrier(threads);
        ExecutorService all = Executors.newFixedThreadPool(threads);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                running.add(all.submit(() -> {
                    start.await();
                    for (int n = 0; n < 25; n++) {
                        try (SiteStaging staging = Site.stage(folder)) {
                            if (atWork.incrementAndGet() > 1) {
                                wrong.add("two at once");
                            }
                            staging.take(Items.article("one", 0));
                            atWork.decrementAndGet();
                            admitted.incrementAndGet();
                        } catch (SiteException busy) {
                            if (!String.valueOf(busy.getMessage()).startsWith("Another byline command")) {
                                wrong.add(busy.toString());
                            }
                        }
                    }
                    return null;
                }));
            }
            for (Future<?> one : running) {
                one.get();
            }
        } finally {
            all.shutdown();
        }
        assertThat(wrong).isEmpty();
        assertThat(admitted.get()).isPositive();
        // Who came in while another went out can't tell that the folder was made for an import.
        assertThat(folder.toFile().list()).isIn(null, new String[0]);
        Items.publish(folder, Items.article("two", 1));
        assertThat(Items.count(folder, "two")).isEqualTo(1);
    }
}
