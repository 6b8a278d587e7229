package dev.byline.search.lucene;

import dev.byline.article.Article;
import dev.byline.article.ArticleId;
import dev.byline.article.Image;
import dev.byline.search.SearchHit;
import dev.byline.search.document.SearchField;
import dev.byline.text.Language;
import java.io.IOException;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.FlagsAttribute;
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
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.DocValuesType;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** An article as a document of the index, and back as what is printed of it. */
final class ArticleDocument implements ArticleFields.Writer {
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

    private static final Map<String, FieldType> TEXTS = SearchField.all().stream()
            .filter(field -> field.kind() == SearchField.Kind.TEXT)
            .collect(Collectors.toUnmodifiableMap(SearchField::name, ArticleDocument::type));

    private final Document document = new Document();
    private final WordsSeen seen = new WordsSeen();
    private final NewsAnalyzer analyzer;

    private ArticleDocument(NewsAnalyzer analyzer) {
        this.analyzer = analyzer;
    }

    /**
     * The document of an article that {@link ArticleFields#belongs}.
     *
     * @param round how often the index has begun anew from its store
     */
    static Document of(Article article, long round, NewsAnalyzer analyzer, Portraits portraits) {
        ArticleDocument written = new ArticleDocument(analyzer);
        written.document.add(new LongPoint(Field.ROUND, round));
        written.document.add(new BinaryDocValuesField(Field.FINGERPRINT, Fingerprint.of(article)));
        ArticleFields.tell(article, analyzer, written);
        written.document.add(new Counts(written.seen));
        written.document.add(new Spellings(written.seen));
        List<Portraits.Drawn> drawn = portraits.drawn();
        for (Portraits.Drawn one : drawn) {
            written.document.add(new Portrayed(article.id(), written.seen, one, portraits));
        }
        if (drawn.size() == 1) {
            // Empty until it is drawn, since Lucene changes no field that it has never seen.
            written.document.add(new BinaryDocValuesField(drawn.get(0).nextField(), new BytesRef()));
        }
        return written.document;
    }

    private static FieldType type(SearchField field) {
        FieldType type = new FieldType(TextField.TYPE_NOT_STORED);
        if (field.bm25() == null) {
            type.setOmitNorms(true);
            type.setIndexOptions(IndexOptions.DOCS);
        }
        type.freeze();
        return type;
    }

    /** A text whose words are indexed in all forms, by the language of the article. */
    private static final class Words extends org.apache.lucene.document.Field {
        private final NewsAnalyzer analyzer;
        private final String text;
        private final boolean persian;
        private final WordsSeen seen;
        private final int part;

        Words(String field, String text, NewsAnalyzer analyzer, boolean persian, WordsSeen seen, int part) {
            super(field, text, Objects.requireNonNull(TEXTS.get(field)));
            this.seen = seen;
            this.part = part;
            this.text = text;
            this.analyzer = analyzer;
            this.persian = persian;
        }

        @Override
        public TokenStream tokenStream(Analyzer any, @Nullable TokenStream reuse) {
            TokenStream forms = analyzer.forms(text, persian);
            // The headline alone is part of the text, which is seen as well.
            return name.equals(Field.HEADLINE) ? forms : new Seeing(forms, seen, name.equals(Field.TEXT) ? 1 : 0, part);
        }
    }

    private static final class Seeing extends TokenFilter {
        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private final FlagsAttribute flags = addAttribute(FlagsAttribute.class);
        private final WordsSeen seen;
        private final int times;
        private final int part;

        Seeing(TokenStream input, WordsSeen seen, int times, int part) {
            super(input);
            this.part = part;
            this.seen = seen;
            this.times = times;
        }

        @Override
        public boolean incrementToken() throws IOException {
            if (!input.incrementToken()) {
                return false;
            }
            seen.see(term, flags, times, part);
            return true;
        }
    }

    /** The words of a text, which Lucene asks for when it has read those before, so that no text is read twice. */
    private static final class Counts extends org.apache.lucene.document.Field {
        private static final FieldType TYPE = type();

        private final WordsSeen seen;

        Counts(WordsSeen seen) {
            super(Field.WORDS, TYPE);
            this.seen = seen;
        }

        private static FieldType type() {
            FieldType type = new FieldType();
            type.setDocValuesType(DocValuesType.BINARY);
            type.freeze();
            return type;
        }

        @Override
        public BytesRef binaryValue() {
            return new BytesRef(TextVector.of(seen).write());
        }
    }

    /** The article's portrait, likewise. */
    private static final class Portrayed extends org.apache.lucene.document.Field {
        private final ArticleId id;
        private final WordsSeen seen;
        private final Portraits.Drawn drawn;
        private final Portraits portraits;

        Portrayed(ArticleId id, WordsSeen seen, Portraits.Drawn drawn, Portraits portraits) {
            super(drawn.field(), Counts.TYPE);
            this.id = id;
            this.seen = seen;
            this.drawn = drawn;
            this.portraits = portraits;
        }

        @Override
        public BytesRef binaryValue() {
            return drawn.portrait(id, portraits.wording(seen));
        }
    }

    /** The names among them, likewise. */
    private static final class Spellings extends org.apache.lucene.document.Field {
        private final WordsSeen seen;

        Spellings(WordsSeen seen) {
            super(Field.SPELLING, "", StringField.TYPE_NOT_STORED);
            this.seen = seen;
        }

        @Override
        public TokenStream tokenStream(Analyzer any, @Nullable TokenStream reuse) {
            return new Keys(seen.spellings().iterator());
        }
    }

    private static final class Keys extends TokenStream {
        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private final Iterator<String> keys;

        Keys(Iterator<String> keys) {
            this.keys = keys;
        }

        @Override
        public boolean incrementToken() {
            if (!keys.hasNext()) {
                return false;
            }
            clearAttributes();
            term.append(keys.next());
            return true;
        }
    }

    @Override
    public void text(SearchField field, String text, boolean persian, int part) {
        document.add(new Words(field.name(), text, analyzer, persian, seen, part));
    }

    @Override
    public void key(SearchField field, String key, String name) {
        document.add(new StringField(field.name(), key, Store.NO));
        if (field.named()) {
            document.add(new SortedSetDocValuesField(field.name() + Field.NAMED, new Named(key, name).write()));
        }
        if (field.kept()) {
            // The one key that hits are ordered by and printed with: the id.
            document.add(new BinaryDocValuesField(field.name(), new BytesRef(key)));
            document.add(new StoredField(field.name(), key));
        }
    }

    @Override
    public void number(SearchField field, long number) {
        // Nanoseconds decide within a second, among few.
        if (!field.name().endsWith(Field.NANO)) {
            document.add(new LongPoint(field.name(), number));
        }
        document.add(new NumericDocValuesField(field.name(), number));
        if (field.kept()) {
            document.add(new StoredField(field.name(), number));
        }
    }

    @Override
    public void kept(SearchField field, String text) {
        document.add(new StoredField(field.name(), text));
        if (field.name().equals(Field.TITLE)) {
            // To Lucene, a field is of one kind in all documents.
            String atHand = text.length() <= LONGEST_AT_HAND ? text : "";
            document.add(new BinaryDocValuesField(Field.TITLE, new BytesRef(atHand)));
        }
    }

    /** The hit that a document prints as. */
    static SearchHit hit(Document document, String headlineHtml, String snippetHtml) throws IOException {
        String image = document.get(Field.IMAGE);
        return new SearchHit(
                id(kept(document, Field.ID)),
                kept(document, Field.SLUG),
                kept(document, Field.TITLE),
                headlineHtml,
                snippetHtml,
                published(document),
                kept(document, Field.LABEL),
                Language.of(kept(document, Field.LANGUAGE)),
                image == null ? null : Image.of(image, kept(document, Field.ALT)));
    }

    /** An id as the index has it. */
    static ArticleId id(String kept) throws IOException {
        try {
            return ArticleId.of(kept);
        } catch (IllegalArgumentException damaged) {
            throw new CorruptIndexException("no id of an article", Field.ID, damaged);
        }
    }

    /** The headline of a document, which is read without the rest of it. */
    static String headline(IndexReader reader, int document) throws IOException {
        LeafReaderContext segment = reader.leaves().get(ReaderUtil.subIndex(document, reader.leaves()));
        BinaryDocValues headlines = DocValues.getBinary(segment.reader(), Field.TITLE);
        BytesRef atHand = headlines.advanceExact(document - segment.docBase) ? headlines.binaryValue() : new BytesRef();
        return atHand.length > 0
                ? atHand.utf8ToString()
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
