package dev.byline.examples.cli.site;

import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A key on disk: an id at an instant within a scope, such as an article in the listing of a region.
 *
 * <p>Ordered by scope, instant and id, so that one scope lies together, oldest first. Bounds are places with an empty
 * id, which nothing stored has.
 *
 * @param scope what it lies in
 * @param second the second since 1970; {@link Long#MIN_VALUE} for what has no instant
 * @param nano the nanosecond of that second, or one more in a bound
 * @param id what lies there
 */
record Place(String scope, long second, int nano, String id) implements Comparable<Place> {
    /** By instant and id, whatever the scope. */
    static final Comparator<Place> TIMELINE = (one, other) -> {
        int seconds = Long.compare(one.second, other.second);
        int nanos = seconds != 0 ? seconds : Integer.compare(one.nano, other.nano);
        return nanos != 0 ? nanos : one.id.compareTo(other.id);
    };

    /** The place of an id at an instant; null for the one before all instants. */
    static Place of(String scope, @Nullable Instant at, String id) {
        return at == null
                ? new Place(scope, Long.MIN_VALUE, 0, id)
                : new Place(scope, at.getEpochSecond(), at.getNano(), id);
    }

    /** A bound before everything at this instant, behind everything earlier. */
    static Place before(String scope, Instant at) {
        return new Place(scope, at.getEpochSecond(), at.getNano(), "");
    }

    /** A bound behind everything at this instant, before everything later. */
    static Place behind(String scope, Instant at) {
        return new Place(scope, at.getEpochSecond(), at.getNano() + 1, "");
    }

    /** A bound before everything in a scope. */
    static Place first(String scope) {
        return new Place(scope, Long.MIN_VALUE, 0, "");
    }

    /** A bound behind everything in a scope. */
    static Place last(String scope) {
        return new Place(scope, Long.MAX_VALUE, Integer.MAX_VALUE, "");
    }

    /** The same instant and id in another scope. */
    Place in(String other) {
        return new Place(other, second, nano, id);
    }

    /** The instant; not to be asked of a bound or of what has none. */
    Instant instant() {
        return Instant.ofEpochSecond(second, nano);
    }

    @Override
    public int compareTo(Place other) {
        int scopes = scope.compareTo(other.scope);
        return scopes != 0 ? scopes : TIMELINE.compare(this, other);
    }
}
