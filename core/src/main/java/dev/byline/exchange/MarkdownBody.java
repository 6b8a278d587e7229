package dev.byline.exchange;

import dev.byline.text.PlainText;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.AttributeProvider;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * Markdown as HTML: with MarkdownParagraphs the only class that touches the Markdown library. CommonMark with tables and strikethrough; HTML
 * passes through, as a body is sanitised whenever it is printed.
 */
final class MarkdownBody {
    // Beyond it is text: neither the parser's tree nor the renderer, which recurses, gets deeper.
    private static final int DEEPEST = 100;
    private static final int MOST_CELLS = 100_000;
    private static final int MOST_IMAGES = 500;
    private static final int MOST_BRACKETS = 10_000;
    private static final int MOST_LINES = 20_000;
    private static final int MOST_DELIMITERS = 4_000;
    private static final int MOST_ADDRESSES = 2 << 20;

    private final Parser parser;
    private final HtmlRenderer renderer;

    /**
     * @param links where a link to another document of the source leads
     */
    MarkdownBody(UnaryOperator<String> links) {
        List<Extension> extensions =
                List.of(TablesExtension.builder().maxCells(MOST_CELLS).build(), StrikethroughExtension.create());
        parser = Parser.builder()
                .customBlockParserFactory(new MarkdownParagraphs())
                .extensions(extensions)
                .maxOpenBlockParsers(DEEPEST)
                .maxInlineNesting(DEEPEST)
                .build();
        renderer = HtmlRenderer.builder()
                .extensions(extensions)
                .attributeProviderFactory(context -> new Links(links))
                .build();
    }

    /** Says that the addresses and titles of links are more than a document's can be. */
    private static final class TooManyAddresses extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooManyAddresses() {
            super("", null, false, false);
        }
    }

    /** Lets links to Markdown files lead to what became of these. One for each rendering. */
    private static final class Links implements AttributeProvider {
        private final UnaryOperator<String> links;
        private long written;

        Links(UnaryOperator<String> links) {
            this.links = links;
        }

        @Override
        public void setAttributes(Node node, String tag, Map<String, String> attributes) {
            // One definition can be used by thousands of links, each of which writes all of it.
            attributes.values().forEach(value -> written += value == null ? 0 : value.length());
            if (written > MOST_ADDRESSES) {
                throw new TooManyAddresses();
            }
            String address = tag.equals("a") ? attributes.getOrDefault("href", "") : "";
            int end = MarkdownPaths.end(address);
            if (end > 0 && address.indexOf(':') < 0 && MarkdownPaths.isMarkdown(address.substring(0, end))) {
                attributes.put("href", links.apply(address));
            }
        }
    }

    /**
     * The HTML of a document.
     *
     * @throws Refused if a table, or all addresses together, are larger than a document's can be
     */
    String html(String markdown) throws Refused {
        try {
            return renderer.render(parser.parse(bounded(markdown)));
        } catch (TooManyAddresses e) {
            throw new Refused(0, "holds links of more than " + (MOST_ADDRESSES >> 20) + " Mi characters");
        } catch (IllegalArgumentException e) {
            // Nothing else that the library throws depends on the text.
            throw new Refused(0, "holds tables of more than " + MOST_CELLS + " cells");
        }
    }

    // For each link the parser walks over the brackets that are open, for each image, which may lie in others, it
    // copies
    // the text, for each emphasis it looks at those beside it, and for many lines at those before: that costs the
    // square
    // of their number. So where there are more than in any writer's paragraph, brackets and emphasis lose their
    // meaning,
    // and a blank line parts the lines.
    private static String bounded(String markdown) {
        StringBuilder bounded = new StringBuilder(0);
        int copied = 0;
        int lines = 0;
        int brackets = 0;
        int images = 0;
        int delimiters = 0;
        boolean blank = false;
        boolean code = markdown.startsWith("```") || markdown.startsWith("~~~");
        for (int at = 0; at < markdown.length(); at++) {
            char c = markdown.charAt(at);
            if (c == '\n') {
                if (++lines > MOST_LINES) {
                    bounded.append(markdown, copied, at).append('\n');
                    copied = at;
                    blank = true;
                }
                lines = blank ? 0 : lines;
                brackets = blank ? 0 : brackets;
                images = blank ? 0 : images;
                delimiters = blank ? 0 : delimiters;
                blank = true;
                code ^= markdown.startsWith("```", at + 1) || markdown.startsWith("~~~", at + 1);
            } else if (c > ' ') {
                blank = false;
            }
            if (!code && (c == '*' || c == '_' || c == '~')) {
                delimiters += at > 0 && markdown.charAt(at - 1) == c ? 0 : 1;
                if (delimiters > MOST_DELIMITERS) {
                    bounded.append(markdown, copied, at).append('\\');
                    copied = at;
                }
            }
            if (c == '[') {
                brackets++;
                images += at > 0 && markdown.charAt(at - 1) == '!' ? 1 : 0;
                if (brackets > MOST_BRACKETS || images > MOST_IMAGES) {
                    bounded.append(markdown, copied, at).append('\\');
                    copied = at;
                }
            }
        }
        return copied == 0
                ? markdown
                : bounded.append(markdown, copied, markdown.length()).toString();
    }

    /** The plain text of a line or two of Markdown, in one line. */
    String plain(String markdown) throws Refused {
        return isPlain(markdown) ? markdown : PlainText.of(html(markdown)).replace('\n', ' ');
    }

    private static boolean isPlain(String text) {
        char before = ' ';
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ("*_`[]<>&\\~#|!".indexOf(c) >= 0 || c < ' ' || c == 0xA0 || (c == ' ' && before == ' ')) {
                return false;
            }
            before = c;
        }
        return before != ' ' || text.isEmpty();
    }
}
