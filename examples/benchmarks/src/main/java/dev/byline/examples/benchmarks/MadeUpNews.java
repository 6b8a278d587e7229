package dev.byline.examples.benchmarks;

import dev.byline.article.Article;
import dev.byline.article.ArticleId;
import dev.byline.article.Author;
import dev.byline.taxonomy.Tag;
import dev.byline.text.Language;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Articles of made-up words as frequent as those of a language are, in sentences and paragraphs, of people with names of
 * two words; the same ones each time, newest last. Each has one or two regions, a section, four of 5,000 tags and one of
 * 500 authors, and one in a hundred expires.
 */
final class MadeUpNews {
    static final Instant NOW = LargeArchive.NOW;

    private static final int WORDS = 20_000;
    private static final int PEOPLE = 2_000;
    private static final int TAGS = 5_000;
    private static final int AUTHORS = 500;
    private static final String CONSONANTS = "bdfghklmnprstvz";
    private static final String VOWELS = "aeiou";

    private final int articles;
    private final int length;
    private final List<String> words = new ArrayList<>();
    private final List<String> people = new ArrayList<>();

    /** So many articles, of so many words each. */
    MadeUpNews(int articles, int length) {
        this.articles = articles;
        this.length = length;
        Random random = new Random(5);
        for (int i = 0; i < WORDS; i++) {
            words.add(madeUp(random));
        }
        for (int i = 0; i < PEOPLE; i++) {
            people.add(capital(madeUp(random)) + " " + capital(madeUp(random)));
        }
    }

    Article article(int number) {
        Random random = new Random(number * 31L + 7);
        Instant published = NOW.minus(Duration.ofMinutes(articles - (long) number));
        int author = random.nextInt(AUTHORS);
        StringBuilder body = new StringBuilder();
        for (int left = length; left > 0; left -= 60) {
            body.append("<p>").append(paragraph(random, Math.min(left, 60))).append("</p>\n");
        }
        return Article.builder(ArticleId.of("s" + number), "s" + number)
                .headline(capital(text(random, 8)))
                .body(body.toString())
                .language(Language.of("en"))
                .regions(LargeArchive.REGIONS.get(skewed(random, LargeArchive.REGIONS.size())))
                .sections(LargeArchive.SECTIONS.get(skewed(random, LargeArchive.SECTIONS.size())))
                .tags(Stream.generate(() -> skewed(random, TAGS))
                        .limit(4)
                        .distinct()
                        .map(one -> Tag.of("t" + one, words.get(one) + " " + words.get(one * 3 + 1)))
                        .toList())
                .authors(Author.of("a" + author, words.get(author % 50) + " " + words.get(author)))
                .expiresAt(random.nextInt(100) == 0 ? published.plus(Duration.ofDays(1 + random.nextInt(9))) : null)
                .published(published)
                .build();
    }

    Stream<Article> all() {
        return Stream.iterate(0, number -> number < articles, number -> number + 1)
                .map(this::article);
    }

    /** A word by its number, commonest first and from the start again behind the last. */
    String wordNumber(int number) {
        return words.get(number % WORDS);
    }

    /** A word as often as articles have it. */
    String word(Random random) {
        return words.get(skewed(random, WORDS));
    }

    /** Two words among those that stand in a tenth of the articles and more. */
    String commonWords(Random random) {
        return words.get(random.nextInt(100)) + " " + words.get(random.nextInt(100));
    }

    /** Two words that stand in few articles. */
    String rareWords(Random random) {
        return words.get(WORDS / 4 + random.nextInt(WORDS / 2)) + " "
                + words.get(WORDS / 4 + random.nextInt(WORDS / 2));
    }

    /** A name as often as articles have it. */
    String name(Random random) {
        return people.get(skewed(random, PEOPLE));
    }

    static char consonant(Random random) {
        return one(random, CONSONANTS);
    }

    private String paragraph(Random random, int words) {
        StringBuilder text = new StringBuilder();
        for (int left = words; left > 0; ) {
            int some = Math.min(left, 8 + random.nextInt(16));
            text.append(text.isEmpty() ? "" : " ").append(capital(text(random, some)));
            text.append(random.nextInt(4) == 0 ? ", said " + name(random) + "." : ".");
            left -= some;
        }
        return text.toString();
    }

    private String text(Random random, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(i == 0 ? "" : random.nextInt(15) == 0 ? ", " : " ").append(word(random));
        }
        return text.toString();
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    // As Zipf's law has it with exponent 1.
    private static int skewed(Random random, int most) {
        return (int) Math.min(most - 1.0, Math.exp(random.nextDouble() * Math.log(most)) - 1);
    }

    private static String madeUp(Random random) {
        StringBuilder word = new StringBuilder();
        for (int syllables = 1 + random.nextInt(4); syllables > 0; syllables--) {
            word.append(one(random, CONSONANTS)).append(one(random, VOWELS));
            if (random.nextBoolean()) {
                word.append(one(random, CONSONANTS));
            }
        }
        return word.toString();
    }

    private static char one(Random random, String letters) {
        return letters.charAt(random.nextInt(letters.length()));
    }
}
