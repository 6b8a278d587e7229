package dev.byline.examples.cli;

import dev.byline.article.ArchiveQuery;
import dev.byline.article.ArticleStore;
import dev.byline.article.ArticleSummary;
import dev.byline.article.Author;
import dev.byline.article.Publication;
import dev.byline.publish.Addresses;
import dev.byline.publish.FeedFormat;
import dev.byline.publish.FeedPlace;
import dev.byline.publish.FeedPolicy;
import dev.byline.publish.Feeds;
import dev.byline.taxonomy.Region;
import dev.byline.taxonomy.Term;
import java.io.BufferedOutputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes a feed. */
@Command(
        name = "feed",
        mixinStandardHelpOptions = true,
        description = "Writes a feed of the newest articles, of the site or of a listing.")
final class PublishFeedCommand extends PublishingCommand {
    @Option(names = "--format", paramLabel = "FORMAT", description = "rss, atom or json; rss if not given.")
    FeedFormat format = FeedFormat.RSS;

    @Option(
            names = "-n",
            paramLabel = "COUNT",
            defaultValue = "20",
            description = "How many; ${DEFAULT-VALUE} if not given.")
    int count = 20;

    @Option(names = "--excerpts", description = "With the first words of each article instead of its text.")
    boolean excerpts;

    @Option(names = "--section", paramLabel = "KEY", description = "Of this section.")
    @Nullable
    String section;

    @Option(names = "--region", paramLabel = "KEY", description = "Of this region.")
    @Nullable
    String region;

    @Option(names = "--tag", paramLabel = "KEY", description = "Of this tag.")
    @Nullable
    String tag;

    @Option(names = "--author", paramLabel = "SLUG", description = "By this author.")
    @Nullable
    String author;

    @Option(
            names = "--self",
            paramLabel = "PATH",
            description = "Where the feed will be; /feed, /feed/atom or /feed/json if not given.")
    @Nullable
    String self;

    @Option(names = "--output", paramLabel = "FILE", description = "Write to this file; standard output if not given.")
    @Nullable
    Path output;

    @Override
    int publish(Newsroom newsroom, Publication publication, Addresses addresses) {
        if (count < 1) {
            throw Refusal.usage("-n is at least 1, not " + count);
        }
        if (Stream.of(section, region, tag, author).filter(one -> one != null).count() > 1) {
            throw Refusal.usage("a feed is of one listing: give one of --section, --region, --tag and --author");
        }
        ArticleStore articles = newsroom.articles();
        ArchiveQuery query = ArchiveQuery.at(newsroom.clock().instant());
        FeedPlace place = FeedPlace.site(publication, addresses, self());
        if (section != null) {
            query = query.section(section);
            place = place(
                    articles,
                    query,
                    "section",
                    section,
                    one -> one.sections().stream().flatMap(own -> own.path().stream()),
                    publication,
                    addresses);
        } else if (region != null) {
            query = query.in(Region.of(region));
            place = place(
                    articles,
                    query,
                    "region",
                    region,
                    one -> one.regions().stream().flatMap(own -> own.path().stream()),
                    publication,
                    addresses);
        } else if (tag != null) {
            query = query.tag(tag);
            place = place(articles, query, "tag", tag, one -> one.tags().stream(), publication, addresses);
        } else if (author != null) {
            query = query.author(author);
            place = place(articles, query, author, publication, addresses);
        }
        FeedPolicy policy = FeedPolicy.defaults().entries(count).full(!excerpts);
        Feeds feeds = Feeds.with(policy, publication, addresses);
        Path file = output;
        if (file == null) {
            OutputStream out = new BufferedOutputStream(terminal().bytes());
            feeds.write(format, place, articles, query, out);
            return Byline.DONE;
        }
        try (NewFile whole = NewFile.insteadOf(file)) {
            int written = feeds.write(format, place, articles, query, whole.out());
            whole.takePlace();
            terminal().line("Wrote " + PageText.count(written, "article") + " to " + file);
        }
        return Byline.DONE;
    }

    private String self() {
        if (self != null) {
            return self;
        }
        return switch (format) {
            case RSS -> "/feed";
            case ATOM -> "/feed/atom";
            case JSON -> "/feed/json";
        };
    }

    private FeedPlace place(
            ArticleStore articles,
            ArchiveQuery query,
            String kind,
            String key,
            Function<ArticleSummary, Stream<? extends Term>> terms,
            Publication publication,
            Addresses addresses) {
        Term term = first(articles, query)
                .flatMap(one -> terms.apply(one)
                        .filter(own -> own.key().equals(key))
                        .map(own -> (Term) own)
                        .findFirst())
                .orElseThrow(() -> new Refusal("no article that readers can see has the " + kind + " \"" + key + "\""));
        return FeedPlace.of(term, publication, addresses, self());
    }

    private FeedPlace place(
            ArticleStore articles, ArchiveQuery query, String slug, Publication publication, Addresses addresses) {
        Author by = first(articles, query)
                .flatMap(one -> one.authors().stream()
                        .filter(own -> own.slug().equals(slug))
                        .findFirst())
                .orElseThrow(() -> new Refusal("no article that readers can see is by \"" + slug + "\""));
        return new FeedPlace(
                by.name() + " – " + publication.name(), by.biography(), addresses.author(by), addresses.at(self()));
    }

    private static Optional<ArticleSummary> first(ArticleStore articles, ArchiveQuery query) {
        return articles.page(query.limit(1)).articles().stream().findFirst();
    }
}
