package dev.byline.exchange;

import dev.byline.text.Html;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Turns what site generators write between braces into Markdown: Hugo's shortcodes, and Jekyll's Liquid in documents
 * that hold Liquid and no shortcode.
 *
 * <p>What a site's own shortcode would print is known to its theme alone. So what it encloses stays, and of what it says
 * itself what a reader would see: pictures, links, quotations, titles. The rest goes and is counted. Linear in the
 * length.
 */
final class TemplateTags {
    private static final int LONGEST = 8192;
    private static final int LONGEST_ID = 64;
    private static final String FENCE = "~~~~~~~~";
    private static final List<String> LIQUID = List.of("{%", "{{ site.", "{{ page.", "{{site.", "{{page.");

    /** Liquid that ends what another tag began, or goes on with it. */
    private static final Set<String> FOLLOWING = Set.of("else", "elsif", "when", "break", "continue");

    private final String source;
    private final UnaryOperator<String> links;
    private final Consumer<String> dropped;
    private final StringBuilder out;
    private final boolean shortcodes;
    private final Map<String, Integer> closings = new HashMap<>();
    private final Set<String> paired;
    private final int lastEndOfComment;
    private int copied;
    private boolean fenced;
    private boolean raw;
    private boolean comment;

    private TemplateTags(String source, boolean shortcodes, UnaryOperator<String> links, Consumer<String> dropped) {
        this.source = source;
        this.shortcodes = shortcodes;
        this.links = links;
        this.dropped = dropped;
        out = new StringBuilder(source.length() + 64);
        paired = shortcodes ? paired(source) : Set.of();
        lastEndOfComment = shortcodes ? source.length() : source.lastIndexOf("endcomment");
    }

    /**
     * The Markdown without them.
     *
     * @param liquid whether it may be Jekyll's
     * @param links where a reference to another document of the site leads
     * @param dropped hears the names of those that vanish
     */
    static String toMarkdown(String source, boolean liquid, UnaryOperator<String> links, Consumer<String> dropped) {
        boolean shortcodes = source.contains("{{<") || source.contains("{{%");
        if (shortcodes || (liquid && LIQUID.stream().anyMatch(source::contains))) {
            return new TemplateTags(source, shortcodes, links, dropped).read();
        }
        return source;
    }

    private String read() {
        int at = source.indexOf('{');
        while (at >= 0 && at + 2 < source.length()) {
            at = source.indexOf('{', next(at));
        }
        copyTo(source.length());
        if (fenced) {
            fence("");
        }
        return out.toString();
    }

    private void copyTo(int end) {
        if (!comment) {
            out.append(source, copied, end);
        }
    }

    /** Takes what begins with the brace here, and tells where to go on. */
    private int next(int at) {
        char second = source.charAt(at + 1);
        char third = source.charAt(at + 2);
        if (shortcodes && second == '{' && third == '<') {
            return next(at, "{{<", ">}}");
        }
        if (shortcodes && second == '{' && third == '%') {
            return next(at, "{{%", "%}}");
        }
        if (!shortcodes && second == '%') {
            return next(at, "{%", "%}");
        }
        return !shortcodes && second == '{' ? next(at, "{{", "}}") : at + 1;
    }

    private int next(int at, String opening, String closing) {
        int from = at + opening.length();
        int close = known(closing, from);
        int again = known(opening, from);
        // Of several that open before one closes, the last is the one that does.
        if (close < 0 || close - from > LONGEST || (again >= 0 && again < close)) {
            return from;
        }
        int end = close + closing.length();
        String content = source.substring(from, close).strip();
        if (shortcodes) {
            shortcode(content, at, end, opening, closing);
        } else {
            liquid(content, closing.equals("}}"), at, end);
        }
        return end;
    }

    // Each is looked for once, however many open before it.
    private int known(String mark, int from) {
        int known = closings.getOrDefault(mark, 0);
        if (known >= 0 && known < from) {
            known = source.indexOf(mark, from);
            closings.put(mark, known);
        }
        return known;
    }

    /** Leaves out what stands here. */
    private void cut(int at, int end) {
        copyTo(at);
        copied = end;
    }

    private void shortcode(String content, int at, int end, String opening, String closing) {
        cut(at, end);
        TemplateTag tag = TemplateTag.of(content);
        if (tag.name().equals("comment") && paired.contains("comment")) {
            comment = !tag.closes();
        } else if (comment) {
            return;
        } else if (content.length() >= 4 && content.startsWith("/*") && content.endsWith("*/")) {
            // This is how Hugo's documents write a shortcode that shall be seen.
            out.append(opening).append(content, 2, content.length() - 2).append(closing);
        } else {
            shown(tag, at, end);
        }
    }

    private void shown(TemplateTag tag, int at, int end) {
        switch (tag.name()) {
            case "ref", "relref" -> out.append(links.apply(tag.first().isEmpty() ? tag.get("path") : tag.first()));
            case "highlight" -> {
                if (paired.contains("highlight") && fenced == tag.closes()) {
                    fence(tag.closes() ? "" : tag.first());
                }
            }
            case "youtube" -> video("https://www.youtube.com/watch?v=", tag);
            case "vimeo" -> video("https://vimeo.com/", tag);
            case "tweet", "x" -> video("https://twitter.com/i/status/", tag);
            case "instagram" -> video("https://www.instagram.com/p/", tag);
            default -> other(tag, at, end);
        }
    }

    private void fence(String language) {
        fenced = !fenced;
        boolean onOwnLine = !fenced && out.charAt(out.length() - 1) == '\n';
        out.append(fenced ? "\n\n" : onOwnLine ? "" : "\n").append(FENCE).append(isWord(language) ? language : "");
        if (copied == source.length() || source.charAt(copied) != '\n') {
            out.append('\n');
        }
    }

    // As an address: what may be embedded is the host's to say, and a link leads there in any case.
    private void video(String address, TemplateTag tag) {
        String id = tag.first().isEmpty() ? tag.get("id") : tag.first();
        if (isWord(id)) {
            out.append('<').append(address).append(id).append('>');
        } else {
            dropped.accept(tag.name());
        }
    }

    private static boolean isWord(String text) {
        return !text.isEmpty()
                && text.length() <= LONGEST_ID
                && text.chars().allMatch(c -> c < 0x80 && (Character.isLetterOrDigit(c) || c == '-' || c == '_'));
    }

    private void other(TemplateTag tag, int at, int end) {
        if (tag.closes()) {
            return;
        }
        String picture = tag.get("src");
        String address = tag.get("href", "url", "link");
        String text = tag.get("text", "label", "quote");
        String title = tag.get("title", "heading");
        if (isFile(picture)) {
            picture(tag, picture, isAlone(at, end));
        } else if (isDestination(at) && MarkdownPaths.isMarkdown(tag.first())) {
            out.append(links.apply(tag.first()));
        } else if (!text.isEmpty() && !address.isEmpty()) {
            out.append('[')
                    .append(text)
                    .append("](")
                    .append(links.apply(address))
                    .append(')');
        } else if (!text.isEmpty() && tag.name().contains("quote")) {
            quotation(text, tag.get("cite", "author", "source"));
        } else if (!text.isEmpty()) {
            out.append(text);
        } else if (!title.isEmpty()) {
            out.append("\n\n**").append(oneLine(title)).append("**\n\n");
        } else if (!paired.contains(tag.name())) {
            // Where something is enclosed, that stays, so nothing is lost.
            dropped.accept(tag.name());
        }
    }

    /** The names that are closed somewhere. */
    private static Set<String> paired(String source) {
        Set<String> names = new HashSet<>();
        for (int at = source.indexOf("{{"); at >= 0; at = source.indexOf("{{", at + 2)) {
            int from = at + 3;
            while (from < source.length() && source.charAt(from) == ' ') {
                from++;
            }
            if (from < source.length() && source.charAt(from) == '/') {
                int to = from + 1;
                int most = Math.min(source.length(), to + LONGEST_ID);
                while (to < most && source.charAt(to) > ' ' && source.charAt(to) != '>' && source.charAt(to) != '%') {
                    to++;
                }
                names.add(source.substring(from + 1, to));
            }
        }
        return names;
    }

    private void quotation(String text, String who) {
        out.append("\n\n> ").append(oneLine(text));
        if (!who.isEmpty()) {
            out.append("\n>\n> — ").append(oneLine(who));
        }
        out.append("\n\n");
    }

    private void picture(TemplateTag tag, String address, boolean alone) {
        // As a block of HTML, in which a blank line begins Markdown: captions are written in it.
        String image = "<img src=\"" + Html.escape(oneLine(address)) + "\" alt=\""
                + Html.escape(oneLine(tag.get("alt"))) + "\">";
        String caption = oneLine(tag.get("caption", "title"));
        if (alone) {
            out.append("\n\n<figure>").append(image);
            if (isMarked(caption)) {
                out.append("\n<figcaption>\n\n").append(caption).append("\n\n</figcaption>\n");
            } else if (!caption.isEmpty()) {
                out.append("<figcaption>").append(caption).append("</figcaption>");
            }
            out.append("</figure>\n\n");
        } else {
            out.append(image);
        }
    }

    private static boolean isMarked(String text) {
        return text.chars().anyMatch(c -> "*_`[]<>&\\~#!".indexOf(c) >= 0);
    }

    /** Whether a link of Markdown begins its destination here. */
    private boolean isDestination(int at) {
        return source.startsWith("](", at - 2);
    }

    private static boolean isFile(String address) {
        return address.indexOf('.') >= 0 || address.indexOf('/') >= 0;
    }

    private static String oneLine(String text) {
        return text.replace('\n', ' ').replace('\r', ' ');
    }

    /** Whether nothing else stands on the line. */
    private boolean isAlone(int at, int end) {
        int before = at - 1;
        while (before >= 0 && (source.charAt(before) == ' ' || source.charAt(before) == '\t')) {
            before--;
        }
        int after = end;
        while (after < source.length() && (source.charAt(after) == ' ' || source.charAt(after) == '\t')) {
            after++;
        }
        return (before < 0 || source.charAt(before) == '\n')
                && (after == source.length() || source.charAt(after) == '\n' || source.charAt(after) == '\r');
    }

    private void liquid(String content, boolean output, int at, int end) {
        String text = content.startsWith("-") ? content.substring(1) : content;
        TemplateTag tag = TemplateTag.of((text.endsWith("-") ? text.substring(0, text.length() - 1) : text).strip());
        boolean hidden = raw || comment;
        if (hidden && (output || !tag.name().equals(raw ? "endraw" : "endcomment"))) {
            return;
        }
        cut(at, end);
        if (output) {
            printed(tag);
            return;
        }
        switch (tag.name()) {
            case "raw" -> raw = true;
            case "endraw" -> raw = false;
            case "comment" -> comment = end < lastEndOfComment;
            case "endcomment" -> comment = false;
            case "highlight" -> {
                if (!fenced) {
                    fence(tag.first());
                }
            }
            case "endhighlight" -> {
                if (fenced) {
                    fence("");
                }
            }
            case "post_url", "link" -> out.append(links.apply(tag.first()));
            case "include", "include_relative", "render" -> included(tag, at, end);
            default -> {
                if (!tag.name().startsWith("end") && !FOLLOWING.contains(tag.name())) {
                    dropped.accept(tag.name());
                }
            }
        }
    }

    // What is written out is printed whatever filters follow it: in documents these make addresses.
    private void printed(TemplateTag tag) {
        if (tag.name().isEmpty()) {
            out.append(tag.first());
        } else if (!tag.name().equals("site.baseurl") && !tag.name().equals("site.url")) {
            dropped.accept(tag.name());
        }
    }

    private void included(TemplateTag tag, int at, int end) {
        String picture = tag.get("src", "imagepath", "image", "url");
        if (picture.indexOf('/') >= 0) {
            picture(tag, picture, isAlone(at, end));
        } else {
            dropped.accept(tag.name() + " " + tag.first());
        }
    }
}
