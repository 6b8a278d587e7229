package dev.byline.examples.site;

import dev.byline.article.*;
import dev.byline.comment.*;
import dev.byline.publish.*;
import dev.byline.ranking.popular.Counts;
import dev.byline.ranking.popular.PopularArticles;
import dev.byline.ranking.related.RelatedArticles;
import dev.byline.taxonomy.Term;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Fills the page of an article, block by block, from Byline's engines. */
@Component
record ArticlePage(
        ArticleStore store,
        RelatedArticles related,
        PopularArticles popular,
        Comments comments,
        CommentRules rules,
        FormTokens tokens,
        Frame frame,
        Print print,
        Addresses addresses,
        Publication publication,
        InstantSource clock) {
    private static final int RELATED = 4;
    private static final int DEPTH = 4;

    /** The field that people don't see and programs fill. */
    static final String TRAP = "homepage";

    static final String TOKEN = "token";

    /**
     * What a reader brings along.
     *
     * @param author tells whose waiting comments are shown
     * @param window the window of the popular posts, or null
     * @param reply the comment that is being replied to, or null
     */
    record Asked(
            String author,
            @Nullable String window,
            @Nullable String reply) {}

    void fill(Model model, Article article, Asked asked) {
        Frame.Popular top = frame.popular(asked.window());
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
        thread(model, article, asked);
        form(model, article);
    }

    /** What machines read, under whole addresses. */
    private void head(Model model, Article article) {
        Addresses whole = whole();
        List<Crumb> trail = Crumb.to(article, publication, addresses);
        StructuredData data = StructuredData.with(publication, whole);
        model.addAttribute("trail", trail);
        model.addAttribute(
                "jsonLd", List.of(data.article(article), data.breadcrumbs(Crumb.to(article, publication, whole))));
        model.addAttribute(
                "meta",
                String.join(
                        "\n",
                        OpenGraph.with(publication, whole).of(article).stream()
                                .map(MetaTag::html)
                                .toList()));
        model.addAttribute("canonical", whole.canonical(article));
    }

    Addresses whole() {
        return Addresses.of(publication, AddressPolicy.defaults());
    }

    private void thread(Model model, Article article, Asked asked) {
        List<Comment> all = comments.on(article.id(), asked.author());
        boolean waiting = all.stream().anyMatch(comment -> comment.state() == CommentState.HELD);
        CommentThread thread = CommentThread.of(all, comment -> true).atMost(DEPTH);
        model.addAttribute("thread", thread.entries());
        model.addAttribute("waiting", waiting);
        CommentId to = asked.reply() == null || asked.reply().isBlank() ? null : CommentId.of(asked.reply());
        model.addAttribute(
                "replyTo",
                all.stream()
                        .filter(one -> one.id().equals(to) && one.state() == CommentState.APPROVED)
                        .findFirst()
                        .orElse(null));
    }

    /** The form as the rules have it, in the language of the article; a member is asked for the text alone. */
    private void form(Model model, Article article) {
        CommentForm form = Reader.member() == null ? CommentForm.of(rules) : CommentForm.forMember(rules);
        model.addAttribute(
                "form",
                form.withHidden(CommentForm.Hidden.trap(TRAP))
                        .withHidden(CommentForm.Hidden.token(TOKEN))
                        .describe(locale(article)));
        model.addAttribute("formToken", tokens.issue(article.id()));
        model.asMap().putIfAbsent("typed", Map.of());
        model.asMap().putIfAbsent("wrong", Map.of());
    }

    Locale locale(Article article) {
        return Locale.forLanguageTag(print.language(article.language()).tag());
    }
}
