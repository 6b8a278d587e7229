package dev.byline.examples.benchmarks;

import dev.byline.article.Article;
import dev.byline.taxonomy.Term;
import dev.byline.text.PlainText;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;

/**
 * What one writes with Lucene alone in an afternoon: headline and body by EnglishAnalyzer, any word of them by BM25, the
 * unified highlighter, and counts of tags by global ordinals.
 */
final class PlainLucene implements Closeable {
    private static final int HITS = 10;
    private static final List<String> FIELDS = List.of("headline", "body");

    /** What was found, and what it took to print and count it. */
    record Found(TopDocs hits, String[] headlines, String[] snippets, long[] tags) {}

    private final Analyzer analyzer = new EnglishAnalyzer();
    private final FSDirectory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;

    PlainLucene(Path folder) throws IOException {
        directory = FSDirectory.open(folder);
        writer = new IndexWriter(directory, new IndexWriterConfig(analyzer).setRAMBufferSizeMB(64));
        searchers = new SearcherManager(writer, null);
    }

    void put(List<Article> articles) throws IOException {
        for (Article article : articles) {
            Document document = new Document();
            document.add(new StringField("id", article.id().value(), Store.YES));
            document.add(new TextField("headline", article.headline(), Store.YES));
            document.add(new TextField("body", PlainText.of(article.body()), Store.YES));
            for (Term tag : article.tags()) {
                document.add(new SortedSetDocValuesField("tag", new BytesRef(tag.key())));
            }
            writer.updateDocument(
                    new org.apache.lucene.index.Term("id", article.id().value()), document);
        }
        searchers.maybeRefreshBlocking();
    }

    void commit() throws IOException {
        writer.commit();
    }

    Found find(String text, boolean counting) throws IOException {
        BooleanQuery.Builder builder = new BooleanQuery.Builder();
        for (String word : words(text)) {
            FIELDS.forEach(
                    field -> builder.add(new TermQuery(new org.apache.lucene.index.Term(field, word)), Occur.SHOULD));
        }
        Query query = builder.build();
        IndexSearcher searcher = searchers.acquire();
        try {
            TopDocs hits = searcher.search(query, HITS);
            UnifiedHighlighter highlighter = UnifiedHighlighter.builder(searcher, analyzer)
                    .withMaxLength(50_000)
                    .build();
            String[] headlines = highlighter.highlight("headline", query, hits, 1);
            String[] snippets = highlighter.highlight("body", query, hits, 2);
            for (ScoreDoc hit : hits.scoreDocs) {
                searcher.storedFields().document(hit.doc);
            }
            return new Found(hits, headlines, snippets, counting ? tags(searcher, query) : new long[0]);
        } finally {
            searchers.release(searcher);
        }
    }

    private static long[] tags(IndexSearcher searcher, Query query) throws IOException {
        SortedSetDocValues tags = MultiDocValues.getSortedSetValues(searcher.getIndexReader(), "tag");
        if (tags == null) {
            return new long[0];
        }
        long[] counts = new long[(int) tags.getValueCount()];
        searcher.search(query, new CollectorManager<SimpleCollector, long[]>() {
            @Override
            public SimpleCollector newCollector() {
                return counting(tags, counts);
            }

            @Override
            public long[] reduce(Collection<SimpleCollector> collectors) {
                return counts;
            }
        });
        return counts;
    }

    private static SimpleCollector counting(SortedSetDocValues tags, long[] counts) {
        return new SimpleCollector() {
            private int base;

            @Override
            protected void doSetNextReader(LeafReaderContext segment) {
                base = segment.docBase;
            }

            @Override
            public void collect(int document) throws IOException {
                if (tags.advanceExact(base + document)) {
                    for (int i = tags.docValueCount(); i > 0; i--) {
                        counts[(int) tags.nextOrd()]++;
                    }
                }
            }

            @Override
            public ScoreMode scoreMode() {
                return ScoreMode.COMPLETE_NO_SCORES;
            }
        };
    }

    private List<String> words(String text) throws IOException {
        List<String> words = new ArrayList<>();
        try (TokenStream stream = analyzer.tokenStream("body", text)) {
            CharTermAttribute word = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                words.add(word.toString());
            }
            stream.end();
        }
        return words;
    }

    @Override
    public void close() throws IOException {
        searchers.close();
        writer.close();
        directory.close();
    }
}
