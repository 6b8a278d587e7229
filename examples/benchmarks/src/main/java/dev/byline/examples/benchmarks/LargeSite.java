package dev.byline.examples.benchmarks;

import dev.byline.article.Article;
import dev.byline.article.ArticleId;
import dev.byline.article.Image;
import dev.byline.article.Publication;
import dev.byline.comment.Comment;
import dev.byline.comment.CommentId;
import dev.byline.comment.CommentState;
import dev.byline.comment.Sender;
import dev.byline.exchange.Item;
import dev.byline.text.Language;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The items of a made-up site, the same each time: {@link LargeArchive} with bodies of 600 words and three comments each. */
final class LargeSite {
    private static final int COMMENTS = 3;

    private LargeSite() {}

    static List<Item> items(int articles) {
        List<Item> items = new ArrayList<>();
        items.add(new Item.Site(
                Publication.of("The Large & Long Post", "https://example.org", Language.of("en"), ZoneOffset.UTC)));
        for (int number = 1; number <= articles; number++) {
            Random random = new Random(number);
            Article bare = LargeArchive.article(number, articles);
            Article article = bare.toBuilder()
                    .body(IntStream.range(0, 10)
                            .mapToObj(i -> "<p>" + words(random, 60) + ".</p>\n")
                            .reduce("", String::concat))
                    .headline("\"Bridge & road\" of " + words(random, 5))
                    .oldSlugs(number % 4 == 0 ? List.of("old-" + bare.slug()) : List.of())
                    .image(Image.of("https://example.org/pictures/" + number + ".jpg", words(random, 6)))
                    .commentCount(COMMENTS)
                    .build();
            for (int i = 0; i < COMMENTS; i++) {
                items.add(comment(article, COMMENTS * number + i, words(random, 50)));
            }
            items.add(new Item.Article(article));
        }
        return items;
    }

    private static Item comment(Article article, int number, String text) {
        return new Item.Remark(
                new Comment(
                        CommentId.of(Integer.toString(number)),
                        ArticleId.of(article.id().value()),
                        null,
                        Comment.Kind.COMMENT,
                        CommentState.APPROVED,
                        "Reader " + number,
                        "",
                        text,
                        LargeArchive.NOW),
                new Sender("reader" + number + "@mail.example", "192.0.2.7", "Browser/1.0", ""));
    }

    /** Made-up words of two to seven letters, an ampersand and an é among them now and then. */
    static String words(Random random, int count) {
        StringBuilder text = new StringBuilder();
        for (int word = 0; word < count; word++) {
            text.append(word == 0 ? "" : word % 12 == 0 ? ". " : " ");
            for (int syllable = 1 + random.nextInt(3); syllable > 0; syllable--) {
                text.append("bdfgklmnprst".charAt(random.nextInt(12))).append("aeiou".charAt(random.nextInt(5)));
            }
            text.append(random.nextInt(50) == 0 ? " &amp; é" : random.nextInt(4) == 0 ? "n" : "");
        }
        return text.toString();
    }

    /** Made-up Arabic words. */
    static String arabic(Random random, int count) {
        String letters = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي";
        return Stream.generate(() -> random.ints(3 + random.nextInt(4), 0, letters.length())
                        .mapToObj(letters::charAt)
                        .map(String::valueOf)
                        .reduce("", String::concat))
                .limit(count)
                .reduce("", (some, word) -> some + " " + word);
    }
}
