/**
 * The {@code byline} command: a news site in a folder, worked from the command line.
 *
 * <p>Each command is one class; {@link dev.byline.examples.cli.Byline} names them all. What they print goes through
 * {@link dev.byline.examples.cli.Terminal}, which lets no control character of foreign content reach the terminal.
 */
@NullMarked
package dev.byline.examples.cli;

import org.jspecify.annotations.NullMarked;
