package dev.byline.text;

/**
 * Where the tokens of HTML end (13.2.5 of the standard).
 *
 * @param html the text; all indexes are into it
 */
record Tokens(String html) {
    /** The end of the name of a WordPress block that starts here. */
    int blockNameEnd(int start) {
        int i = start;
        while (i < html.length()) {
            char c = html.charAt(i);
            if (!isLetter(c) && !(c >= '0' && c <= '9') && c != '-' && c != '/' && c != '_') {
                break;
            }
            i++;
        }
        // The slash of "<!-- wp:more/-->" is not part of the name.
        return i > start && html.charAt(i - 1) == '-' && i < html.length() && html.charAt(i) == '>'
                ? Math.max(start, i - 3)
                : i;
    }

    /** The end of a comment from its first dash on. */
    int commentEnd(int from) {
        // "<!-->" and "<!--->" are whole comments.
        for (int i = html.indexOf("--", from); i >= 0; i = html.indexOf("--", i + 1)) {
            if (html.startsWith(">", i + 2)) {
                return i + 3;
            }
            if (i > from + 1 && html.startsWith("!>", i + 2)) {
                return i + 4;
            }
        }
        return html.length();
    }

    /** The start of the next closing tag of this name, or -1. */
    int closing(String name, int from) {
        int i = html.indexOf("</", from);
        while (i >= 0 && !isTag(name, i + 2)) {
            i = html.indexOf("</", i + 2);
        }
        return i;
    }

    /** Whether a tag of this name, and no longer one, has its name here. */
    boolean isTag(String name, int at) {
        int end = at + name.length();
        return html.regionMatches(true, at, name, 0, name.length())
                && end < html.length()
                && endsName(html.charAt(end));
    }

    /** The end of the name of a tag that starts here. */
    int nameEnd(int from) {
        int i = from;
        while (i < html.length() && !endsName(html.charAt(i))) {
            i++;
        }
        return i;
    }

    /** The name of a tag between these indexes in lower case; empty if it is too long to mean anything. */
    String name(int from, int to) {
        if (to - from > 10) {
            return "";
        }
        for (int i = from; i < to; i++) {
            char c = html.charAt(i);
            if (c >= 'A' && c <= 'Z') {
                return lowerCase(from, to);
            }
        }
        return html.substring(from, to);
    }

    private String lowerCase(int from, int to) {
        char[] name = new char[to - from];
        for (int i = from; i < to; i++) {
            char c = html.charAt(i);
            name[i - from] = c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
        }
        return new String(name);
    }

    /** The end of a tag from the end of its name on; a tag without end takes the rest of the text. */
    int tagEnd(int from) {
        boolean named = false;
        int i = from;
        while (i < html.length()) {
            char c = html.charAt(i++);
            if (c == '>') {
                return i;
            }
            if (c == '=' && named) {
                named = false;
                while (i < html.length() && html.charAt(i) <= ' ') {
                    i++;
                }
                if (i < html.length() && (html.charAt(i) == '"' || html.charAt(i) == '\'')) {
                    i = past(html.indexOf(html.charAt(i), i + 1), 1);
                } else {
                    while (i < html.length() && html.charAt(i) > ' ' && html.charAt(i) != '>') {
                        i++;
                    }
                }
            } else if (c > ' ') {
                // An equals sign that follows no name starts one.
                named = c != '/';
            }
        }
        return i;
    }

    /** The index so many characters further, or the length if the index is that of nothing found. */
    int past(int index, int length) {
        return index < 0 ? html.length() : index + length;
    }

    private static boolean endsName(char c) {
        return "\t\n\f\r />".indexOf(c) >= 0;
    }

    static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
