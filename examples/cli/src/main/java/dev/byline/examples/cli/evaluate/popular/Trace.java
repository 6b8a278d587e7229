package dev.byline.examples.cli.evaluate.popular;

import dev.byline.article.ArticleId;
import dev.byline.examples.cli.evaluate.BadInput;
import dev.byline.examples.cli.evaluate.LinesFile;
import dev.byline.examples.cli.events.BadEvent;
import dev.byline.examples.cli.events.Event;
import dev.byline.examples.cli.events.EventJson;
import dev.byline.ranking.audience.Audience;
import dev.byline.ranking.audience.AudiencePolicy;
import dev.byline.ranking.audience.Reader;
import dev.byline.ranking.popular.Engagement;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What readers did, by time; of one time in the order of the file.
 *
 * @param events the events, without requests that showed no page
 * @param items what the events are of, by their number
 * @param noViews how many requests showed no page
 */
record Trace(List<Entry> events, List<ArticleId> items, long noViews) {
    private static final Instant FIRST = Instant.EPOCH;
    private static final Instant END = Instant.parse("4000-01-01T00:00:00Z");
    private static final int MOST_REMARKS = 20;
    private static final int LONGEST_ID = 200;
    private static final Set<String> NO_PAGES = Set.of(
            "css", "js", "json", "map", "png", "jpg", "jpeg", "gif", "webp", "avif", "svg", "ico", "woff", "woff2",
            "ttf", "xml", "rss", "atom", "txt", "pdf", "zip", "gz", "tgz", "bz2", "mp3", "mp4", "webm");

    /**
     * An event.
     *
     * @param at milliseconds since 1970
     * @param item the number of its item
     * @param visitor tells visitors apart, or empty
     */
    record Entry(long at, int item, Engagement.Kind kind, String visitor, String network, Reader reader, int weight) {
        @Override
        public String toString() {
            return "Entry[" + kind + " of " + item + " at " + at + "]";
        }
    }

    /** Copies the lists. */
    Trace {
        events = List.copyOf(events);
        items = List.copyOf(items);
    }

    /**
     * Reads a trace; what is no event is told by its line and passed over.
     *
     * @param pagesOnly whether paths that end like pictures, styles and other files are passed over
     * @throws BadInput if there is not one event
     */
    static Trace of(Path file, boolean pagesOnly, Consumer<String> remarks) throws BadInput {
        Reading reading = new Reading(file, pagesOnly, remarks);
        new LinesFile(file).each(reading::take);
        return reading.done();
    }

    /** What has been read so far. */
    private static final class Reading {
        private final Path file;
        private final boolean pagesOnly;
        private final Consumer<String> remarks;
        private final Audience audience = Audience.with(AudiencePolicy.defaults());
        private final Map<String, Integer> numbers = new HashMap<>();
        private final Map<String, String> visitors = new HashMap<>();
        private final List<ArticleId> items = new ArrayList<>();
        private final List<Entry> events = new ArrayList<>();
        private long noViews;
        private long refused;

        Reading(Path file, boolean pagesOnly, Consumer<String> remarks) {
            this.file = file;
            this.pagesOnly = pagesOnly;
            this.remarks = remarks;
        }

        boolean take(String line, long number) {
            try {
                take(EventJson.parse(line));
            } catch (BadEvent bad) {
                refused++;
                if (refused <= MOST_REMARKS) {
                    remarks.accept(file + ", line " + number + ": " + bad.reason());
                }
            }
            return true;
        }

        private void take(Event event) throws BadEvent {
            if (event.at().isBefore(FIRST) || !event.at().isBefore(END)) {
                throw new BadEvent("the time is not between 1970 and 4000");
            }
            Audience.Told told = event.told(audience);
            if (event.kind() == Engagement.Kind.VIEW && !told.view()) {
                noViews++;
                return;
            }
            if (pagesOnly && isFile(event.item())) {
                return;
            }
            Integer item = numbers.get(event.item());
            if (item == null) {
                item = items.size();
                items.add(id(event.item(), item));
                numbers.put(event.item(), item);
            }
            events.add(new Entry(
                    event.at().toEpochMilli(),
                    item,
                    event.kind(),
                    visitors.computeIfAbsent(event.visitor(), visitor -> visitor),
                    event.network(),
                    told.reader(),
                    event.weight()));
        }

        // What is too long for an id, or can't be written in UTF-8, goes by its number.
        private static ArticleId id(String item, int number) {
            boolean fits = item.length() <= LONGEST_ID
                    && StandardCharsets.UTF_8.newEncoder().canEncode(item);
            return ArticleId.of(fits ? item : "\u0000" + number);
        }

        private static boolean isFile(String item) {
            int dot = item.lastIndexOf('.');
            return dot >= 0 && NO_PAGES.contains(item.substring(dot + 1).toLowerCase(Locale.ROOT));
        }

        Trace done() throws BadInput {
            if (refused > MOST_REMARKS) {
                remarks.accept(file + ": … and " + (refused - MOST_REMARKS) + " lines more that are no events");
            }
            if (events.isEmpty()) {
                throw new BadInput(file, "holds no event");
            }
            events.sort(Comparator.comparingLong(Entry::at));
            return new Trace(events, items, noViews);
        }
    }

    long first() {
        return events.get(0).at();
    }

    long last() {
        return events.get(events.size() - 1).at();
    }
}
