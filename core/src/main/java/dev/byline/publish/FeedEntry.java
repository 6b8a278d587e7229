package dev.byline.publish;

import dev.byline.article.Access;
import dev.byline.article.Article;
import dev.byline.article.Author;
import dev.byline.article.Image;
import dev.byline.taxonomy.Term;
import dev.byline.text.Language;
import dev.byline.text.Sanitiser;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What all formats say of an article.
 *
 * @param id never changes
 * @param content HTML with whole addresses; empty where the text is not told
 * @param language empty where it is not known
 * @param picture the address of the picture, empty where there is none
 */
record FeedEntry(
        String id,
        String address,
        String headline,
        String summary,
        String content,
        List<Author> authors,
        String credit,
        Instant published,
        Instant modified,
        List<String> terms,
        String language,
        String picture,
        @Nullable Image image) {
    static FeedEntry of(Article article, FeedPolicy policy, Sanitiser sanitiser, Addresses addresses) {
        Instant published = Dates.within(Objects.requireNonNull(article.publishedAt()));
        Instant changed = article.modifiedAt();
        Instant modified = changed == null ? published : Dates.within(changed);
        String address = addresses.article(article);
        boolean isTold = policy.full() && article.access() == Access.OPEN;
        Image image = article.image();
        String standfirst = article.standfirst();
        return new FeedEntry(
                addresses.permanent(article.id()),
                address,
                article.headline(),
                standfirst.isBlank() ? policy.excerpt().of(article.excerpt(), article.body()) : standfirst,
                isTold ? WholeAddresses.in(sanitiser.clean(article.body()), address, addresses) : "",
                article.authors(),
                article.credit(),
                published,
                modified.isBefore(published) ? published : modified,
                terms(article),
                article.language().equals(Language.UNDETERMINED)
                        ? ""
                        : article.language().tag(),
                image == null ? "" : StructuredData.picture(image.url(), addresses),
                image);
    }

    private static List<String> terms(Article article) {
        List<String> names = new ArrayList<>();
        Stream.of(article.sections(), article.regions(), article.tags())
                .flatMap(List::stream)
                .map(Term::name)
                .distinct()
                .forEach(names::add);
        return names;
    }
}
