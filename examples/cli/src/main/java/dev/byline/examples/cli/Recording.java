package dev.byline.examples.cli;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.byline.article.ArticleId;
import dev.byline.examples.cli.events.AccessLog;
import dev.byline.examples.cli.events.BadEvent;
import dev.byline.examples.cli.events.Event;
import dev.byline.examples.cli.events.EventJson;
import dev.byline.examples.cli.lines.Lines;
import dev.byline.ranking.audience.Audience;
import dev.byline.ranking.audience.AudiencePolicy;
import dev.byline.ranking.popular.Engagement;
import dev.byline.ranking.popular.EngagementStore.Outcome;
import dev.byline.ranking.popular.PopularArticles;
import dev.byline.ranking.audience.Reader;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Counts what readers did, line by line, in memory that does not grow with them. */
final class Recording {
    private static final int MOST_PROBLEMS = 20;
    private static final int PROGRESS_EVERY = 10_000;
    private static final Duration PROGRESS_AFTER = Duration.ofSeconds(1);

    /** How lines are written. */
    enum Form {
        /** As the first one is. */
        AUTO,
        /** As JSON. */
        JSON,
        /** As web servers log. */
        LOG
    }

    /**
     * What came of the input.
     *
     * @param lines how many there were
     * @param counted how many events count
     * @param repeats how many views were counted apart as repeats
     * @param bots how many events were counted apart as programs'
     * @param prefetches how many as those of browsers ahead of their readers
     * @param editors how many as the house's own
     * @param noViews how many requests showed no page
     * @param unknown how many events were of no article of the site
     * @param refused how many lines were refused; of no article only where they named one
     * @param problems the first lines that were refused
     */
    @JsonPropertyOrder({
        "lines",
        "counted",
        "repeats",
        "bots",
        "prefetches",
        "editors",
        "noViews",
        "unknown",
        "refused",
        "problems"
    })
    record Recorded(
            long lines,
            long counted,
            long repeats,
            long bots,
            long prefetches,
            long editors,
            long noViews,
            long unknown,
            long refused,
            List<Problem> problems) {
        /** How many were counted, if only apart. */
        long taken() {
            return counted + repeats + bots + prefetches + editors;
        }
    }

    /** A line that was passed over. */
    record Problem(long line, String reason) {}

    private final ArticlePaths articles;
    private final PopularArticles popular;
    private final Terminal terminal;
    private final AccessLog log;
    private final Audience audience = Audience.with(AudiencePolicy.defaults());
    private final Map<Outcome, Long> outcomes = new EnumMap<>(Outcome.class);
    private final List<Problem> problems = new ArrayList<>();
    private Form form;
    private long noViews;
    private long unknown;
    private long refused;

    Recording(Newsroom newsroom, Form form, ZoneId zone, Terminal terminal) {
        this.articles = new ArticlePaths(newsroom);
        this.popular = newsroom.popular();
        this.terminal = terminal;
        this.log = new AccessLog(zone);
        this.form = form;
    }

    /** Counts all lines. */
    Recorded of(Lines lines) {
        Instant told = terminal.clock().instant();
        for (String line = lines.next(); line != null; line = lines.next()) {
            if (!line.isBlank()) {
                try {
                    if (lines.tooLong()) {
                        throw new BadEvent("longer than " + Lines.LONGEST + " bytes");
                    }
                    take(line.startsWith("\uFEFF") ? line.substring(1) : line);
                } catch (BadEvent bad) {
                    refused++;
                    if (problems.size() < MOST_PROBLEMS) {
                        problems.add(new Problem(lines.number(), bad.reason()));
                    }
                }
            }
            Instant now = terminal.clock().instant();
            if (lines.number() % PROGRESS_EVERY == 0
                    || Duration.between(told, now).compareTo(PROGRESS_AFTER) >= 0) {
                terminal.progress("%,d lines read, %,d events counted", lines.number(), count(Outcome.COUNTED));
                told = now;
            }
        }
        terminal.progressDone();
        return new Recorded(
                lines.number(),
                count(Outcome.COUNTED),
                count(Outcome.REPEAT),
                count(Outcome.BOT),
                count(Outcome.PREFETCH),
                count(Outcome.EDITOR),
                noViews,
                unknown,
                refused,
                List.copyOf(problems));
    }

    /** How many answers about articles are kept. */
    int remembered() {
        return articles.remembered();
    }

    private long count(Outcome outcome) {
        return outcomes.getOrDefault(outcome, 0L);
    }

    private void take(String line) throws BadEvent {
        if (form == Form.AUTO) {
            form = line.stripLeading().startsWith("{") ? Form.JSON : detected(line);
        }
        Event event = form == Form.LOG ? log.parse(line) : EventJson.parse(line);
        Audience.Told told = event.told(audience);
        if (event.kind() == Engagement.Kind.VIEW && !told.view()) {
            noViews++;
            return;
        }
        Optional<ArticleId> article = articles.find(event.item());
        if (article.isEmpty()) {
            unknown++;
            if (form == Form.LOG) {
                return;
            }
            throw new BadEvent("there is no article \"" + shortened(event.item()) + "\"");
        }
        Outcome outcome = record(popular, event, article.get(), told.reader());
        if (outcome == Outcome.REFUSED) {
            throw new BadEvent("the event can't be counted: its time is not between 1970 and 4000");
        }
        outcomes.merge(outcome, 1L, Long::sum);
    }

    private Form detected(String line) {
        try {
            log.parse(line);
            return Form.LOG;
        } catch (BadEvent noLog) {
            return Form.JSON;
        }
    }

    private static String shortened(String item) {
        return item.length() > 200 ? item.substring(0, 200) + "…" : item;
    }

    /** Records an event as often as it weighs; of a visitor's first view that is what the one view weighs. */
    private static Outcome record(PopularArticles popular, Event event, ArticleId article, Reader reader) {
        Engagement once = event.of(article, reader);
        Outcome outcome = popular.record(once);
        if (outcome != Outcome.REPEAT && outcome != Outcome.REFUSED) {
            Engagement more = new Engagement(once.kind(), article, once.at(), "", once.network(), reader);
            for (int i = 1; i < event.weight(); i++) {
                popular.record(more);
            }
        }
        return outcome;
    }
}
