package dev.byline.examples.cli;

import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** Prints sanitised HTML as text: paragraphs wrapped, subheadings, lists, quotations, pictures by their alternative text. */
final class BodyText implements NodeVisitor {
    private static final Set<String> BLOCKS = Set.of(
            "p",
            "div",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "li",
            "ul",
            "ol",
            "dl",
            "dt",
            "dd",
            "blockquote",
            "pre",
            "figure",
            "figcaption",
            "table",
            "tr",
            "hr",
            "section",
            "article",
            "header",
            "footer",
            "address",
            "details");

    private final Terminal terminal;
    private final String margin;
    private final StringBuilder line = new StringBuilder();
    private String bullet = "";
    private int quotes;
    private int lists;
    private boolean first = true;

    private BodyText(Terminal terminal, String margin) {
        this.terminal = terminal;
        this.margin = margin;
    }

    /** Prints a body, each line after the margin. */
    static void print(Terminal terminal, String html, String margin) {
        BodyText printer = new BodyText(terminal, margin);
        Jsoup.parseBodyFragment(html).body().traverse(printer);
        printer.flush();
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof TextNode text) {
            line.append(text.getWholeText());
            return;
        }
        if (!(node instanceof Element element)) {
            return;
        }
        String name = element.normalName();
        if (BLOCKS.contains(name)) {
            flush();
        }
        switch (name) {
            case "h1", "h2" -> bullet = "## ";
            case "h3", "h4", "h5", "h6" -> bullet = "### ";
            case "li" -> bullet = "- ";
            case "figcaption" -> bullet = "  ";
            case "blockquote" -> quotes++;
            case "ul", "ol" -> lists++;
            case "br" -> flush();
            case "hr" -> line.append("* * *");
            case "td", "th" -> line.append(line.isEmpty() ? "" : " | ");
            case "img" ->
                line.append(element.attr("alt").isBlank() ? "[image]" : "[image: " + element.attr("alt") + "]");
            case "iframe" ->
                line.append("[embedded: ").append(element.attr("src")).append(']');
            default -> {}
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (node instanceof Element element) {
            String name = element.normalName();
            if (BLOCKS.contains(name)) {
                flush();
            }
            if (name.equals("blockquote")) {
                quotes--;
            } else if (name.equals("ul") || name.equals("ol")) {
                lists--;
            }
        }
    }

    private void flush() {
        String text = line.toString();
        line.setLength(0);
        if (text.isBlank()) {
            return;
        }
        // Deep nesting must not push the text off the right edge.
        String indent = margin + "> ".repeat(Math.min(quotes, 4));
        boolean item = bullet.equals("- ");
        String lead = item ? indent + "  ".repeat(Math.min(Math.max(lists - 1, 0), 6)) : indent;
        if (!first && !item) {
            terminal.line(indent.stripTrailing());
        }
        first = false;
        terminal.wrapped(lead + bullet + text.strip(), lead + " ".repeat(item ? 2 : 0));
        bullet = "";
    }
}
