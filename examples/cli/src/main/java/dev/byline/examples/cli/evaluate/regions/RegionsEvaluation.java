package dev.byline.examples.cli.evaluate.regions;

import dev.byline.examples.cli.evaluate.BadInput;
import dev.byline.examples.cli.evaluate.JsonLinesFile;
import dev.byline.examples.cli.lines.BadLine;
import dev.byline.taxonomy.Gazetteer;
import dev.byline.taxonomy.RegionFindings;
import dev.byline.taxonomy.RegionPolicy;
import dev.byline.taxonomy.RegionRecogniser;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Judges the regions that Byline recognises: JSON lines, whose format docs/evaluating.md tells.
 *
 * @param articles the file of articles
 * @param ignored codes that count neither as places nor as suggestions
 * @param regions the codes over which macro is the mean; empty for all that the file has
 * @param policy which regions are suggested
 * @param gazetteer by which words
 * @param warmUp how long texts are read before it is timed
 */
public record RegionsEvaluation(
        Path articles,
        Set<String> ignored,
        Set<String> regions,
        RegionPolicy policy,
        Gazetteer gazetteer,
        Duration warmUp) {
    private static final int ROUNDS = 7;

    /** Puts the codes into small letters. */
    public RegionsEvaluation {
        ignored = small(ignored);
        regions = small(regions);
    }

    private record Story(String title, String body, Set<String> places) {}

    /**
     * Reads everything and recognises.
     *
     * @param remarks told what was passed over
     * @param progress told what is being done
     * @throws BadInput if the file can't be evaluated
     */
    public RegionsReport run(Consumer<String> remarks, Consumer<String> progress) throws BadInput {
        progress.accept("reading");
        List<Story> stories = stories();
        RegionRecogniser recogniser = RegionRecogniser.with(policy.withIgnored(ignored), gazetteer);
        progress.accept("recognising");
        Hits byline = new Hits();
        Hits any = new Hits();
        Hits two = new Hits();
        Hits headline = new Hits();
        Set<String> codes = new TreeSet<>();
        for (Story story : stories) {
            RegionFindings found = recogniser.readText(story.title(), story.body());
            codes.addAll(story.places());
            byline.take(
                    story.places(),
                    found.about().stream()
                            .map(suggestion -> suggestion.region().key())
                            .collect(Collectors.toSet()));
            any.take(story.places(), mentioned(found, 1));
            two.take(story.places(), mentioned(found, 2));
            headline.take(story.places(), mentioned(recogniser.readText(story.title(), ""), 1));
        }
        if (byline.labels() == 0) {
            throw new BadInput(articles, "holds no article with a place");
        }
        Set<String> unknown = new TreeSet<>(codes);
        gazetteer.all().forEach(region -> unknown.remove(region.key()));
        if (!unknown.isEmpty()) {
            remarks.accept("the gazetteer does not know " + String.join(", ", unknown));
        }
        Set<String> asked = regions.isEmpty() ? codes : regions;
        Map<String, RegionsReport.Quality> baselines = new LinkedHashMap<>();
        baselines.put(RegionsReport.ANY_MENTION, any.quality(asked));
        baselines.put(RegionsReport.TWO_MENTIONS, two.quality(asked));
        baselines.put(RegionsReport.HEADLINE, headline.quality(asked));
        progress.accept("timing");
        return new RegionsReport(
                stories.size(),
                byline.labels(),
                byline.quality(asked),
                byline.regions(asked),
                baselines,
                megabytesPerSecond(recogniser, stories));
    }

    private List<Story> stories() throws BadInput {
        List<Story> stories = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        new JsonLinesFile(articles).each(row -> {
            String id = row.required("id");
            if (!ids.add(id)) {
                throw new BadLine("the id \"" + id + "\" comes twice");
            }
            Set<String> places = new TreeSet<>(small(row.texts("places")));
            places.removeAll(ignored);
            stories.add(new Story(row.text("title"), row.text("body"), places));
            return true;
        });
        return stories;
    }

    private static Set<String> mentioned(RegionFindings found, int times) {
        return found.mentioned().stream()
                .filter(mention -> mention.count() >= times)
                .map(mention -> mention.region().key())
                .collect(Collectors.toSet());
    }

    private double megabytesPerSecond(RegionRecogniser recogniser, List<Story> stories) {
        long bytes = stories.stream()
                .mapToLong(story -> bytes(story.title()) + bytes(story.body()))
                .sum();
        long until = System.nanoTime() + warmUp.toNanos();
        while (System.nanoTime() - until < 0) {
            stories.forEach(story -> recogniser.readText(story.title(), story.body()));
        }
        double[] seconds = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            long start = System.nanoTime();
            stories.forEach(story -> recogniser.readText(story.title(), story.body()));
            seconds[i] = (System.nanoTime() - start) / 1e9;
        }
        Arrays.sort(seconds);
        return bytes / 1e6 / seconds[ROUNDS / 2];
    }

    private static long bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static Set<String> small(Collection<String> codes) {
        return codes.stream().map(code -> code.strip().toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    }
}
