package dev.byline.ranking.popular;

import dev.byline.ranking.RankingException;
import dev.byline.ranking.journal.Disk;
import dev.byline.ranking.journal.Journal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/**
 * One of several stores that count for the same site, each for itself, and tell each other what they counted. Thread-safe.
 *
 * <p>A host carries deltas from node to node, by whatever it has: a queue, a topic, a table, a request. Every node then answers
 * as one store would that had seen all events.
 *
 * <pre>{@code
 * for (Delta delta : node.deltas()) {      // now and then, say each second
 *     bus.publish(delta);
 *     node.confirm(delta);                 // the bus has it
 * }
 * bus.subscribe(delta -> {
 *     node.merge(delta);                   // adds nothing twice, nor its own
 *     node.flush();                        // before the bus forgets it
 * });
 * }</pre>
 *
 * <p>Deltas add up in whatever order they come, and as often. A visitor's views are to go to one node while a repeat slot lasts,
 * as sticky sessions or a hash of the address do it, and those of a network too where floods matter: repeats and floods are known
 * where they were counted. Of two balances of an article
 * with the same date, the one that was stated later stays.
 */
public interface EngagementNode extends EngagementStore {
    /**
     * A node that forgets everything with the process.
     *
     * @param name tells nodes apart, 1 to {@value Delta#LONGEST_NODE} characters; for one node at a time
     */
    static EngagementNode inMemory(String name, InstantSource clock) {
        return EmbeddedEngagementStore.inMemory(name, clock);
    }

    /**
     * A node that keeps its counts in a folder, as {@link EngagementStore#open(Path, InstantSource, Duration)} does, and there
     * also what is not confirmed yet. A store that was no node may become one; what it has is then its own alone.
     *
     * @param name tells nodes apart, 1 to {@value Delta#LONGEST_NODE} characters; for one node at a time
     * @throws RankingException if another store has the folder open, here or in another process, or it can't be read
     */
    static EngagementNode open(String name, Path folder, InstantSource clock, Duration interval) {
        return EmbeddedEngagementStore.open(name, folder, clock, Disk.local(), Journal.Limits.USUAL.interval(interval));
    }

    /**
     * What was counted here and is not confirmed, oldest first; the same again, and what came since, until it is.
     *
     * <p>Where there is a disk, it has all of this when the call returns. What is not told of stays in memory, about 12 bytes
     * for each number of each minute.
     *
     * @throws RankingException if the disk can't be written; asking again is right
     */
    List<Delta> deltas();

    /**
     * Forgets a delta of this node, which from now on is kept by whoever carries it; nothing if it is forgotten already.
     *
     * @throws RankingException as {@link #record}
     */
    void confirm(Delta delta);

    /**
     * Adds what another node counted.
     *
     * <p>It reaches the disk as an event does: {@link #flush} tells when.
     *
     * @return false if it had been added before, or is this node's own; then nothing changes
     * @throws IllegalArgumentException if it tells of something that this version does not count, or of more than 64 MiB
     * @throws RankingException as {@link #record}, but what was added stays and is tried again
     */
    boolean merge(Delta delta);
}
