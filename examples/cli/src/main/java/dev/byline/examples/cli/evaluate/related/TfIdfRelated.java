package dev.byline.examples.cli.evaluate.related;

import dev.byline.examples.cli.evaluate.PlainAnalyzers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * The cosine of the angle between two posts' stemmed words, each weighed by {@code (1 + ln tf) * (1 + ln((1 + n) / (1 +
 * df)))} (Salton and Buckley 1988, with the smoothed idf that is common today).
 */
final class TfIdfRelated implements RelatedSystem {
    private final Posts posts;
    private final Comparator<Scored> bestFirst;
    /** Of each post its words, by number, and beside them their weights. */
    private final int[][] words;

    private final float[][] weights;
    /** Of each word the posts that have it, by number, and beside them its weights there. */
    private final int[][] havers;

    private final float[][] haverWeights;

    TfIdfRelated(Posts posts) {
        this.posts = posts;
        Comparator<Integer> newestFirst = posts.newestFirst();
        bestFirst = Comparator.comparingDouble(Scored::score).reversed().thenComparing(Scored::post, newestFirst);
        int count = posts.count();
        words = new int[count][];
        weights = new float[count][];
        Map<String, Integer> numbers = new HashMap<>();
        int[] documents = new int[16];
        try (Analyzer analyzer = PlainAnalyzers.of(posts.language())) {
            for (Post post : posts.all()) {
                Map<Integer, Integer> times = times(analyzer, post.text(), numbers);
                words[post.number()] =
                        times.keySet().stream().mapToInt(Integer::intValue).toArray();
                weights[post.number()] = new float[times.size()];
                int i = 0;
                for (int tf : times.values()) {
                    weights[post.number()][i++] = (float) (1 + Math.log(tf));
                }
                documents =
                        Arrays.copyOf(documents, Math.max(documents.length, Integer.highestOneBit(numbers.size()) * 2));
                for (int word : words[post.number()]) {
                    documents[word]++;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("words can't be told apart: " + e.getMessage(), e);
        }
        havers = new int[numbers.size()][];
        haverWeights = new float[numbers.size()][];
        for (int word = 0; word < havers.length; word++) {
            havers[word] = new int[documents[word]];
            haverWeights[word] = new float[documents[word]];
        }
        invert(documents);
    }

    private static Map<Integer, Integer> times(Analyzer analyzer, String text, Map<String, Integer> numbers)
            throws IOException {
        Map<Integer, Integer> times = new TreeMap<>();
        try (TokenStream tokens = analyzer.tokenStream("text", text)) {
            CharTermAttribute word = tokens.addAttribute(CharTermAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                numbers.putIfAbsent(word.toString(), numbers.size());
                times.merge(numbers.getOrDefault(word.toString(), 0), 1, Integer::sum);
            }
            tokens.end();
        }
        return times;
    }

    private void invert(int[] documents) {
        int[] filled = new int[havers.length];
        for (int post = 0; post < words.length; post++) {
            double squares = 0;
            for (int i = 0; i < words[post].length; i++) {
                weights[post][i] *= (float) (1 + Math.log((1.0 + words.length) / (1.0 + documents[words[post][i]])));
                squares += (double) weights[post][i] * weights[post][i];
            }
            float length = (float) Math.sqrt(squares);
            for (int i = 0; i < words[post].length; i++) {
                weights[post][i] /= length;
                int word = words[post][i];
                havers[word][filled[word]] = post;
                haverWeights[word][filled[word]++] = weights[post][i];
            }
        }
    }

    @Override
    public Answer ask(Post post, Scope scope, int most) {
        double[] scores = new double[words.length];
        int[] own = words[post.number()];
        for (int i = 0; i < own.length; i++) {
            double weight = weights[post.number()][i];
            int[] others = havers[own[i]];
            float[] theirs = haverWeights[own[i]];
            for (int j = 0; j < others.length; j++) {
                scores[others[j]] += weight * theirs[j];
            }
        }
        List<Scored> found = new ArrayList<>();
        for (int other = 0; other < scores.length; other++) {
            if (scores[other] > 0 && scope.allows(post, posts.get(other))) {
                found.add(new Scored(other, scores[other]));
            }
        }
        found.sort(bestFirst);
        return new Answer(found.subList(0, Math.min(most, found.size())), Set.of());
    }

    @Override
    public void close() {
        // Holds nothing but memory.
    }
}
