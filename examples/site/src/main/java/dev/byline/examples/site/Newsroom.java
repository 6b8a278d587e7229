package dev.byline.examples.site;

import dev.byline.article.ArticleSink;
import dev.byline.article.ArticleStore;
import dev.byline.article.Publication;
import dev.byline.comment.*;
import dev.byline.publish.AddressPolicy;
import dev.byline.publish.Addresses;
import dev.byline.ranking.popular.EngagementStore;
import dev.byline.ranking.popular.PopularArticles;
import dev.byline.ranking.popular.PopularPolicy;
import dev.byline.ranking.related.RelatedArticles;
import dev.byline.ranking.related.RelatedPolicy;
import dev.byline.search.SearchException;
import dev.byline.search.SearchPolicy;
import dev.byline.search.lucene.LuceneSearch;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** Byline's engines, made once and given to whoever needs them; Spring closes them in the order that they need. */
@Configuration(proxyBeanMethods = false)
class Newsroom {
    private final Path folder;

    Newsroom(@Value("${byline.folder}") Path folder) {
        this.folder = folder;
    }

    /** The site's time: that of the machine, or for the sample one that began when the sample says. */
    @Bean
    InstantSource clock(Notes notes) {
        return notes.clock();
    }

    @Bean
    Publication publication(Notes notes) {
        return notes.publication();
    }

    /** Where pages lead to each other: paths, so that the site works under any name. */
    @Bean
    Addresses addresses(Publication publication) {
        return Addresses.of(publication.baseUrl(""), AddressPolicy.defaults());
    }

    /** Kept in a folder beside the database, and made anew from it where it is missing, damaged or of an older format. */
    @Bean
    LuceneSearch search(InstantSource clock, Publication publication) {
        return open(folder.resolve("index"), clock).use(SearchPolicy.defaults().zone(publication.zone()));
    }

    private static LuceneSearch open(Path index, InstantSource clock) {
        try {
            return LuceneSearch.open(index, clock);
        } catch (SearchException damaged) {
            if (!damaged.rebuildHelps()) {
                throw damaged;
            }
            return LuceneSearch.anew(index, clock);
        }
    }

    /** Counters on the disk ten times a second, so that a killed process loses no more than a tenth of one. */
    @Bean(destroyMethod = "")
    EngagementStore counts(InstantSource clock) {
        return EngagementStore.open(folder.resolve("counts"), clock);
    }

    /** Closes the counters with itself. */
    @Bean
    PopularArticles popular(EngagementStore counts, ArticleStore store, InstantSource clock) {
        return PopularArticles.with(PopularPolicy.mostRead(), counts, store, clock);
    }

    @Bean
    RelatedArticles related(ArticleStore store, LuceneSearch search, InstantSource clock) {
        return RelatedArticles.with(RelatedPolicy.defaults(), search, store, clock);
    }

    /** The one door for every change: who is told here knows when the call returns. */
    @Bean
    @Primary
    ArticleSink desk(
            ArticleStore store,
            LuceneSearch search,
            RelatedArticles related,
            PopularArticles popular,
            SitemapFolder sitemaps) {
        return ArticleSink.all(store, search, related, popular, sitemaps);
    }

    /** What is asked of comments; the form, its check and its messages all come from this one value. */
    @Bean
    CommentRules rules(Publication publication, @Value("${byline.form-seconds}") int seconds) {
        CommentRules rules = CommentRules.defaults();
        return rules.reservedNames(List.of(publication.name(), "Editor", "Moderator"))
                .formAges(rules.formAges().leastSeconds(seconds));
    }

    @Bean
    FormTokens tokens(Notes notes, InstantSource clock) {
        return FormTokens.with(List.of(notes.key()), clock);
    }

    @Bean
    CommentReviewer reviewer(CommentRules rules, CommentHistory history, FormTokens tokens, InstantSource clock) {
        return CommentReviewer.with(rules, history, clock).checking(tokens);
    }
}
