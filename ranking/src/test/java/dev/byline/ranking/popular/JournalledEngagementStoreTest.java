package dev.byline.ranking.popular;

import dev.byline.ranking.journal.Disk;
import dev.byline.ranking.journal.Journal;
import dev.byline.ranking.testkit.EngagementStoreContract;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.io.TempDir;

/** With a journal that is folded every few events, so that each test goes over several. */
class JournalledEngagementStoreTest extends EngagementStoreContract {
    @TempDir
    private Path folder;

    @Override
    protected EngagementStore create(InstantSource clock) {
        return EmbeddedEngagementStore.open(
                folder, clock, Disk.local(), new Journal.Limits(2000, Duration.ofMillis(5), 100_000));
    }
}
