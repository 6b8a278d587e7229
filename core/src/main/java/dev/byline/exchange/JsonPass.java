package dev.byline.exchange;

import dev.byline.exchange.json.JsonStart;
import dev.byline.exchange.json.JsonValue;
import dev.byline.exchange.json.JsonWalk;
import dev.byline.exchange.json.UnreadableJson;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** How the readers of other systems' JSON go over a source: each document as a stream, its parts held one at a time. */
final class JsonPass {
    static final List<String> ENDINGS = List.of(".json", ".jsonl", ".ndjson");

    private JsonPass() {}

    /**
     * A part of a document.
     *
     * @param document what reports call the document
     * @param place where it stands, with {@code *} for the numbers of elements
     * @param pointer where it stands, a JSON pointer; empty where it is the whole document
     * @param value the part
     */
    record Part(String document, String place, String pointer, JsonValue value) {
        /** Where a problem with it stands, for a report. */
        String where(String thing) {
            return pointer.isEmpty() ? thing : thing.isEmpty() ? pointer : thing + ", " + pointer;
        }

        long line() {
            return value.line();
        }
    }

    /**
     * One way over a source.
     *
     * @param unread names of fields that are passed over
     */
    record Way(Set<String> unread, Parts parts) {}

    /** Takes the parts of all documents in their order. */
    interface Parts {
        JsonWalk.Step step(String place, JsonWalk.Kind kind);

        void take(Part part) throws Refused, IOException;
    }

    /** Fails with one clear word if the library is not there. */
    static void needed(String format) {
        try {
            Class.forName("tools.jackson.core.JsonParser", false, JsonPass.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(
                    format + " needs the artifact tools.jackson.core:jackson-core, version 3, which is not there", e);
        }
    }

    static boolean recognises(byte[] start, Predicate<JsonStart> format) {
        JsonStart json = JsonStart.of(start);
        return json.isJson() && format.test(json);
    }

    /**
     * Reads a source twice: first to know what joins its parts, then to give them.
     *
     * @param nothing why it is refused if nothing was given
     * @param second made when the first way has ended, unless that refused the source
     */
    static ImportReport twice(
            String format,
            ContentSource source,
            ImportOptions options,
            String nothing,
            Way first,
            Function<Tally, Way> second) {
        Tally unheard = new Tally(0);
        over(source, "", unheard, options.lenient(), first.unread, first.parts);
        Tally tally = new Tally(options.problemsKept());
        if (unheard.refused()) {
            tally.refuseAs(unheard);
            return tally.imported(format, source);
        }
        Way again = second.apply(tally);
        over(source, "file that is no JSON", tally, options.lenient(), again.unread, again.parts);
        if (tally.isEmpty() && !tally.refused()) {
            tally.refuse(source.name(), new Refused(0, nothing));
        }
        return tally.imported(format, source);
    }

    /**
     * Goes over all documents of a source.
     *
     * @param skip what documents with other names are in the report; empty where another pass counts them
     * @param lenient whether a document that can't be read is left out rather than refuses the source
     * @param unread names of fields that are passed over
     */
    private static void over(
            ContentSource source, String skip, Tally tally, boolean lenient, Set<String> unread, Parts parts) {
        Reading.over(source, ENDINGS, skip, tally, (document, in) -> {
            try {
                JsonWalk.over(in, unread, new JsonWalk.Visitor<Refused>() {
                    @Override
                    public JsonWalk.Step step(String place, JsonWalk.Kind kind) {
                        return parts.step(place, kind);
                    }

                    @Override
                    public void take(String place, String pointer, JsonValue value) throws Refused, IOException {
                        parts.take(new Part(document, place, pointer, value));
                    }

                    @Override
                    public void passOver(String pointer, long line, String reason) {
                        tally.leaveOut(document, line, pointer, reason);
                    }
                });
            } catch (Refused e) {
                tally.refuse(document, e);
            } catch (UnreadableJson e) {
                if (lenient && !Reading.isOne(source, document)) {
                    tally.leaveOut(document, e.line(), "", e.reason());
                } else {
                    tally.refuse(document, new Refused(e.line(), e.reason()));
                }
            }
            return !tally.refused();
        });
    }
}
