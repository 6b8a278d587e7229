package dev.byline.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A shortcode or Liquid tag taken apart.
 *
 * @param name the first word
 * @param closes whether it ends what one of this name began
 * @param plain the values without a name
 * @param named the values with one
 */
record TemplateTag(String name, boolean closes, List<String> plain, Map<String, String> named) {
    static TemplateTag of(String content) {
        boolean closes = content.startsWith("/");
        String text = content.substring(closes ? 1 : 0, content.length() - (isAlone(content) ? 1 : 0))
                .strip();
        int end = 0;
        while (end < text.length()
                && !isBlank(text.charAt(end))
                && text.charAt(end) != '"'
                && text.charAt(end) != '\''
                && text.charAt(end) != '`') {
            end++;
        }
        TemplateTag tag = new TemplateTag(text.substring(0, end), closes, new ArrayList<>(), new LinkedHashMap<>());
        tag.values(text, end);
        return tag;
    }

    // A slash at the end closes at once, but may also be the end of an address without quotes.
    private static boolean isAlone(String content) {
        int last = content.length() - 1;
        return last > 0
                && content.charAt(last) == '/'
                && (content.indexOf(' ') < 0 || " \"'`".indexOf(content.charAt(last - 1)) >= 0);
    }

    private void values(String text, int from) {
        int at = from;
        while (at < text.length()) {
            if (isBlank(text.charAt(at))) {
                at++;
                continue;
            }
            int equals = nameEnd(text, at);
            String key = equals < 0 ? "" : text.substring(at, equals).strip();
            int begin = equals < 0 ? at : equals + 1;
            while (begin < text.length() && isBlank(text.charAt(begin))) {
                begin++;
            }
            StringBuilder value = new StringBuilder();
            at = value(text, begin, value);
            if (key.isEmpty()) {
                plain.add(value.toString());
            } else {
                named.putIfAbsent(FrontMatter.fold(key), value.toString());
            }
        }
    }

    /** Where the equals sign behind a name stands; -1 if there is no name here. */
    private static int nameEnd(String text, int from) {
        int at = from;
        while (at < text.length()
                && (Character.isLetterOrDigit(text.charAt(at)) || "-_".indexOf(text.charAt(at)) >= 0)) {
            at++;
        }
        return at > from && at < text.length() && text.charAt(at) == '=' ? at : -1;
    }

    private static int value(String text, int from, StringBuilder value) {
        int at = from;
        char quote = at < text.length() ? text.charAt(at) : ' ';
        if (quote != '"' && quote != '`' && quote != '\'') {
            while (at < text.length() && !isBlank(text.charAt(at))) {
                value.append(text.charAt(at++));
            }
            return at;
        }
        for (at++; at < text.length() && text.charAt(at) != quote; at++) {
            boolean escapes = quote == '"' && text.charAt(at) == '\\' && at + 1 < text.length();
            value.append(text.charAt(escapes ? ++at : at));
        }
        return at + 1;
    }

    private static boolean isBlank(char c) {
        return c <= ' ';
    }

    /** The first of these values that is there; empty where none is. */
    String get(String... names) {
        for (String key : names) {
            String value = named.getOrDefault(key, "");
            if (!value.isBlank()) {
                return value.strip();
            }
        }
        return "";
    }

    /** The first value without a name; empty where there is none. */
    String first() {
        return plain.isEmpty() ? "" : plain.get(0).strip();
    }
}
