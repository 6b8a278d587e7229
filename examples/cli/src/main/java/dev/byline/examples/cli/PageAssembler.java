package dev.byline.examples.cli;

import dev.byline.article.ArchiveQuery;
import dev.byline.article.Article;
import dev.byline.article.ArticleId;
import dev.byline.article.ArticleStatus;
import dev.byline.article.ArticleStore;
import dev.byline.article.ArticleSummary;
import dev.byline.article.Author;
import dev.byline.article.Listed;
import dev.byline.article.NeighbourQuery;
import dev.byline.article.Neighbours;
import dev.byline.article.Publication;
import dev.byline.article.SlugMatch;
import dev.byline.article.StaticPage;
import dev.byline.comment.Comment;
import dev.byline.comment.CommentForm;
import dev.byline.comment.CommentRules;
import dev.byline.comment.CommentText;
import dev.byline.comment.CommentThread;
import dev.byline.examples.cli.NewsPage.Card;
import dev.byline.examples.cli.NewsPage.Link;
import dev.byline.examples.cli.NewsPage.Popular;
import dev.byline.examples.cli.NewsPage.Remark;
import dev.byline.examples.cli.NewsPage.Story;
import dev.byline.examples.cli.NewsPage.Writer;
import dev.byline.publish.AddressPolicy;
import dev.byline.publish.Addresses;
import dev.byline.publish.Alternate;
import dev.byline.ranking.popular.Counts;
import dev.byline.ranking.popular.PopularArticles;
import dev.byline.ranking.popular.PopularQuery;
import dev.byline.ranking.popular.Window;
import dev.byline.score.Ranked;
import dev.byline.taxonomy.Tag;
import dev.byline.taxonomy.Term;
import dev.byline.text.Excerpt;
import dev.byline.text.Language;
import dev.byline.text.ReadingTime;
import dev.byline.text.Sanitiser;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts a news page together, block by block; a page costs at most eight calls of the article store. */
final class PageAssembler {
    private static final int RELATED = 4;
    private static final int POPULAR = 5;
    private static final int DEPTH = 4;
    private static final Window POPULAR_WINDOW = Window.last(Duration.ofDays(7));
    private static final Sanitiser BODY = Sanitiser.news();
    private static final Excerpt CARD = Excerpt.jnews();
    private static final ReadingTime READING = ReadingTime.jnews();

    private final Newsroom newsroom;
    private final ArticleStore store;
    private final Instant at;
    private final boolean preview;

    PageAssembler(Newsroom newsroom, boolean preview) {
        this(newsroom, newsroom.articles(), preview);
    }

    PageAssembler(Newsroom newsroom, ArticleStore store, boolean preview) {
        this.newsroom = newsroom;
        this.store = store;
        this.at = newsroom.clock().instant();
        this.preview = preview;
    }

    /** The page of the newest article. */
    NewsPage newest() {
        List<ArticleSummary> newest = store.page(ArchiveQuery.at(at).limit(1)).articles();
        if (newest.isEmpty()) {
            throw new Refusal("the site has no public article yet; \"byline import FILE\" brings some in");
        }
        return page(newest.get(0).slug());
    }

    /** The page of the article, else of the static page, that this slug or address leads to, if by a redirect. */
    NewsPage page(String address) {
        String slug = trimmed(address);
        Optional<SlugMatch> match = store.bySlug(slug, at);
        if (match.isPresent()) {
            return article(match.get().article(), match.get().redirect() ? slug : null);
        }
        return newsroom.site()
                .page(slug)
                .map(this::staticPage)
                .or(() -> redirected(slug))
                .orElseThrow(() -> new Refusal("there is no article or page \"" + slug + "\""));
    }

    private Optional<NewsPage> redirected(String path) {
        return Stream.of("/" + path, "/" + path + "/")
                .flatMap(from -> newsroom.site().redirect(from).stream())
                .map(to -> decoded(trimmed(to)))
                .flatMap(to -> store.bySlug(to, at).stream())
                .map(match -> article(match.article(), path))
                .findFirst();
    }

    private static String decoded(String path) {
        try {
            return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return path;
        }
    }

    private static String trimmed(String address) {
        int from = address.startsWith("/") ? 1 : 0;
        int to = address.endsWith("/") ? address.length() - 1 : address.length();
        return from < to ? address.substring(from, to) : address;
    }

    private NewsPage article(Article article, @Nullable String redirectedFrom) {
        if (!preview && !article.isPublic(at)) {
            throw new Refusal("\"" + article.slug() + "\" is not public at " + at + ": " + hiddenBecause(article)
                    + "; --preview shows it");
        }
        CommentThread thread =
                CommentThread.of(newsroom.site().comments(article.id())).atMost(DEPTH);
        Neighbours neighbours = article.publishedAt() == null
                ? new Neighbours(null, null)
                : store.neighbours(article, NeighbourQuery.at(at));
        List<Popular> popular = popular(List.of(article.id()));
        return new NewsPage(
                newsroom.publication(),
                at,
                newsroom.mainMenu(),
                NewsPage.SearchBox.DEFAULT,
                story(article, redirectedFrom),
                alternates(article),
                related(article, shown(popular, neighbours)),
                remarks(thread),
                article.commentsOpen() ? CommentForm.of(CommentRules.defaults()) : null,
                popular,
                link(neighbours.previous()),
                link(neighbours.next()),
                ownPages());
    }

    private NewsPage staticPage(StaticPage page) {
        if (!preview && !page.isPublic(at)) {
            throw new Refusal("the page \"" + page.slug() + "\" is not public at " + at + "; --preview shows it");
        }
        Story story = new Story(
                page.slug(),
                page.slug(),
                null,
                page.title(),
                "",
                "",
                List.of(),
                null,
                null,
                List.of(),
                null,
                BODY.clean(page.body()),
                List.of(),
                List.of(),
                READING.minutes(page.body()),
                0,
                language(page.language()).tag(),
                Terminal.dir(language(page.language()).direction()));
        return new NewsPage(
                newsroom.publication(),
                at,
                newsroom.mainMenu(),
                NewsPage.SearchBox.DEFAULT,
                story,
                List.of(),
                List.of(),
                List.of(),
                null,
                popular(List.of()),
                null,
                null,
                ownPages());
    }

    private List<Alternate> alternates(Article article) {
        Publication publication = newsroom.publication();
        Addresses addresses;
        try {
            addresses = Addresses.of(publication, AddressPolicy.defaults());
        } catch (IllegalArgumentException oddAddressOfTheSite) {
            return List.of();
        }
        return Alternate.of(store.translations(article, at), publication.language(), at, addresses);
    }

    private Story story(Article article, @Nullable String redirectedFrom) {
        List<Writer> writers = article.authors().stream()
                .map(author -> newsroom.site().author(author.slug()).orElse(author))
                .map(PageAssembler::writer)
                .toList();
        return new Story(
                article.id().value(),
                article.slug(),
                redirectedFrom,
                article.headline(),
                article.standfirst(),
                article.credit(),
                writers,
                article.publishedAt(),
                article.modifiedAt(),
                Stream.<Term>concat(article.regions().stream(), article.sections().stream())
                        .map(Term::name)
                        .toList(),
                article.image(),
                BODY.clean(article.body()),
                article.tags().stream().map(Tag::name).toList(),
                article.corrections(),
                READING.minutes(article.body()),
                article.commentCount(),
                language(article.language()).tag(),
                Terminal.dir(language(article.language()).direction()));
    }

    private static Set<ArticleId> shown(List<Popular> popular, Neighbours neighbours) {
        return Stream.concat(
                        popular.stream().map(post -> ArticleId.of(post.id())),
                        Stream.of(Optional.ofNullable(neighbours.previous()), Optional.ofNullable(neighbours.next()))
                                .flatMap(Optional::stream)
                                .map(ArticleSummary::id))
                .collect(Collectors.toSet());
    }

    private List<Card> related(Article article, Set<ArticleId> shown) {
        return newsroom.related(store).to(article, RELATED, shown).stream()
                .map(this::card)
                .toList();
    }

    private Card card(Ranked<ArticleSummary> ranked) {
        ArticleSummary post = ranked.item();
        return new Card(
                post.id().value(),
                post.slug(),
                post.label().map(Term::name).orElse(""),
                post.headline(),
                published(post),
                CARD.cut(post.lead()),
                post.image(),
                ranked.score(),
                ranked.reasons());
    }

    private List<Popular> popular(List<ArticleId> without) {
        PopularArticles engine = newsroom.popular(store);
        List<Ranked<ArticleSummary>> top =
                engine.top(PopularQuery.of(POPULAR_WINDOW).limit(POPULAR).without(without));
        Map<ArticleId, Counts> shares =
                engine.shares(top.stream().map(post -> post.item().id()).toList());
        List<Popular> posts = new ArrayList<>(top.size());
        for (Ranked<ArticleSummary> ranked : top) {
            ArticleSummary post = ranked.item();
            Counts counts = shares.getOrDefault(post.id(), Counts.NONE);
            posts.add(new Popular(
                    posts.size() + 1,
                    post.id().value(),
                    post.slug(),
                    post.headline(),
                    published(post),
                    ranked.value(),
                    ranked.unit(),
                    counts.allShares(),
                    counts.shares(),
                    ranked.reasons()));
        }
        return posts;
    }

    private static List<Remark> remarks(CommentThread thread) {
        List<Remark> remarks = new ArrayList<>(thread.entries().size());
        for (CommentThread.Entry entry : thread.entries()) {
            Comment comment = entry.comment();
            if (comment != null) {
                String text = CommentText.clean(comment.text());
                remarks.add(new Remark(comment.id().value(), entry.depth(), comment.name(), comment.at(), text));
            }
        }
        return remarks;
    }

    private List<Link> ownPages() {
        return newsroom.publication().pages().stream()
                .flatMap(slug -> newsroom.site().page(slug).stream())
                .filter(page -> page.isPublic(at))
                .map(page -> new Link(page.slug(), page.title()))
                .toList();
    }

    private Language language(Language own) {
        return own.equals(Language.UNDETERMINED) ? newsroom.publication().language() : own;
    }

    private static @Nullable Link link(@Nullable ArticleSummary post) {
        return post == null ? null : new Link(post.slug(), post.headline());
    }

    private static Writer writer(Author author) {
        return new Writer(author.slug(), author.name(), author.picture(), author.biography());
    }

    private static Instant published(Listed post) {
        Instant published = post.publishedAt();
        if (published == null) {
            throw new IllegalStateException("article " + post.id() + " is listed without a date");
        }
        return published;
    }

    private String hiddenBecause(Article article) {
        Instant published = article.publishedAt();
        Instant expires = article.expiresAt();
        if (article.passwordProtected()) {
            return "it asks for a password";
        }
        if (expires != null && !expires.isAfter(at)) {
            return "it expired at " + expires;
        }
        boolean waiting = article.status() == ArticleStatus.PUBLISHED || article.status() == ArticleStatus.SCHEDULED;
        return waiting && published != null
                ? "it comes out at " + published
                : "it is " + article.status().name().toLowerCase(java.util.Locale.ROOT);
    }
}
