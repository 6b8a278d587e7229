package dev.byline.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.byline.article.Article;
import dev.byline.article.Author;
import dev.byline.search.SuggestQuery;
import dev.byline.search.Suggestions;
import dev.byline.search.Suggestions.Suggestion;
import dev.byline.taxonomy.Tag;
import dev.byline.testkit.Rule;
import dev.byline.testkit.SampleArticles;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How soon what is meant is among the first four suggestions, on a real site and with real names. */
class SuggestionDataTest {
    private static final int KEYSTROKES = 5;
    private static final int FIRST = 4;
    private static final int DRAWN = 400;
    private static final JsonMapper JSON = new JsonMapper();

    private final Random random = new Random(1);

    private static Path file(String folder, String name) {
        String data = System.getProperty("byline.data", "");
        assumeTrue(!data.isBlank(), "no folder of real content in byline.data");
        Path file = Path.of(data, folder, name);
        assumeTrue(Files.isReadable(file), "no " + name + " in byline.data");
        return file;
    }

    private static List<Article> digitalGov() throws IOException {
        List<Article> articles = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file("digitalgov", "articles.jsonl.gz"))),
                StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode post = JSON.readTree(line);
                List<Tag> tags = new ArrayList<>();
                post.path("tags").forEach(tag -> tags.add(Tag.of(tag.asString(), name(tag.asString()))));
                List<Author> authors = new ArrayList<>();
                post.path("authors")
                        .forEach(author -> authors.add(Author.of(author.asString(), name(author.asString()))));
                articles.add(SampleArticles.article(post.path("id").asString())
                        .headline(post.path("title").asString())
                        .body("")
                        .tags(tags)
                        .authors(authors.toArray(new Author[0]))
                        .regions()
                        .sections()
                        .build());
            }
        }
        return articles;
    }

    // The collection names tags and authors by their slugs.
    private static String name(String slug) {
        StringBuilder name = new StringBuilder();
        boolean first = true;
        for (int i = 0; i < slug.length(); i++) {
            char c = slug.charAt(i) == '-' ? ' ' : slug.charAt(i);
            name.append(first ? Character.toUpperCase(c) : c);
            first = c == ' ';
        }
        return name.toString();
    }

    @Test
    @Rule("S-15")
    void five_keystrokes_of_a_word_or_name_are_enough_and_a_wrong_one_does_little_harm() throws IOException {
        List<Article> articles = digitalGov();
        List<String> words = articles.stream()
                .flatMap(article -> words(article.headline()).stream())
                .filter(word -> word.length() >= KEYSTROKES)
                .toList();
        List<String> tags = articles.stream()
                .flatMap(article -> article.tags().stream())
                .map(Tag::name)
                .toList();
        List<String> authors = articles.stream()
                .flatMap(article -> article.authors().stream())
                .map(Author::name)
                .filter(name -> name.length() >= KEYSTROKES)
                .toList();
        BiPredicate<Suggestion, String> word =
                (suggestion, one) -> words(suggestion.text()).contains(one);
        BiPredicate<Suggestion, String> name =
                (suggestion, one) -> suggestion.text().equals(one);
        try (Directory directory = new ByteBuffersDirectory();
                LuceneSearch search = LuceneSearch.open(directory, () -> SampleArticles.NOW)) {
            search.put(articles);
            Function<String, String> asMeant = typed -> typed;
            assertThat(share(search, words, asMeant, word)).isGreaterThan(0.95);
            assertThat(share(search, tags, asMeant, name)).isGreaterThan(0.95);
            assertThat(share(search, authors, asMeant, name)).isGreaterThan(0.95);
            assertThat(share(search, words, this::misspelt, word)).isGreaterThan(0.88);
            assertThat(share(search, tags, this::misspelt, name)).isGreaterThan(0.9);
            assertThat(share(search, authors, this::misspelt, name)).isGreaterThan(0.78);
        }
    }

    private double share(
            LuceneSearch search,
            List<String> meant,
            Function<String, String> typing,
            BiPredicate<Suggestion, String> isMeant) {
        int found = 0;
        for (int i = 0; i < DRAWN; i++) {
            String one = meant.get(random.nextInt(meant.size()));
            String typed = typing.apply(beginning(one));
            found += first(search, typed).stream().anyMatch(suggestion -> isMeant.test(suggestion, one)) ? 1 : 0;
        }
        return (double) found / DRAWN;
    }

    private static List<Suggestion> first(LuceneSearch search, String typed) {
        Suggestions reply = search.suggest(SuggestQuery.typed(typed).most(FIRST, 0));
        return reply.suggestions();
    }

    private static String beginning(String text) {
        return text.substring(0, Math.min(KEYSTROKES, text.length())).toLowerCase(Locale.ROOT);
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        for (char c : (text.toLowerCase(Locale.ROOT) + " ").toCharArray()) {
            if (Character.isLetterOrDigit(c)) {
                word.append(c);
            } else if (!word.isEmpty()) {
                words.add(word.toString());
                word.setLength(0);
            }
        }
        return words;
    }

    // Another letter, one too many, one too few, or two changed round: anything but the first.
    private String misspelt(String text) {
        int at = 1 + random.nextInt(text.length() - 1);
        char letter = (char) ('a' + random.nextInt(26));
        String before = text.substring(0, at);
        return switch (random.nextInt(4)) {
            case 0 -> before + letter + text.substring(at + 1);
            case 1 -> (before + letter + text.substring(at)).substring(0, text.length());
            case 2 -> before + text.substring(at + 1);
            default ->
                at + 1 == text.length()
                        ? before
                        : before + text.charAt(at + 1) + text.charAt(at) + text.substring(at + 2);
        };
    }

    @Test
    @Rule("S-15")
    void five_letters_of_another_spelling_find_a_name() throws IOException {
        List<List<String>> names = new ArrayList<>();
        for (String line : Files.readAllLines(file("names", "variants-dev.jsonl"))) {
            List<String> spellings = new ArrayList<>();
            JsonNode name = JSON.readTree(line);
            name.path("script").forEach(one -> spellings.add(one.asString()));
            name.path("variants").forEach(one -> spellings.add(one.asString()));
            names.add(spellings);
        }
        assertThat(shareOfSpellings(names, true, true)).isGreaterThan(0.93);
        assertThat(shareOfSpellings(names, false, false)).isGreaterThan(0.95);
        assertThat(shareOfSpellings(names, true, false)).isGreaterThan(0.75);
        assertThat(shareOfSpellings(names, false, true)).isGreaterThan(0.7);
    }

    private record Spelling(String key, String text) {}

    /** The tag is the first spelling in one script, and some in one script are typed. */
    private double shareOfSpellings(List<List<String>> names, boolean latinTag, boolean latinTyped) throws IOException {
        List<Article> articles = new ArrayList<>();
        List<Spelling> spellings = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            String key = "t" + i;
            List<Tag> tags = names.get(i).stream()
                    .filter(one -> isLatin(one) == latinTag)
                    .limit(1)
                    .map(one -> Tag.of(key, one))
                    .toList();
            articles.add(SampleArticles.article(key).tags(tags).build());
            if (!tags.isEmpty()) {
                names.get(i).stream()
                        .filter(one -> isLatin(one) == latinTyped)
                        .forEach(one -> spellings.add(new Spelling(key, one)));
            }
        }
        Collections.shuffle(spellings, random);
        List<Spelling> typed = spellings.subList(0, Math.min(DRAWN, spellings.size()));
        try (Directory directory = new ByteBuffersDirectory();
                LuceneSearch search = LuceneSearch.open(directory, () -> SampleArticles.NOW)) {
            search.put(articles);
            long found = typed.stream()
                    .filter(spelling -> first(search, beginning(spelling.text)).stream()
                            .anyMatch(suggestion -> suggestion.key().equals(spelling.key)))
                    .count();
            return (double) found / typed.size();
        }
    }

    private static boolean isLatin(String text) {
        return text.charAt(0) < 0x250;
    }
}
