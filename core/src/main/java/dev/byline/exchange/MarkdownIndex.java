package dev.byline.exchange;

import dev.byline.article.ArticleId;
import dev.byline.text.Slug;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the first passes over Markdown documents find out: how they are called, so that each can be given by itself and
 * links between them lead somewhere. Holds some bytes for each.
 */
final class MarkdownIndex {
    private static final int MOST_NAMES = 8 << 20;

    final MarkdownTree tree;
    final MarkdownNames names;
    private final Map<String, Entry> byDocument = new HashMap<>();
    private final Map<String, Entry> byPath = new HashMap<>();
    private final Map<String, Entry> byName = new HashMap<>();
    private long held;

    /** A document that becomes an article or a page. */
    static final class Entry {
        final String document;
        final boolean page;
        /** The slug that it asks for. */
        final String wish;

        String id = "";
        String slug = "";
        boolean given;

        Entry(String document, boolean page, String wish) {
            this.document = document;
            this.page = page;
            this.wish = wish;
        }

        boolean renamed() {
            return !slug.equals(wish);
        }
    }

    MarkdownIndex(MarkdownTree tree, CategoryTable table) {
        this.tree = tree;
        names = new MarkdownNames(table);
    }

    /**
     * Takes an article or page. Of two documents with one path, the first counts.
     *
     * @param wish the slug that it asks for
     * @throws RefusedSource if all of them have more names than a site's can
     */
    void add(String document, boolean page, String wish) throws RefusedSource {
        hold(document, document.length() + wish.length());
        byDocument.putIfAbsent(document, new Entry(document, page, wish));
    }

    /**
     * Counts what is held of a document.
     *
     * @throws RefusedSource if it is more than a site's names can be
     */
    void hold(String document, long characters) throws RefusedSource {
        held += characters;
        if (held > MOST_NAMES) {
            throw new RefusedSource(
                    document,
                    "brings the names of all documents to more than " + (MOST_NAMES >> 20) + " Mi characters");
        }
    }

    /** Decides how each is called, by the order of their paths, so that folder and archive give the same. */
    void settle() {
        names.settle();
        List<Entry> entries = new ArrayList<>(byDocument.values());
        entries.sort((one, other) -> one.document.compareTo(other.document));
        Free ids = new Free();
        Free articles = new Free();
        Free pages = new Free();
        for (Entry entry : entries) {
            MarkdownPaths path = path(entry.document);
            String suffix = path.language().isEmpty() ? "" : "." + path.language();
            if (!entry.page) {
                String stem = path.name() + suffix;
                entry.id = ids.isTaken(stem) ? ids.take(path.whole() + suffix) : ids.take(stem);
            }
            entry.slug = (entry.page ? pages : articles).take(entry.wish);
            byPath.putIfAbsent(fold(path.whole()), entry);
            byPath.putIfAbsent(fold(path.whole() + suffix), entry);
            byName.putIfAbsent(fold(path.name()), entry);
        }
        for (Entry entry : entries) {
            byName.putIfAbsent(fold(entry.slug), entry);
        }
    }

    MarkdownPaths path(String document) {
        return tree.path(document);
    }

    /** Names, each of which is taken once; where it is taken, a number follows it. */
    private static final class Free {
        private static final int ROOM_FOR_NUMBER = 8;

        private final Set<String> taken = new HashSet<>();
        // Where the search for a free one goes on, so that many equal wishes cost no more than different ones.
        private final Map<String, Integer> next = new HashMap<>();

        boolean isTaken(String wish) {
            return taken.contains(fit(wish, WxrSlugs.LONGEST_KEY));
        }

        String take(String wish) {
            String name = fit(wish, WxrSlugs.LONGEST_KEY);
            String base = name;
            while (!taken.add(name)) {
                base = fit(base, WxrSlugs.LONGEST_KEY - ROOM_FOR_NUMBER);
                name = base + "-" + (next.merge(base, 1, Integer::sum) + 1);
            }
            return name;
        }

        private static String fit(String wish, int longest) {
            if (wish.isBlank()) {
                return Slug.FALLBACK;
            }
            if (wish.length() <= longest) {
                return wish;
            }
            return wish.substring(0, Character.isHighSurrogate(wish.charAt(longest - 1)) ? longest - 1 : longest);
        }
    }

    @Nullable
    Entry entry(String document) {
        return byDocument.get(document);
    }

    static ArticleId id(Entry entry) {
        return ArticleId.of(entry.id);
    }

    /**
     * Where a link leads: to the slug of a document, as it is called from another; else as an address without the ending.
     *
     * @param from where the link stands
     */
    String link(MarkdownPaths from, String reference) {
        if (reference.indexOf(':') >= 0) {
            return target(reference);
        }
        int end = MarkdownPaths.end(reference);
        String rest = reference.substring(end);
        String path = MarkdownDocument.stem(reference.substring(0, end));
        if (path.isEmpty()) {
            return target(reference);
        }
        Entry entry = find(from, path);
        if (entry != null) {
            return "/" + Slug.encoded(entry.slug) + target(rest);
        }
        return target((path.startsWith("/") || path.startsWith(".") ? path : "/" + path) + rest);
    }

    private @Nullable Entry find(MarkdownPaths from, String path) {
        String absolute = fold(resolved("", path));
        String relative = path.startsWith("/") ? absolute : fold(resolved(from.around(), path));
        String language = from.language().isEmpty() ? "" : "." + fold(from.language());
        for (String whole : List.of(relative, absolute)) {
            Entry entry = byPath.get(whole + language);
            entry = entry == null ? byPath.get(whole) : entry;
            if (entry != null) {
                return entry;
            }
        }
        return MarkdownPaths.isListing(absolute) ? null : byName.get(absolute.substring(absolute.lastIndexOf('/') + 1));
    }

    /** A path with its dots resolved, and without the file that stands for its folder. */
    private static String resolved(String around, String path) {
        Deque<String> segments = new ArrayDeque<>();
        for (String segment : (around + "/" + path).split("/", -1)) {
            if (segment.equals("..")) {
                segments.pollLast();
            } else if (!segment.isEmpty() && !segment.equals(".")) {
                segments.addLast(segment);
            }
        }
        String last = segments.isEmpty() ? "" : segments.getLast();
        if (segments.size() > 1 && (MarkdownPaths.isBundle(last) || MarkdownPaths.isHead(last))) {
            segments.removeLast();
        }
        return String.join("/", segments);
    }

    // Fit to stand between parentheses as the destination of a link, or between quotes.
    private static String target(String address) {
        StringBuilder target = new StringBuilder(address.length());
        for (int i = 0; i < address.length(); i++) {
            char c = address.charAt(i);
            switch (c) {
                case ' ', '\t', '\n', '\r' -> target.append("%20");
                case '"' -> target.append("%22");
                case '(' -> target.append("%28");
                case ')' -> target.append("%29");
                case '<' -> target.append("%3C");
                case '>' -> target.append("%3E");
                case '\\' -> target.append("%5C");
                default -> target.append(c);
            }
        }
        return target.toString();
    }

    private static String fold(String path) {
        return path.toLowerCase(Locale.ROOT);
    }
}
