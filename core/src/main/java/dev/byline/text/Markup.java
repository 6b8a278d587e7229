package dev.byline.text;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which elements a sanitiser lets pass, and which attributes of each in which order.
 *
 * @param attributes the attributes of each element, by its name
 * @param editorsLinks whether links are an editor's, who says which to follow; those of others are never followed
 */
record Markup(Map<String, List<Attribute>> attributes, boolean editorsLinks) {
    /** Elements that go with all they hold: it is no text, or it would be read as something else when printed. */
    static final Set<String> GONE = Set.of(
            "applet",
            "base",
            "canvas",
            "datalist",
            "embed",
            "frame",
            "frameset",
            "head",
            "iframe",
            "input",
            "link",
            "math",
            "meta",
            "noembed",
            "noframes",
            "param",
            "script",
            "select",
            "style",
            "svg",
            "template",
            "textarea",
            "title");

    /** Elements without content or closing tag. */
    static final Set<String> VOID = Set.of("br", "col", "hr", "img", "source", "track", "wbr");

    /** What the value of an attribute must be; {@link MarkupWriter} checks it. */
    enum Kind {
        /** Any text. */
        TEXT,
        /** True by being there; printed without a value. */
        FLAG,
        /** A number of at most five digits. */
        NUMBER,
        /** A word of ASCII letters, digits and hyphens. */
        WORD,
        /** An address that a page may link to. */
        LINK,
        /** An address that the page loads. */
        SOURCE,
        /** An address that the page loads and gives a window of its own. */
        EMBED,
        /** What a link's target is to the page. */
        REL,
        /** A new window. */
        TARGET
    }

    /** An attribute and what its value must be; an element without a needed one does not pass. */
    record Attribute(String name, Kind kind, boolean needed) {}

    static final Markup NONE = new Markup(Map.of(), false);
    static final Markup BASIC = new Markup(basicElements(), false);
    static final Markup NEWS = new Markup(newsElements(), true);

    /** The attributes of this element, or null if it does not pass. */
    @Nullable
    List<Attribute> of(String element) {
        return attributes.get(element);
    }

    private static Map<String, List<Attribute>> basicElements() {
        return table(
                "a href!link title target rel",
                "abbr title",
                "b",
                "blockquote cite",
                "br",
                "cite",
                "code",
                "dd",
                "del",
                "dl",
                "dt",
                "em",
                "i",
                "ins",
                "li",
                "ol",
                "p",
                "pre",
                "q cite",
                "small",
                "span",
                "strong",
                "sub",
                "sup",
                "u",
                "ul");
    }

    private static Map<String, List<Attribute>> newsElements() {
        return table(
                "a href!link title target rel",
                "abbr title",
                "aside",
                "audio src controls preload=word",
                "b",
                "bdi",
                "bdo",
                "blockquote cite",
                "br",
                "caption",
                "cite",
                "code",
                "col span=number",
                "colgroup span=number",
                "dd",
                "del cite datetime",
                "details open",
                "dfn title",
                "div",
                "dl",
                "dt",
                "em",
                "figcaption",
                "figure",
                "h1",
                "h2",
                "h3",
                "h4",
                "h5",
                "h6",
                "hr",
                "i",
                "iframe src!embed title width height allowfullscreen loading=word",
                "img src!source alt title width height loading=word",
                "ins cite datetime",
                "kbd",
                "li value=number",
                "mark",
                "ol start=number reversed type=word",
                "p",
                "pre",
                "q cite",
                "rp",
                "rt",
                "ruby",
                "s",
                "samp",
                "small",
                "source src!source type",
                "span",
                "strong",
                "sub",
                "summary",
                "sup",
                "table",
                "tbody",
                "td colspan=number rowspan=number",
                "tfoot",
                "th colspan=number rowspan=number scope=word",
                "thead",
                "time datetime",
                "tr",
                "track src!source kind=word srclang=word label default",
                "u",
                "ul",
                "var",
                "video src poster width height controls preload=word",
                "wbr");
    }

    /** One line for each element: its name, then its attributes, each with what it must be unless that goes by name. */
    private static Map<String, List<Attribute>> table(String... lines) {
        Map<String, List<Attribute>> table = new HashMap<>();
        for (String line : lines) {
            String[] words = (line + " dir=word lang=word").split(" ", -1);
            table.put(
                    words[0],
                    List.of(words).subList(1, words.length).stream()
                            .map(Markup::attribute)
                            .toList());
        }
        return Map.copyOf(table);
    }

    private static Attribute attribute(String word) {
        int mark = Math.max(word.indexOf('='), word.indexOf('!'));
        String name = mark < 0 ? word : word.substring(0, mark);
        boolean needed = mark > 0 && word.charAt(mark) == '!';
        Kind kind = switch (mark < 0 ? name : word.substring(mark + 1)) {
            case "link", "cite" -> Kind.LINK;
            case "source", "src", "poster" -> Kind.SOURCE;
            case "embed" -> Kind.EMBED;
            case "number", "width", "height" -> Kind.NUMBER;
            case "word" -> Kind.WORD;
            case "controls", "open", "reversed", "allowfullscreen", "default" -> Kind.FLAG;
            case "rel" -> Kind.REL;
            case "target" -> Kind.TARGET;
            default -> Kind.TEXT;
        };
        return new Attribute(name, kind, needed);
    }
}
