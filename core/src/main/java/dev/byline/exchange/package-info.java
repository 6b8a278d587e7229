/**
 * Bringing content in from other systems and taking it out again, through one seam for all formats.
 *
 * <p>A {@link dev.byline.exchange.ContentReader} turns a {@link dev.byline.exchange.ContentSource} into a stream of sealed
 * {@link dev.byline.exchange.Item}s and answers with an {@link dev.byline.exchange.ImportReport} of what was read, what
 * was skipped and why. Bad input is a problem in the report, never an exception; only a failing machine is one.
 *
 * <pre>{@code
 * ContentSource source = ContentSource.file(Path.of("export.xml"));
 * ImportReport report = WxrReader.with(ImportOptions.defaults()).read(source, items::add);
 * if (report.refused()) {
 *     System.err.println(report);
 * }
 * }</pre>
 *
 * <p>A source is a file, a folder or an archive. {@link dev.byline.exchange.WxrReader} reads WordPress exports,
 * {@link dev.byline.exchange.WpRestReader} the answers of its REST interface, {@link dev.byline.exchange.GhostReader} Ghost's
 * JSON, {@link dev.byline.exchange.NinjsReader} ninjs, {@link dev.byline.exchange.FeedReader} RSS and Atom,
 * {@link dev.byline.exchange.MarkdownReader} the Markdown of Hugo and Jekyll and {@link dev.byline.exchange.JsonLinesReader}
 * Byline's own JSON lines; {@link dev.byline.exchange.ContentReader#recognising} tells which of them a source is for. What
 * they need besides the JDK are optional artifacts, and the absence of one is told by its name.
 *
 * <p>A {@link dev.byline.exchange.ContentWriter} goes the other way. Byline's own JSON lines say everything; any other
 * format loses something, and its {@link dev.byline.exchange.ExportReport} tells what.
 */
@NullMarked
package dev.byline.exchange;

import org.jspecify.annotations.NullMarked;
