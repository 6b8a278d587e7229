package dev.byline.search.lucene;

import dev.byline.article.Article;
import dev.byline.article.ArticleStatus;
import dev.byline.article.Image;
import dev.byline.search.document.SearchField;
import dev.byline.taxonomy.Term;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.util.BytesRef;

/** Tells what an index holds of an article, field by field, to whoever writes it down. */
final class ArticleFields {
    /** Writes down what an index holds of an article; several values of a field come one behind the other. */
    interface Writer {
        /** No part of the text, or one that was told already. */
        int NONE = -1;

        /**
         * Words in all forms.
         *
         * @param persian whether those in Arabic script are Persian
         * @param part the number of the {@link ArticleText.Part} that it is, the first time that it is told; else {@link #NONE}
         */
        void text(SearchField field, String text, boolean persian, int part);

        /** An exact key, each once, and the name that it has here, or an empty one. */
        void key(SearchField field, String key, String name);

        /** The number of a field. */
        void number(SearchField field, long number);

        /** The text of a field that is given back. */
        void kept(SearchField field, String text);
    }

    private final NewsAnalyzer analyzer;
    private final ArticleText text;
    private final Writer writer;

    private ArticleFields(NewsAnalyzer analyzer, ArticleText text, Writer writer) {
        this.analyzer = analyzer;
        this.text = text;
        this.writer = writer;
    }

    /** Whether the article is public or can become so by the clock alone; no other is kept in an index (rule S-01). */
    static boolean belongs(Article article) {
        return (article.status() == ArticleStatus.PUBLISHED || article.status() == ArticleStatus.SCHEDULED)
                && !article.passwordProtected();
    }

    /** Tells of an article that {@link #belongs}. */
    static void tell(Article article, NewsAnalyzer analyzer, Writer writer) {
        new ArticleFields(analyzer, ArticleText.of(article), writer).tell(article);
    }

    private void tell(Article article) {
        key(SearchField.ID, article.id().value());
        times(article);
        words(article);
        terms(article);
        names(article);
        keep(SearchField.SLUG, article.slug());
        keep(SearchField.TITLE, article.headline());
        keep(SearchField.STORY, text.story());
        keep(SearchField.LABEL, article.label().map(Term::name).orElse(""));
        keep(SearchField.LANGUAGE, article.language().tag());
        Image image = article.image();
        if (image != null) {
            keep(SearchField.IMAGE, image.url());
            keep(SearchField.ALT, image.alt());
        }
    }

    private void times(Article article) {
        Instant published = Objects.requireNonNull(article.publishedAt());
        writer.number(SearchField.PUBLISHED, published.getEpochSecond());
        writer.number(SearchField.PUBLISHED_NANO, published.getNano());
        Instant expires = article.expiresAt();
        writer.number(SearchField.EXPIRES, expires == null ? Long.MAX_VALUE : expires.getEpochSecond());
        writer.number(SearchField.EXPIRES_NANO, expires == null ? 0 : expires.getNano());
    }

    private void words(Article article) {
        for (ArticleText.Part part : text.parts()) {
            for (int time = 0; time < part.weight(); time++) {
                writer.text(SearchField.TEXT, part.text(), text.persian(), time == 0 ? part.number() : Writer.NONE);
            }
        }
        if (!text.headline().isBlank()) {
            writer.text(SearchField.HEADLINE, text.headline(), text.persian(), Writer.NONE);
            key(
                    SearchField.WHOLE_HEADLINE,
                    String.join(
                            " ",
                            analyzer.tokens(text.headline(), QueryReader.MOST_WORDS).stream()
                                    .map(NewsAnalyzer.Token::word)
                                    .toList()));
        }
        filed(article.tags());
        article.regions().forEach(region -> filed(region.path()));
        article.sections().forEach(section -> filed(section.path()));
        article.authors().forEach(author -> filed(author.name()));
        filed(article.creditLine());
        Image image = article.image();
        if (image != null) {
            filed(image.caption());
        }
    }

    private void filed(Collection<? extends Term> terms) {
        terms.forEach(term -> filed(term.name()));
    }

    private void filed(String name) {
        if (!name.isBlank()) {
            writer.text(SearchField.FILED, name, text.persian(), Writer.NONE);
        }
    }

    private void terms(Article article) {
        terms(SearchField.REGION, article.regions().stream().flatMap(region -> region.path().stream()));
        terms(SearchField.SECTION, article.sections().stream().flatMap(section -> section.path().stream()));
        terms(SearchField.TAG, article.tags().stream());
        keys(SearchField.AUTHOR, article.authors().stream().map(author -> new Named(author.slug(), author.name())));
    }

    private void terms(SearchField field, Stream<? extends Term> terms) {
        keys(field, terms.map(term -> new Named(term.key(), term.name())));
    }

    // The first of several names, so that an article counts once for a key.
    private void keys(SearchField field, Stream<Named> keys) {
        Set<BytesRef> seen = new HashSet<>();
        keys.filter(named -> named.fits() && seen.add(new BytesRef(named.key())))
                .forEach(named -> writer.key(field, named.key(), named.shortName()));
    }

    private void names(Article article) {
        for (SuggestedName.Terms name : SuggestedName.of(article, analyzer)) {
            name.written().forEach(term -> key(SearchField.NAME, term));
            name.sounded().forEach(term -> key(SearchField.NAME_KEY, term));
        }
    }

    private void key(SearchField field, String key) {
        writer.key(field, key, "");
    }

    private void keep(SearchField field, String kept) {
        if (!kept.isEmpty()) {
            writer.kept(field, kept);
        }
    }
}
