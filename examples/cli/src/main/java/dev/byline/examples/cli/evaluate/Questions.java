package dev.byline.examples.cli.evaluate;

import dev.byline.examples.cli.lines.BadLine;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What is asked of a collection.
 *
 * @param queries in the order of the file
 * @param complaint what there is to say of judgements that were passed over; empty where nothing
 */
record Questions(List<Query> queries, String complaint) {
    /**
     * A query.
     *
     * @param text what a reader typed
     * @param gains what each judged document is worth; 0 or less where it does not answer
     */
    record Query(String id, String text, Map<String, Double> gains) {
        boolean answerable() {
            return gains.values().stream().anyMatch(gain -> gain > 0);
        }
    }

    /** Copies the list. */
    Questions {
        queries = List.copyOf(queries);
    }

    /**
     * Reads queries and judgements.
     *
     * @param grades the gain of a grade, where it is not the grade itself
     */
    static Questions of(Path queries, Path judgements, Map<Double, Double> grades) throws BadInput {
        Map<String, String> texts = new LinkedHashMap<>();
        Map<String, Long> lines = new HashMap<>();
        new JsonLinesFile(queries).each(line -> {
            String id = line.required("id");
            Long before = lines.putIfAbsent(id, line.number());
            if (before != null) {
                throw new BadLine("the query of line " + before + " has this id too");
            }
            texts.put(id, line.required("text"));
            return true;
        });
        if (texts.isEmpty()) {
            throw new BadInput(queries, "holds no query");
        }
        Map<String, Map<String, Double>> gains = new HashMap<>();
        long[] unasked = {0};
        new JsonLinesFile(judgements).each(line -> {
            String query = line.required("qid");
            double grade = line.number("rel");
            Double before = gains.computeIfAbsent(query, any -> new LinkedHashMap<>())
                    .put(line.required("docid"), grades.getOrDefault(grade, grade));
            if (before != null) {
                throw new BadLine("the document was judged for this query before");
            }
            unasked[0] += texts.containsKey(query) ? 0 : 1;
            return true;
        });
        if (gains.isEmpty()) {
            throw new BadInput(judgements, "holds no judgement");
        }
        List<Query> all = new ArrayList<>();
        texts.forEach((id, text) -> all.add(new Query(id, text, gains.getOrDefault(id, Map.of()))));
        Questions questions = new Questions(
                all,
                unasked[0] == 0 ? "" : judgements + ": " + unasked[0] + " judgements are on queries that aren't asked");
        if (all.stream().noneMatch(Query::answerable)) {
            throw new BadInput(judgements, "names no relevant document for any query of " + queries);
        }
        return questions;
    }

    /** Asks for every document by its title, unless it has none or shares it. */
    static Questions knownItems(Documents documents, Path path) throws BadInput {
        Map<String, Query> byTitle = new LinkedHashMap<>();
        Map<String, Integer> times = new HashMap<>();
        documents.batches(batch -> {
            for (Document document : batch) {
                String title = document.title().strip();
                String folded = title.toLowerCase(Locale.ROOT);
                times.merge(folded, 1, Integer::sum);
                byTitle.putIfAbsent(folded, new Query(document.id(), title, Map.of(document.id(), 1.0)));
            }
            return true;
        });
        byTitle.keySet().removeIf(title -> title.isEmpty() || times.getOrDefault(title, 0) > 1);
        if (byTitle.isEmpty()) {
            throw new BadInput(path, "has no document with a title of its own");
        }
        return new Questions(List.copyOf(byTitle.values()), "");
    }
}
