package dev.byline.testkit;

import dev.byline.exchange.Counted;
import java.util.EnumMap;
import java.util.Map;
import java.util.SplittableRandom;

/** A large export as Byline JSON lines, with senders. */
final class LargeJsonLines extends LargeExport {
    /** A little less than a story has, so that an export is not too small. */
    static final int BYTES_PER_STORY = 4_850;

    LargeJsonLines(int stories) {
        super(stories);
    }

    @Override
    public Map<Counted, Long> counts() {
        Map<Counted, Long> counts = new EnumMap<>(Counted.class);
        counts.put(Counted.SITES, 1L);
        counts.put(Counted.ARTICLES, (long) stories());
        counts.put(Counted.COMMENTS, (long) COMMENTS * stories());
        return counts;
    }

    @Override
    String head() {
        return """
                {"type":"site","publication":{"name":"The Large Post","baseUrl":"https://large.example","language":"en","zone":"UTC"}}
                """;
    }

    @Override
    String tail() {
        return "";
    }

    @Override
    String story(int number, SplittableRandom random) {
        StringBuilder lines = new StringBuilder(BYTES_PER_STORY + 1_000);
        String minute = "2026-10-05T08:" + (10 + number % 50) + ":00Z";
        lines.append("""
                {"type":"article","article":{"id":"%1$d","status":"published","slug":"bridge-and-road-%1$d",\
                "headline":"Bridge \\"and\\" road number %1$d","authors":[{"slug":"author-%2$d","name":"Author %2$d"}],\
                "publishedAt":"%3$s","regions":[{"key":"iq","name":"Iraq"}],\
                "tags":[{"key":"tag-%4$d","name":"Tag %4$d"}],"commentsOpen":true,"commentCount":3,"body":"\
                """.formatted(number, random.nextInt(40), minute, random.nextInt(2_000)));
        for (int i = 0; i < 10; i++) {
            lines.append(escaped(paragraph(random)));
        }
        lines.append("\"}}\n");
        for (int i = 0; i < COMMENTS; i++) {
            lines.append("""
                    {"type":"comment","comment":{"id":"%d","article":"%d","state":"approved","name":"Reader","text":"%s",\
                    "at":"%s"},"sender":{"email":"reader@mail.example","ip":"192.0.2.7","agent":"Browser/1.0"}}
                    """.formatted(COMMENTS * number + i, number, escaped(paragraph(random)), minute));
        }
        return lines.toString();
    }

    private static String escaped(String paragraph) {
        return paragraph.replace("\n", "\\n");
    }
}
