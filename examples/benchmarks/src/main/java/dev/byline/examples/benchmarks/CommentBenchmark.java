package dev.byline.examples.benchmarks;

import dev.byline.article.Article;
import dev.byline.article.ArticleId;
import dev.byline.article.ArticleStatus;
import dev.byline.comment.CommentContext;
import dev.byline.comment.CommentDecision;
import dev.byline.comment.CommentDraft;
import dev.byline.comment.CommentHistory;
import dev.byline.comment.CommentReviewer;
import dev.byline.comment.CommentRules;
import dev.byline.comment.Sender;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What a review costs, beside what WordPress does with its lists: one case-blind search for each key in each field.
 *
 * <p>The peer is the same loop on the JDK's regular expressions, without the rest of a submission.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class CommentBenchmark {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final int HOSTILE = 64 * 1024;

    /** How many keys the two lists have together. */
    @Param({"0", "10000"})
    public int keys;

    /** What is sent: a comment of 500 bytes, or 64 KiB of one piece. */
    @Param({"ordinary", "<", "&", "<a ", "www.a.b "})
    public String text = "";

    private final Article article = Article.builder(ArticleId.of("bridge"), "bridge")
            .status(ArticleStatus.PUBLISHED)
            .publishedAt(NOW.minus(Duration.ofDays(1)))
            .commentsOpen(true)
            .build();
    private final List<Pattern> patterns = new ArrayList<>();
    private CommentReviewer reviewer = reviewer(List.of());
    private CommentDraft draft = CommentDraft.of("");
    private int sender;

    /** Makes the keys, which none of the texts has, and the text. */
    @Setup
    public void make() {
        List<String> words = words(keys);
        reviewer = reviewer(words);
        patterns.clear();
        words.forEach(word -> patterns.add(Pattern.compile(Pattern.quote(word), Pattern.CASE_INSENSITIVE)));
        draft = CommentDraft.of("Jo Reader", "jo@news.example", text.equals("ordinary") ? ordinary() : hostile());
    }

    /** Forgets the senders, so that no history grows without end. */
    @Setup(Level.Iteration)
    public void forget() {
        reviewer = reviewer(words(keys));
    }

    /** The whole review: markup, every rule, the claim in the history; each comment by another sender. */
    @Benchmark
    public CommentDecision review() {
        sender++;
        String ip = "10." + (sender >> 16 & 255) + "." + (sender >> 8 & 255) + "." + (sender & 255);
        CommentDraft own = CommentDraft.of("Jo " + sender, "jo" + sender + "@news.example", draft.text());
        return reviewer.review(own, CommentContext.on(article).from(new Sender("", ip, "Mozilla/5.0 (X11)", "")));
    }

    /** The loop over keys and fields alone. */
    @Benchmark
    public int peer() {
        String[] fields = {draft.name(), draft.email(), draft.url(), draft.text(), "10.1.2.3", "Mozilla/5.0 (X11)"};
        int found = 0;
        for (Pattern pattern : patterns) {
            for (String field : fields) {
                found += pattern.matcher(field).find() ? 1 : 0;
            }
        }
        return found;
    }

    private static CommentReviewer reviewer(List<String> words) {
        CommentRules rules = CommentRules.wordPress()
                .holdKeys(words.subList(0, words.size() / 2))
                .disallowedKeys(words.subList(words.size() / 2, words.size()));
        return CommentReviewer.with(rules, CommentHistory.inMemory(10_000), InstantSource.fixed(NOW));
    }

    private static List<String> words(int count) {
        Random random = new Random(7);
        List<String> words = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            StringBuilder word = new StringBuilder();
            for (int syllable = 2 + random.nextInt(3); syllable >= 0; syllable--) {
                word.append("bcdfgklmnprstvz".charAt(random.nextInt(15)))
                        .append("aeiou".charAt(random.nextInt(5)))
                        .append(random.nextInt(3) == 0 ? "x" : "");
            }
            words.add(word.append('q').toString());
        }
        return words;
    }

    private static String ordinary() {
        String sentence = "The bridge was closed on Monday, and nobody told the people who cross it every morning. "
                + "I asked at the town hall: they say that the river had risen by two metres, which is more than in "
                + "<em>any</em> year since 1998. Perhaps the ferry could run again? It did so when I was a child & it "
                + "cost next to nothing. See also what the engineers wrote last spring about the pillars in the "
                + "middle, where the water is fastest. Thank you for asking them, and please go on asking.";
        return sentence.substring(0, Math.min(500, sentence.length()));
    }

    private String hostile() {
        return text.repeat(HOSTILE / text.length() - 1);
    }
}
