package dev.byline.search.lucene;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.byline.article.Article;
import dev.byline.article.ArticleId;
import dev.byline.search.lucene.NewsAnalyzer.Token;
import dev.byline.testkit.SampleArticles;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.lucene.store.ByteBuffersDirectory;

/** Real posts and the misspellings of real people, from the folder of real content. */
final class TypoData {
    final NewsAnalyzer analyzer = new NewsAnalyzer();
    final List<Article> posts = new ArrayList<>();

    /** Misspellings by what was meant, both folded. */
    final Map<String, List<String>> misspellings = new TreeMap<>();

    /** How many posts have a headline. */
    final Map<String, Integer> headlines = new HashMap<>();

    private TypoData() {}

    /** Passes the test over where there is no folder. */
    static TypoData read() throws IOException {
        String folder = System.getProperty("byline.data", "");
        assumeTrue(!folder.isBlank(), "no folder of real content in byline.data");
        Path posts = Path.of(folder, "digitalgov", "articles.jsonl.gz");
        Path typos = Path.of(folder, "typos", "birkbeck-dev.jsonl");
        assumeTrue(Files.isReadable(posts), "no " + posts.getFileName() + " in byline.data");
        assumeTrue(Files.isReadable(typos), "no " + typos.getFileName() + " in byline.data");
        TypoData data = new TypoData();
        ObjectMapper json = new ObjectMapper();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(posts)), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                data.addPost(json.readTree(line));
            }
        }
        try (Stream<String> lines = Files.lines(typos)) {
            for (String line : (Iterable<String>) lines::iterator) {
                JsonNode pair = json.readTree(line);
                data.addTypo(pair.get("correct").asText(), pair.get("typo").asText());
            }
        }
        return data;
    }

    private void addPost(JsonNode post) {
        String id = post.get("id").asText();
        String headline = post.get("title").asText();
        headlines.merge(headline, 1, Integer::sum);
        posts.add(Article.builder(ArticleId.of(id), id)
                .headline(headline)
                .standfirst(post.get("summary").asText())
                .body(post.get("body").asText())
                .published(Instant.parse(id.substring(0, 10) + "T00:00:00Z"))
                .build());
    }

    private void addTypo(String correct, String typo) {
        List<Token> right = analyzer.tokens(correct, 2);
        List<Token> wrong = analyzer.tokens(typo, 2);
        if (right.size() == 1
                && wrong.size() == 1
                && !right.get(0).word().equals(wrong.get(0).word())) {
            misspellings
                    .computeIfAbsent(right.get(0).word(), word -> new ArrayList<>())
                    .add(wrong.get(0).word());
        }
    }

    LuceneSearch search() {
        LuceneSearch search = LuceneSearch.open(new ByteBuffersDirectory(), () -> SampleArticles.NOW);
        search.put(posts);
        return search;
    }
}
