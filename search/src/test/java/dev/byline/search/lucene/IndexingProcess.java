package dev.byline.search.lucene;

import dev.byline.article.Article;
import dev.byline.article.ArticleId;
import dev.byline.search.Commits;
import dev.byline.testkit.JavaProcess;
import dev.byline.testkit.SampleArticles;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A process that changes an index without end, and says of each deed when it begins and when it is done. */
final class IndexingProcess {
    private static final String OPENING = "opening";
    private static final String BEGUN = "begun ";
    private static final String DONE = "done ";

    private IndexingProcess() {}

    /**
     * How far one came.
     *
     * @param begun the last deed that it began
     * @param done the last deed that it said was done
     */
    record Ended(int begun, int done) {}

    /**
     * Runs one and kills it, as {@code kill -9} does.
     *
     * @param from the deed to begin with
     * @param eager whether it also commits by itself, after a few articles and milliseconds
     * @param lines after how many lines that it says it is killed; 0 while it opens the index
     */
    static Ended killed(Path folder, History history, int from, boolean eager, int lines) throws IOException {
        Process process = JavaProcess.of(
                        IndexingProcess.class,
                        List.of("-Xmx128m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"),
                        folder.toString(),
                        Long.toString(history.seed()),
                        Integer.toString(from),
                        Boolean.toString(eager))
                .start();
        int begun = from - 1;
        int done = from - 1;
        int said = 0;
        try (BufferedReader told =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = told.readLine(); line != null; line = told.readLine()) {
                if (line.startsWith(BEGUN)) {
                    begun = Integer.parseInt(line.substring(BEGUN.length()));
                } else if (line.startsWith(DONE)) {
                    done = Integer.parseInt(line.substring(DONE.length()));
                }
                if (said++ == lines) {
                    // By its handle: what it said until then can still be read.
                    process.toHandle().destroyForcibly();
                }
            }
        } finally {
            process.destroyForcibly();
        }
        try {
            process.waitFor();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        if (said <= lines) {
            throw new AssertionError("it ended by itself after " + said + " lines");
        }
        return new Ended(begun, done);
    }

    public static void main(String[] arguments) {
        History history = new History(Long.parseLong(arguments[1]));
        int from = Integer.parseInt(arguments[2]);
        Commits commits =
                Boolean.parseBoolean(arguments[3]) ? new Commits(12, Duration.ofMillis(3)) : Commits.onlyWhenAsked();
        Map<ArticleId, Article> site = history.after(from);
        say(OPENING);
        try (LuceneSearch search = LuceneSearch.open(Path.of(arguments[0]), commits, () -> SampleArticles.NOW)) {
            for (int number = from; ; number++) {
                History.Deed deed = history.deed(number);
                say(BEGUN + number);
                deed.on(search, site);
                say(DONE + number);
                deed.edits().forEach(edit -> edit.on(site));
            }
        }
    }

    // In one piece, so that a killed process leaves no half a line.
    private static void say(String line) {
        System.out.print(line + "\n");
        System.out.flush();
    }
}
