package dev.byline.ranking.related;

import dev.byline.article.Article;
import dev.byline.article.ArticleId;
import dev.byline.article.ArticleKind;
import dev.byline.article.ArticleSummary;
import dev.byline.article.Author;
import dev.byline.article.Listed;
import dev.byline.ranking.ExplainedList;
import dev.byline.ranking.LeftOut;
import dev.byline.score.Ranked;
import dev.byline.score.Reason;
import dev.byline.taxonomy.Section;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Chooses which candidates make the list, in which order, and says of the others which rule kept them out. */
final class Selection {
    /** The least score of what fills a short list by its score. */
    static final double LESS_SURELY = .2;

    private static final Set<String> NOT_A_FILTER = Set.of("R-01", "R-04", "R-06");

    private static final String ELSEWHERE = "stands elsewhere on the page";

    private static final Comparator<RelatedCandidate> MORE_ALIKE = Comparator.<RelatedCandidate>comparingDouble(
                    one -> one.likeness().words())
            .thenComparingDouble(one -> one.likeness().meaning())
            .thenComparingDouble(one -> one.likeness().headline())
            .thenComparingDouble(one -> -one.likeness().crowd())
            .thenComparingDouble(RelatedCandidate::popularity)
            .thenComparing(one -> String.join("\n", one.terms()))
            .thenComparing(one -> one.story());

    private final RelatedQuery query;
    private final Set<ArticleId> pinned;
    private final RelatedPolicy policy;
    private final Weighing weighing;
    private final boolean explaining;
    private final Map<ArticleId, LeftOut> leftOut = new TreeMap<>();
    private final Map<ArticleId, RelatedCandidate> likely = new HashMap<>();
    private final Map<ArticleId, RelatedCandidate> filling = new HashMap<>();
    private final List<Ranked<ArticleSummary>> list = new ArrayList<>();
    private final Set<ArticleId> listed = new HashSet<>();
    private final Map<ArticleId, ArticleId> told = new HashMap<>();
    private final Map<ArticleId, ArticleId> toldElsewhere = new HashMap<>();
    private final Map<String, Integer> perSection = new HashMap<>();
    private final Map<String, Integer> perAuthor = new HashMap<>();
    private final int sure;
    private final int byScore;
    private final int unrepeated;

    /**
     * Chooses.
     *
     * @param withdrawn ids of posts that are gone, whatever their summaries say
     * @param explaining whether anybody will read what was left out; the list is the same
     */
    Selection(
            RelatedQuery query,
            Collection<RelatedCandidate> candidates,
            RelatedPolicy policy,
            Instant at,
            Weighing weighing,
            Set<ArticleId> withdrawn,
            boolean explaining) {
        this.query = query;
        pinned = new HashSet<>(query.pinned());
        pinned.removeAll(query.onThePage());
        this.policy = policy;
        this.weighing = weighing;
        this.explaining = explaining;
        for (RelatedCandidate candidate : candidates) {
            if (weighing.isOnThePage(candidate.id()) && isThere(candidate.article(), at, withdrawn)) {
                // The least id, in whatever order they came.
                toldElsewhere.merge(
                        candidate.story(), candidate.id(), (one, other) -> one.compareTo(other) <= 0 ? one : other);
            }
            if (!barred(candidate.article(), at, withdrawn)) {
                (candidate.onlyToFill() ? filling : likely)
                        .merge(
                                candidate.id(),
                                candidate,
                                (one, other) -> MORE_ALIKE.compare(one, other) >= 0 ? one : other);
            }
        }
        pin();
        leaveOutCopies();
        List<Weighing.Weighed> lessSure = listRelated();
        this.sure = list.size();
        if (policy.backfill()) {
            fillByScore(lessSure);
        }
        this.byScore = list.size();
        if (policy.backfill()) {
            fillByDate(false);
        }
        this.unrepeated = list.size();
        if (policy.backfill()) {
            fillByDate(true);
        }
        listed.forEach(leftOut::remove);
    }

    ExplainedList explained() {
        return new ExplainedList(list, explaining ? List.copyOf(leftOut.values()) : List.of());
    }

    private boolean isFull() {
        return list.size() >= query.limit();
    }

    /** Whether no more candidates are needed; what repeats the page for its date alone gives way to any. */
    boolean isComplete() {
        return unrepeated >= query.limit();
    }

    /** Whether a rule kept something out that would have made room for itself, so that there may be more behind it. */
    boolean isFiltered() {
        return leftOut.values().stream().anyMatch(one -> !NOT_A_FILTER.contains(one.rule()));
    }

    /** The least score at which one more candidate would be of use; more than 1 if none would be. */
    double wanted() {
        if (byScore < query.limit() && policy.backfill()) {
            return Math.min(policy.minimumScore(), LESS_SURELY);
        }
        return sure < query.limit() ? policy.minimumScore() : 2;
    }

    private boolean barred(ArticleSummary other, Instant at, Set<ArticleId> withdrawn) {
        ArticleId id = other.id();
        boolean pinned = this.pinned.contains(id);
        if (id.equals(query.article().id())) {
            return out(id, "R-01", () -> "is the article itself");
        }
        if (!isThere(other, at, withdrawn)) {
            return out(id, "R-02", () -> "is not public at " + at);
        }
        if (other.kind() == ArticleKind.SPONSORED && !policy.sponsored() && !pinned) {
            return out(id, "R-03", () -> "is sponsored");
        }
        if (query.without().contains(id)) {
            return out(id, "R-04", () -> weighing.isOnThePage(id) ? ELSEWHERE : "is excluded");
        }
        if (weighing.isOnThePage(id)) {
            out(id, "R-04", () -> ELSEWHERE);
        }
        if (policy.dates() == RelatedPolicy.Dates.OLDER && weighing.isNewer(other) && !pinned) {
            return out(id, "R-05", () -> "is newer than the article");
        }
        @Nullable String unmet = pinned ? null : query.unmet(other);
        return unmet != null && out(id, "R-23", () -> unmet);
    }

    private static boolean isThere(ArticleSummary post, Instant at, Set<ArticleId> withdrawn) {
        return post.isPublic(at) && !withdrawn.contains(post.id());
    }

    private void pin() {
        for (ArticleId id : query.pinned()) {
            if (!pinned.contains(id)) {
                continue;
            }
            RelatedCandidate candidate = likely.containsKey(id) ? likely.get(id) : filling.get(id);
            if (candidate != null && !isFull()) {
                Reason pinned = new Reason("R-28", "pinned", 0);
                add(remarked(
                        pinned,
                        candidate.onlyToFill()
                                ? new Ranked<>(candidate.article(), 0, Weighing.UNIT, 0, List.of())
                                : weighing.weigh(candidate).ranked()));
            }
            likely.remove(id);
            filling.remove(id);
        }
    }

    private void leaveOutCopies() {
        Article article = query.article();
        if (policy.copies()) {
            return;
        }
        Set<ArticleId> copies = new HashSet<>();
        likely.values().stream().filter(one -> one.story().equals(article.id())).forEach(one -> copies.add(one.id()));
        filling.values().stream()
                .filter(one -> one.story().equals(article.id()))
                .forEach(one -> copies.add(one.id()));
        for (ArticleId id : copies) {
            out(id, "R-24", () -> "is a copy of the article");
            likely.remove(id);
            filling.remove(id);
        }
    }

    /** Lists what is related, and returns what is so less surely, best first. */
    private List<Weighing.Weighed> listRelated() {
        List<Weighing.Weighed> best = new ArrayList<>();
        List<Weighing.Weighed> lessSure = new ArrayList<>();
        for (RelatedCandidate candidate : likely.values()) {
            Weighing.Weighed weighed = weighing.weigh(candidate);
            double score = weighed.value();
            if (score > 0 && score >= policy.minimumScore()) {
                best.add(weighed);
            } else {
                boolean fills = policy.backfill() && score >= LESS_SURELY;
                // Rounded down, so that it never reads like the minimum itself.
                out(
                        candidate.id(),
                        "R-06",
                        () -> "a score of " + Math.floor(score * 1000) / 1000 + ", below " + policy.minimumScore()
                                + (fills ? "; the list needed no filling" : ""));
                if (score >= LESS_SURELY) {
                    lessSure.add(weighed);
                }
            }
        }
        Comparator<Weighing.Weighed> bestFirst = Comparator.comparingDouble(Weighing.Weighed::value)
                .reversed()
                .thenComparing(Weighing.Weighed::post, Listed.NEWEST_FIRST);
        if (policy.dates() == RelatedPolicy.Dates.NEWER_FIRST) {
            bestFirst = Comparator.<Weighing.Weighed, Boolean>comparing(one -> !weighing.isNewer(one.post()))
                    .thenComparing(bestFirst);
        }
        best.sort(bestFirst);
        lessSure.sort(bestFirst);
        for (Weighing.Weighed one : best) {
            // What tells a story again is named even where there was no more room.
            if (!isRetold(one.post()) && !isFull() && !isTooMuch(one.post())) {
                add(dated(one.ranked()));
            }
        }
        return lessSure;
    }

    private void fillByScore(List<Weighing.Weighed> lessSure) {
        for (Weighing.Weighed one : lessSure) {
            if (isFull()) {
                return;
            }
            if (!isRetold(one.post()) && !isTooMuch(one.post())) {
                Ranked<ArticleSummary> ranked = dated(one.ranked());
                List<Reason> reasons = new ArrayList<>(ranked.reasons());
                reasons.add(new Reason("R-30", "fills the list: less surely related", 0));
                add(new Ranked<>(ranked.item(), ranked.value(), ranked.unit(), ranked.score(), reasons));
            }
        }
    }

    /** Fills with what does not stand on the page, or with what does. */
    private void fillByDate(boolean repeating) {
        List<ArticleSummary> newest = filling.values().stream()
                .map(RelatedCandidate::article)
                .filter(other -> !listed.contains(other.id()) && weighing.isOnThePage(other.id()) == repeating)
                .sorted(Comparator.comparingInt(weighing::tier).thenComparing(Listed.NEWEST_FIRST))
                .toList();
        for (ArticleSummary other : newest) {
            if (isFull()) {
                return;
            }
            if (!isRetold(other) && !isTooMuch(other)) {
                add(weighing.filling(other));
            }
        }
    }

    private Ranked<ArticleSummary> dated(Ranked<ArticleSummary> ranked) {
        return policy.dates() == RelatedPolicy.Dates.NEWER_FIRST && weighing.isNewer(ranked.item())
                ? remarked(new Reason("R-29", "is newer than the article", 0), ranked)
                : ranked;
    }

    private static Ranked<ArticleSummary> remarked(Reason remark, Ranked<ArticleSummary> ranked) {
        List<Reason> reasons = new ArrayList<>(List.of(remark));
        reasons.addAll(ranked.reasons());
        return new Ranked<>(ranked.item(), ranked.value(), ranked.unit(), ranked.score(), reasons);
    }

    private void add(Ranked<ArticleSummary> ranked) {
        ArticleSummary post = ranked.item();
        list.add(ranked);
        listed.add(post.id());
        told.putIfAbsent(storyOf(post.id()), post.id());
        Weighing.mainSection(post).map(Section::key).ifPresent(key -> perSection.merge(key, 1, Integer::sum));
        authors(post).forEach(slug -> perAuthor.merge(slug, 1, Integer::sum));
    }

    private boolean isRetold(ArticleSummary post) {
        ArticleId story = storyOf(post.id());
        @Nullable ArticleId elsewhere = weighing.isOnThePage(post.id()) ? null : toldElsewhere.get(story);
        @Nullable ArticleId teller = policy.copies() ? null : elsewhere == null ? told.get(story) : elsewhere;
        return teller != null && out(post.id(), "R-25", () -> "tells the same story as " + teller);
    }

    private boolean isTooMuch(ArticleSummary post) {
        int mostPerSection = policy.variety().mostPerSection();
        if (mostPerSection > 0) {
            @Nullable
            Section full = Weighing.mainSection(post)
                    .filter(section -> perSection.getOrDefault(section.key(), 0) >= mostPerSection)
                    .orElse(null);
            if (full != null) {
                return out(post.id(), "R-26", () -> "is one more than " + mostPerSection + " in " + full.name());
            }
        }
        int mostPerAuthor = policy.variety().mostPerAuthor();
        if (mostPerAuthor > 0) {
            for (String slug : authors(post)) {
                if (perAuthor.getOrDefault(slug, 0) >= mostPerAuthor) {
                    return out(post.id(), "R-27", () -> "is one more than " + mostPerAuthor + " by " + slug);
                }
            }
        }
        return false;
    }

    private static Set<String> authors(ArticleSummary post) {
        Set<String> slugs = new HashSet<>();
        post.authors().stream().map(Author::slug).forEach(slugs::add);
        return slugs;
    }

    private ArticleId storyOf(ArticleId id) {
        @Nullable RelatedCandidate candidate = likely.containsKey(id) ? likely.get(id) : filling.get(id);
        return candidate == null ? id : candidate.story();
    }

    private boolean out(ArticleId id, String rule, Supplier<String> why) {
        // Of what stands elsewhere no other rule needs to tell why it is not repeated.
        if (!leftOut.containsKey(id) || !weighing.isOnThePage(id)) {
            leftOut.put(id, new LeftOut(id, rule, explaining ? why.get() : ""));
        }
        return true;
    }
}
