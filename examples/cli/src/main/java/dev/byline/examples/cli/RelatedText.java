package dev.byline.examples.cli;

import dev.byline.article.ArticleId;
import dev.byline.article.ArticleSummary;
import dev.byline.ranking.ExplainedList;
import dev.byline.ranking.LeftOut;
import dev.byline.ranking.related.RelatedArticles;
import dev.byline.ranking.related.RelatedPolicy;
import dev.byline.ranking.related.RelatedQuery;
import dev.byline.score.Ranked;
import dev.byline.score.Reason;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Prints related posts, and what was left out of the list. */
final class RelatedText {
    private static final int MOST_LEFT_OUT = 20;
    private static final String PINNED = "R-28";
    private static final String SAME_STORY = "R-25";
    private static final String BELOW_MINIMUM = "R-06";
    private static final String TELLS = "tells the same story as ";
    private static final String FILLS = "fills the list: ";

    // What a rule forbids before the many that are merely not related enough, and of those the nearest to it first.
    private static final Comparator<LeftOut> TELLING_FIRST = Comparator.<LeftOut, Boolean>comparing(
                    one -> one.rule().equals(BELOW_MINIMUM))
            .thenComparing(LeftOut::rule)
            .thenComparing(one -> one.rule().equals(BELOW_MINIMUM) ? one.text() : "", Comparator.reverseOrder())
            .thenComparing(LeftOut::article);

    private final Terminal terminal;
    private final Newsroom newsroom;
    private final boolean explain;

    RelatedText(Terminal terminal, Newsroom newsroom, boolean explain) {
        this.terminal = terminal;
        this.newsroom = newsroom;
        this.explain = explain;
    }

    /** Says that there are none, and what stands in the way. */
    void none(RelatedArticles related, RelatedPolicy policy, RelatedQuery query) {
        terminal.line("No related posts");
        RelatedQuery all =
                RelatedQuery.of(query.article()).without(query.without()).onThePage(query.onThePage());
        if (!related.to(all).isEmpty()) {
            terminal.line("Without the filters there are some.");
        } else if (!policy.backfill()
                && !related.by(policy.backfill(true)).to(query).isEmpty()) {
            terminal.line("Without --no-fill there are some, less surely related.");
        }
    }

    /** Prints the list, and below it what was left out. */
    void print(ExplainedList list) {
        list.ranked().forEach(this::print);
        if (!list.leftOut().isEmpty()) {
            leftOut(list);
        }
    }

    private void print(Ranked<ArticleSummary> post) {
        String label = post.item().label().map(term -> "[" + term.name() + "] ").orElse("");
        terminal.wrapped(label + post.item().headline(), "");
        terminal.line("  /" + post.item().slug() + "  "
                + PageText.date(post.item().publishedAt(), newsroom.zone()) + standing(post.reasons()));
        if (explain) {
            Reasons.print(terminal, post);
        }
    }

    private static String standing(List<Reason> reasons) {
        for (Reason reason : reasons) {
            if (reason.rule().equals(PINNED)) {
                return "  (pinned)";
            }
            if (reason.text().startsWith(FILLS)) {
                return "  (" + reason.text().substring(FILLS.length()) + ")";
            }
        }
        return "";
    }

    private void leftOut(ExplainedList list) {
        List<LeftOut> first = list.leftOut().stream()
                .sorted(TELLING_FIRST)
                .limit(MOST_LEFT_OUT)
                .toList();
        Map<ArticleId, String> slugs = new HashMap<>();
        Set<ArticleId> named = new HashSet<>();
        for (LeftOut one : first) {
            named.add(one.article());
            teller(one).ifPresent(named::add);
        }
        newsroom.articles().summaries(named).forEach(post -> slugs.put(post.id(), "/" + post.slug()));
        list.ranked()
                .forEach(post -> slugs.put(post.item().id(), "/" + post.item().slug()));
        terminal.line();
        terminal.line("Left out:");
        for (LeftOut one : first) {
            String slug = slugs.getOrDefault(one.article(), one.article().value());
            terminal.line("  " + one.rule() + "  " + slug + "  " + told(one, slugs));
        }
        int more = list.leftOut().size() - first.size();
        if (more > 0) {
            terminal.line(String.format(Locale.ENGLISH, "  … and %,d more; --json has them", more));
        }
    }

    private static String told(LeftOut one, Map<ArticleId, String> slugs) {
        return teller(one).map(id -> TELLS + slugs.getOrDefault(id, id.value())).orElse(one.text());
    }

    // The reason names the other post by its id, which nobody knows by heart.
    private static Optional<ArticleId> teller(LeftOut one) {
        return one.rule().equals(SAME_STORY) && one.text().startsWith(TELLS)
                ? Optional.of(ArticleId.of(one.text().substring(TELLS.length())))
                : Optional.empty();
    }
}
