package dev.byline.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;

/** A clock that stands still until a test moves it, forwards or backwards; thread-safe. */
public final class MovableClock implements InstantSource {
    private volatile Instant now;

    private MovableClock(Instant start) {
        now = Objects.requireNonNull(start, "start");
    }

    /** A clock that shows this instant. */
    public static MovableClock at(Instant start) {
        return new MovableClock(start);
    }

    /** A clock that shows this instant, as {@link Instant#parse} reads it. */
    public static MovableClock at(String start) {
        return at(Instant.parse(start));
    }

    @Override
    public Instant instant() {
        return now;
    }

    /** Shows this instant from now on. */
    public synchronized void set(Instant instant) {
        now = Objects.requireNonNull(instant, "instant");
    }

    /** Moves on by this span, or back by a negative one; returns what it shows then. */
    public synchronized Instant advance(Duration span) {
        Instant later = now.plus(span);
        now = later;
        return later;
    }

    @Override
    public String toString() {
        return "MovableClock[" + now + "]";
    }
}
