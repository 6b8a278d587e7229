package dev.byline.examples.site;

import static java.util.stream.Collectors.joining;

import dev.byline.article.*;
import dev.byline.publish.*;
import dev.byline.ranking.popular.Counts;
import dev.byline.ranking.popular.PopularArticles;
import dev.byline.ranking.related.RelatedArticles;
import dev.byline.taxonomy.Term;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Fills the page of an article, block by block, from Byline's engines. */
@Component
record ArticlePage(
        ArticleStore store,
        RelatedArticles related,
        PopularArticles popular,
        Discussion discussion,
        Frame frame,
        Print print,
        Addresses addresses,
        Publication publication,
        InstantSource clock) {
    private static final int RELATED = 4;

    /** What stands on the page is everybody's, so that it may come from a cache. */
    void fill(Model model, Article article) {
        Frame.Popular top = frame.popular(null);
        Neighbours beside = store.neighbours(article, NeighbourQuery.at(clock.instant()));
        List<ArticleId> shown = new ArrayList<>();
        top.posts().forEach(post -> shown.add(post.item().id()));
        Stream.of(beside.previous(), beside.next()).flatMap(Stream::ofNullable).forEach(post -> shown.add(post.id()));

        model.addAttribute("article", article);
        model.addAttribute(
                "filed",
                Stream.<Term>concat(article.regions().stream(), article.sections().stream())
                        .toList());
        model.addAttribute(
                "authors", article.authors().stream().map(print::known).toList());
        model.addAttribute("popular", top);
        model.addAttribute("beside", beside);
        model.addAttribute("related", related.to(article, RELATED, shown));
        model.addAttribute("share", ShareLinks.defaults().of(article, whole()));
        Counts counts = popular.shares(List.of(article.id())).getOrDefault(article.id(), Counts.NONE);
        model.addAttribute("shares", counts);
        head(model, article);
        discussion.open(model, article);
    }

    /** What machines read, under whole addresses. */
    private void head(Model model, Article article) {
        Addresses whole = whole();
        StructuredData data = StructuredData.with(publication, whole);
        model.addAttribute("trail", Crumb.to(article, publication, addresses));
        model.addAttribute(
                "jsonLd", List.of(data.article(article), data.breadcrumbs(Crumb.to(article, publication, whole))));
        List<ArticleSummary> versions = store.translations(article, clock.instant());
        model.addAttribute("versions", alternates(versions, addresses));
        Stream<String> meta =
                OpenGraph.with(publication, whole).of(article).stream().map(MetaTag::html);
        Stream<String> alternates = alternates(versions, whole).stream().map(Alternate::html);
        model.addAttribute("meta", Stream.concat(meta, alternates).collect(joining("\n")));
        model.addAttribute("canonical", whole.canonical(article));
    }

    private List<Alternate> alternates(List<ArticleSummary> versions, Addresses where) {
        return Alternate.of(versions, publication.language(), clock.instant(), where);
    }

    Addresses whole() {
        return Addresses.of(publication, AddressPolicy.defaults());
    }
}
