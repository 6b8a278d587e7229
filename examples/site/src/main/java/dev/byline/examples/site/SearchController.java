package dev.byline.examples.site;

import dev.byline.article.ArticleId;
import dev.byline.article.Author;
import dev.byline.article.Publication;
import dev.byline.publish.Addresses;
import dev.byline.search.*;
import dev.byline.taxonomy.Region;
import dev.byline.taxonomy.Section;
import dev.byline.taxonomy.Tag;
import dev.byline.text.Slug;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.*;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.util.UriComponentsBuilder;

/** What readers look for: the page of results, and what the box shows while they type. */
@Controller
record SearchController(ArticleSearch search, Addresses addresses, Publication publication, Print print) {
    private static final int PAGE = 10;

    /** A filter that a reader may set or, where it is set, take away. */
    record Choice(String label, long articles, boolean chosen, String address) {}

    /** The filters of one kind. */
    record FacetList(String title, List<Choice> choices) {}

    @GetMapping("/search")
    String find(@RequestParam Map<String, String> asked, Model model) {
        SearchPage page = search.find(query(asked));
        model.addAttribute("q", page.query().text());
        model.addAttribute("asked", asked);
        model.addAttribute("found", page);
        model.addAttribute("facets", facets(page.facets(), asked));
        model.addAttribute("next", page.next().isEmpty() ? null : address(asked, "after", page.next()));
        model.addAttribute("literally", address(asked, "literally", "true"));
        model.addAttribute(
                "alternatives",
                page.alternatives().stream()
                        .map(other -> new Choice(
                                other.query().text().isBlank()
                                        ? "everything"
                                        : other.query().text(),
                                other.total(),
                                false,
                                address(parameters(other.query()), "after", "")))
                        .toList());
        model.addAttribute(
                "orders",
                List.of(SearchQuery.Sort.values()).stream()
                        .map(sort -> new Choice(
                                sort.name().toLowerCase(Locale.ROOT),
                                0,
                                sort == page.query().sort(),
                                address(asked, "sort", sort.name().toLowerCase(Locale.ROOT))))
                        .toList());
        return "search";
    }

    private SearchQuery query(Map<String, String> asked) {
        SearchQuery query = SearchQuery.text(asked.getOrDefault("q", ""))
                .regions(asked.getOrDefault("region", "").isBlank() ? Set.of() : Set.of(asked.get("region")))
                .section(asked.getOrDefault("section", ""))
                .tag(asked.getOrDefault("tag", ""))
                .author(asked.getOrDefault("author", ""))
                .facets(Facets.Kind.values())
                .sort(sort(asked.getOrDefault("sort", "")))
                .page(0, PAGE)
                .after(asked.getOrDefault("after", ""));
        try {
            YearMonth month = YearMonth.parse(asked.getOrDefault("month", ""));
            query = query.published(
                    month.atDay(1).atStartOfDay(publication.zone()).toInstant(),
                    month.plusMonths(1)
                            .atDay(1)
                            .atStartOfDay(publication.zone())
                            .toInstant());
        } catch (DateTimeException any) {
            // No month, or none that there is: articles of any.
        }
        return asked.containsKey("literally") ? query.literally() : query;
    }

    private static SearchQuery.Sort sort(String name) {
        return switch (name) {
            case "newest" -> SearchQuery.Sort.NEWEST;
            case "oldest" -> SearchQuery.Sort.OLDEST;
            default -> SearchQuery.Sort.RELEVANCE;
        };
    }

    private static Map<String, String> parameters(SearchQuery query) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("q", query.text());
        parameters.put("region", String.join(",", query.regions()));
        parameters.put("section", query.section());
        parameters.put("tag", query.tag());
        parameters.put("author", query.author());
        return parameters;
    }

    private List<FacetList> facets(Facets facets, Map<String, String> asked) {
        List<FacetList> lists = new ArrayList<>();
        Map<Facets.Kind, String> titles = new LinkedHashMap<>();
        titles.put(Facets.Kind.REGION, "Region");
        titles.put(Facets.Kind.SECTION, "Section");
        titles.put(Facets.Kind.TAG, "Tag");
        titles.put(Facets.Kind.AUTHOR, "Author");
        titles.forEach((kind, title) -> {
            String parameter = title.toLowerCase(Locale.ROOT);
            lists.add(new FacetList(
                    title,
                    facets.of(kind).stream()
                            .limit(8)
                            .map(count -> choice(asked, parameter, count.key(), count.name(), count.articles()))
                            .toList()));
        });
        lists.add(new FacetList(
                "Month",
                facets.months().stream()
                        .limit(8)
                        .map(month -> {
                            String key = YearMonth.from(month.from().atZone(publication.zone()))
                                    .toString();
                            return choice(asked, "month", key, print.month(key), month.articles());
                        })
                        .toList()));
        lists.removeIf(list -> list.choices().isEmpty());
        return lists;
    }

    private Choice choice(Map<String, String> asked, String parameter, String key, String label, long articles) {
        boolean chosen = key.equals(asked.get(parameter));
        return new Choice(label, articles, chosen, address(asked, parameter, chosen ? "" : key));
    }

    /** The same search with one parameter otherwise, from its first page unless it is the page that changes. */
    private static String address(Map<String, String> asked, String parameter, String value) {
        Map<String, String> changed = new LinkedHashMap<>(asked);
        changed.keySet().retainAll(List.of("q", "region", "section", "tag", "author", "month", "sort", "literally"));
        changed.put(parameter, value);
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/search");
        List<String> values = new ArrayList<>();
        changed.forEach((name, text) -> {
            if (!text.isEmpty()) {
                address.queryParam(name, "{" + name + "}");
                values.add(text);
            }
        });
        return address.encode().buildAndExpand(values.toArray()).toUriString();
    }

    /** What the search box shows: the text that it answers, so that a late reply is known as one. */
    record Live(String text, List<Line> suggestions, List<Line> articles, long total, String all) {}

    /** One line of it; the HTML is Byline's, escaped, with what was typed marked. */
    record Line(String kind, String html, String address, String note) {}

    @GetMapping("/suggest")
    @ResponseBody
    Live suggest(@RequestParam(defaultValue = "") String q) {
        Suggestions box = search.suggest(SuggestQuery.typed(q).most(5, 4));
        return new Live(
                box.query().text(),
                box.suggestions().stream()
                        .filter(one -> one.kind() != Suggestions.Kind.HEADLINE)
                        .map(one -> new Line(
                                one.kind().name().toLowerCase(Locale.ROOT),
                                one.html(),
                                address(one),
                                one.articles() + (one.articles() == 1 ? " article" : " articles")))
                        .toList(),
                box.articles().stream()
                        .map(hit -> new Line("article", hit.headlineHtml(), address(hit), hit.label()))
                        .toList(),
                box.total(),
                address(Map.of("q", box.all().text()), "after", ""));
    }

    private String address(Suggestions.Suggestion one) {
        return switch (one.kind()) {
            case REGION -> addresses.term(Region.of(one.key()));
            case SECTION -> addresses.term(Section.of(one.key(), one.text()));
            case TAG -> addresses.term(Tag.of(one.key(), one.text()));
            case AUTHOR -> addresses.author(Author.of(one.key(), one.text()));
            case HEADLINE -> addresses.permanent(ArticleId.of(one.key()));
        };
    }

    private static String address(SearchHit hit) {
        return "/" + Slug.encoded(hit.slug());
    }
}
