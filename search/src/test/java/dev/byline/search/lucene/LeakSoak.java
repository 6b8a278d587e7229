package dev.byline.search.lucene;

import dev.byline.testkit.Rule;
import org.junit.jupiter.api.Test;

/** Ten thousand interleavings: {@code mvn -Psoak -pl core,search verify -Dtest=LeakSoak}. */
class LeakSoak {
    @Test
    @Rule("S-01")
    void nothing_shows_that_is_not_public() {
        for (long seed = 0; seed < 10_000; seed++) {
            LeakLaws.interleave(seed, 10);
        }
    }
}
