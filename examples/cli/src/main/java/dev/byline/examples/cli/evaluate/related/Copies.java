package dev.byline.examples.cli.evaluate.related;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which posts are copies of each other, by a rule of its own that asks no system: equal headlines, equal bodies
 * of {@value #RUN} words or more, or bodies of which the shorter has {@value #SHARED} of its runs of {@value #RUN} words in common with the other. Letters
 * count without case, and nothing but letters and digits counts.
 */
final class Copies {
    static final double SHARED = 0.5;
    static final int RUN = 5;

    /** A shorter body than so many runs may share them by chance. */
    private static final int FEWEST_RUNS = 10;

    private final Posts posts;
    private final List<@Nullable Print> prints;

    /** What is compared: headline, body, and the distinct runs of the body, hashed and sorted. */
    @SuppressWarnings("ArrayRecordComponent") // never leaves the class
    private record Print(String headline, long body, int[] runs) {}

    Copies(Posts posts) {
        this.posts = posts;
        prints = new ArrayList<>();
        posts.all().forEach(post -> prints.add(null));
    }

    /** Whether two different posts are copies. */
    boolean are(int one, int other) {
        Print first = print(one);
        Print second = print(other);
        if (!first.headline().isEmpty() && first.headline().equals(second.headline())) {
            return true;
        }
        if (first.body() != 0 && first.body() == second.body()) {
            return true;
        }
        int fewer = Math.min(first.runs().length, second.runs().length);
        return fewer >= FEWEST_RUNS && common(first.runs(), second.runs()) >= SHARED * fewer;
    }

    private Print print(int number) {
        Print known = prints.get(number);
        if (known == null) {
            Post post = posts.get(number);
            List<String> body = words(post.body());
            String headline = String.join(" ", words(post.article().headline()));
            // A word or two that stand for a body are no text by which it can be told.
            boolean tells = body.size() >= RUN || (headline.isEmpty() && !body.isEmpty());
            known = new Print(headline, tells ? hash(body, 0, body.size()) | 1 : 0, runs(body));
            prints.set(number, known);
        }
        return known;
    }

    private static int[] runs(List<String> words) {
        int[] runs = new int[Math.max(0, words.size() - RUN + 1)];
        for (int i = 0; i < runs.length; i++) {
            long hash = hash(words, i, i + RUN);
            runs[i] = (int) (hash ^ (hash >>> 32));
        }
        return Arrays.stream(runs).sorted().distinct().toArray();
    }

    private static long hash(List<String> words, int from, int to) {
        long hash = 1;
        for (int i = from; i < to; i++) {
            hash = (hash ^ words.get(i).hashCode()) * 0x9E3779B97F4A7C15L;
            hash ^= hash >>> 29;
        }
        return hash;
    }

    private static int common(int[] first, int[] second) {
        int common = 0;
        int i = 0;
        int j = 0;
        while (i < first.length && j < second.length) {
            int order = Integer.compare(first[i], second[j]);
            common += order == 0 ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        return common;
    }

    /** Words without case; what is written without spaces counts character by character. */
    static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        text.codePoints().map(Character::toLowerCase).forEach(letter -> {
            boolean alone = Character.isIdeographic(letter);
            if (!word.isEmpty() && (alone || !isPartOfWord(letter))) {
                words.add(word.toString());
                word.setLength(0);
            }
            if (alone) {
                words.add(Character.toString(letter));
            } else if (isPartOfWord(letter)) {
                word.appendCodePoint(letter);
            }
        });
        if (!word.isEmpty()) {
            words.add(word.toString());
        }
        return words;
    }

    private static boolean isPartOfWord(int letter) {
        return Character.isLetterOrDigit(letter) || Character.getType(letter) == Character.NON_SPACING_MARK;
    }
}
