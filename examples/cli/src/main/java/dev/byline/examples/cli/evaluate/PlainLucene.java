package dev.byline.examples.cli.evaluate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;

/**
 * Lucene as found: title and body in one field, one analyzer, BM25 with its own constants, and any document with any of
 * the words.
 */
final class PlainLucene implements SearchSystem {
    private static final String ID = "id";
    private static final String TEXT = "text";

    private final Analyzer analyzer;
    private final Directory directory;
    private final IndexWriter writer;
    private @Nullable DirectoryReader reader;

    /** Something that Lucene does. */
    private interface Work<T> {
        T run() throws IOException;
    }

    PlainLucene(Path folder, Analyzer analyzer) {
        this.analyzer = analyzer;
        directory = run(() -> FSDirectory.open(folder));
        writer = run(() -> new IndexWriter(directory, new IndexWriterConfig(analyzer)));
    }

    private static <T> T run(Work<T> work) {
        try {
            return work.run();
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private static UncheckedIOException failure(IOException e) {
        return new UncheckedIOException("plain Lucene failed: " + e.getMessage(), e);
    }

    @Override
    public Batch ready(List<Document> documents) {
        List<org.apache.lucene.document.Document> ready = new ArrayList<>(documents.size());
        for (Document document : documents) {
            org.apache.lucene.document.Document fields = new org.apache.lucene.document.Document();
            fields.add(new StoredField(ID, document.id()));
            fields.add(new TextField(TEXT, document.title() + "\n" + document.body(), Field.Store.NO));
            ready.add(fields);
        }
        return () -> run(() -> {
            for (var fields : ready) {
                writer.addDocument(fields);
            }
            return ready.size();
        });
    }

    @Override
    public void commit() {
        run(writer::commit);
    }

    @Override
    public List<String> find(String text, int most) {
        return run(() -> {
            IndexSearcher searcher = new IndexSearcher(reader());
            StoredFields stored = searcher.storedFields();
            List<String> found = new ArrayList<>();
            for (ScoreDoc hit : searcher.search(query(text), most).scoreDocs) {
                found.add(stored.document(hit.doc).get(ID));
            }
            return found;
        });
    }

    private DirectoryReader reader() throws IOException {
        DirectoryReader open = reader;
        if (open == null) {
            open = DirectoryReader.open(directory);
            reader = open;
        }
        return open;
    }

    // A word that is said twice counts twice, as with Lucene's own query parsers.
    private Query query(String text) throws IOException {
        Map<String, Integer> words = new LinkedHashMap<>();
        try (TokenStream tokens = analyzer.tokenStream(TEXT, text)) {
            CharTermAttribute word = tokens.addAttribute(CharTermAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                if (words.size() < IndexSearcher.getMaxClauseCount() || words.containsKey(word.toString())) {
                    words.merge(word.toString(), 1, Integer::sum);
                }
            }
            tokens.end();
        }
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        words.forEach((word, times) -> {
            Query one = new TermQuery(new Term(TEXT, word));
            any.add(times == 1 ? one : new BoostQuery(one, times), BooleanClause.Occur.SHOULD);
        });
        return any.build();
    }

    @Override
    public void close() {
        try {
            IOUtils.close(reader, writer, directory, analyzer);
        } catch (IOException e) {
            throw failure(e);
        }
    }
}
