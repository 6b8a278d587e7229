package dev.byline.examples.cli;

import dev.byline.article.ArchiveQuery;
import dev.byline.article.Article;
import dev.byline.article.ArticleStatus;
import dev.byline.score.Ranked;
import dev.byline.score.Reason;
import dev.byline.search.Facets;
import dev.byline.search.SearchExplanation;
import dev.byline.search.SearchExplanation.Standing;
import dev.byline.search.SearchHit;
import dev.byline.search.SearchPage;
import dev.byline.search.SearchQuery;
import dev.byline.taxonomy.Region;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Prints what a search found, and why it did not. */
final class FoundText {
    private static final int MOST_COUNTS = 20;

    private final Terminal terminal;
    private final Newsroom newsroom;
    private final boolean explain;

    FoundText(Terminal terminal, Newsroom newsroom, boolean explain) {
        this.terminal = terminal;
        this.newsroom = newsroom;
        this.explain = explain;
    }

    /**
     * Prints a page.
     *
     * @param all whether it holds everything
     */
    void print(SearchPage found, boolean all) {
        if (found.cut()) {
            terminal.line("That is too long: only its beginning was looked for.");
        }
        respelled(found.respelled());
        if (found.total() == 0) {
            terminal.line(NewsPage.SearchBox.DEFAULT.nothing());
            reason(found.outcome());
            unheardOf(found.query());
        }
        for (Ranked<SearchHit> hit : found.hits()) {
            terminal.wrapped(hit.item().headline(), "");
            below(hit.item(), "  ");
            BodyText.print(terminal, hit.item().snippetHtml(), "  ");
            if (explain) {
                Reasons.print(terminal, hit);
            }
        }
        if (found.total() > 0) {
            if (!found.hits().isEmpty()) {
                terminal.line();
            }
            terminal.line(counted(found, all));
        }
        for (SearchPage.Alternative other : found.alternatives()) {
            terminal.line("Did you mean: " + said(other.query()) + " (" + other.total() + ")");
        }
        counts(found.facets());
    }

    private void below(SearchHit hit, String indent) {
        terminal.line(indent + "/" + hit.slug() + "  " + PageText.date(hit.publishedAt(), newsroom.zone()));
    }

    private void respelled(List<SearchPage.Respelled> words) {
        words.forEach(
                word -> terminal.line("Looked for \"" + word.as() + "\" in the place of \"" + word.typed() + "\"."));
        if (!words.isEmpty()) {
            terminal.line("For what was typed, add --literally.");
        }
    }

    private static String counted(SearchPage found, boolean all) {
        SearchQuery query = found.query();
        String some = found.withAllWords() == found.total()
                ? ""
                : String.format(Locale.ENGLISH, ", %,d of them with all words", found.withAllWords());
        String total = PageText.count(found.total(), "result") + some;
        if (found.hits().size() == found.total()) {
            return total;
        }
        if (found.hits().isEmpty()) {
            return total + ", but none on page " + (query.page() + 1);
        }
        long first = all ? 1 : (long) query.page() * query.size() + 1;
        long last = first + found.hits().size() - 1;
        String more = last == found.total() ? "" : "; --page " + (query.page() + 2) + " goes on, --all shows all";
        String shown = first == last ? "" : String.format(Locale.ENGLISH, " to %,d", last);
        return String.format(Locale.ENGLISH, "%,d%s of %s%s", first, shown, total, more);
    }

    private void reason(SearchPage.Outcome outcome) {
        String reason = switch (outcome) {
            case NO_ARTICLES -> "There is no public article.";
            case NO_WORDS -> "There is no word in what was typed.";
            case UNKNOWN_WORDS -> "No article has any of the words.";
            case NO_SUCH_PHRASE -> "No article has the phrase exactly so.";
            case LEFT_OUT -> "All that have the words are left out by a minus.";
            case FILTERED_OUT -> "Without the filters there are results.";
            case TOO_FEW_WORDS -> "No article has enough of the words.";
            case FOUND, CURSOR_EXPIRED -> "";
        };
        if (!reason.isEmpty()) {
            terminal.line(reason);
        }
    }

    // A filter that nothing is filed under is more likely mistyped than meant.
    private void unheardOf(SearchQuery query) {
        ArchiveQuery all = ArchiveQuery.at(newsroom.clock().instant());
        query.regions().forEach(key -> tellIfNone(all.in(Region.of(key)), "is filed under the region", key));
        if (!query.section().isEmpty()) {
            tellIfNone(all.section(query.section()), "is filed under the section", query.section());
        }
        if (!query.tag().isEmpty()) {
            tellIfNone(all.tag(query.tag()), "has the tag", query.tag());
        }
        if (!query.author().isEmpty()) {
            tellIfNone(all.author(query.author()), "is by the author", query.author());
        }
    }

    private void tellIfNone(ArchiveQuery query, String how, String key) {
        if (newsroom.articles().count(query) == 0) {
            terminal.line("No article " + how + " \"" + key + "\".");
        }
    }

    // As it would be typed: with what the alternative keeps of the filters.
    private static String said(SearchQuery query) {
        StringBuilder said = new StringBuilder(quoted(query.text()));
        query.regions().forEach(region -> add(said, "--region", region));
        add(said, "--section", query.section());
        add(said, "--tag", query.tag());
        add(said, "--author", query.author());
        add(said, "--from", query.from());
        add(said, "--until", query.until());
        return said.isEmpty() ? "all articles" : said.toString();
    }

    private static void add(StringBuilder said, String option, @Nullable Object value) {
        if (value != null && !value.equals("")) {
            said.append(said.isEmpty() ? "" : " ").append(option).append(' ').append(quoted(value.toString()));
        }
    }

    // For the shell, where it would read something else.
    private static String quoted(String text) {
        boolean plain = text.codePoints()
                .allMatch(c -> Character.isLetterOrDigit(c)
                        || Character.getType(c) == Character.NON_SPACING_MARK
                        || " -.:_".indexOf(c) >= 0);
        return plain ? text : "'" + text.replace("'", "'\\''") + "'";
    }

    private void counts(Facets found) {
        found.counts().forEach((kind, counts) -> {
            if (!counts.isEmpty()) {
                terminal.line();
                terminal.line("By " + kind.name().toLowerCase(Locale.ROOT));
                counts.stream()
                        .limit(MOST_COUNTS)
                        .forEach(count -> counted(count.articles(), count.name() + " (" + count.key() + ")"));
                more(counts.size());
            }
        });
        if (!found.months().isEmpty()) {
            terminal.line();
            terminal.line("By month");
            found.months().stream().limit(MOST_COUNTS).forEach(month -> counted(month.articles(), month(month.from())));
            more(found.months().size());
        }
    }

    private void counted(long articles, String what) {
        terminal.line(String.format(Locale.ENGLISH, "  %,6d  %s", articles, what));
    }

    private void more(int all) {
        if (all > MOST_COUNTS) {
            terminal.line(String.format(Locale.ENGLISH, "  … and %,d more; --json has them", all - MOST_COUNTS));
        }
    }

    private String month(Instant from) {
        String day = PageText.date(from, newsroom.zone());
        return day.substring(day.indexOf(' ') + 1);
    }

    /** Prints why an article stands where it stands, or is not found. */
    void print(SearchExplanation explanation) {
        respelled(explanation.respelled());
        Ranked<SearchHit> hit = explanation.hit();
        if (hit != null) {
            String place = explanation.place() > 0
                    ? String.format(Locale.ENGLISH, "%,d. ", explanation.place())
                    : String.format(Locale.ENGLISH, "Behind the first %,d: ", SearchQuery.DEEPEST);
            terminal.wrapped(place + hit.item().headline(), "");
            below(hit.item(), "  ");
            Reasons.print(terminal, hit);
            return;
        }
        Article article = newsroom.articles().find(explanation.id()).orElse(null);
        if (article != null) {
            terminal.wrapped(article.headline(), "");
            terminal.line("  /" + article.slug());
        }
        terminal.line("  is not found:");
        boolean shares = explanation.obstacles().stream().anyMatch(reason -> reason.part() != 0);
        for (Reason reason : explanation.obstacles()) {
            String part = shares ? String.format(Locale.ROOT, "%+.4f  ", reason.part()) : "";
            terminal.line("    " + part + reason.rule() + "  " + reason.text());
        }
        if (article != null && explanation.standing() == Standing.NOT_INDEXED) {
            terminal.wrapped("    " + unindexed(article), "    ");
        }
    }

    private static String unindexed(Article article) {
        if (article.status() != ArticleStatus.PUBLISHED && article.status() != ArticleStatus.SCHEDULED) {
            return "Its status is " + article.status().name().toLowerCase(Locale.ROOT) + ".";
        }
        return article.passwordProtected()
                ? "It is behind a password."
                : "The site has it, and no reason why the index should not: try byline index verify.";
    }
}
