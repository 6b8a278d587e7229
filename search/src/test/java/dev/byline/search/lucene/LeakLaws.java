package dev.byline.search.lucene;

import dev.byline.search.testkit.Interleavings;
import dev.byline.testkit.Rule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;

class LeakLaws {
    @Property(tries = 200)
    @Rule({"S-01", "S-12", "S-14", "S-15", "S-16", "S-18"})
    void whatever_is_done_nothing_shows_that_is_not_public(@ForAll long seed) {
        interleave(seed, 10);
    }

    /** Runs one interleaving, in which every other index is merged before it is opened anew. */
    static void interleave(long seed, int steps) {
        SplittableRandom random = new SplittableRandom(seed);
        try (Directory directory = new ByteBuffersDirectory()) {
            Interleavings.run(
                    clock -> {
                        if (random.nextBoolean()) {
                            merge(directory);
                        }
                        return LuceneSearch.open(directory, clock);
                    },
                    seed,
                    steps);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void merge(Directory directory) {
        try {
            if (directory.listAll().length > 0) {
                try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(new KeywordAnalyzer()))) {
                    writer.forceMerge(1);
                }
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
