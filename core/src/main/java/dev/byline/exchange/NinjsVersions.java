package dev.byline.exchange;

import dev.byline.exchange.json.JsonValue;
import dev.byline.exchange.json.JsonWalk;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which version of each item is the last one: by the instant at which it was made, then by its number, then as it comes. */
final class NinjsVersions implements JsonPass.Parts {
    private static final int MOST_KEPT = 64 << 20;
    private static final Version NONE = new Version(Instant.MIN, Long.MIN_VALUE, -1);

    /** How a version is known; {@code at} is its place in the source. */
    private record Version(Instant made, long number, long at) {
        boolean isBefore(Version other) {
            int order = made.compareTo(other.made);
            return order < 0 || (order == 0 && number <= other.number);
        }
    }

    private final Map<String, Version> last = new HashMap<>();
    private long seen;
    private long seenAgain;
    private long kept;

    @Override
    public JsonWalk.Step step(String place, JsonWalk.Kind kind) {
        return Ninjs.step(place, kind);
    }

    @Override
    public void take(JsonPass.Part part) throws Refused {
        JsonValue item = part.value();
        String uri = uri(item);
        Instant made = made(item);
        Long number = WxrIndex.number(item.first("version"));
        Version version = new Version(made == null ? Instant.MIN : made, number == null ? 0 : number, seen++);
        Version before = last.getOrDefault(uri, NONE);
        if (before.at() < 0) {
            kept += WxrIndex.size(uri);
            if (kept > MOST_KEPT) {
                throw new Refused(part.line(), "holds more than " + MOST_KEPT + " characters of addresses");
            }
        }
        if (before.isBefore(version)) {
            last.put(uri, version);
        }
    }

    static String uri(JsonValue item) {
        return item.first("uri", "guid");
    }

    /** The instant at which this version was made, or null. */
    static @Nullable Instant made(JsonValue item) {
        return MarkdownDates.of(
                item.first("versionCreated", "versioncreated", "contentCreated", "contentcreated"), ZoneOffset.UTC);
    }

    /** Whether the next item, seen a second time in the same order, is the last version of its own. */
    boolean isLast(JsonValue item) {
        return last.getOrDefault(uri(item), NONE).at() == seenAgain++;
    }
}
