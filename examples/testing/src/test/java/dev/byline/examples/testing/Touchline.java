package dev.byline.examples.testing;

import dev.byline.ranking.popular.PopularPolicy;
import dev.byline.ranking.related.RelatedPolicy;
import dev.byline.ranking.related.Weights;
import java.time.Duration;

/** How the site lists posts; this class would be part of the site, all others here are its tests. */
final class Touchline {
    /** What shares its tags, which are clubs and competitions, goes before what uses the same words. */
    static final RelatedPolicy RELATED = RelatedPolicy.defaults()
            .weights(Weights.none().words(1).tags(2).sections(1))
            .age(RelatedPolicy.Age.defaults().halfLife(Duration.ofDays(30)))
            .minimumScore(.1)
            .sponsored(false)
            .backfill(false);

    /** What was read, and nothing to fill the list with. */
    static final PopularPolicy POPULAR = PopularPolicy.mostRead().backfill(false);

    private Touchline() {}
}
