package dev.byline.text;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Node;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeTraversor;
import org.jspecify.annotations.Nullable;

/**
 * Makes a stranger's HTML safe to print: {@link #news()} for article bodies, {@link #basic()} for simple text,
 * {@link #none()} for no markup at all.
 *
 * <p>What comes out holds only the elements and attributes that the preset names, addresses that {@link SafeUrl} lets
 * pass, and text; no comment, script, style, event handler, class or id. An element that is not on the list gives way to
 * its content, except those whose content is no text, such as scripts, which go whole. Every tag is closed. Elements
 * deeper than {@value #MOST_LEVELS} levels lie beside each other instead. Shortcodes are text here: whoever imports a
 * body makes of them what they stand for.
 *
 * <p>Sanitising twice equals once. HTML parsers promise nothing of the kind (what they make of nested paragraphs or
 * tables changes when it is read again), so the result is read again until it no longer changes; what still changes
 * after {@value #MOST_PASSES} times, or grows out of all proportion, is printed as text alone. Real bodies are stable at
 * once, so a call costs two parses: a host that prints one body often may keep the result. Linear in the length of the
 * input; never throws. Immutable and thread-safe.
 */
public final class Sanitiser {
    /** The most levels of elements inside each other. */
    public static final int MOST_LEVELS = 100;

    private static final int MOST_PASSES = 6;

    private static final Sanitiser NEWS = new Sanitiser(Markup.NEWS, Set.of());
    private static final Sanitiser BASIC = new Sanitiser(Markup.BASIC, Set.of());
    private static final Sanitiser NONE = new Sanitiser(Markup.NONE, Set.of());

    private final Markup markup;
    private final Set<String> embedHosts;

    private Sanitiser(Markup markup, Set<String> embedHosts) {
        this.markup = markup;
        this.embedHosts = embedHosts;
    }

    /**
     * For article bodies: paragraphs, headings, lists, tables, figures with captions, quotes, code, inline markup,
     * images, audio and video, and links.
     *
     * <p>Images, audio and video may come from {@code http}, {@code https} and relative addresses. A link keeps
     * {@code nofollow}, {@code sponsored}, {@code ugc}, {@code noopener} and {@code noreferrer}, and one that opens a new
     * window gets {@code noopener}. Embedded pages ({@code iframe}) go, but see {@link #embedsFrom(String...)}.
     */
    public static Sanitiser news() {
        return NEWS;
    }

    /**
     * For simple text: paragraphs, lists, quotes, code, inline markup and links, each of which gets
     * {@code rel="nofollow noopener"}.
     */
    public static Sanitiser basic() {
        return BASIC;
    }

    /** For text alone, as HTML: no tag is left, blocks are parted by line feeds, and what could be a tag is escaped. */
    public static Sanitiser none() {
        return NONE;
    }

    /**
     * The same sanitiser that lets embedded pages from these hosts pass too, over {@code https} only; on
     * {@link #none()} without effect.
     *
     * <p>An embedded page runs its own scripts inside the article's page: name only hosts that you trust with that.
     *
     * @param hosts host names, for example {@code www.youtube-nocookie.com}; each covers its subdomains
     * @throws IllegalArgumentException if one is no host name in ASCII, for example a whole address
     */
    public Sanitiser embedsFrom(String... hosts) {
        Set<String> all = new LinkedHashSet<>(embedHosts);
        for (String host : hosts) {
            String lower = host.toLowerCase(Locale.ROOT);
            if (!SafeUrl.isHostName(lower)) {
                throw new IllegalArgumentException("\"" + host + "\" is no host name");
            }
            all.add(lower);
        }
        return new Sanitiser(markup, Set.copyOf(all));
    }

    /** The HTML as this sanitiser lets it pass. */
    public String clean(String html) {
        String cleaned = pass(html, markup);
        for (int n = 1; n < MOST_PASSES && cleaned != null; n++) {
            String again = pass(cleaned, markup);
            if (cleaned.equals(again)) {
                return cleaned;
            }
            cleaned = again;
        }
        // Text alone holds no tag, so it can't change or overflow.
        return Objects.requireNonNull(pass(html, Markup.NONE));
    }

    /** What passes, or null if that is out of proportion to what was read. */
    private @Nullable String pass(String html, Markup allowed) {
        Document shell = Document.createShell("");
        List<Node> nodes = Parser.htmlParser().setMaxDepth(MOST_LEVELS).parseFragmentInput(html, shell.body(), "");
        MarkupWriter writer = new MarkupWriter(allowed, this::mayEmbed, html.length());
        for (Node node : nodes) {
            NodeTraversor.filter(writer, node);
        }
        return writer.overflows() ? null : writer.html();
    }

    private boolean mayEmbed(String url) {
        String host = SafeUrl.secureHost(url);
        int from = 0;
        while (!host.isEmpty()) {
            if (embedHosts.contains(host.substring(from))) {
                return true;
            }
            int dot = host.indexOf('.', from);
            if (dot < 0) {
                break;
            }
            from = dot + 1;
        }
        return false;
    }
}
