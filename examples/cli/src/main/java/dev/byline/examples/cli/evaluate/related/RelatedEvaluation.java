package dev.byline.examples.cli.evaluate.related;

import dev.byline.examples.cli.evaluate.BadInput;
import dev.byline.examples.cli.evaluate.Interval;
import dev.byline.examples.cli.evaluate.related.Pairs.Pair;
import dev.byline.examples.cli.evaluate.related.RelatedReport.Figures;
import dev.byline.examples.cli.evaluate.related.RelatedReport.PairScore;
import dev.byline.examples.cli.evaluate.related.RelatedTrial.Outcome;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Judges Byline's related posts, and simpler ones beside them; docs/evaluating.md tells the formats of the files.
 *
 * @param posts the articles
 * @param judgements the file that says which belong beside which
 * @param pairs a file that says how alike two are, or null
 * @param pastOnly whether a list holds nothing from a later calendar day than its article
 * @param bothWays whether an article that is linked to is taken to link back
 * @param warmUp how long each system makes lists before they are timed
 */
public record RelatedEvaluation(
        Posts posts, Path judgements, @Nullable Path pairs, boolean pastOnly, boolean bothWays, Duration warmUp) {
    /**
     * Reads the files, runs all systems and compares them; in temporary folders that are gone when it returns.
     *
     * @param remarks told what was passed over
     * @param progress told what is being done
     * @throws BadInput if a file can't be evaluated
     */
    public RelatedReport run(Consumer<String> remarks, Consumer<String> progress) throws BadInput {
        Posts all = pastOnly ? posts.byDay() : posts;
        Judgements judged = Judgements.of(judgements, all, pastOnly, bothWays);
        List<Pair> paired = pairs == null ? List.of() : Pairs.of(pairs, all);
        judged.remarks().forEach(remarks);
        RelatedTrial trial = new RelatedTrial(all, judged, paired, pastOnly, warmUp);
        progress.accept("asking Byline");
        Outcome byline = trial.of(folder -> new BylineRelated(all, folder));
        Map<String, RelatedSystem.Opener> others = new LinkedHashMap<>();
        others.put("moreLikeThis", folder -> LuceneRelated.withDefaults(all, folder));
        others.put("moreLikeThisBest", folder -> LuceneRelated.atItsBest(all, folder));
        others.put("tfIdf", folder -> new TfIdfRelated(all));
        others.put("category", folder -> new CategoryRelated(all));
        Map<String, Figures> baselines = new LinkedHashMap<>();
        String bestName = "";
        Outcome best = null;
        for (Map.Entry<String, RelatedSystem.Opener> other : others.entrySet()) {
            progress.accept("asking " + other.getKey());
            Outcome outcome = trial.of(other.getValue());
            baselines.put(other.getKey(), outcome.figures());
            if (best == null || outcome.figures().ndcg() > best.figures().ndcg()) {
                best = outcome;
                bestName = other.getKey();
            }
        }
        progress.accept("comparing");
        Map<String, double[]> yardstick = best == null ? Map.of() : best.each();
        Map<String, Interval> differences = new LinkedHashMap<>();
        byline.each()
                .forEach((measure, values) -> differences.put(
                        measure, Interval.ofDifference(values, yardstick.getOrDefault(measure, values))));
        int asked = judged.queries().size();
        return new RelatedReport(
                all.count(),
                asked,
                asked
                        - (int) judged.queries().stream()
                                .filter(Judgements.Query::answerable)
                                .count(),
                byline.figures(),
                Collections.unmodifiableMap(baselines),
                bestName,
                Collections.unmodifiableMap(differences),
                pairs == null ? null : scores(paired, byline.scores()));
    }

    private static List<PairScore> scores(List<Pair> pairs, double[] scores) {
        List<PairScore> all = new ArrayList<>(pairs.size());
        for (Pair pair : pairs) {
            all.add(new PairScore(pair.first().id(), pair.second().id(), pair.human(), scores[all.size()]));
        }
        return all;
    }
}
