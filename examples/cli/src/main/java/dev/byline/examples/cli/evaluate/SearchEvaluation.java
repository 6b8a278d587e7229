package dev.byline.examples.cli.evaluate;

import dev.byline.text.Language;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.lucene.analysis.Analyzer;
import org.jspecify.annotations.Nullable;

/**
 * Judges Byline's search, and plain Lucene beside it, on a collection: JSON lines, whose formats docs/evaluating.md tells.
 *
 * @param documents the file of documents
 * @param queries the file of queries; null to ask for each document by its title
 * @param judgements the file of judgements; null with the queries
 * @param grades the gain of a grade, where it is not the grade itself
 * @param language what documents that name no language are written in; null for what most of the others are, or their
 *     letters say, which only plain Lucene is told
 * @param now when the questions are asked; null for a day after the newest document
 * @param warmUp how long each system indexes, and then answers, before it is timed
 */
public record SearchEvaluation(
        Path documents,
        @Nullable Path queries,
        @Nullable Path judgements,
        Map<Double, Double> grades,
        @Nullable Language language,
        @Nullable Instant now,
        Duration warmUp) {
    /** Copies the grades. */
    public SearchEvaluation {
        grades = Map.copyOf(grades);
        if ((queries == null) != (judgements == null)) {
            throw new IllegalArgumentException("queries and judgements come together");
        }
    }

    /**
     * Reads everything, runs both systems and compares them; in temporary folders that are gone when it returns.
     *
     * @param remarks told what was passed over
     * @param progress told what is being done
     * @throws BadInput if a file can't be evaluated
     */
    public SearchReport run(Consumer<String> remarks, Consumer<String> progress) throws BadInput {
        progress.accept("reading");
        Documents all = Documents.of(documents, language);
        Questions questions = queries == null || judgements == null
                ? Questions.knownItems(all, documents)
                : Questions.of(queries, judgements, grades);
        String complaint = all.complaint();
        if (complaint != null) {
            remarks.accept(complaint);
        }
        if (!questions.complaint().isEmpty()) {
            remarks.accept(questions.complaint());
        }
        InstantSource clock = InstantSource.fixed(now == null ? all.now() : now);
        Trial trial = new Trial(all, questions.queries(), warmUp);
        progress.accept("searching with Byline");
        Trial.Outcome byline = trial.of(folder -> new BylineSearch(all, folder, clock), null);
        progress.accept("searching with plain Lucene");
        Trial.Outcome lucene = trial.of(
                folder -> new PlainLucene(folder, PlainAnalyzers.of(all.language())),
                name(PlainAnalyzers.of(all.language())));
        progress.accept("comparing");
        Map<String, Interval> differences = new LinkedHashMap<>();
        differences.put(SearchReport.MAP, Interval.ofDifference(byline.averagePrecision(), lucene.averagePrecision()));
        differences.put(SearchReport.NDCG, Interval.ofDifference(byline.ndcg(), lucene.ndcg()));
        int asked = questions.queries().size();
        return new SearchReport(
                all.count(),
                asked,
                asked - byline.ndcg().length,
                byline.figures(),
                Map.of(SearchReport.LUCENE, lucene.figures()),
                Collections.unmodifiableMap(differences));
    }

    private static String name(Analyzer analyzer) {
        try (analyzer) {
            return analyzer.getClass().getSimpleName();
        }
    }
}
