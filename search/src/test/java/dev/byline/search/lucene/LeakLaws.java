package dev.byline.search.lucene;

import dev.byline.testkit.Rule;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class LeakLaws {
    @Property(tries = 300)
    @Rule({"S-01", "S-12", "S-14", "S-15", "S-16", "S-18"})
    void whatever_is_done_nothing_shows_that_is_not_public(@ForAll long seed) {
        Leaks.run(seed, 15);
    }
}
