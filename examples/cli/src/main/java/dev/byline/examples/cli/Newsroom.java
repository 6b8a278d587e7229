package dev.byline.examples.cli;

import dev.byline.article.ArticleId;
import dev.byline.article.ArticleStore;
import dev.byline.article.Publication;
import dev.byline.examples.cli.site.Site;
import dev.byline.ranking.popular.EngagementStore;
import dev.byline.ranking.popular.PopularArticles;
import dev.byline.ranking.popular.PopularPolicy;
import dev.byline.ranking.related.RelatedArticles;
import dev.byline.ranking.related.RelatedPolicy;
import dev.byline.search.ArticleSearch;
import dev.byline.search.SearchException;
import dev.byline.search.SearchPolicy;
import dev.byline.search.Synonyms;
import dev.byline.search.lucene.LuceneSearch;
import dev.byline.taxonomy.Menu;
import dev.byline.text.Language;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The site of a folder with the engines that a command asks for, each opened when it is first asked for. */
final class Newsroom implements AutoCloseable {
    private static final Publication NAMELESS =
            Publication.of("A site without a name", "", Language.UNDETERMINED, ZoneOffset.UTC);

    private final Site site;
    private final boolean reading;
    private final InstantSource clock;
    private @Nullable ArticleSearch search;
    private @Nullable EngagementStore counters;

    private Newsroom(Site site, boolean reading, InstantSource clock) {
        this.site = site;
        this.reading = reading;
        this.clock = clock;
    }

    /** Opens it to be read. */
    static Newsroom read(Path folder, InstantSource clock) {
        return new Newsroom(Site.read(folder), true, clock);
    }

    /** Opens it to be changed. */
    static Newsroom edit(Path folder, InstantSource clock) {
        return new Newsroom(Site.edit(folder), false, clock);
    }

    Site site() {
        return site;
    }

    InstantSource clock() {
        return clock;
    }

    ArticleStore articles() {
        return site.articles();
    }

    Publication publication() {
        return site.publication().orElse(NAMELESS);
    }

    ZoneId zone() {
        return publication().zone();
    }

    /** The article with this id, else with this slug. */
    Optional<ArticleId> idOf(ArticleId idOrSlug) {
        return articles().summaries(List.of(idOrSlug)).isEmpty()
                ? articles()
                        .bySlug(idOrSlug.value(), clock.instant())
                        .map(match -> match.article().id())
                : Optional.of(idOrSlug);
    }

    ArticleSearch search() {
        ArticleSearch own = search;
        if (own == null) {
            LuceneSearch opened =
                    reading ? readIndex(site.index(), articles(), clock) : openIndex(site.index(), articles(), clock);
            own = opened.use(policy());
            search = own;
        }
        return own;
    }

    /** The same by words that mean the same here. */
    ArticleSearch search(Synonyms synonyms) {
        return search().use(policy().synonyms(synonyms));
    }

    private SearchPolicy policy() {
        return SearchPolicy.defaults().zone(zone());
    }

    /**
     * Opens an index to be read, beside whoever else reads it; one that is missing, damaged or half built is built from
     * the articles first.
     */
    static LuceneSearch readIndex(Path folder, ArticleStore articles, InstantSource clock) {
        try {
            LuceneSearch index = LuceneSearch.reading(folder, clock);
            if (!index.status().cursor().isEmpty()) {
                return index;
            }
            index.close();
        } catch (SearchException failure) {
            if (!failure.rebuildHelps()) {
                throw failure;
            }
        }
        openIndex(folder, articles, clock).close();
        return LuceneSearch.reading(folder, clock);
    }

    /** Opens an index; one that is missing or damaged is built anew from the articles. */
    static LuceneSearch openIndex(Path folder, ArticleStore articles, InstantSource clock) {
        LuceneSearch index;
        try {
            index = LuceneSearch.open(folder, clock);
        } catch (SearchException failure) {
            if (!failure.rebuildHelps()) {
                throw failure;
            }
            index = LuceneSearch.anew(folder, clock);
        }
        if (index.status().cursor().isEmpty()) {
            index.catchUp(articles);
        }
        return index;
    }

    EngagementStore counters() {
        EngagementStore own = counters;
        if (own == null) {
            own = EngagementStore.open(site.counters(), clock);
            counters = own;
        }
        return own;
    }

    PopularArticles popular() {
        return popular(articles());
    }

    PopularArticles popular(ArticleStore articles) {
        return PopularArticles.with(PopularPolicy.defaults(), counters(), articles, clock);
    }

    RelatedArticles related() {
        return related(articles());
    }

    RelatedArticles related(ArticleStore articles) {
        return RelatedArticles.with(RelatedPolicy.defaults(), search(), articles, clock);
    }

    /** The menu called main or primary, else the first by key; null if there is none. */
    @Nullable
    Menu mainMenu() {
        return site.menu("main")
                .or(() -> site.menu("primary"))
                .or(() -> site.menus().stream().findFirst())
                .orElse(null);
    }

    @Override
    public void close() {
        try (site) {
            ArticleSearch ownSearch = search;
            EngagementStore ownCounters = counters;
            try {
                if (ownSearch != null) {
                    ownSearch.close();
                }
            } finally {
                if (ownCounters != null) {
                    ownCounters.close();
                }
            }
        }
    }
}
