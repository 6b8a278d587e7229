package dev.byline.search.likeness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Texts that are made up: each of a subject, whose words stand beside each other, with some that all have. */
final class Texts {
    private Texts() {}

    static Wording of(String headline, String standfirst, String body) {
        Map<String, Integer> places = new LinkedHashMap<>();
        int[][] parts = new int[3][];
        String[] texts = {headline, standfirst, body};
        for (int part = 0; part < 3; part++) {
            List<Integer> order = new ArrayList<>();
            for (String word : texts[part].split(" ", -1)) {
                if (!word.isEmpty()) {
                    order.add(places.computeIfAbsent(word, any -> places.size()));
                }
            }
            parts[part] = order.stream().mapToInt(place -> place).toArray();
        }
        return new Wording(List.copyOf(places.keySet()), parts[0], parts[1], parts[2]);
    }

    /** A text about one of the subjects. */
    static Wording about(int subject, int words, Random random) {
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < words; i++) {
            body.append(random.nextInt(3) == 0 ? "common" + random.nextInt(40) : word(subject, random))
                    .append(' ');
        }
        return of(word(subject, random) + " " + word(subject, random), "", body.toString());
    }

    private static String word(int subject, Random random) {
        return "subject" + subject + "word" + random.nextInt(40);
    }

    /** As many texts, one subject after the other. */
    static List<Example> examples(int count, int subjects, int words, long seed) {
        Random random = new Random(seed);
        List<Example> examples = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            examples.add(new Example(1000L + i, about(i % subjects, words, random)));
        }
        return examples;
    }

    /** An article to learn from. */
    record Example(long id, Wording words) {}

    /** The last is told of first: which order they are read in is no matter. */
    static TextModel.Examples all(List<Example> examples) {
        return new TextModel.Examples() {
            @Override
            public long[] ids() {
                return examples.stream().mapToLong(Example::id).toArray();
            }

            @Override
            public void read(Reader reader) {
                for (int place = examples.size() - 1; place >= 0; place--) {
                    reader.article(place, examples.get(place).words());
                }
            }
        };
    }

    static TextModel fit(List<Example> examples, int articles, Runnable breath) {
        try {
            return TextModel.fit(all(examples), articles, breath);
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
    }
}
