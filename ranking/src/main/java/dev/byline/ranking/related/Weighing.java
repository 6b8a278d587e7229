package dev.byline.ranking.related;

import dev.byline.article.Article;
import dev.byline.article.ArticleSummary;
import dev.byline.article.Author;
import dev.byline.article.Listed;
import dev.byline.score.Ranked;
import dev.byline.score.Reason;
import dev.byline.taxonomy.Region;
import dev.byline.taxonomy.Section;
import dev.byline.taxonomy.Term;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Weighs candidates against one article: what the posts share, how far apart they are, and the reasons for both. */
final class Weighing {
    static final String UNIT = "relevance";

    private static final int MOST_NAMED = 5;

    private final RelatedPolicy policy;
    private final Instant date;
    private final ToDoubleFunction<String> rarity;
    private final double weights;
    private final Map<String, Term> tags;
    private final Map<String, Term> regions;
    private final Map<String, Term> sections;
    private final Set<String> authors;
    private final Set<String> ownSections;
    private final Set<String> ownRegions;
    private final String section;
    private final Map<String, Double> rarities = new LinkedHashMap<>();

    Weighing(Article article, RelatedPolicy policy, Instant at, ToDoubleFunction<String> rarity) {
        this.policy = policy;
        this.rarity = rarity;
        // What has no date yet is being written now.
        this.date = dateOr(article, at);
        this.weights = policy.text() + policy.tags() + policy.regions() + policy.sections() + policy.authors();
        this.tags = byKey(article.tags().stream());
        this.regions = byKey(regionsOf(article));
        this.sections = byKey(sectionsOf(article));
        this.ownSections = article.sections().stream().map(Section::key).collect(Collectors.toSet());
        this.ownRegions = article.regions().stream().map(Region::key).collect(Collectors.toSet());
        this.section = mainSection(article).map(Section::key).orElse("");
        this.authors = article.authors().stream().map(Author::slug).collect(Collectors.toSet());
    }

    /** The candidate with its value and reasons; the value is 0 where nothing that has a weight is shared. */
    Ranked<ArticleSummary> weigh(RelatedCandidate candidate) {
        return policy.order() == RelatedPolicy.Order.NEWEST ? shared(candidate.article()) : scored(candidate);
    }

    private Ranked<ArticleSummary> scored(RelatedCandidate candidate) {
        ArticleSummary other = candidate.article();
        List<Reason> reasons = new ArrayList<>(6);
        add(
                reasons,
                "R-07",
                candidate.terms().isEmpty()
                        ? "the texts are alike"
                        : "both speak of " + String.join(", ", first(candidate.terms())),
                policy.text() * candidate.similarity());
        overlap(reasons, "R-08", "tags", policy.tags(), tags, byKey(other.tags().stream()), true);
        overlap(reasons, "R-09", "regions", policy.regions(), regions, byKey(regionsOf(other)), true);
        overlap(reasons, "R-10", "sections", policy.sections(), sections, byKey(sectionsOf(other)), false);
        List<String> writers = other.authors().stream()
                .filter(author -> authors.contains(author.slug()))
                .map(Author::name)
                .toList();
        if (!writers.isEmpty()) {
            add(reasons, "R-11", "also by " + String.join(", ", first(writers)), policy.authors());
        }
        double sum = reasons.stream().mapToDouble(Reason::part).sum();
        double value = Math.min(1, sum * age(other));
        if (value != sum) {
            reasons.add(new Reason("R-12", apart(other), value - sum));
        }
        return new Ranked<>(other, value, UNIT, value, reasons);
    }

    private Ranked<ArticleSummary> shared(ArticleSummary other) {
        List<String> names = Stream.of(
                        sectionsOf(other).filter(term -> ownSections.contains(term.key())),
                        regionsOf(other).filter(term -> ownRegions.contains(term.key())),
                        other.tags().stream().filter(term -> tags.containsKey(term.key())))
                .flatMap(terms -> terms.map(Term::name))
                .distinct()
                .toList();
        return names.isEmpty()
                ? new Ranked<>(other, 0, UNIT, 0, List.of())
                : new Ranked<>(other, 1, UNIT, 1, List.of(new Reason("R-17", "shares " + list(names), 1)));
    }

    /** The section whose newest fill a short list: the one that a card prints, else the first. */
    static Optional<Section> mainSection(Article article) {
        return article.label()
                .filter(Section.class::isInstance)
                .map(Section.class::cast)
                .or(() -> article.sections().stream().findFirst());
    }

    /** The place of a post among those that fill the list: 0 in the main section, 1 in a region, 2 anywhere. */
    int tier(ArticleSummary other) {
        if (sectionsOf(other).anyMatch(term -> term.key().equals(section))) {
            return 0;
        }
        return regionsOf(other).anyMatch(term -> ownRegions.contains(term.key())) ? 1 : 2;
    }

    Ranked<ArticleSummary> filling(ArticleSummary other) {
        Reason reason = switch (tier(other)) {
            case 0 -> {
                List<String> names = sectionsOf(other)
                        .filter(term -> term.key().equals(section))
                        .map(Section::name)
                        .distinct()
                        .toList();
                yield new Reason("R-13", "fills the list: newest in " + list(names), 0);
            }
            case 1 -> {
                List<String> names = regionsOf(other)
                        .filter(term -> ownRegions.contains(term.key()))
                        .map(Region::name)
                        .distinct()
                        .toList();
                yield new Reason("R-14", "fills the list: newest in " + list(names), 0);
            }
            default -> new Reason("R-15", "fills the list: newest of the site", 0);
        };
        return new Ranked<>(other, 0, UNIT, 0, List.of(reason));
    }

    boolean isNewer(ArticleSummary other) {
        Instant published = other.publishedAt();
        return published != null && published.isAfter(date);
    }

    /**
     * Shared terms as a share of all terms of the two, each counting by its rarity: weighted Jaccard. A term that both
     * get adds the same to what is shared and to the whole, so it never lowers the share.
     */
    private void overlap(
            List<Reason> reasons,
            String rule,
            String kind,
            double weight,
            Map<String, Term> own,
            Map<String, Term> others,
            boolean byRarity) {
        Map<String, Term> both = common(own, others);
        if (both.isEmpty() || weight == 0) {
            return;
        }
        double shared = 0;
        double all = 0;
        Map<String, Term> union = new LinkedHashMap<>(own);
        others.forEach(union::putIfAbsent);
        for (Term term : union.values()) {
            double counts = byRarity ? rarities.computeIfAbsent(term.name(), this::rarityOf) : 1;
            all += counts;
            shared += both.containsKey(term.key()) ? counts : 0;
        }
        if (all > 0) {
            add(reasons, rule, "shares the " + kind + " " + names(own, others), weight * (shared / all));
        }
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

    private void add(List<Reason> reasons, String rule, String text, double part) {
        if (part > 0) {
            reasons.add(new Reason(rule, text, part / weights));
        }
    }

    private double age(ArticleSummary other) {
        double gap = gap(other).toMillis() / (double) policy.ageHalfLife().toMillis();
        return policy.ageFloor() + (1 - policy.ageFloor()) * Math.pow(2, -gap);
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

    private static Stream<Region> regionsOf(Listed listed) {
        return listed.regions().stream().flatMap(region -> region.path().stream());
    }

    private static Stream<Section> sectionsOf(Listed listed) {
        return listed.sections().stream().flatMap(section -> section.path().stream());
    }

    private static Map<String, Term> byKey(Stream<? extends Term> terms) {
        Map<String, Term> map = new LinkedHashMap<>();
        terms.forEach(term -> map.putIfAbsent(term.key(), term));
        return map;
    }

    private static Map<String, Term> common(Map<String, Term> own, Map<String, Term> others) {
        Map<String, Term> both = new LinkedHashMap<>(own);
        both.keySet().retainAll(new HashSet<>(others.keySet()));
        return both;
    }

    private static String names(Map<String, Term> own, Map<String, Term> others) {
        return list(common(own, others).values().stream().map(Term::name).toList());
    }

    private static String list(List<String> names) {
        return String.join(", ", first(names));
    }

    private static List<String> first(List<String> names) {
        return names.size() <= MOST_NAMED ? names : names.subList(0, MOST_NAMED);
    }
}
