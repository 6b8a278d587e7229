package dev.byline.testkit;

import dev.byline.exchange.Counted;
import java.util.EnumMap;
import java.util.Map;
import java.util.SplittableRandom;

/** A large document of another system: articles in the order of their ids, and what joins them to their tags. */
final class LargeForeign extends LargeExport {
    private static final int TAGS = 200;

    /** What wrote it. */
    enum Kind {
        REST(3_200),
        GHOST(3_170),
        RSS(3_120),
        NINJS(3_150);

        /** A little less than a story has, so that a document is not too small. */
        private final int bytesPerStory;

        Kind(int bytesPerStory) {
            this.bytesPerStory = bytesPerStory;
        }
    }

    private final Kind kind;

    LargeForeign(Kind kind, int megabytes) {
        super((int) (megabytes * 1_000_000L / kind.bytesPerStory));
        this.kind = kind;
    }

    @Override
    public Map<Counted, Long> counts() {
        Map<Counted, Long> counts = new EnumMap<>(Counted.class);
        if (kind == Kind.RSS) {
            counts.put(Counted.SITES, 1L);
        }
        counts.put(Counted.ARTICLES, (long) stories());
        if (kind == Kind.GHOST) {
            counts.put(Counted.TAGS, (long) TAGS);
        }
        return counts;
    }

    @Override
    String head() {
        return switch (kind) {
            case REST -> "[";
            case GHOST -> "{\"db\":[{\"meta\":{\"version\":\"5.1\"},\"data\":{\"posts\":[";
            case RSS -> "<rss version=\"2.0\"><channel><title>The Large Post</title>\n";
            case NINJS -> "";
        };
    }

    @Override
    String story(int number, SplittableRandom random) {
        StringBuilder body = new StringBuilder(5_000);
        for (int i = 0; i < 10; i++) {
            body.append(paragraph(random));
        }
        String minute = "2026-10-05T08:" + (10 + number % 50) + ":00";
        String comma = number == 0 ? "" : ",\n";
        String json = body.toString().replace("\n", "\\n");
        int id = number + 1;
        return switch (kind) {
            case REST -> """
                    %s{"id": %d, "date_gmt": "%s", "slug": "bridge-%2$d", "status": "publish", "type": "post",
                    "title": {"rendered": "Bridge &amp; road %2$d"}, "content": {"rendered": "%s"},
                    "categories": [], "tags": []}""".formatted(comma, id, minute, json);
            case GHOST -> """
                    %s{"id": "p%d", "title": "Bridge %2$d", "slug": "bridge-%2$d", "html": "%s", "status": "published",
                    "published_at": "%sZ"}""".formatted(comma, id, json, minute);
            case RSS -> """
                    <item><title>Bridge %d</title><guid>urn:%1$d</guid><pubDate>Mon, 05 Oct 2026 08:30:00 GMT</pubDate>
                    <description><![CDATA[%s]]></description></item>
                    """.formatted(id, body);
            case NINJS -> """
                    {"uri": "urn:%d", "type": "text", "versionCreated": "%sZ", "headlines": [{"value": "Bridge %1$d"}],
                    "bodies": [{"contentType": "text/html", "value": "%s"}]}
                    """.formatted(id, minute, json);
        };
    }

    @Override
    String tail() {
        return switch (kind) {
            case REST -> "]";
            case GHOST -> "]," + joins() + "}}]}";
            case RSS -> "</channel></rss>";
            case NINJS -> "";
        };
    }

    private String joins() {
        StringBuilder joins = new StringBuilder("\"posts_tags\":[");
        for (int id = 1; id <= stories(); id++) {
            joins.append(id == 1 ? "" : ",").append("{\"post_id\":\"p").append(id);
            joins.append("\",\"tag_id\":\"t").append(id % TAGS).append("\",\"sort_order\":0}\n");
        }
        joins.append("],\"tags\":[");
        for (int tag = 0; tag < TAGS; tag++) {
            joins.append(tag == 0 ? "" : ",").append("{\"id\":\"t").append(tag);
            joins.append("\",\"name\":\"Tag ").append(tag).append("\"}");
        }
        return joins.append("]").toString();
    }
}
