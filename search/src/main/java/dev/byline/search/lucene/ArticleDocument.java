package dev.byline.search.lucene;

import dev.byline.article.Article;
import dev.byline.article.ArticleId;
import dev.byline.article.ArticleStatus;
import dev.byline.article.Image;
import dev.byline.search.SearchHit;
import dev.byline.taxonomy.Term;
import dev.byline.text.Language;
import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** An article as a document of the index, and back as what is printed of it. */
final class ArticleDocument {
    /** What must be loaded to print a hit. */
    static final Set<String> PRINTED = Set.of(
            Field.ID,
            Field.SLUG,
            Field.TITLE,
            Field.STORY,
            Field.PUBLISHED,
            Field.PUBLISHED_NANO,
            Field.LABEL,
            Field.LANGUAGE,
            Field.IMAGE,
            Field.ALT);

    // A longer headline is kept with the rest alone, where reading it takes longer.
    private static final int LONGEST_AT_HAND = 1_000;

    private static final FieldType COUNTED = new FieldType(TextField.TYPE_NOT_STORED);
    private static final FieldType PRESENT = new FieldType(TextField.TYPE_NOT_STORED);

    static {
        COUNTED.setStoreTermVectors(true);
        COUNTED.freeze();
        PRESENT.setOmitNorms(true);
        PRESENT.setIndexOptions(IndexOptions.DOCS);
        PRESENT.freeze();
    }

    /** A text whose words are indexed in all forms, by the language of the article. */
    private final class Words extends org.apache.lucene.document.Field {
        private final String text;

        Words(String field, String text, FieldType type) {
            super(field, text, type);
            this.text = text;
        }

        @Override
        public TokenStream tokenStream(Analyzer analyzer, @Nullable TokenStream reuse) {
            return ArticleDocument.this.analyzer.forms(text, persian);
        }
    }

    private final Document document = new Document();
    private final NewsAnalyzer analyzer;
    private final boolean persian;

    private ArticleDocument(NewsAnalyzer analyzer, boolean persian) {
        this.analyzer = analyzer;
        this.persian = persian;
    }

    /** Whether the article is public or can become so by the clock alone; no other is kept in the index (rule S-01). */
    static boolean belongs(Article article) {
        return (article.status() == ArticleStatus.PUBLISHED || article.status() == ArticleStatus.SCHEDULED)
                && !article.passwordProtected();
    }

    /**
     * The document of an article that {@link #belongs}.
     *
     * @param round how often the index has begun anew from its store
     */
    static Document of(Article article, long round, NewsAnalyzer analyzer) {
        ArticleText text = ArticleText.of(article);
        return new ArticleDocument(analyzer, text.persian()).write(article, text, round);
    }

    private Document write(Article article, ArticleText text, long round) {
        key(Field.ID, article.id().value());
        document.add(
                new BinaryDocValuesField(Field.ID, new BytesRef(article.id().value())));
        document.add(new LongPoint(Field.ROUND, round));
        document.add(new BinaryDocValuesField(Field.FINGERPRINT, Fingerprint.of(article)));
        times(article);
        words(article, text);
        terms(article);
        names(article);
        keep(Field.ID, article.id().value());
        keep(Field.SLUG, article.slug());
        keep(Field.TITLE, article.headline());
        if (article.headline().length() <= LONGEST_AT_HAND) {
            document.add(new BinaryDocValuesField(Field.TITLE, new BytesRef(article.headline())));
        }
        keep(Field.LABEL, article.label().map(Term::name).orElse(""));
        keep(Field.LANGUAGE, article.language().tag());
        Image image = article.image();
        if (image != null) {
            keep(Field.IMAGE, image.url());
            keep(Field.ALT, image.alt());
        }
        return document;
    }

    private void times(Article article) {
        Instant published = Objects.requireNonNull(article.publishedAt());
        document.add(new LongPoint(Field.PUBLISHED, published.getEpochSecond()));
        document.add(new NumericDocValuesField(Field.PUBLISHED, published.getEpochSecond()));
        document.add(new StoredField(Field.PUBLISHED, published.getEpochSecond()));
        document.add(new NumericDocValuesField(Field.PUBLISHED_NANO, published.getNano()));
        document.add(new StoredField(Field.PUBLISHED_NANO, published.getNano()));
        Instant expires = article.expiresAt();
        document.add(new LongPoint(Field.EXPIRES, expires == null ? Long.MAX_VALUE : expires.getEpochSecond()));
        document.add(
                new NumericDocValuesField(Field.EXPIRES, expires == null ? Long.MAX_VALUE : expires.getEpochSecond()));
        document.add(new NumericDocValuesField(Field.EXPIRES_NANO, expires == null ? 0 : expires.getNano()));
    }

    private void words(Article article, ArticleText text) {
        for (ArticleText.Part part : text.parts()) {
            for (int time = 0; time < part.weight(); time++) {
                document.add(new Words(Field.TEXT, part.text(), COUNTED));
            }
        }
        if (!text.headline().isBlank()) {
            document.add(new Words(Field.HEADLINE, text.headline(), PRESENT));
            key(
                    Field.WHOLE_HEADLINE,
                    String.join(
                            " ",
                            analyzer.tokens(text.headline(), QueryReader.MOST_WORDS).stream()
                                    .map(NewsAnalyzer.Token::word)
                                    .toList()));
        }
        keep(Field.STORY, text.story());
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

    private void terms(Article article) {
        terms(Field.REGION, article.regions().stream().flatMap(region -> region.path().stream()));
        terms(Field.SECTION, article.sections().stream().flatMap(section -> section.path().stream()));
        terms(Field.TAG, article.tags().stream());
        keys(Field.AUTHOR, article.authors().stream().map(author -> new Named(author.slug(), author.name())));
    }

    private void terms(String field, Stream<? extends Term> terms) {
        keys(field, terms.map(term -> new Named(term.key(), term.name())));
    }

    private void names(Article article) {
        for (SuggestedName.Terms name : SuggestedName.of(article, analyzer)) {
            name.written().forEach(term -> document.add(new StringField(Field.NAME, term, Store.NO)));
            name.sounded().forEach(term -> document.add(new StringField(Field.NAME_KEY, term, Store.NO)));
        }
    }

    private void filed(Collection<? extends Term> terms) {
        terms.forEach(term -> filed(term.name()));
    }

    private void filed(String name) {
        if (!name.isBlank()) {
            document.add(new Words(Field.FILED, name, TextField.TYPE_NOT_STORED));
        }
    }

    // The first of several names, so that an article counts once for a key.
    private void keys(String field, Stream<Named> keys) {
        Set<BytesRef> seen = new HashSet<>();
        keys.filter(named -> named.fits() && seen.add(new BytesRef(named.key())))
                .forEach(named -> {
                    key(field, named.key());
                    document.add(new SortedSetDocValuesField(field + Field.NAMED, named.write()));
                });
    }

    private void key(String field, String key) {
        document.add(new StringField(field, key, Store.NO));
    }

    private void keep(String field, String text) {
        if (!text.isEmpty()) {
            document.add(new StoredField(field, text));
        }
    }

    /** The hit that a document prints as. */
    static SearchHit hit(Document document, String headlineHtml, String snippetHtml) {
        String image = document.get(Field.IMAGE);
        return new SearchHit(
                ArticleId.of(kept(document, Field.ID)),
                kept(document, Field.SLUG),
                kept(document, Field.TITLE),
                headlineHtml,
                snippetHtml,
                published(document),
                kept(document, Field.LABEL),
                Language.of(kept(document, Field.LANGUAGE)),
                image == null ? null : Image.of(image, kept(document, Field.ALT)));
    }

    /** The headline of a document, which is read without the rest of it. */
    static String headline(IndexReader reader, int document) throws IOException {
        LeafReaderContext segment = reader.leaves().get(ReaderUtil.subIndex(document, reader.leaves()));
        BinaryDocValues headlines = DocValues.getBinary(segment.reader(), Field.TITLE);
        return headlines.advanceExact(document - segment.docBase)
                ? headlines.binaryValue().utf8ToString()
                : kept(reader.storedFields().document(document, Set.of(Field.TITLE)), Field.TITLE);
    }

    /** When it was published. */
    static Instant published(Document document) {
        return Instant.ofEpochSecond(number(document, Field.PUBLISHED), number(document, Field.PUBLISHED_NANO));
    }

    /** A kept text; empty where there is none. */
    static String kept(Document document, String field) {
        @Nullable String text = document.get(field);
        return text == null ? "" : text;
    }

    private static long number(Document document, String field) {
        return document.getField(field).numericValue().longValue();
    }
}
