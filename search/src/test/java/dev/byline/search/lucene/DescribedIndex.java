package dev.byline.search.lucene;

import dev.byline.search.document.SearchDocument;
import dev.byline.search.document.SearchField;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.store.Directory;
import org.jspecify.annotations.Nullable;

/** A plain index that is built of descriptions alone, as another engine would, and what stands in an index. */
final class DescribedIndex {
    private DescribedIndex() {}

    /** Writes documents with an analyzer that does nothing. */
    static void write(Directory directory, List<Document> documents) throws IOException {
        write(directory, documents, new KeywordAnalyzer());
    }

    static void write(Directory directory, List<Document> documents, Analyzer analyzer) throws IOException {
        try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
            writer.addDocuments(documents);
        }
    }

    /** A document with the terms of a description at their places. */
    static Document document(SearchDocument described, boolean offsets) {
        Document document = new Document();
        for (SearchField field : SearchField.all()) {
            List<SearchDocument.Token> tokens = described.texts().get(field.name());
            if (tokens != null) {
                document.add(new Streamed(field.name(), type(field, offsets), new Replayed(tokens)));
            }
            for (SearchDocument.Key key : described.keys().getOrDefault(field.name(), List.of())) {
                document.add(new StringField(field.name(), key.key(), Store.NO));
            }
        }
        return document;
    }

    /** The fields of a document that hold words, with places in the text besides. */
    static Document withOffsets(Document document, String id, Analyzer analyzer) throws IOException {
        Document copy = new Document();
        copy.add(new StringField(Field.ID, id, Store.NO));
        for (SearchField field : SearchField.all()) {
            if (field.kind() == SearchField.Kind.TEXT) {
                for (IndexableField words : document.getFields(field.name())) {
                    copy.add(new Lazy(field.name(), type(field, true), words, analyzer));
                }
            }
        }
        return copy;
    }

    private static FieldType type(SearchField field, boolean offsets) {
        FieldType type = new FieldType(TextField.TYPE_NOT_STORED);
        type.setOmitNorms(field.bm25() == null);
        type.setIndexOptions(
                offsets
                        ? IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS
                        : field.bm25() == null ? IndexOptions.DOCS : IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
        return type;
    }

    /** What stands in a field: the places of each term in each article, and how long each article is in it. */
    static Map<String, String> contents(DirectoryReader reader, String field) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        for (LeafReaderContext segment : reader.leaves()) {
            LeafReader leaf = segment.reader();
            Map<Integer, String> ids = ids(leaf);
            @Nullable Terms terms = leaf.terms(field);
            if (terms == null) {
                continue;
            }
            TermsEnum each = terms.iterator();
            while (each.next() != null) {
                PostingsEnum articles = each.postings(null, PostingsEnum.ALL);
                while (articles.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                    String key = each.term().utf8ToString() + " in " + ids.get(articles.docID());
                    contents.put(key, places(articles, terms.hasPositions()));
                }
            }
            @Nullable NumericDocValues norms = leaf.getNormValues(field);
            while (norms != null && norms.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                // Lucene keeps 0 for a text without words, where a description has no such field.
                if (norms.longValue() != 0) {
                    contents.put("length of " + ids.get(norms.docID()), Long.toString(norms.longValue()));
                }
            }
        }
        return contents;
    }

    private static String places(PostingsEnum article, boolean positions) throws IOException {
        StringBuilder places = new StringBuilder().append(article.freq()).append(" times");
        for (int i = 0; i < article.freq() && positions; i++) {
            places.append(' ')
                    .append(article.nextPosition())
                    .append(':')
                    .append(article.startOffset())
                    .append('-')
                    .append(article.endOffset());
        }
        return places.toString();
    }

    private static Map<Integer, String> ids(LeafReader leaf) throws IOException {
        Map<Integer, String> ids = new TreeMap<>();
        TermsEnum each = Objects.requireNonNull(leaf.terms(Field.ID)).iterator();
        while (each.next() != null) {
            PostingsEnum article = each.postings(null);
            while (article.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                ids.put(article.docID(), each.term().utf8ToString());
            }
        }
        return ids;
    }

    private static final class Streamed extends org.apache.lucene.document.Field {
        private final TokenStream stream;

        Streamed(String name, FieldType type, TokenStream stream) {
            super(name, "", type);
            this.stream = stream;
        }

        @Override
        public TokenStream tokenStream(Analyzer analyzer, @Nullable TokenStream reuse) {
            return stream;
        }
    }

    private static final class Lazy extends org.apache.lucene.document.Field {
        private final IndexableField words;
        private final Analyzer analyzer;

        Lazy(String name, FieldType type, IndexableField words, Analyzer analyzer) {
            super(name, "", type);
            this.words = words;
            this.analyzer = analyzer;
        }

        @Override
        public TokenStream tokenStream(Analyzer any, @Nullable TokenStream reuse) {
            return words.tokenStream(analyzer, null);
        }
    }

    /** Terms that were analysed elsewhere. */
    private static final class Replayed extends TokenStream {
        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
        private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
        private final Iterator<SearchDocument.Token> tokens;
        private int position = -1;

        Replayed(List<SearchDocument.Token> tokens) {
            this.tokens = tokens.iterator();
        }

        @Override
        public boolean incrementToken() {
            if (!tokens.hasNext()) {
                return false;
            }
            clearAttributes();
            SearchDocument.Token token = tokens.next();
            term.append(token.term());
            step.setPositionIncrement(token.position() - position);
            offset.setOffset(token.start(), token.end());
            position = token.position();
            return true;
        }
    }
}
