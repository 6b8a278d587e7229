package dev.byline.ranking.popular;

import dev.byline.ranking.testkit.EngagementStoreContract;
import java.time.InstantSource;

class InMemoryEngagementStoreTest extends EngagementStoreContract {
    @Override
    protected EngagementStore create(InstantSource clock) {
        return EngagementStore.inMemory(clock);
    }
}
