/**
 * The folder in which the {@code byline} command keeps a site: its articles, comments, authors, menus and pages.
 *
 * <p>{@link dev.byline.examples.cli.site.Site} opens it, {@link dev.byline.examples.cli.site.SiteStaging} imports into
 * it, all or nothing. In the folder stand
 *
 * <ul>
 *   <li>{@code current}: which generation is the live one, and in which format; replaced in one step,
 *   <li>{@code generations/N}: one whole state of the content, as {@code content.mv} and, beside it, the search
 *       {@code index} that fits it,
 *   <li>{@code counters}: what readers did, which no import takes back, shared by all generations,
 *   <li>{@code lock}: held by whoever changes anything.
 * </ul>
 */
@NullMarked
package dev.byline.examples.cli.site;

import org.jspecify.annotations.NullMarked;
