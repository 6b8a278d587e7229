package dev.byline.ranking.related;

import dev.byline.article.Article;
import dev.byline.article.ArticleId;
import dev.byline.article.ArticleSummary;
import dev.byline.article.Author;
import dev.byline.article.Listed;
import dev.byline.score.Likeness;
import dev.byline.score.Ranked;
import dev.byline.score.Reason;
import dev.byline.taxonomy.Region;
import dev.byline.taxonomy.Section;
import dev.byline.taxonomy.Term;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Weighs candidates against one article: what the posts share, how far apart they are, and the reasons for both. */
final class Weighing {
    static final String UNIT = "relevance";

    private static final String REPEATED = "stands elsewhere on the page too";
    private static final int MOST_NAMED = 5;
    private static final double BELOW_ONE = Math.nextDown(1.0);

    private final RelatedQuery query;
    private final Article article;
    private final RelatedPolicy policy;
    private final Instant date;
    private final ToDoubleFunction<String> rarity;
    private final double weights;
    private final Filed tags;
    private final Filed regions;
    private final Filed sections;
    private final Set<String> authors;
    private final Set<String> ownSections;
    private final Set<String> ownRegions;
    private final String section;
    private final Map<String, Double> rarities = new HashMap<>();
    private final IdentityHashMap<RelatedCandidate, Weighed> known = new IdentityHashMap<>();

    Weighing(RelatedQuery query, RelatedPolicy policy, Instant at, ToDoubleFunction<String> rarity) {
        this.query = query;
        this.article = query.article();
        this.policy = policy;
        this.rarity = rarity;
        // What has no date yet is being written now.
        this.date = dateOr(article, at);
        this.weights = policy.weights().sum();
        this.tags = new Filed("tags", article.tags(), true);
        this.regions = new Filed("regions", regionsOf(article), true);
        this.sections = new Filed("sections", sectionsOf(article), false);
        this.ownSections = article.sections().stream().map(Section::key).collect(Collectors.toSet());
        this.ownRegions = article.regions().stream().map(Region::key).collect(Collectors.toSet());
        this.section = mainSection(article).map(Section::key).orElse("");
        this.authors = article.authors().stream().map(Author::slug).collect(Collectors.toSet());
    }

    /** What the article is filed under, of one kind. */
    private final class Filed {
        private final String kind;
        private final Map<String, Term> own = new LinkedHashMap<>();
        private final boolean byRarity;

        Filed(String kind, List<? extends Term> terms, boolean byRarity) {
            this.kind = kind;
            this.byRarity = byRarity;
            terms.forEach(term -> own.putIfAbsent(term.key(), term));
        }

        boolean has(Term term) {
            return own.containsKey(term.key());
        }

        boolean sharesAny(List<? extends Term> others) {
            return !own.isEmpty() && others.stream().anyMatch(this::has);
        }

        /**
         * Shared terms as a share of all terms of the two, each counting by its rarity: weighted Jaccard. A term that both
         * get adds the same to what is shared and to the whole, so it never lowers the share.
         */
        double share(List<? extends Term> others) {
            Set<String> keys = new HashSet<>();
            double shared = 0;
            double all = 0;
            for (Term term : others) {
                if (keys.add(term.key()) && !has(term)) {
                    all += counts(term);
                }
            }
            for (Term term : own.values()) {
                double counts = counts(term);
                all += counts;
                shared += keys.contains(term.key()) ? counts : 0;
            }
            return all > 0 ? shared / all : 0;
        }

        String both(List<? extends Term> others) {
            Set<String> keys = others.stream().map(Term::key).collect(Collectors.toSet());
            return list(own.values().stream()
                    .filter(term -> keys.contains(term.key()))
                    .map(Term::name)
                    .toList());
        }

        private double counts(Term term) {
            return byRarity ? rarities.computeIfAbsent(term.name(), Weighing.this::rarityOf) : 1;
        }
    }

    /** One part of a value, put into words only for a place in a list. */
    private record Part(String rule, double part, Supplier<String> text) {
        Reason reason() {
            return new Reason(rule, text.get(), part);
        }
    }

    /** A candidate with its value. */
    final class Weighed {
        private final RelatedCandidate candidate;
        private final List<Part> parts = new ArrayList<>(8);
        private final double value;
        private double sum;

        private Weighed(RelatedCandidate candidate) {
            this.candidate = candidate;
            double own = policy.order() == RelatedPolicy.Order.NEWEST ? shared() : scored();
            this.value = isOnThePage(candidate.id()) ? repeated(own) : own;
        }

        ArticleSummary post() {
            return candidate.article();
        }

        double value() {
            return value;
        }

        /** The place in a list. */
        Ranked<ArticleSummary> ranked() {
            return new Ranked<>(
                    post(), value, UNIT, value, parts.stream().map(Part::reason).toList());
        }

        private double shared() {
            List<String> names = Stream.of(
                            sectionsOf(post()).stream().filter(term -> ownSections.contains(term.key())),
                            regionsOf(post()).stream().filter(term -> ownRegions.contains(term.key())),
                            post().tags().stream().filter(tags::has))
                    .flatMap(terms -> terms.map(Term::name))
                    .distinct()
                    .toList();
            if (!names.isEmpty()) {
                add("R-17", 1, () -> "shares " + list(names));
            }
            return sum;
        }

        private double scored() {
            Weights weight = policy.weights();
            Likeness like = candidate.likeness();
            signal("R-07", weight.words(), like.words(), this::terms);
            signal("R-18", weight.meaning(), like.meaning(), () -> "the texts are near in meaning");
            signal("R-19", weight.headline(), like.headline(), () -> "the headlines are alike");
            overlap("R-08", weight.tags(), tags, post().tags());
            overlap("R-09", weight.regions(), regions, regionsOf(post()));
            overlap("R-10", weight.sections(), sections, sectionsOf(post()));
            if (post().authors().stream().anyMatch(Weighing.this::isOwn)) {
                signal("R-11", weight.authors(), 1, this::writers);
            }
            signal("R-20", weight.popularity(), candidate.popularity(), () -> "is popular");
            add("R-21", -sum * weight.crowd() * like.crowd(), () -> "is a little like everything");
            double raw = Math.min(1, sum * policy.age().factor(gap(post())));
            add("R-12", raw - sum, () -> apart(post()));
            double score = Calibration.of(raw);
            // Only what says the same is as related as can be.
            double value = candidate.story().equals(article.id()) ? score : Math.min(score, BELOW_ONE);
            add("R-22", value - sum, () -> "on the scale of scores");
            return value;
        }

        private double repeated(double own) {
            // Half of it still goes before what hardly belongs here, and behind what is nearly as related.
            add("R-31", -own / 2, () -> REPEATED);
            return own / 2;
        }

        private String terms() {
            return candidate.terms().isEmpty() ? "the texts are alike" : "both speak of " + list(candidate.terms());
        }

        private String writers() {
            return "also by "
                    + list(post().authors().stream()
                            .filter(Weighing.this::isOwn)
                            .map(Author::name)
                            .toList());
        }

        private void overlap(String rule, double weight, Filed own, List<? extends Term> others) {
            if (weight > 0 && own.sharesAny(others)) {
                signal(rule, weight, own.share(others), () -> "shares the " + own.kind + " " + own.both(others));
            }
        }

        private void signal(String rule, double weight, double signal, Supplier<String> text) {
            add(rule, weight * signal / weights, text);
        }

        private void add(String rule, double part, Supplier<String> text) {
            if (part != 0) {
                parts.add(new Part(rule, part, text));
                sum += part;
            }
        }
    }

    /** The candidate with its value, which is 0 where nothing that has a weight is shared; weighed once. */
    Weighed weigh(RelatedCandidate candidate) {
        return known.computeIfAbsent(candidate, Weighed::new);
    }

    /** The section whose newest fill a short list: the one that a card prints, else the first. */
    static Optional<Section> mainSection(Listed article) {
        return article.label()
                .filter(Section.class::isInstance)
                .map(Section.class::cast)
                .or(() -> article.sections().stream().findFirst());
    }

    /** The place of a post among those that fill the list: 0 in the main section, 1 in a region, 2 anywhere. */
    int tier(ArticleSummary other) {
        if (sectionsOf(other).stream().anyMatch(term -> term.key().equals(section))) {
            return 0;
        }
        return regionsOf(other).stream().anyMatch(term -> ownRegions.contains(term.key())) ? 1 : 2;
    }

    Ranked<ArticleSummary> filling(ArticleSummary other) {
        Reason reason = switch (tier(other)) {
            case 0 -> {
                List<String> names = sectionsOf(other).stream()
                        .filter(term -> term.key().equals(section))
                        .map(Section::name)
                        .distinct()
                        .toList();
                yield new Reason("R-13", "fills the list: newest in " + list(names), 0);
            }
            case 1 -> {
                List<String> names = regionsOf(other).stream()
                        .filter(term -> ownRegions.contains(term.key()))
                        .map(Region::name)
                        .distinct()
                        .toList();
                yield new Reason("R-14", "fills the list: newest in " + list(names), 0);
            }
            default -> new Reason("R-15", "fills the list: newest of the site", 0);
        };
        return new Ranked<>(
                other,
                0,
                UNIT,
                0,
                isOnThePage(other.id()) ? List.of(reason, new Reason("R-31", REPEATED, 0)) : List.of(reason));
    }

    boolean isOnThePage(ArticleId id) {
        return query.onThePage().contains(id);
    }

    boolean isNewer(ArticleSummary other) {
        Instant published = other.publishedAt();
        return published != null && published.isAfter(date);
    }

    /** A name of several words is at least as rare as its rarest word. */
    private double rarityOf(String name) {
        double rarest = 0;
        for (String word : name.strip().split("\\s+", -1)) {
            double one = rarity.applyAsDouble(word);
            rarest = Math.max(rarest, one > 0 ? Math.min(one, 1) : 0);
        }
        return rarest;
    }

    private String apart(ArticleSummary other) {
        long days = gap(other).toDays();
        return days == 0 ? "hours apart" : days == 1 ? "a day apart" : days + " days apart";
    }

    /** At most some hundred million years, so that it has milliseconds. */
    private Duration gap(ArticleSummary other) {
        Duration gap = Duration.between(date, dateOr(other, date)).abs();
        Duration longest = Duration.ofMillis(Long.MAX_VALUE);
        return gap.compareTo(longest) > 0 ? longest : gap;
    }

    private static Instant dateOr(Listed listed, Instant otherwise) {
        @Nullable Instant published = listed.publishedAt();
        return published == null ? otherwise : published;
    }

    /** The regions and those around them; one may stand there twice. */
    private static List<Region> regionsOf(Listed listed) {
        List<Region> all = new ArrayList<>(4);
        for (Region own : listed.regions()) {
            for (@Nullable Region region = own; region != null; region = region.parent()) {
                all.add(region);
            }
        }
        return all;
    }

    /** The sections and those above them; one may stand there twice. */
    private static List<Section> sectionsOf(Listed listed) {
        List<Section> all = new ArrayList<>(4);
        for (Section own : listed.sections()) {
            for (@Nullable Section section = own; section != null; section = section.parent()) {
                all.add(section);
            }
        }
        return all;
    }

    private boolean isOwn(Author author) {
        return authors.contains(author.slug());
    }

    private static String list(List<String> names) {
        return String.join(", ", first(names));
    }

    private static List<String> first(List<String> names) {
        return names.size() <= MOST_NAMED ? names : names.subList(0, MOST_NAMED);
    }
}
