package dev.byline.examples.cli.evaluate.related;

import dev.byline.article.Article;
import java.time.LocalDate;

/**
 * An article of a collection.
 *
 * @param number its place among all by id, from 0
 * @param article as Byline is given it
 * @param text headline, standfirst and body as plain text, which the baselines are given
 * @param body the body as plain text
 * @param day the calendar day that its date names where it was written
 * @param dated whether it has a date of its own
 */
record Post(int number, Article article, String text, String body, LocalDate day, boolean dated) {
    String id() {
        return article.id().value();
    }
}
