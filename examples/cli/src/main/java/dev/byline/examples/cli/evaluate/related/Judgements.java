package dev.byline.examples.cli.evaluate.related;

import dev.byline.examples.cli.evaluate.BadInput;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which posts belong beside which.
 *
 * @param queries by id
 * @param graded whether posts were graded, so that each query ranks what was judged for it and nothing else
 * @param remarks what there is to say of judgements that were passed over
 */
record Judgements(List<Query> queries, boolean graded, List<String> remarks) {
    /**
     * A post whose list is judged.
     *
     * @param gains what each judged post is worth, by number; 0 or less where it is not related
     */
    record Query(Post post, Map<Integer, Double> gains) {
        boolean answerable() {
            return gains.values().stream().anyMatch(gain -> gain > 0);
        }
    }

    /** Copies the lists. */
    Judgements {
        queries = List.copyOf(queries);
        remarks = List.copyOf(remarks);
    }

    /**
     * Reads them.
     *
     * @param pastOnly whether judgements of posts from a later day are passed over
     * @param bothWays whether a post that is linked to is taken to link back
     */
    static Judgements of(Path file, Posts posts, boolean pastOnly, boolean bothWays) throws BadInput {
        Reading reading = new Reading(posts, pastOnly);
        new TabFile(file, posts).each(reading::take);
        if (reading.gains.isEmpty()) {
            throw new BadInput(file, "holds no judgement");
        }
        boolean graded = reading.columns == Reading.GRADED;
        if (bothWays && graded) {
            throw new BadInput(file, "has grades, and only links can be counted both ways");
        }
        Judgements judgements = reading.judgements(file, graded, bothWays);
        if (judgements.queries.stream().noneMatch(Query::answerable)) {
            throw new BadInput(file, "names no related post that a list could hold");
        }
        return judgements;
    }

    /** What was read so far. */
    private static final class Reading {
        static final int LINKED = 2;
        static final int GRADED = 3;

        private final Posts posts;
        private final boolean pastOnly;
        private final Map<Integer, Map<Integer, Double>> gains = new TreeMap<>();
        private int columns;
        private int selves;
        private int later;

        Reading(Posts posts, boolean pastOnly) {
            this.posts = posts;
            this.pastOnly = pastOnly;
        }

        void take(TabFile.Row row) throws BadInput {
            int has = row.columns().size();
            if (has != LINKED && has != GRADED) {
                throw row.bad("has " + has + " columns, not 2 or 3");
            }
            if (columns != 0 && columns != has) {
                throw row.bad("has " + has + " columns where those before have " + columns);
            }
            columns = has;
            Post query = row.post(row.columns().get(0));
            if (has == GRADED) {
                add(row, query, row.post(row.columns().get(1)), row.number(2, "grade"));
                return;
            }
            int targets = 0;
            for (String target : TabFile.parts(row.columns().get(1), ',')) {
                if (!target.isEmpty()) {
                    add(row, query, row.post(target), 1);
                    targets++;
                }
            }
            if (targets == 0) {
                throw row.bad("names no related post");
            }
        }

        private void add(TabFile.Row row, Post query, Post judged, double gain) throws BadInput {
            Double before = gains.computeIfAbsent(query.number(), any -> new TreeMap<>())
                    .put(judged.number(), gain);
            if (before != null) {
                throw row.bad("\"" + judged.id() + "\" was judged for this article before");
            }
        }

        Judgements judgements(Path file, boolean graded, boolean bothWays) {
            Map<Integer, Map<Integer, Double>> counted = new TreeMap<>();
            gains.forEach((query, judged) -> {
                Map<Integer, Double> own = counted.computeIfAbsent(query, any -> new TreeMap<>());
                judged.forEach((other, gain) -> {
                    if (isCounted(query, other)) {
                        own.put(other, gain);
                    }
                    if (bothWays && !query.equals(other) && isInTime(query, other)) {
                        counted.computeIfAbsent(other, any -> new TreeMap<>()).put(query, gain);
                    }
                });
            });
            List<Query> queries = new ArrayList<>(counted.size());
            counted.forEach((query, judged) -> queries.add(new Query(posts.get(query), judged)));
            List<String> remarks = new ArrayList<>();
            if (selves > 0) {
                remarks.add(file + ": " + selves + " judgements are of the article itself and don't count");
            }
            if (later > 0) {
                remarks.add(file + ": " + later + " judgements are of articles from a later day and don't count");
            }
            return new Judgements(queries, graded, remarks);
        }

        private boolean isCounted(int query, int other) {
            if (query == other) {
                selves++;
                return false;
            }
            if (!isInTime(other, query)) {
                later++;
                return false;
            }
            return true;
        }

        /** Whether a post may stand in the list of the one that is read, as far as the days go. */
        private boolean isInTime(int listed, int read) {
            return !pastOnly || !posts.get(listed).day().isAfter(posts.get(read).day());
        }
    }
}
