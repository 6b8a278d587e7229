package dev.byline.search.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.article.Article;
import dev.byline.score.Similar;
import dev.byline.search.ArticleSearch;
import dev.byline.search.Facets;
import dev.byline.search.Facets.Kind;
import dev.byline.search.SearchPage;
import dev.byline.search.SearchPage.Alternative;
import dev.byline.search.SearchPage.Outcome;
import dev.byline.search.SearchQuery;
import dev.byline.search.SearchQuery.Sort;
import dev.byline.search.SuggestQuery;
import dev.byline.search.Suggestions;
import dev.byline.search.Suggestions.Suggestion;
import dev.byline.testkit.SampleArticles;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Interleavings of all that is done to articles, at random: put, hidden, edited, withdrawn, committed, told by a store, opened
 * anew, and time that goes by.
 *
 * <p>After each step it is looked whether an answer shows a word or a name that no public article has, and whether its numbers
 * are those of the public articles. What is shown is every component of an answer, so that nothing that is added to answers
 * goes unseen.
 */
public final class Interleavings {
    private static final List<Sort> SORTS = List.of(Sort.RELEVANCE, Sort.NEWEST, Sort.OLDEST);
    private static final List<String> COMMON = List.of("harvest", "farmers", "bridge", "");

    private final SplittableRandom random;
    private final NewsDesk desk;
    private List<Article> open = List.of();
    private Set<String> secret = Set.of();
    private SearchQuery held = SearchQuery.text("");

    private Interleavings(NewsDesk desk) {
        this.desk = desk;
        random = desk.random;
    }

    /**
     * Runs one interleaving.
     *
     * @param opening opens the search under test with this clock, empty at first, and each time it is closed on the same index
     * @param seed another seed, another interleaving
     * @param steps how many things are done
     * @throws AssertionError if an answer shows what is not public, or has another number; it names the seed
     */
    public static void run(Function<InstantSource, ? extends ArticleSearch> opening, long seed, int steps) {
        SplittableRandom random = new SplittableRandom(seed);
        // What the best articles share is looked for where there are many.
        NewsDesk desk = new NewsDesk(opening, random, random.nextInt(8) == 0 ? 60 : 0);
        Interleavings all = new Interleavings(desk);
        int step = 0;
        try (desk) {
            while (step < steps) {
                desk.step();
                step++;
                all.look();
            }
        } catch (AssertionError leak) {
            throw new AssertionError("seed " + seed + ", step " + step + ": " + leak.getMessage(), leak);
        }
    }

    private void look() {
        Instant now = desk.clock.instant();
        open = desk.open(now);
        secret = NewsDesk.MARKERS.stream()
                .filter(marker -> open.stream().noneMatch(article -> NewsDesk.prints(marker, article)))
                .collect(Collectors.toSet());
        leadOn();
        // One or two questions a step: many interleavings tell more than many questions.
        switch (random.nextInt(9)) {
            case 0 -> everything();
            case 1 -> oneWord(desk.marker());
            case 2, 3, 4 -> typed(typed());
            case 5, 6, 7 -> suggested(begun());
            default -> similar();
        }
    }

    // What a reader types: markers as they are, with slips, joined, parted, quoted, left out, beside other words.
    private String typed() {
        String one = desk.marker();
        String other = desk.marker();
        return switch (random.nextInt(9)) {
            case 0 -> slip(one);
            case 1 -> slip(one) + " " + other;
            case 2 -> slip(one) + " " + common();
            case 3 -> one + other;
            case 4 -> one.substring(0, one.length() / 2) + " " + one.substring(one.length() / 2);
            case 5 -> "\"" + one + " " + slip(other) + "\"";
            case 6 -> common() + " -" + one;
            case 7 -> common();
            default -> one + " " + common() + " " + slip(other);
        };
    }

    private String common() {
        return COMMON.get(random.nextInt(COMMON.size()));
    }

    private String slip(String word) {
        int at = random.nextInt(1, word.length() - 1);
        return switch (random.nextInt(4)) {
            case 0 -> word.substring(0, at) + word.substring(at + 1);
            case 1 -> word.substring(0, at) + word.charAt(at) + word.substring(at);
            case 2 -> word.substring(0, at) + word.charAt(at + 1) + word.charAt(at) + word.substring(at + 2);
            default -> word;
        };
    }

    private String begun() {
        String one = desk.marker();
        String begun = slip(one).substring(0, random.nextInt(1, one.length()));
        return random.nextInt(3) == 0 ? desk.marker() + " " + begun : begun;
    }

    private SearchQuery filtered(SearchQuery query) {
        return switch (random.nextInt(8)) {
            case 0 -> query.in(SampleArticles.IRAQ);
            case 1 -> query.section("s1");
            case 2 -> query.tag("t1");
            case 3 -> query.author("a1");
            case 4 -> query.published(desk.clock.instant().minusSeconds(7_200), null);
            default -> query;
        };
    }

    private void everything() {
        SearchPage page =
                desk.search().find(SearchQuery.text("").facets(Kind.values()).page(0, 4));
        assertThat(page.outcome() == Outcome.NO_ARTICLES).isEqualTo(open.isEmpty());
        counted(page, open);
        assertThat(page.facets().months().stream()
                        .mapToLong(Facets.Period::articles)
                        .sum())
                .isEqualTo(open.size());
    }

    private void oneWord(String word) {
        SearchPage page = desk.search()
                .find(SearchQuery.text(word).literally().facets(Kind.values()).page(0, 4));
        List<Article> having = open.stream()
                .filter(article -> NewsDesk.speaksOf(word, article))
                .toList();
        counted(page, having);
        assertThat(page.withAllWords()).isEqualTo(having.size());
    }

    private void counted(SearchPage page, List<Article> found) {
        nothingShows(page);
        assertThat(page.total()).as(page.query().text()).isEqualTo(found.size());
        for (Kind kind : List.of(Kind.REGION, Kind.SECTION, Kind.TAG, Kind.AUTHOR)) {
            Map<String, Long> counts = new TreeMap<>();
            page.facets().of(kind).forEach(count -> counts.put(count.key(), count.articles()));
            Map<String, Long> expected = new TreeMap<>();
            for (Article article : found) {
                new HashSet<>(filed(Suggestions.Kind.valueOf(kind.name()), article))
                        .forEach(key -> expected.merge(key, 1L, Long::sum));
            }
            assertThat(counts).as("%s of %s", kind, page.query().text()).isEqualTo(expected);
        }
    }

    private static List<String> filed(Suggestions.Kind kind, Article article) {
        return switch (kind) {
            case HEADLINE -> List.of(article.id().value());
            case TAG -> article.tags().stream().map(tag -> tag.key()).toList();
            case AUTHOR ->
                article.authors().stream().map(author -> author.slug()).toList();
            case REGION ->
                article.regions().stream()
                        .flatMap(region -> region.path().stream())
                        .map(region -> region.key())
                        .toList();
            case SECTION ->
                article.sections().stream()
                        .flatMap(section -> section.path().stream())
                        .map(section -> section.key())
                        .toList();
        };
    }

    private void typed(String text) {
        SearchQuery query = filtered(SearchQuery.text(text))
                .sort(SORTS.get(random.nextInt(3)))
                .facets(Kind.TAG, Kind.AUTHOR)
                .page(0, random.nextInt(1, 8));
        SearchPage page = desk.search().find(query);
        nothingShows(page);
        if (held.after().isEmpty() && !page.next().isEmpty()) {
            held = query.after(page.next());
        }
        for (Alternative other : page.alternatives()) {
            SearchPage found = desk.search().find(other.query());
            assertThat(found.total()).as(other.query().text()).isEqualTo(other.total());
            nothingShows(found);
        }
    }

    private void leadOn() {
        if (!held.after().isEmpty()) {
            SearchPage page = desk.search().find(held);
            nothingShows(page);
            if (page.outcome() == Outcome.CURSOR_EXPIRED) {
                held = SearchQuery.text("");
            } else if (random.nextBoolean()) {
                held = held.after(page.next());
            }
        }
    }

    private void nothingShows(SearchPage page) {
        Set<String> typed = markersIn(page.query().text());
        // What was typed comes back in what else might be asked, and nowhere else.
        Set<String> echoed = new HashSet<>();
        page.alternatives()
                .forEach(other -> echoed.addAll(markersIn(other.query().text())));
        page.respelled().forEach(word -> echoed.addAll(markersIn(word.typed())));
        echoed.removeAll(typed);
        echoed.retainAll(secret);
        assertThat(echoed).as("proposed for %s", page.query().text()).isEmpty();
        page.respelled().forEach(word -> silent(word.as(), page.query()));
        silent(shown(page.hits()) + page.facets(), page.query());
        Set<String> ids = open.stream().map(article -> article.id().value()).collect(Collectors.toSet());
        assertThat(page.hits())
                .allSatisfy(hit -> assertThat(ids).contains(hit.item().id().value()));
        assertThat(page.total()).isBetween((long) page.hits().size(), (long) open.size());
        assertThat(page.withAllWords()).isBetween(0L, page.total());
        assertThat(page.outcome() == Outcome.FOUND).isEqualTo(page.total() > 0);
    }

    // A hit's own text says less than it holds.
    private static String shown(Object answer) {
        if (answer instanceof List<?> list) {
            return list.stream().map(Interleavings::shown).collect(Collectors.joining("\n"));
        }
        if (!(answer instanceof Record)) {
            return String.valueOf(answer).replace("<mark>", "").replace("</mark>", "");
        }
        StringBuilder shown = new StringBuilder();
        for (RecordComponent component : answer.getClass().getRecordComponents()) {
            try {
                shown.append(shown(component.getAccessor().invoke(answer))).append('\n');
            } catch (ReflectiveOperationException closed) {
                throw new IllegalStateException(closed);
            }
        }
        return shown.toString();
    }

    private static Set<String> markersIn(String text) {
        return NewsDesk.MARKERS.stream().filter(marker -> text.contains(marker)).collect(Collectors.toSet());
    }

    private void silent(String shown, Object asked) {
        Set<String> leaked = markersIn(shown);
        leaked.retainAll(secret);
        assertThat(leaked).as("shown for %s: %s", asked, shown).isEmpty();
    }

    private void suggested(String text) {
        SuggestQuery query = SuggestQuery.typed(text).most(30, random.nextInt(5));
        Suggestions reply = desk.search().suggest(query);
        silent(shown(reply.suggestions()) + shown(reply.articles()), query);
        for (Suggestion one : reply.suggestions()) {
            List<Article> behind = open.stream()
                    .filter(article -> filed(one.kind(), article).contains(one.key()))
                    .toList();
            assertThat(one.articles()).as("%s: %s", text, one).isPositive().isEqualTo(behind.size());
            assertThat(behind)
                    .as("%s: %s", text, one)
                    .anyMatch(article -> printed(one.kind(), article).anyMatch(name -> name.equals(one.text())));
        }
        assertThat(reply.total())
                .isEqualTo(desk.search().find(reply.all()).total())
                .isLessThanOrEqualTo(open.size());
        assertThat(reply.articles())
                .allSatisfy(
                        hit -> assertThat(open).anyMatch(article -> article.id().equals(hit.id())));
    }

    private static Stream<String> printed(Suggestions.Kind kind, Article article) {
        return switch (kind) {
            case HEADLINE -> Stream.of(article.headline());
            case TAG -> article.tags().stream().map(tag -> tag.name());
            case AUTHOR -> article.authors().stream().map(author -> author.name());
            case REGION ->
                article.regions().stream()
                        .flatMap(region -> region.path().stream())
                        .map(region -> region.name());
            case SECTION ->
                article.sections().stream()
                        .flatMap(section -> section.path().stream())
                        .map(section -> section.name());
        };
    }

    // Asked of an article that is public or not, and of one with all words.
    private void similar() {
        List<Article> asked = new ArrayList<>(desk.told.values());
        asked.add(SampleArticles.story("x", "Harvest", String.join(" ", NewsDesk.MARKERS)));
        Article article = asked.get(random.nextInt(2) == 0 ? asked.size() - 1 : random.nextInt(asked.size()));
        for (Similar similar : desk.search().similarTo(article, 20)) {
            Article other = open.stream()
                    .filter(one -> one.id().equals(similar.id()))
                    .findAny()
                    .orElseThrow(() -> new AssertionError(similar.id() + " is not public, but similar"));
            String text = other.headline() + ' ' + other.standfirst() + ' ' + other.body();
            assertThat(markersIn(text)).containsAll(markersIn(String.join(" ", similar.terms())));
        }
    }
}
