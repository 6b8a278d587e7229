package dev.byline.search.lucene;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A thousand processes are killed while they change an index: {@code mvn -Psoak -pl core,search verify}. */
class KilledIndexSoak {
    @TempDir
    private Path folder;

    @Test
    void nothing_acknowledged_is_lost_and_nothing_withdrawn_is_back() throws IOException {
        KilledIndex.kill(folder, 1_000);
    }
}
