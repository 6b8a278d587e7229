package dev.byline.examples.cli.evaluate.related;

import dev.byline.examples.cli.evaluate.PlainAnalyzers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LogDocMergePolicy;
import org.apache.lucene.index.Term;
import org.apache.lucene.queries.mlt.MoreLikeThis;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.IOUtils;

/** Lucene's MoreLikeThis over headline, standfirst and body in one field, with Lucene's analyzer of the language. */
final class LuceneRelated implements RelatedSystem {
    private static final String NUMBER = "number";
    private static final String TEXT = "text";
    private static final String DAY = "day";

    /** Lucene allows so many clauses in a query; a few are for the filters. */
    private static final int MOST_TERMS = IndexSearcher.getMaxClauseCount() - 8;

    private final Directory directory;
    private final DirectoryReader reader;
    private final IndexSearcher searcher;
    private final MoreLikeThis alike;

    private LuceneRelated(Posts posts, Path folder) {
        try {
            directory = FSDirectory.open(folder);
            write(posts);
            reader = DirectoryReader.open(directory);
            alike = new MoreLikeThis(reader);
        } catch (IOException e) {
            throw failure(e);
        }
        searcher = new IndexSearcher(reader);
        alike.setFieldNames(new String[] {TEXT});
    }

    /** As found. */
    static LuceneRelated withDefaults(Posts posts, Path folder) {
        return new LuceneRelated(posts, folder);
    }

    /** With the settings that serve best on news: every term, however rare, by its weight. */
    static LuceneRelated atItsBest(Posts posts, Path folder) {
        LuceneRelated best = new LuceneRelated(posts, folder);
        best.alike.setMinTermFreq(1);
        best.alike.setMinDocFreq(1);
        best.alike.setMaxQueryTerms(MOST_TERMS);
        best.alike.setBoost(true);
        return best;
    }

    // Into one segment in the order of the numbers, so that Lucene's numbers are ours.
    private void write(Posts posts) throws IOException {
        FieldType withVectors = new FieldType(TextField.TYPE_NOT_STORED);
        withVectors.setStoreTermVectors(true);
        withVectors.freeze();
        try (Analyzer analyzer = PlainAnalyzers.of(posts.language());
                IndexWriter writer = new IndexWriter(
                        directory, new IndexWriterConfig(analyzer).setMergePolicy(new LogDocMergePolicy()))) {
            for (Post post : posts.all()) {
                Document document = new Document();
                document.add(new StringField(NUMBER, Integer.toString(post.number()), Field.Store.NO));
                document.add(new Field(TEXT, post.text(), withVectors));
                document.add(new LongPoint(DAY, post.day().toEpochDay()));
                writer.addDocument(document);
            }
            writer.forceMerge(1);
        }
    }

    @Override
    public Answer ask(Post post, Scope scope, int most) {
        try {
            BooleanQuery.Builder query = new BooleanQuery.Builder()
                    .add(alike.like(post.number()), Occur.MUST)
                    .add(new TermQuery(new Term(NUMBER, Integer.toString(post.number()))), Occur.MUST_NOT);
            if (scope.pastOnly()) {
                query.add(
                        LongPoint.newRangeQuery(DAY, Long.MIN_VALUE, post.day().toEpochDay()), Occur.FILTER);
            }
            Set<Integer> pool = scope.pool();
            if (pool != null) {
                List<BytesRef> numbers = pool.stream()
                        .map(number -> new BytesRef(number.toString().getBytes(StandardCharsets.US_ASCII)))
                        .toList();
                query.add(new TermInSetQuery(NUMBER, numbers), Occur.FILTER);
            }
            List<Scored> ranked = new ArrayList<>();
            for (ScoreDoc hit : searcher.search(query.build(), most).scoreDocs) {
                ranked.add(new Scored(hit.doc, hit.score));
            }
            return new Answer(ranked, Set.of());
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private static UncheckedIOException failure(IOException e) {
        return new UncheckedIOException("plain Lucene failed: " + e.getMessage(), e);
    }

    @Override
    public void close() {
        try {
            IOUtils.close(reader, directory);
        } catch (IOException e) {
            throw failure(e);
        }
    }
}
