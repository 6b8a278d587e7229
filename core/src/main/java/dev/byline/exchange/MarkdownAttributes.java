package dev.byline.exchange;

/**
 * Takes out the attributes that generators allow beside CommonMark: those behind a heading, {@code ## Uses {#uses}}, and
 * kramdown's on a line of their own, {@code {: .note}}. Code keeps them. Linear in the length.
 */
final class MarkdownAttributes {
    private static final int MOST_HASHES = 6;
    private static final int LONGEST = 500;

    private MarkdownAttributes() {}

    static String without(String markdown) {
        if (!markdown.contains("{#") && !markdown.contains("{.") && !markdown.contains("{:")) {
            return markdown;
        }
        StringBuilder out = new StringBuilder(markdown.length());
        String fence = "";
        for (int at = 0; at < markdown.length(); ) {
            int feed = markdown.indexOf('\n', at);
            int next = feed < 0 ? markdown.length() : feed + 1;
            String line = markdown.substring(at, feed < 0 ? next : feed);
            String text = line.strip();
            if (fence.isEmpty()) {
                fence = text.startsWith("```") ? "```" : text.startsWith("~~~") ? "~~~" : "";
            } else if (text.startsWith(fence)) {
                fence = "";
            }
            int end = fence.isEmpty() ? end(line, text) : line.length();
            out.append(line, 0, end).append(markdown, feed < 0 ? next : feed, next);
            at = next;
        }
        return out.toString();
    }

    /** Where the line ends without its attributes. */
    private static int end(String line, String text) {
        if (text.startsWith("{:") && text.endsWith("}") && !line.startsWith("    ")) {
            return 0;
        }
        int brace = line.lastIndexOf('{');
        if (brace < 0 || !text.endsWith("}") || !isHeading(line)) {
            return line.length();
        }
        char first = line.charAt(Math.min(brace + 1, line.length() - 1));
        boolean attributes = first == '#' || first == '.' || first == ':';
        return attributes && line.length() - brace < LONGEST
                ? line.substring(0, brace).stripTrailing().length()
                : line.length();
    }

    private static boolean isHeading(String line) {
        int hashes = 0;
        while (hashes < line.length() && line.charAt(hashes) == '#') {
            hashes++;
        }
        return hashes > 0 && hashes <= MOST_HASHES && hashes < line.length() && line.charAt(hashes) == ' ';
    }
}
