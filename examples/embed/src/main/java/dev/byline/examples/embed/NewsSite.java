package dev.byline.examples.embed;

import static dev.byline.text.Html.escape;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import dev.byline.article.*;
import dev.byline.comment.*;
import dev.byline.exchange.*;
import dev.byline.ranking.popular.*;
import dev.byline.ranking.related.*;
import dev.byline.search.SearchQuery;
import dev.byline.search.lucene.LuceneSearch;
import dev.byline.text.*;
import java.net.*;
import java.nio.file.Path;
import java.time.*;
import java.util.*;

/** A news site in one file: {@code NewsSite JSONLINES FOLDER PORT} serves the articles of a file to this machine. */
public final class NewsSite {
    public static void main(String[] args) throws Exception {
        InstantSource clock = args.length > 3 ? InstantSource.fixed(Instant.parse(args[3])) : InstantSource.system();
        var store = ArticleStore.inMemory(ZoneOffset.UTC); // or your database, behind the same seam
        var search = LuceneSearch.open(Path.of(args[1], "index"), clock);
        var counts = EngagementStore.open(Path.of(args[1], "counts"), clock);
        var popular = PopularArticles.with(PopularPolicy.defaults(), counts, store, clock);
        var related = RelatedArticles.with(RelatedPolicy.defaults(), search, store, clock);
        var history = CommentHistory.inMemory(10_000);
        var reviewer = CommentReviewer.with(CommentRules.defaults(), history, clock);
        var comments = new java.util.concurrent.CopyOnWriteArrayList<Comment>();
        var desk = ArticleSink.all(store, search, related, popular); // whoever is told here knows when the call returns
        JsonLinesReader.with(ImportOptions.defaults()).read(ContentSource.file(Path.of(args[0])), item -> {
            if (item instanceof Item.Article read) {
                desk.put(read.article());
            } else if (item instanceof Item.Remark read) {
                comments.add(read.comment());
            }
        });
        var server = HttpServer.create(new InetSocketAddress("localhost", Integer.parseInt(args[2])), 0);
        server.createContext("/", http -> {
            Instant now = clock.instant();
            String visitor = http.getRemoteAddress().getHostString();
            String sent = new String(http.getRequestBody().readNBytes(200_000), UTF_8);
            Properties form = new Properties();
            for (String pair : (sent + "&" + http.getRequestURI().getRawQuery()).split("&", -1)) {
                String[] both = (pair + "==").split("=", 3);
                form.setProperty(both[0], URLDecoder.decode(both[1], UTF_8));
            }
            var html = new StringBuilder("<!DOCTYPE html><meta charset=utf-8><a href=/>Home</a>");
            String slug = http.getRequestURI().getPath().substring(1);
            var match = store.bySlug(slug, now);
            if (match.isPresent() && match.get().article().isPublic(now)) {
                Article article = match.get().article();
                popular.record(Engagement.view(article.id(), visitor, now));
                html.append("<h1>" + escape(article.headline()) + "</h1>" + escape(article.credit()));
                html.append(Sanitiser.news().clean(article.body()) + "<h2>Related</h2>");
                var week = PopularQuery.of(Window.last(Duration.ofDays(7)));
                var top = popular.top(week.without(List.of(article.id())));
                var shown = top.stream().map(post -> post.item().id()).toList(); // rather not related as well
                related.to(article, 4, shown).forEach(post -> html.append(link(post.item())));
                var beside = store.neighbours(article, NeighbourQuery.at(now));
                html.append("<h2>Around</h2>" + link(beside.previous()) + link(beside.next()) + "<h2>Popular</h2>");
                top.forEach(post -> html.append(link(post.item())));
                if (!sent.isEmpty()) {
                    String email = form.getProperty("email", "");
                    var draft = CommentDraft.of(form.getProperty("name", ""), email, form.getProperty("text", ""));
                    var context = CommentContext.on(article).from(new Sender(email, visitor, "", ""));
                    var decision = reviewer.review(draft, context);
                    html.append("<p>Your comment: " + decision.answer().outcome());
                    decision.violations().forEach(bad -> html.append("<br>" + bad.message(Locale.ENGLISH)));
                    if (decision instanceof CommentDecision.Kept kept) {
                        var comment = kept.toComment(CommentId.random());
                        comments.add(comment);
                        history.remember(comment, kept.sender()); // and again when approved: a standing
                    }
                }
                var on = comments.stream().filter(one -> one.article().equals(article.id()));
                CommentThread.of(on.toList()).comments().forEach(c -> html.append("<p>" + CommentText.clean(c.text())));
                var asked = CommentForm.of(CommentRules.defaults());
                html.append("<form method=post>" + asked.note(Locale.ENGLISH));
                asked.fields().forEach(one -> html.append("<p>" + one.name() + "<input name=" + one.name() + ">"));
                html.append("<p><button>Post Comment</button></form>");
            } else {
                html.append("<form><input name=q> <button>Search</button></form>");
                var found = search.find(SearchQuery.text(form.getProperty("q", "")));
                var ids = found.hits().stream().map(hit -> hit.item().id()).toList();
                store.summaries(ids).forEach(post -> html.append(link(post)));
            }
            http.sendResponseHeaders(slug.isEmpty() || match.isPresent() ? 200 : 404, 0);
            http.getResponseBody().write(html.toString().getBytes(UTF_8));
            http.close();
        });
        server.start(); // a host that stops closes search and popular
    }

    private static String link(@org.jspecify.annotations.Nullable ArticleSummary post) {
        return post == null ? "" : "<p><a href=/" + Slug.encoded(post.slug()) + ">" + escape(post.headline()) + "</a>";
    }
}
