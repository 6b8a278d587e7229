package dev.byline.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where the site begins among the folders of a source: below {@code content} if there is such a folder, as with Hugo;
 * else below the folders that all documents lie in.
 */
final class MarkdownTree {
    private static final int MOST_DOCUMENTS = 100_000;
    private static final long MOST_CHARACTERS = 16L << 20;
    private static final String CONTENT = "content";

    /** Folders that mean something, so that none of them only wraps the others. */
    private static final Set<String> TELLING = Set.of("authors", "author", "tags", "topics", "categories", "pages");

    /** What the folders of a generator hold besides content. */
    private static final Set<String> ASIDE =
            Set.of("archetypes", "layouts", "themes", "node_modules", "vendor", "_layouts", "_includes", "_site");

    // The folders of this name that lie highest, with whether all in them lie in folders of languages.
    private final Map<String, Boolean> contents = new HashMap<>();
    private final Set<String> bundles = new HashSet<>();
    private int contentDepth = Integer.MAX_VALUE;
    private @Nullable List<String> shared;
    private boolean heads;
    private int documents;
    private long characters;
    private String content = "";

    /**
     * Takes the path of a document.
     *
     * @throws RefusedSource if there are more than a site can have
     */
    void see(String document) throws RefusedSource {
        if (++documents > MOST_DOCUMENTS) {
            throw new RefusedSource(document, "is one of more than " + MOST_DOCUMENTS + " Markdown documents");
        }
        characters += document.length();
        if (characters > MOST_CHARACTERS) {
            throw new RefusedSource(
                    document,
                    "brings the paths of all documents to more than " + (MOST_CHARACTERS >> 20) + " Mi characters");
        }
        List<String> folders = folders(document);
        shared = shared == null ? telling(folders) : common(shared, folders);
        int depth = folders.indexOf(CONTENT);
        if (depth >= 0 && depth <= contentDepth) {
            if (depth < contentDepth) {
                contents.clear();
                contentDepth = depth;
            }
            boolean language = folders.size() > depth + 1 && MarkdownPaths.isLanguage(folders.get(depth + 1));
            contents.merge(String.join("/", folders.subList(0, depth + 1)), language, Boolean::logicalAnd);
        }
        String stem = stem(document);
        heads |= MarkdownPaths.isHead(stem);
        if (depth >= 0 && folders.size() > depth + 1 && MarkdownPaths.isBundle(stem)) {
            bundles.add(String.join("/", folders));
        }
    }

    /** Has seen all. */
    void settle() {
        content = contents.keySet().stream().min(String::compareTo).orElse("");
        // One document alone has nothing in common with others.
        shared = shared == null || documents < 2 ? List.of() : shared;
    }

    /** Whether it is Hugo's, as far as names can tell; what is Jekyll's in a document is prose to Hugo. */
    boolean isHugo() {
        return heads || !content.isEmpty();
    }

    /** What the path of a document says. */
    MarkdownPaths path(String document) {
        List<String> folders = folders(document);
        String stem = stem(document);
        if (!content.isEmpty() && document.startsWith(content + "/")) {
            List<String> inside = folders.subList(contentDepth + 1, folders.size());
            String language = "";
            if (contents.getOrDefault(content, false)) {
                language = inside.get(0);
                inside = inside.subList(1, inside.size());
            }
            return MarkdownPaths.of(inside, stem, language, true, isResource(folders, stem));
        }
        List<String> inside = folders.subList(shared == null ? 0 : shared.size(), folders.size());
        boolean aside = !inside.isEmpty() && ASIDE.contains(inside.get(0).toLowerCase(Locale.ROOT));
        return MarkdownPaths.of(inside, stem, "", false, aside);
    }

    // What lies beside an index.md, or below it, is a resource of that page, which Hugo does not publish.
    private boolean isResource(List<String> folders, String stem) {
        String path = "";
        for (int i = 0; i < folders.size(); i++) {
            path = i == 0 ? folders.get(0) : path + "/" + folders.get(i);
            boolean own = i == folders.size() - 1 && MarkdownPaths.isBundle(stem);
            if (!own && bundles.contains(path)) {
                return true;
            }
        }
        return false;
    }

    private static List<String> folders(String document) {
        List<String> segments = List.of(document.split("/", -1));
        return segments.subList(0, segments.size() - 1);
    }

    private static String stem(String document) {
        return MarkdownDocument.stem(document.substring(document.lastIndexOf('/') + 1));
    }

    private static List<String> telling(List<String> folders) {
        List<String> wrapping = new ArrayList<>();
        for (String folder : folders) {
            if (folder.equals(CONTENT) || folder.startsWith("_") || TELLING.contains(folder.toLowerCase(Locale.ROOT))) {
                break;
            }
            wrapping.add(folder);
        }
        return wrapping;
    }

    private static List<String> common(List<String> shared, List<String> folders) {
        int same = 0;
        int most = Math.min(shared.size(), folders.size());
        while (same < most && shared.get(same).equals(folders.get(same))) {
            same++;
        }
        return shared.subList(0, same);
    }
}
