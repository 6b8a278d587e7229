package dev.byline.examples.cli.events;

import dev.byline.ranking.popular.Engagement;
import dev.byline.ranking.audience.Reader;
import dev.byline.ranking.audience.Request;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Events as JSON lines.
 *
 * <p>Fields: {@code article} (or {@code item}); {@code at}, an instant, or {@code t}, milliseconds since 1970; and as far
 * as known {@code kind} (a view if missing), {@code visitor}, {@code network}, {@code reader}, {@code agent} (or
 * {@code ua}), {@code method}, {@code status}, {@code purpose}, {@code weight}. Others are passed over.
 */
public final class EventJson {
    private static final int DEEPEST = 100;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .build())
            .build();

    private EventJson() {}

    /** Reads a line. */
    public static Event parse(String line) throws BadEvent {
        JsonNode object;
        try {
            object = JSON.readTree(line);
        } catch (JacksonException broken) {
            // Its message would quote the line, and a visitor's key may stand in it.
            throw new BadEvent("not the JSON of an event");
        }
        if (!object.isObject()) {
            throw new BadEvent("not the JSON of an event");
        }
        String item = text(object, object.hasNonNull("article") ? "article" : "item");
        if (item.isBlank()) {
            throw new BadEvent("\"article\" is missing");
        }
        String agent = maybe(object, object.has("agent") ? "agent" : "ua");
        String purpose = text(object, "purpose");
        return new Event(
                kind(text(object, "kind")),
                item,
                at(object),
                text(object, "visitor"),
                text(object, "network"),
                reader(text(object, "reader")),
                new Request(
                        text(object, "method"),
                        whole(object, "status", 0, 0, 999),
                        agent,
                        purpose.isEmpty() ? List.of() : List.of(purpose),
                        Set.of()),
                whole(object, "weight", 1, 1, Event.HEAVIEST));
    }

    private static Instant at(JsonNode object) throws BadEvent {
        String field = object.hasNonNull("at") ? "at" : "t";
        JsonNode value = object.path(field);
        if (value.isMissingNode() || value.isNull()) {
            throw new BadEvent("\"at\" is missing");
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
        throw new BadEvent("\"" + field + "\" is no instant such as 2026-11-20T11:58:00Z, nor milliseconds since 1970");
    }

    private static Engagement.Kind kind(String name) throws BadEvent {
        if (name.isEmpty()) {
            return Engagement.Kind.VIEW;
        }
        for (Engagement.Kind kind : Engagement.Kind.values()) {
            if (kind.name().toLowerCase(Locale.ROOT).equals(name)) {
                return kind;
            }
        }
        throw new BadEvent("\"kind\" is view, share, comment or reaction");
    }

    private static @Nullable Reader reader(String name) throws BadEvent {
        if (name.isEmpty()) {
            return null;
        }
        for (Reader reader : Reader.values()) {
            if (reader.name().toLowerCase(Locale.ROOT).equals(name)) {
                return reader;
            }
        }
        throw new BadEvent("\"reader\" is person, bot, prefetch or editor");
    }

    private static int whole(JsonNode object, String field, int missing, int least, int most) throws BadEvent {
        JsonNode value = object.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return missing;
        }
        if (value.isIntegralNumber() && value.canConvertToInt() && value.asInt() >= least && value.asInt() <= most) {
            return value.asInt();
        }
        throw new BadEvent("\"" + field + "\" is no whole number from " + least + " to " + most);
    }

    private static String text(JsonNode object, String field) throws BadEvent {
        String text = maybe(object, field);
        return text == null ? "" : text;
    }

    private static @Nullable String maybe(JsonNode object, String field) throws BadEvent {
        JsonNode value = object.path(field);
        if (value.isMissingNode()) {
            return null;
        }
        if (value.isNull()) {
            return "";
        }
        if (!value.isString() && !value.isNumber()) {
            throw new BadEvent("\"" + field + "\" is no text");
        }
        return value.asString();
    }
}
