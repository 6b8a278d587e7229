package dev.byline.examples.benchmarks;

import dev.byline.article.Article;
import java.util.Random;
import java.util.stream.Stream;

/**
 * {@link MadeUpNews} of some hundred words, of which a third are of one of 800 subjects: 60 words each, which stand beside each
 * other. The more subjects there are words in common with, the more texts are a little alike, as on a site.
 */
final class MadeUpSubjects {
    private static final int SUBJECTS = 800;
    private static final int OWN_WORDS = 60;
    private static final int LENGTH = 120;
    private static final int OF_SUBJECT = 60;

    private final int articles;
    private final MadeUpNews news;

    MadeUpSubjects(int articles) {
        this.articles = articles;
        news = new MadeUpNews(articles, LENGTH);
    }

    int size() {
        return articles;
    }

    Article article(int number) {
        Random random = new Random(number * 17L + 3);
        Article article = news.article(number);
        int subject = random.nextInt(SUBJECTS);
        String headline = article.headline() + " " + words(subject, 3, random);
        return article.toBuilder()
                .headline(headline)
                .body(article.body() + "<p>" + words(subject, OF_SUBJECT, random) + "</p>\n")
                .build();
    }

    private String words(int subject, int count, Random random) {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < count; i++) {
            // The squares of even numbers: a few words of a subject are in most of its texts.
            double even = random.nextDouble();
            int word = (int) (even * even * OWN_WORDS);
            words.append(i == 0 ? "" : " ").append(news.wordNumber(subject * 23 + word * 7));
        }
        return words.toString();
    }

    Stream<Article> all() {
        return Stream.iterate(0, number -> number < articles, number -> number + 1)
                .map(this::article);
    }
}
