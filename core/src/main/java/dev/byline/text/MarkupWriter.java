package dev.byline.text;

import dev.byline.text.Markup.Attribute;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jspecify.annotations.Nullable;

/** Writes what a {@link Markup} lets pass of the nodes that it is shown; one for each text, not thread-safe. */
final class MarkupWriter implements NodeFilter {
    private static final Set<String> KEPT_RELATIONS = Set.of("nofollow", "noopener", "noreferrer", "sponsored", "ugc");
    private static final int LONGEST_WORD = 35;

    private static final Set<String> BLOCKS = Set.of(
            "address",
            "article",
            "aside",
            "blockquote",
            "br",
            "caption",
            "center",
            "dd",
            "details",
            "div",
            "dl",
            "dt",
            "fieldset",
            "figcaption",
            "figure",
            "footer",
            "form",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "header",
            "hr",
            "legend",
            "li",
            "main",
            "nav",
            "ol",
            "option",
            "p",
            "pre",
            "section",
            "summary",
            "table",
            "td",
            "th",
            "tr",
            "ul");

    private final Markup markup;
    private final Predicate<String> mayEmbed;
    private final StringBuilder out;
    private final long most;
    private final BitSet writtenAtDepth = new BitSet();
    private int preformattedAt = -1;

    /**
     * A writer with nothing written.
     *
     * @param length the length of the text that the nodes were read from; the output may be a small multiple of it
     */
    MarkupWriter(Markup markup, Predicate<String> mayEmbed, int length) {
        this.markup = markup;
        this.mayEmbed = mayEmbed;
        this.out = new StringBuilder(length + length / 8 + 16);
        this.most = 8L * length + 4096;
    }

    String html() {
        return out.toString();
    }

    /** Whether the nodes were far more than their text: an unclosed link that parsers repeat in each paragraph. */
    boolean overflows() {
        return out.length() > most;
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (overflows()) {
            return FilterResult.STOP;
        }
        if (node instanceof TextNode text) {
            writeText(text.getWholeText());
            return FilterResult.CONTINUE;
        }
        if (!(node instanceof Element element)) {
            return FilterResult.SKIP_ENTIRELY;
        }
        String name = element.normalName();
        List<Attribute> attributes = markup.of(name);
        boolean written = attributes != null && writeStart(element, name, attributes);
        writtenAtDepth.set(depth, written);
        if (!written && Markup.GONE.contains(name)) {
            return FilterResult.SKIP_ENTIRELY;
        }
        if (!written) {
            part(name);
            return FilterResult.CONTINUE;
        }
        if (Markup.VOID.contains(name)) {
            return FilterResult.SKIP_ENTIRELY;
        }
        return name.equals("iframe") ? FilterResult.SKIP_CHILDREN : FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (node instanceof Element element) {
            String name = element.normalName();
            if (writtenAtDepth.get(depth)) {
                out.append("</").append(name).append('>');
            } else {
                part(name);
            }
        }
        return FilterResult.CONTINUE;
    }

    private void writeText(String text) {
        // A parser drops the first line feed of a preformatted text.
        if (preformattedAt == out.length() && (text.startsWith("\n") || text.startsWith("\r"))) {
            out.append('\n');
        }
        Html.append(out, text, 0, false);
    }

    /** Keeps the words of blocks apart that lost their tags. */
    private void part(String name) {
        if (BLOCKS.contains(name) && !out.isEmpty() && !Words.isSpace(out.charAt(out.length() - 1))) {
            writeText("\n");
        }
    }

    private boolean writeStart(Element element, String name, List<Attribute> attributes) {
        int start = out.length();
        out.append('<').append(name);
        for (Attribute attribute : attributes) {
            String value = value(element, attribute);
            if (value == null && attribute.needed()) {
                out.setLength(start);
                return false;
            }
            if (value != null) {
                out.append(' ').append(attribute.name());
                if (attribute.kind() != Markup.Kind.FLAG) {
                    out.append("=\"");
                    Html.append(out, value, 0, true);
                    out.append('"');
                }
            }
        }
        out.append('>');
        if (name.equals("pre")) {
            preformattedAt = out.length();
        }
        return true;
    }

    /** What an attribute is printed with, or null if it is not printed. */
    private @Nullable String value(Element element, Attribute attribute) {
        String name = attribute.name();
        boolean has = element.hasAttr(name);
        String value = has ? element.attr(name) : "";
        return switch (attribute.kind()) {
            case TEXT -> has ? value : null;
            // Sound and film never start by themselves, so readers need the buttons.
            case FLAG -> has || name.equals("controls") ? "" : null;
            case NUMBER -> isNumber(value.strip()) ? value.strip() : null;
            case WORD -> isWord(value.strip()) ? value.strip() : null;
            case LINK -> has ? SafeUrl.of(value).orElse(null) : null;
            case SOURCE -> has ? SafeUrl.of(value).filter(SafeUrl::isFetched).orElse(null) : null;
            case EMBED -> has ? SafeUrl.of(secure(value)).filter(mayEmbed).orElse(null) : null;
            case TARGET -> value.strip().equalsIgnoreCase("_blank") ? "_blank" : null;
            case REL -> relation(element, value);
        };
    }

    private @Nullable String relation(Element link, String value) {
        if (!markup.editorsLinks()) {
            return "nofollow noopener";
        }
        TreeSet<String> kept = new TreeSet<>();
        // Longer than all known words together with room for a few others; the rest of a longer one is not looked at.
        String head = value.length() > 256 ? value.substring(0, 256) : value;
        for (String word : head.toLowerCase(Locale.ROOT).split("[\\t\\n\\f\\r ]", -1)) {
            if (KEPT_RELATIONS.contains(word)) {
                kept.add(word);
            }
        }
        if (link.attr("target").strip().equalsIgnoreCase("_blank")) {
            kept.add("noopener");
        }
        return kept.isEmpty() ? null : String.join(" ", kept);
    }

    private static String secure(String url) {
        String stripped = url.strip();
        return stripped.startsWith("//") ? "https:" + stripped : stripped;
    }

    private static boolean isNumber(String value) {
        if (value.isEmpty() || value.length() > 5) {
            return false;
        }
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) < '0' || value.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private static boolean isWord(String value) {
        if (value.isEmpty() || value.length() > LONGEST_WORD) {
            return false;
        }
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean letterOrDigit = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            if (!letterOrDigit && c != '-') {
                return false;
            }
        }
        return true;
    }
}
