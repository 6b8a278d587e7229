package dev.byline.search.lucene;

import dev.byline.article.Article;
import dev.byline.article.Author;
import dev.byline.article.Image;
import dev.byline.taxonomy.Region;
import dev.byline.taxonomy.Section;
import dev.byline.taxonomy.Term;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.List;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * All that the index takes of an article, in sixteen bytes: two articles with the same are found and printed alike. What
 * {@link ArticleFields} reads of an article must be told here too, or a difference in it is not noticed.
 */
final class Fingerprint {
    private static final int BYTES = 16;

    private final MessageDigest digest;
    private final ByteBuffer number = ByteBuffer.allocate(Long.BYTES);

    private Fingerprint() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    static BytesRef of(Article article) {
        Fingerprint print = new Fingerprint();
        print.tell(article);
        return new BytesRef(print.digest.digest(), 0, BYTES);
    }

    private void tell(Article article) {
        text(article.id().value());
        text(article.slug());
        text(article.headline());
        text(article.standfirst());
        text(article.body());
        number(article.authors().size());
        for (Author author : article.authors()) {
            text(author.slug());
            text(author.name());
        }
        text(article.creditLine());
        instant(article.publishedAt());
        instant(article.expiresAt());
        text(article.language().tag());
        number(article.regions().size());
        for (Region region : article.regions()) {
            terms(region.path());
        }
        number(article.sections().size());
        for (Section section : article.sections()) {
            terms(section.path());
        }
        text(article.label().map(Term::key).orElse(""));
        terms(article.tags());
        image(article.image());
    }

    private void image(@Nullable Image image) {
        number(image == null ? 0 : 1);
        if (image != null) {
            text(image.url());
            text(image.alt());
            text(image.caption());
        }
    }

    private void terms(List<? extends Term> terms) {
        number(terms.size());
        for (Term term : terms) {
            text(term.key());
            text(term.name());
        }
    }

    // With its length before it, so that no two lists of texts run into the same bytes.
    private void text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        number(bytes.length);
        digest.update(bytes);
    }

    private void instant(@Nullable Instant instant) {
        number(instant == null ? 0 : 1);
        if (instant != null) {
            number(instant.getEpochSecond());
            number(instant.getNano());
        }
    }

    private void number(long value) {
        number.clear();
        digest.update(number.putLong(value).flip());
    }
}
