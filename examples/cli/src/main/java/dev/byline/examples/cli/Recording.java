package dev.byline.examples.cli;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.byline.article.ArticleId;
import dev.byline.examples.cli.events.AccessLog;
import dev.byline.examples.cli.events.BadEvent;
import dev.byline.examples.cli.events.Event;
import dev.byline.examples.cli.events.EventJson;
import dev.byline.examples.cli.lines.Lines;
import dev.byline.ranking.audience.Audience;
import dev.byline.ranking.audience.AudiencePolicy;
import dev.byline.ranking.popular.CountingPolicy;
import dev.byline.ranking.popular.Engagement;
import dev.byline.ranking.popular.EngagementStore.Outcome;
import dev.byline.ranking.popular.PopularArticles;
import dev.byline.ranking.popular.PopularPolicy;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
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
     * @param floods how many as too many from one source
     * @param bots how many events were counted apart as programs'
     * @param prefetches how many as those of browsers ahead of their readers
     * @param editors how many as the house's own
     * @param noViews how many requests showed no page
     * @param unknown how many events were of no article of the site
     * @param refused how many lines were refused; of no article only where they named one
     * @param reasons how many of them for which reason
     * @param problems the first lines that were refused
     */
    @JsonPropertyOrder({
        "lines",
        "counted",
        "repeats",
        "floods",
        "bots",
        "prefetches",
        "editors",
        "noViews",
        "unknown",
        "refused",
        "reasons",
        "problems"
    })
    record Recorded(
            long lines,
            long counted,
            long repeats,
            long floods,
            long bots,
            long prefetches,
            long editors,
            long noViews,
            long unknown,
            long refused,
            Map<Refused, Long> reasons,
            List<Problem> problems) {
        /** How many were counted, if only apart. */
        long taken() {
            return counted + repeats + floods + bots + prefetches + editors;
        }
    }

    /** Why lines are refused. */
    enum Refused {
        /** They can't be read. */
        @JsonProperty("unreadable")
        UNREADABLE("can't be read"),

        /** They name none. */
        @JsonProperty("noArticle")
        NO_ARTICLE("of no article of the site"),

        /** They lie ahead of the clock. */
        @JsonProperty("ahead")
        AHEAD("ahead of the clock"),

        /** They lie before 1970. */
        @JsonProperty("tooOld")
        TOO_OLD("before 1970"),

        /** There is no room for another article. */
        @JsonProperty("tooManyArticles")
        TOO_MANY_ARTICLES("of more articles than are counted");

        private final String words;

        Refused(String words) {
            this.words = words;
        }

        /** What completes "3 are ...". */
        String words() {
            return words;
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
    private final Map<Refused, Long> reasons = new EnumMap<>(Refused.class);
    private final List<Problem> problems = new ArrayList<>();
    private Form form;
    private long noViews;
    private long unknown;
    private Refused reason = Refused.UNREADABLE;

    Recording(Newsroom newsroom, Form form, ZoneId zone, CountingPolicy policy, Terminal terminal) {
        this.articles = new ArticlePaths(newsroom);
        this.popular = PopularArticles.with(
                PopularPolicy.defaults().counting(policy), newsroom.counters(), newsroom.articles(), newsroom.clock());
        this.terminal = terminal;
        this.log = new AccessLog(zone);
        this.form = form;
    }

    /** Counts all lines. */
    Recorded of(Lines lines) {
        Instant told = terminal.clock().instant();
        for (String line = lines.next(); line != null; line = lines.next()) {
            if (!line.isBlank()) {
                reason = Refused.UNREADABLE;
                try {
                    if (lines.tooLong()) {
                        throw new BadEvent("longer than " + Lines.LONGEST + " bytes");
                    }
                    take(line.startsWith("\uFEFF") ? line.substring(1) : line);
                } catch (BadEvent bad) {
                    reasons.merge(reason, 1L, Long::sum);
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
                count(Outcome.FLOOD),
                count(Outcome.BOT),
                count(Outcome.PREFETCH),
                count(Outcome.EDITOR),
                noViews,
                unknown,
                reasons.values().stream().mapToLong(Long::longValue).sum(),
                Collections.unmodifiableMap(new EnumMap<>(reasons)),
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
            throw refused(Refused.NO_ARTICLE, "there is no article \"" + shortened(event.item()) + "\"");
        }
        Outcome outcome = popular.record(event.of(article.get(), told.reader()));
        switch (outcome) {
            case AHEAD ->
                throw refused(
                        Refused.AHEAD,
                        "the event can't be counted: its time is more than five minutes ahead of the clock");
            case TOO_OLD -> throw refused(Refused.TOO_OLD, "the event can't be counted: its time is before 1970");
            case UNKNOWN_ARTICLE ->
                throw refused(Refused.NO_ARTICLE, "there is no article \"" + shortened(event.item()) + "\"");
            case TOO_MANY_ARTICLES ->
                throw refused(Refused.TOO_MANY_ARTICLES, "the event can't be counted: too many articles are");
            default -> outcomes.merge(outcome, 1L, Long::sum);
        }
    }

    private BadEvent refused(Refused why, String words) {
        reason = why;
        return new BadEvent(words);
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
}
