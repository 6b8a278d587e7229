package dev.byline.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.article.Article;
import dev.byline.article.ArticleId;
import dev.byline.article.ArticleStatus;
import dev.byline.search.Synonyms;
import dev.byline.search.document.SearchDocument;
import dev.byline.search.document.SearchField;
import dev.byline.search.document.SearchTerms;
import dev.byline.search.lucene.QueryReader.Read;
import dev.byline.search.lucene.QueryReader.Typed;
import dev.byline.taxonomy.Tag;
import dev.byline.testkit.ArbitraryContent;
import dev.byline.testkit.MovableClock;
import dev.byline.testkit.SampleArticles;
import dev.byline.text.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Who builds an index of the descriptions alone has the index of the embedded engine. */
class NewsAnalysisLaws {
    private final NewsAnalysis analysis = NewsAnalysis.with(Synonyms.none());
    private final NewsAnalyzer analyzer = new NewsAnalyzer();
    private final Portraits portraits = new Portraits(new FunctionWords(analyzer));

    @Provide
    Arbitrary<String> prose() {
        Arbitrary<String> words = Arbitraries.of(
                "Bridges",
                "closed",
                "universities",
                "U.S.",
                "US",
                "us",
                "Iran's",
                "al-Houthi",
                "Houthis",
                "Abd al-Rahman",
                "Ahmadi-Nejad",
                "Nur al-Din",
                "Nureddin",
                "Khamenei",
                "Khamenai",
                "Sana'a",
                "والحكومة",
                "الحوثيون",
                "نور الدين",
                "أحمدي نجاد",
                "می‌خواهم",
                "کتاب‌ها",
                "نژاد",
                "دولت",
                "הממשלה",
                "צה\"ל",
                "בן-גוריון",
                "日本語テスト",
                "ภาษาไทย",
                "\ufdfa",
                "\u200b",
                "'",
                "🗞️",
                "2024-25",
                "<p>",
                "</p>",
                "&amp;",
                "\u2029");
        Arbitrary<String> odd = Arbitraries.strings().ofMaxLength(8);
        return Arbitraries.frequencyOf(Tuple.of(8, words), Tuple.of(1, odd))
                .list()
                .ofMaxSize(25)
                .map(pieces -> String.join(" ", pieces));
    }

    @Provide
    Arbitrary<List<Article>> archives() {
        Arbitrary<Article> article = Combinators.combine(
                        ArbitraryContent.articles(),
                        prose(),
                        prose(),
                        prose(),
                        prose(),
                        Arbitraries.of("en", "ar", "fa", "he", "und"))
                .as((any, headline, standfirst, body, filed, language) -> {
                    List<Tag> tags = new ArrayList<>(any.tags());
                    tags.add(Tag.of("prose", filed));
                    return any.toBuilder()
                            .status(ArticleStatus.PUBLISHED)
                            .publishedAt(any.publishedAt() == null ? SampleArticles.NOW : any.publishedAt())
                            .passwordProtected(false)
                            .headline(headline)
                            .standfirst(standfirst)
                            .body(body)
                            .creditLine(filed)
                            .tags(tags)
                            .language(Language.of(language))
                            .build();
                });
        return article.list().ofMinSize(1).ofMaxSize(6).map(NewsAnalysisLaws::numbered);
    }

    private static List<Article> numbered(List<Article> articles) {
        List<Article> numbered = new ArrayList<>();
        for (Article article : articles) {
            numbered.add(
                    article.toBuilder().id(ArticleId.of("n" + numbered.size())).build());
        }
        return numbered;
    }

    private SearchDocument described(Article article) {
        return analysis.document(article).orElseThrow();
    }

    private static void embedded(Directory directory, List<Article> articles) {
        try (LuceneSearch search = LuceneSearch.open(directory, MovableClock.at(SampleArticles.NOW))) {
            search.put(articles);
        }
    }

    @Example
    void a_text_without_words_is_a_field_that_is_not_there() throws IOException {
        Article bridges = SampleArticles.story("n0", "bridges", "").toBuilder().build();
        Article wordless = bridges.toBuilder()
                .id(ArticleId.of("n1"))
                .headline("'")
                .standfirst("\u200b")
                .body("")
                .build();
        the_same_terms_stand_at_the_same_places(List.of(bridges, wordless));
        words_are_where_they_are_in_the_text(List.of(bridges, wordless));
    }

    @Property(tries = 60)
    void the_same_terms_stand_at_the_same_places(@ForAll("archives") List<Article> articles) throws IOException {
        try (Directory own = new ByteBuffersDirectory();
                Directory other = new ByteBuffersDirectory()) {
            embedded(own, articles);
            DescribedIndex.write(
                    other,
                    articles.stream()
                            .map(article -> DescribedIndex.document(described(article), false))
                            .toList());
            try (DirectoryReader one = DirectoryReader.open(own);
                    DirectoryReader two = DirectoryReader.open(other)) {
                for (SearchField field : SearchField.all()) {
                    assertThat(DescribedIndex.contents(two, field.name()))
                            .as(field.name())
                            .isEqualTo(DescribedIndex.contents(one, field.name()));
                }
                assertThat(DescribedIndex.contents(two, Field.ID)).hasSize(articles.size());
            }
        }
    }

    @Property(tries = 60)
    void words_are_where_they_are_in_the_text(@ForAll("archives") List<Article> articles) throws IOException {
        try (Directory own = new ByteBuffersDirectory();
                Directory other = new ByteBuffersDirectory()) {
            List<Document> ours = new ArrayList<>();
            List<Document> described = new ArrayList<>();
            for (Article article : articles) {
                Document document = ArticleDocument.of(article, 0, analyzer, portraits);
                ours.add(DescribedIndex.withOffsets(document, article.id().value(), analyzer));
                SearchDocument said = described(article);
                described.add(DescribedIndex.document(said, true));
                // docs/search-engines.md lets control characters but NUL part terms.
                assertThat(said.texts().values())
                        .allSatisfy(tokens -> assertThat(tokens)
                                .allMatch(token -> token.term().chars().noneMatch(c -> c > 0 && c < ' ')));
            }
            DescribedIndex.write(own, ours, analyzer);
            DescribedIndex.write(other, described);
            try (DirectoryReader one = DirectoryReader.open(own);
                    DirectoryReader two = DirectoryReader.open(other)) {
                for (String field : List.of(Field.TEXT, Field.FILED, Field.HEADLINE)) {
                    assertThat(DescribedIndex.contents(two, field))
                            .as(field)
                            .isEqualTo(DescribedIndex.contents(one, field));
                }
            }
        }
    }

    @Property(tries = 60)
    void numbers_names_and_texts_are_those_of_the_index(@ForAll("archives") List<Article> articles) throws IOException {
        try (Directory own = new ByteBuffersDirectory()) {
            embedded(own, articles);
            try (DirectoryReader reader = DirectoryReader.open(own)) {
                Map<String, SearchDocument> described = new TreeMap<>();
                articles.forEach(article -> described.put(article.id().value(), described(article)));
                assertThat(reader.numDocs()).isEqualTo(described.size());
                for (LeafReaderContext segment : reader.leaves()) {
                    for (int document = 0; document < segment.reader().maxDoc(); document++) {
                        @Nullable
                        String id = segment.reader()
                                .storedFields()
                                .document(document)
                                .get(Field.ID);
                        same(segment.reader(), document, described.getOrDefault(id, described(articles.get(0))));
                    }
                }
            }
        }
    }

    private static void same(LeafReader reader, int document, SearchDocument described) throws IOException {
        Map<String, String> kept = new TreeMap<>();
        for (IndexableField field : reader.storedFields().document(document)) {
            kept.put(field.name(), field.numericValue() == null ? field.stringValue() : "" + field.numericValue());
        }
        BinaryDocValues fingerprints = DocValues.getBinary(reader, Field.FINGERPRINT);
        assertThat(fingerprints.advanceExact(document)).isTrue();
        BytesRef fingerprint = fingerprints.binaryValue();
        StringBuilder hexadecimal = new StringBuilder();
        for (int i = 0; i < fingerprint.length; i++) {
            hexadecimal.append(String.format("%02x", fingerprint.bytes[fingerprint.offset + i]));
        }
        kept.put(Field.FINGERPRINT, hexadecimal.toString());
        BinaryDocValues words = DocValues.getBinary(reader, Field.WORDS);
        assertThat(words.advanceExact(document)).isTrue();
        kept.put(Field.WORDS, words.binaryValue().utf8ToString());
        Map<String, String> said = new TreeMap<>(described.kept());
        for (SearchField field : SearchField.all()) {
            if (field.kind() == SearchField.Kind.NUMBER) {
                NumericDocValues numbers = DocValues.getNumeric(reader, field.name());
                assertThat(numbers.advanceExact(document)).isTrue();
                assertThat(described.numbers()).containsEntry(field.name(), numbers.longValue());
                if (field.kept()) {
                    said.put(field.name(), "" + described.numbers().get(field.name()));
                }
            }
            if (field.kind() == SearchField.Kind.KEYS && field.kept()) {
                described
                        .keys()
                        .getOrDefault(field.name(), List.of())
                        .forEach(key -> said.put(field.name(), key.key()));
            }
            if (field.named()) {
                Set<SearchDocument.Key> names = new LinkedHashSet<>();
                SortedSetDocValues values = DocValues.getSortedSet(reader, field.name() + Field.NAMED);
                if (values.advanceExact(document)) {
                    for (int i = 0; i < values.docValueCount(); i++) {
                        Named named = Named.read(values.lookupOrd(values.nextOrd()));
                        names.add(new SearchDocument.Key(named.key(), named.name()));
                    }
                }
                assertThat(described.keys().getOrDefault(field.name(), List.of()))
                        .containsExactlyInAnyOrderElementsOf(names);
            }
        }
        assertThat(said).isEqualTo(kept);
    }

    @Property(tries = 20)
    void the_index_holds_what_the_fields_say(@ForAll("archives") List<Article> articles) throws IOException {
        try (Directory own = new ByteBuffersDirectory()) {
            embedded(own, articles);
            try (DirectoryReader reader = DirectoryReader.open(own)) {
                Map<String, SearchField> fields = new TreeMap<>();
                SearchField.all().forEach(field -> fields.put(field.name(), field));
                for (FieldInfo info : FieldInfos.getMergedFieldInfos(reader)) {
                    @Nullable SearchField field = fields.get(info.name);
                    if (field == null) {
                        assertThat(info.name.equals(Field.ROUND)
                                        || info.name.endsWith(Field.NAMED)
                                        || info.name.startsWith(Portraits.FIELD))
                                .as(info.name)
                                .isTrue();
                    } else if (field.kind() == SearchField.Kind.TEXT) {
                        assertThat(info.hasNorms()).as(info.name).isEqualTo(field.bm25() != null);
                    }
                }
            }
        }
    }

    @Property(tries = 200)
    void a_query_looks_for_what_the_embedded_engine_does(
            @ForAll("archives") List<Article> articles, @ForAll("prose") String typed) throws IOException {
        try (Directory own = new ByteBuffersDirectory()) {
            embedded(own, articles);
            try (DirectoryReader reader = DirectoryReader.open(own)) {
                Read read = QueryReader.read(
                        analyzer, new FunctionWords(analyzer), new SameMeaning(analyzer, Synonyms.none()), typed);
                SearchTerms asked = analysis.query(typed);
                assertThat(asked.words()).hasSameSizeAs(read.words());
                for (int i = 0; i < read.words().size(); i++) {
                    Typed word = read.words().get(i);
                    SearchTerms.Word described = asked.words().get(i);
                    Map<String, Float> terms =
                            new LinkedHashMap<>(analysis.spelled(described, listed(reader, described))
                                    .terms());
                    terms.keySet().removeIf(term -> !isIn(reader, term));
                    Map<String, Float> embedded = new Meanings(reader, read, new Beginnings())
                            .of(word, false)
                            .terms();
                    assertThat(terms).isEqualTo(embedded);
                }
            }
        }
    }

    private static boolean isIn(IndexReader reader, String term) {
        try {
            return new Statistics(reader).hasAny(term);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static List<String> listed(IndexReader reader, SearchTerms.Word word) throws IOException {
        Set<String> listed = new LinkedHashSet<>();
        @Nullable Terms terms = MultiTerms.getTerms(reader, Field.SPELLING);
        if (terms != null) {
            TermsEnum each = terms.iterator();
            while (each.next() != null) {
                String term = each.term().utf8ToString();
                if (word.names().stream()
                        .anyMatch(name -> name.prefixes().stream().anyMatch(term::startsWith))) {
                    listed.add(term);
                }
            }
        }
        return List.copyOf(listed);
    }
}
