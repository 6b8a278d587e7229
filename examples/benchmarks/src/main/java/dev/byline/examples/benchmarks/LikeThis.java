package dev.byline.examples.benchmarks;

import dev.byline.article.Article;
import dev.byline.text.PlainText;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.queries.mlt.MoreLikeThis;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.store.FSDirectory;

/** Lucene's MoreLikeThis over headline and body, which are one field with term vectors, in one segment. */
final class LikeThis implements Closeable {
    private static final String TEXT = "text";
    private static final int LIST = 5;
    private static final int MOST_TERMS = 10_000;

    private final FSDirectory directory;
    private final DirectoryReader reader;
    private final IndexSearcher searcher;
    private final MoreLikeThis defaults;
    private final MoreLikeThis allTerms;

    private LikeThis(Path folder) throws IOException {
        directory = FSDirectory.open(folder);
        reader = DirectoryReader.open(directory);
        searcher = new IndexSearcher(reader);
        searcher.setQueryCache(null);
        defaults = alike(reader);
        allTerms = alike(reader);
        allTerms.setMinTermFreq(1);
        allTerms.setMinDocFreq(1);
        allTerms.setMaxQueryTerms(MOST_TERMS);
        allTerms.setBoost(true);
    }

    private static MoreLikeThis alike(DirectoryReader reader) throws IOException {
        MoreLikeThis alike = new MoreLikeThis(reader);
        alike.setAnalyzer(new EnglishAnalyzer());
        alike.setFieldNames(new String[] {TEXT});
        return alike;
    }

    static LikeThis open(Path folder, MadeUpSubjects news) throws IOException {
        try (FSDirectory directory = FSDirectory.open(folder)) {
            if (!DirectoryReader.indexExists(directory)) {
                write(directory, news);
            }
        }
        return new LikeThis(folder);
    }

    private static void write(FSDirectory directory, MadeUpSubjects news) throws IOException {
        FieldType withVectors = new FieldType(TextField.TYPE_NOT_STORED);
        withVectors.setStoreTermVectors(true);
        withVectors.freeze();
        try (Analyzer analyzer = new EnglishAnalyzer();
                IndexWriter writer =
                        new IndexWriter(directory, new IndexWriterConfig(analyzer).setRAMBufferSizeMB(64))) {
            NewsIndex.batches(news.all(), articles -> {
                for (Article article : List.copyOf(articles)) {
                    Document document = new Document();
                    String text = article.headline() + "\n" + PlainText.of(article.body());
                    document.add(new Field(TEXT, text, withVectors));
                    writer.addDocument(document);
                }
            });
            writer.forceMerge(1);
        }
    }

    TopDocs withDefaults(int document) throws IOException {
        return searcher.search(defaults.like(document), LIST + 1);
    }

    TopDocs withAllTerms(int document) throws IOException {
        return searcher.search(allTerms.like(document), LIST + 1);
    }

    @Override
    public void close() throws IOException {
        reader.close();
        directory.close();
    }
}
