package dev.byline.exchange;

import dev.byline.text.Html;
import dev.byline.text.SafeUrl;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Turns WordPress's own shortcodes into what a reader would see: pictures with captions become figures, sounds and films
 * their elements, embedded addresses links. Galleries and lists of tracks, which name what only the media library knows,
 * stay as they are, as those of plugins do, and so does {@code [[caption]]}, which shall be seen. Linear in the length.
 */
final class WxrShortcodes {
    private static final List<String> NAMES = List.of("caption", "wp_caption", "embed", "audio", "video");
    private static final List<String> SOURCES = List.of("src", "mp4", "m4v", "webm", "ogv", "mp3", "m4a", "ogg", "wav");
    private static final int LONGEST_TAG = 4_000;

    private final String html;
    private final StringBuilder out;
    // Names of which no end follows any more, so that nothing is searched twice.
    private final boolean[] noMoreEnds = new boolean[NAMES.size()];

    private WxrShortcodes(String html) {
        this.html = html;
        out = new StringBuilder(html.length());
    }

    /** The same text with its shortcodes resolved. */
    static String resolved(String html) {
        return html.indexOf('[') < 0 ? html : new WxrShortcodes(html).resolve();
    }

    /** A stored body as HTML without shortcodes of WordPress and marks of its editors. */
    static String html(String stored) {
        return ClassicText.toHtml(resolved(stored));
    }

    private String resolve() {
        int copied = 0;
        for (int at = html.indexOf('['); at >= 0; at = html.indexOf('[', at + 1)) {
            int name = name(at);
            if (name < 0) {
                continue;
            }
            int end = tagEnd(at);
            if (end < 0) {
                continue;
            }
            int to = end;
            String inside = "";
            int close = end - 2 > at && html.charAt(end - 2) == '/' ? -1 : close(name, end);
            if (close >= 0) {
                inside = html.substring(end, close);
                to = close + NAMES.get(name).length() + 3;
            }
            TemplateTag tag = TemplateTag.of(html.substring(at + 1, end - 1));
            String written = written(NAMES.get(name), tag, inside);
            if (written != null) {
                out.append(html, copied, at).append(written);
                copied = to;
                at = to - 1;
            }
        }
        return out.append(html, copied, html.length()).toString();
    }

    /** Which shortcode begins here; -1 if none does. */
    private int name(int at) {
        boolean escaped = at > 0 && html.charAt(at - 1) == '[';
        for (int i = 0; i < NAMES.size() && !escaped; i++) {
            String name = NAMES.get(i);
            int next = at + 1 + name.length();
            if (html.startsWith(name, at + 1)
                    && next < html.length()
                    && (html.charAt(next) == ']' || html.charAt(next) == '/' || html.charAt(next) <= ' ')) {
                return i;
            }
        }
        return -1;
    }

    private int tagEnd(int at) {
        char quote = 0;
        int last = Math.min(html.length(), at + LONGEST_TAG);
        for (int i = at + 1; i < last; i++) {
            char c = html.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == ']') {
                return i + 1;
            }
        }
        return -1;
    }

    private int close(int name, int from) {
        int close = noMoreEnds[name] ? -1 : html.indexOf("[/" + NAMES.get(name) + "]", from);
        noMoreEnds[name] |= close < 0;
        return close;
    }

    private @Nullable String written(String name, TemplateTag tag, String inside) {
        return switch (name) {
            case "caption", "wp_caption" -> inside.isBlank() ? null : caption(tag, inside.strip());
            case "embed" -> link(inside.strip().isEmpty() ? tag.get("src") : inside.strip());
            default -> media(name, tag, inside);
        };
    }

    // What stands behind the picture is the caption; in old posts it is an attribute.
    private static String caption(TemplateTag tag, String inside) {
        String stated = tag.get("caption");
        int end = pictureEnd(inside);
        String picture = stated.isEmpty() ? inside.substring(0, end) : inside;
        String text = stated.isEmpty() ? inside.substring(end).strip() : stated;
        return "<figure>" + picture.strip() + (text.isEmpty() ? "" : "<figcaption>" + text + "</figcaption>")
                + "</figure>";
    }

    private static int pictureEnd(String inside) {
        String lower = inside.toLowerCase(Locale.ROOT);
        int picture = lower.indexOf("<img");
        int end = picture < 0 ? 0 : lower.indexOf('>', picture) + 1;
        boolean linked = end > 0 && lower.lastIndexOf("<a ", picture) >= 0;
        int close = linked ? lower.indexOf("</a>", end) : -1;
        return close < 0 ? end : close + 4;
    }

    private static @Nullable String link(String address) {
        return SafeUrl.of(address)
                .map(url -> "<p><a href=\"" + Html.escape(url) + "\">" + Html.escape(url) + "</a></p>")
                .orElse(null);
    }

    private static @Nullable String media(String name, TemplateTag tag, String inside) {
        String stated = tag.get(SOURCES.toArray(String[]::new));
        String address = stated.isEmpty() && inside.isBlank() ? tag.first() : stated;
        return SafeUrl.of(address)
                .map(url -> "<" + name + " controls src=\"" + Html.escape(url) + "\"></" + name + ">")
                .orElse(null);
    }
}
