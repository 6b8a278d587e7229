package dev.byline.examples.cli.events;

import dev.byline.examples.cli.lines.BadLine;
import dev.byline.examples.cli.lines.JsonLine;
import dev.byline.ranking.audience.Origin;
import dev.byline.ranking.audience.Reader;
import dev.byline.ranking.audience.Request;
import dev.byline.ranking.popular.Engagement;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Events as JSON lines.
 *
 * <p>Fields: {@code article} (or {@code item}); {@code at}, an instant, or {@code t}, milliseconds since 1970; and as far
 * as known {@code kind} (a view if missing), {@code visitor}, {@code source} (or {@code address}, of which the
 * network is taken), {@code network}, {@code reader}, {@code agent} (or {@code ua}), {@code method}, {@code status},
 * {@code purpose}, {@code weight}. Others are passed over.
 */
public final class EventJson {
    private EventJson() {}

    /** Reads a line. */
    public static Event parse(String text) throws BadEvent {
        JsonLine line;
        try {
            line = JsonLine.parse(text, 1);
        } catch (BadLine bad) {
            throw new BadEvent("not the JSON of an event");
        }
        try {
            return event(line);
        } catch (BadLine bad) {
            throw new BadEvent(bad.reason());
        }
    }

    private static Event event(JsonLine line) throws BadLine {
        String item = line.text(line.has("article") ? "article" : "item");
        if (item.isBlank()) {
            throw new BadLine("\"article\" is missing");
        }
        String agent = line.textOrNull(line.object().has("agent") ? "agent" : "ua");
        String purpose = line.text("purpose");
        return new Event(
                kind(line.text("kind")),
                item,
                at(line.object()),
                origin(line, agent),
                line.text("network"),
                reader(line.text("reader")),
                new Request(
                        line.text("method"),
                        line.whole("status", 0, 0, 999),
                        agent,
                        purpose.isEmpty() ? List.of() : List.of(purpose),
                        Set.of()),
                line.whole("weight", 1, 1, Event.HEAVIEST));
    }

    private static Origin origin(JsonLine line, @Nullable String agent) throws BadLine {
        String visitor = line.text("visitor");
        String address = line.text("address");
        String source = line.text("source");
        if (source.length() > Engagement.LONGEST_SOURCE) {
            throw new BadLine("\"source\" is longer than " + Engagement.LONGEST_SOURCE + " characters");
        }
        if (address.isEmpty()) {
            return new Origin(source, visitor);
        }
        Origin known = Origin.of(address, agent);
        return new Origin(source.isEmpty() ? known.source() : source, visitor.isEmpty() ? known.visitor() : visitor);
    }

    private static Instant at(JsonNode object) throws BadLine {
        String field = object.hasNonNull("at") ? "at" : "t";
        JsonNode value = object.path(field);
        if (value.isMissingNode() || value.isNull()) {
            throw new BadLine("\"at\" is missing");
        }
        try {
            if (value.isIntegralNumber() && value.canConvertToLong()) {
                return Instant.ofEpochMilli(value.asLong());
            }
            if (value.isString()) {
                return OffsetDateTime.parse(value.asString()).toInstant();
            }
        } catch (DateTimeException noInstant) {
            // As one of another kind.
        }
        throw new BadLine("\"" + field + "\" is no instant such as 2026-11-20T11:58:00Z, nor milliseconds since 1970");
    }

    private static Engagement.Kind kind(String name) throws BadLine {
        if (name.isEmpty()) {
            return Engagement.Kind.VIEW;
        }
        for (Engagement.Kind kind : Engagement.Kind.values()) {
            if (kind.name().toLowerCase(Locale.ROOT).equals(name)) {
                return kind;
            }
        }
        throw new BadLine("\"kind\" is view, share, comment or reaction");
    }

    private static @Nullable Reader reader(String name) throws BadLine {
        if (name.isEmpty()) {
            return null;
        }
        for (Reader reader : Reader.values()) {
            if (reader.name().toLowerCase(Locale.ROOT).equals(name)) {
                return reader;
            }
        }
        throw new BadLine("\"reader\" is person, bot, prefetch or editor");
    }
}
