package dev.byline.article;

import org.jspecify.annotations.Nullable;

/**
 * The articles before and after one (rule A-03).
 *
 * @param previous the nearest that is older, by date and then by id; null at the beginning
 * @param next the nearest that is newer; null at the end
 */
public record Neighbours(
        @Nullable ArticleSummary previous, @Nullable ArticleSummary next) {}
