package dev.byline.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.byline.article.Article;
import dev.byline.article.ArticleStatus;
import dev.byline.search.Synonyms;
import dev.byline.search.document.SearchDocument;
import dev.byline.search.document.SearchField;
import dev.byline.search.document.SearchTerms;
import dev.byline.taxonomy.Tag;
import dev.byline.testkit.SampleArticles;
import dev.byline.text.Language;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.core.KeywordTokenizer;
import org.apache.lucene.analysis.miscellaneous.LengthFilter;
import org.apache.lucene.analysis.pattern.PatternCaptureGroupTokenFilter;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.api.Test;

class NewsAnalysisTest {
    private final NewsAnalysis analysis = NewsAnalysis.with(Synonyms.none());

    private static Article article() {
        return SampleArticles.article("a")
                .headline("Bridges closed")
                .body("<p>Khamenei spoke.</p><p>No one crossed.</p>")
                .tags(List.of(Tag.of("floods", "Floods")))
                .language(Language.of("en"))
                .build();
    }

    private static List<String> at(SearchDocument document, SearchField field, int position) {
        return document.texts().getOrDefault(field.name(), List.of()).stream()
                .filter(token -> token.position() == position)
                .map(SearchDocument.Token::term)
                .toList();
    }

    @Test
    void an_article_is_described_term_by_term() {
        SearchDocument document = analysis.document(article()).orElseThrow();
        assertThat(at(document, SearchField.HEADLINE, 0)).contains("bridges", "=bridge");
        assertThat(document.texts().get("headline"))
                .containsOnlyOnce(
                        new SearchDocument.Token("=bridge", 0, 0, 7), new SearchDocument.Token("closed", 1, 8, 14));
        // The headline counts three times, each a gap apart.
        assertThat(at(document, SearchField.TEXT, 2 * (2 + SearchDocument.Token.GAP)))
                .isEqualTo(at(document, SearchField.TEXT, 0))
                .contains("bridges");
        assertThat(at(document, SearchField.TEXT, 3 * (2 + SearchDocument.Token.GAP)))
                .contains("khamenei");
        assertThat(document.keys().get("spelling"))
                .anyMatch(spelling -> spelling.key().endsWith("\0khamenei"));
        assertThat(document.kept().get("words")).startsWith("3 bridge\n3 closed\n");
        assertThat(document.keys().get("tag")).containsExactly(new SearchDocument.Key("floods", "Floods"));
        assertThat(document.keys().get("headline.whole")).containsExactly(new SearchDocument.Key("bridges closed", ""));
        assertThat(document.numbers())
                .containsEntry("published", SampleArticles.NOW.getEpochSecond())
                .containsEntry("expires", Long.MAX_VALUE);
        assertThat(document.kept())
                .containsEntry("title", "Bridges closed")
                .containsEntry("story", "Khamenei spoke.\u2029No one crossed.")
                .doesNotContainKey("image");
    }

    @Test
    void what_only_an_editor_makes_public_is_not_described() {
        assertThat(analysis.document(
                        article().toBuilder().status(ArticleStatus.DRAFT).build()))
                .isEmpty();
        assertThat(analysis.document(
                        article().toBuilder().passwordProtected(true).build()))
                .isEmpty();
    }

    @Test
    void a_query_is_terms_phrases_and_what_to_leave_out() {
        SearchTerms asked = NewsAnalysis.with(Synonyms.none().and("bridge", "river crossing"))
                .query("bridges \"were closed\" -floods");
        SearchTerms.Word bridges = asked.words().get(0);
        assertThat(bridges.terms()).containsEntry("=bridge", 0.9f).containsEntry("bridge", 0.9f);
        assertThat(bridges.terms().getOrDefault("bridges", 0f) + 0.9f).isEqualTo(1);
        assertThat(bridges.same()).hasSize(1);
        assertThat(bridges.same().get(0).places().get(1).terms()).contains("crossing");
        assertThat(bridges.same().get(0).places().get(1).position()).isEqualTo(1);
        assertThat(asked.phrases())
                .containsExactly(new SearchTerms.Phrase(List.of(
                        new SearchTerms.Place(0, List.of("were")), new SearchTerms.Place(1, List.of("closed")))));
        assertThat(asked.withoutWords()).extracting(SearchTerms.Word::word).containsExactly("floods");
        assertThat(asked.whole()).isEmpty();
        assertThat(analysis.query("-floods").all()).isTrue();
        assertThat(analysis.query("").words()).isEmpty();
    }

    @Test
    void other_spellings_are_those_listed_that_sound_alike() {
        SearchTerms.Word asked = analysis.query("Khamenei").words().get(0);
        List<String> prefixes = asked.names().get(0).prefixes();
        List<String> listed = List.of(
                prefixes.get(0) + "khamenai", prefixes.get(0) + "khamenei", prefixes.get(0) + "kaaman", "khamenaii");
        assertThat(analysis.spelled(asked, listed).terms())
                .containsEntry("khamenai", 0.5f)
                .containsEntry("=khamenai", 0.5f)
                .containsAllEntriesOf(asked.terms())
                .hasSize(asked.terms().size() + 2);
    }

    @Test
    void what_was_found_is_marked_without_an_index() {
        SearchTerms asked = analysis.query("Khamenai bridges");
        assertThat(analysis.headlineHtml(asked, "A bridge & talks")).isEqualTo("A <mark>bridge</mark> &amp; talks");
        String story = "Khamenei spoke.\u2029No bridge was open.";
        assertThat(analysis.snippetHtml(asked, story)).doesNotContain("<mark>Khamenei");
        List<SearchTerms.Word> spelled = asked.words().stream()
                .map(word -> word.and(word.word().equals("khamenai") ? Map.of("khamenei", 0.5f) : Map.of()))
                .toList();
        assertThat(analysis.snippetHtml(asked.words(spelled), story))
                .contains("<mark>Khamenei</mark> spoke.", "<mark>bridge</mark>");
        assertThat(analysis.snippetHtml(analysis.query(""), story)).isEqualTo("Khamenei spoke. No bridge was open.");
    }

    @Test
    void terms_that_no_engine_could_weigh_are_refused() {
        SearchTerms.Word word = analysis.query("bridge").words().get(0);
        for (float weight : new float[] {0, -1, 1.5f, Float.NaN}) {
            assertThatIllegalArgumentException().isThrownBy(() -> word.and(Map.of("viaduct", weight)));
        }
        assertThatIllegalArgumentException().isThrownBy(() -> new SearchTerms.Place(-1, List.of("bridge")));
        SearchTerms nothing = analysis.query("bridge")
                .words(List.of(new SearchTerms.Word("bridge", 0, 6, Map.of(), List.of(), List.of())));
        assertThat(analysis.headlineHtml(nothing, "A bridge")).isEqualTo("A bridge");
    }

    @Test
    void it_is_json_under_both_jacksons() throws IOException {
        var three = new tools.jackson.databind.json.JsonMapper();
        var two = new com.fasterxml.jackson.databind.json.JsonMapper();
        SearchDocument document = analysis.document(article()).orElseThrow();
        String json = three.writeValueAsString(document);
        assertThat(json)
                .contains(
                        "{\"term\":\"closed\",\"position\":1,\"start\":8,\"end\":14}", "\"tag\":[{\"key\":\"floods\"");
        assertThat(two.writeValueAsString(document)).isEqualTo(json);
        assertThat(three.readValue(json, SearchDocument.class)).isEqualTo(document);
        assertThat(two.readValue(json, SearchDocument.class)).isEqualTo(document);
        SearchTerms asked = analysis.query("Khamenei \"bridge closed\" -floods");
        assertThat(two.writeValueAsString(asked)).isEqualTo(three.writeValueAsString(asked));
        assertThat(three.readValue(three.writeValueAsString(asked), SearchTerms.class))
                .isEqualTo(asked);
        assertThat(three.writeValueAsString(SearchField.TEXT))
                .isEqualTo(
                        "{\"name\":\"text\",\"kind\":\"text\",\"kept\":false,\"named\":false,"
                                + "\"bm25\":{\"k1\":1.2,\"b\":0.75},\"about\":\"headline three times, standfirst twice, body once\"}");
        for (SearchField field : SearchField.all()) {
            assertThat(two.writeValueAsString(field)).isEqualTo(three.writeValueAsString(field));
            assertThat(three.readValue(three.writeValueAsString(field), SearchField.class))
                    .isEqualTo(field);
        }
    }

    @Test
    void the_constants_are_those_of_the_embedded_engine() {
        BM25Similarity similarity = new BM25Similarity();
        assertThat(SearchField.Bm25.DEFAULT.k1()).isCloseTo((double) similarity.getK1(), within(1e-6));
        assertThat(SearchField.Bm25.DEFAULT.b()).isCloseTo((double) similarity.getB(), within(1e-6));
        assertThat(SearchField.all()).extracting(SearchField::name).doesNotHaveDuplicates();
    }

    // As docs/search-engines.md proposes for engines to which only strings can be sent.
    @Test
    void places_sent_as_strings_are_the_same_places() throws IOException {
        List<Article> articles = new ArrayList<>(SampleArticles.published(40, 3));
        articles.add(
                SampleArticles.story("odd", "' al-Houthi ' \ufdfa", "می‌خواهم ' ' צה\"ל U.S. troops, Abd al-Rahman"));
        Analyzer places = new Analyzer() {
            @Override
            protected TokenStreamComponents createComponents(String field) {
                Tokenizer whole = new KeywordTokenizer();
                TokenStream parted = new PatternCaptureGroupTokenFilter(whole, false, Pattern.compile("([^\u001f]+)"));
                return new TokenStreamComponents(whole, new LengthFilter(parted, 1, Integer.MAX_VALUE));
            }
        };
        try (Directory described = new ByteBuffersDirectory();
                Directory sent = new ByteBuffersDirectory()) {
            List<Document> one = new ArrayList<>();
            List<Document> other = new ArrayList<>();
            for (Article article : articles) {
                SearchDocument document = analysis.document(article).orElseThrow();
                one.add(DescribedIndex.document(document, false));
                Document strings = new Document();
                strings.add(new StringField(Field.ID, article.id().value(), Store.NO));
                for (String value : places(document.texts().getOrDefault("text", List.of()))) {
                    strings.add(new TextField("text", value, Store.NO));
                }
                other.add(strings);
            }
            DescribedIndex.write(described, one);
            DescribedIndex.write(sent, other, places);
            try (DirectoryReader first = DirectoryReader.open(described);
                    DirectoryReader second = DirectoryReader.open(sent)) {
                assertThat(DescribedIndex.contents(first, "text")).hasSizeGreaterThan(1_000);
                assertThat(DescribedIndex.contents(second, "text")).isEqualTo(DescribedIndex.contents(first, "text"));
            }
        }
    }

    private static List<String> places(List<SearchDocument.Token> tokens) {
        Map<Integer, String> terms = new TreeMap<>();
        tokens.forEach(token -> terms.merge(token.position(), token.term(), (a, b) -> a + '\u001f' + b));
        List<String> places = new ArrayList<>();
        for (Map.Entry<Integer, String> place : terms.entrySet()) {
            while (places.size() < place.getKey()) {
                places.add("");
            }
            places.add(place.getValue());
        }
        return places;
    }
}
