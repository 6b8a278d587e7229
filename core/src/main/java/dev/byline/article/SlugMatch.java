package dev.byline.article;

/**
 * The article that a slug leads to; whoever prints it asks {@link Article#isPublic} first.
 *
 * @param article in any status
 * @param redirect whether the slug is an old one, so that a reader is sent to {@link Article#slug()}
 */
public record SlugMatch(Article article, boolean redirect) {}
