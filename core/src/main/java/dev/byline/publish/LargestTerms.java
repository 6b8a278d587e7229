package dev.byline.publish;

import dev.byline.article.ArchiveQuery;
import dev.byline.article.ArticleStore;
import dev.byline.taxonomy.Menu;
import dev.byline.taxonomy.MenuTarget;
import dev.byline.taxonomy.Region;
import dev.byline.taxonomy.Section;
import dev.byline.taxonomy.Term;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** A menu for a site that came without one: the regions and sections that most of its articles are in. */
public final class LargestTerms {
    private LargestTerms() {}

    /**
     * The front page, then the regions and then the sections, each with the most public articles first and of equally many by
     * key, under the name that the newest article in each prints. Costs two counts and a short page for each entry.
     *
     * @param key the menu's, such as {@code main}
     * @param name the menu's, as printed
     * @param home what the entry of the front page says
     * @param most how many of each; 0 for none
     */
    public static Menu menu(String key, String name, String home, ArticleStore store, Instant at, int most) {
        List<Menu.Entry> entries = new ArrayList<>(List.of(Menu.Entry.of(home, MenuTarget.home())));
        entries(store, ArticleStore.By.REGION, at, most, Region::of).forEach(entries::add);
        entries(store, ArticleStore.By.SECTION, at, most, section -> Section.of(section, section))
                .forEach(entries::add);
        return new Menu(key, name, entries);
    }

    private static Stream<Menu.Entry> entries(
            ArticleStore store, ArticleStore.By kind, Instant at, int most, Function<String, Term> term) {
        return store.counts(kind, at).entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .limit(most)
                .map(largest -> term.apply(largest.getKey()))
                .map(one -> Menu.Entry.of(printed(store, one, at), MenuTarget.of(one)));
    }

    // The newest that is in the term itself: one below it prints another.
    private static String printed(ArticleStore store, Term term, Instant at) {
        ArchiveQuery all = ArchiveQuery.at(at);
        ArchiveQuery query = term instanceof Region region ? all.in(region) : all.section(term.key());
        return store.page(query).articles().stream()
                .flatMap(post -> Stream.<Term>concat(post.regions().stream(), post.sections().stream()))
                .filter(own -> own.getClass() == term.getClass() && own.key().equals(term.key()))
                .map(Term::name)
                .findFirst()
                .orElse(term.name());
    }
}
