package dev.byline.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What the path of a Markdown document says of it. */
final class MarkdownPaths {
    private static final Set<String> AUTHORS = Set.of("authors", "author", "_authors");
    // Below these only what Hugo calls so says who an author is; the rest are articles about people.
    private static final Set<String> PEOPLE = Set.of("people", "contributors", "writers");
    private static final Set<String> TAGS = Set.of("tags", "tag", "topics", "topic", "keywords");
    private static final Set<String> CATEGORIES = Set.of("categories", "category", "sections");
    private static final Set<String> NO_SECTION =
            Set.of("post", "posts", "blog", "blogs", "article", "articles", "page", "pages", "drafts");
    private static final String LIST = "_index";
    private static final String BUNDLE = "index";

    /** What a document is by where it lies. */
    enum Role {
        /** An article or a page. */
        POST,
        /** It says who an author is, or heads the list of them. */
        AUTHOR,
        /** It says what a tag is called, or heads the list of them. */
        TAG,
        /** It says what a category is called, or heads the list of them. */
        CATEGORY,
        /** It heads the listing of a section, or the whole site. */
        SECTION,
        /** It is the front page. */
        FRONT,
        /** It is the generator's, or belongs to another document. */
        ASIDE
    }

    private final List<String> folders;
    private final String stem;
    private final String language;
    private final boolean content;
    private final boolean aside;

    private MarkdownPaths(List<String> folders, String stem, String language, boolean content, boolean aside) {
        this.folders = folders;
        this.stem = stem;
        this.language = language;
        this.content = content;
        this.aside = aside;
    }

    /**
     * A path.
     *
     * @param folders the folders below those that the site lies in
     * @param file the name of the file without its ending
     * @param language the language that a folder states; empty where none does
     * @param content whether it lies in Hugo's folder for content
     * @param aside whether its folder says that it is no article
     */
    static MarkdownPaths of(List<String> folders, String file, String language, boolean content, boolean aside) {
        String own = languageOf(file);
        String stem = own.isEmpty() ? file : file.substring(0, file.length() - own.length() - 1);
        return new MarkdownPaths(List.copyOf(folders), stem, own.isEmpty() ? language : own, content, aside);
    }

    private static String languageOf(String file) {
        int dot = file.lastIndexOf('.');
        return dot > 0 && isLanguage(file.substring(dot + 1)) ? file.substring(dot + 1) : "";
    }

    /** Whether a name is a language that Java knows, and perhaps a region: "fa", "ckb", "pt-br". */
    static boolean isLanguage(String name) {
        Locale locale = Locale.forLanguageTag(name);
        String language = locale.getLanguage();
        boolean whole =
                name.equalsIgnoreCase(locale.getCountry().isEmpty() ? language : language + "-" + locale.getCountry());
        return whole
                && (language.length() == 2 || language.length() == 3)
                && !locale.getDisplayLanguage(Locale.ENGLISH).equals(language);
    }

    /** Whether a file so called heads a list of documents. */
    static boolean isHead(String file) {
        return file.equals(LIST) || file.startsWith(LIST + ".");
    }

    /** Whether a file so called is the page that its folder is about. */
    static boolean isBundle(String file) {
        return file.equals(BUNDLE)
                || (file.startsWith(BUNDLE + ".") && !languageOf(file).isEmpty());
    }

    Role role() {
        String first = folders.isEmpty() ? "" : folders.get(0).toLowerCase(Locale.ROOT);
        if (aside) {
            return Role.ASIDE;
        }
        boolean list = stem.equals(LIST);
        if (AUTHORS.contains(first) || (list && folders.size() > 1 && PEOPLE.contains(first))) {
            return Role.AUTHOR;
        }
        if (list) {
            return TAGS.contains(first) ? Role.TAG : CATEGORIES.contains(first) ? Role.CATEGORY : Role.SECTION;
        }
        return folders.isEmpty() && stem.equals(BUNDLE) ? Role.FRONT : Role.POST;
    }

    /** The key of the term, author or section that this document is about; empty where it heads the list of them. */
    String term() {
        boolean named = !stem.equals(LIST) && !stem.equals(BUNDLE);
        if (named) {
            return stem;
        }
        int first = role() == Role.SECTION ? 0 : 1;
        return folders.size() > first ? folders.get(folders.size() - 1) : "";
    }

    /** The name of the file, or of the folder that it stands for, without its ending. */
    String name() {
        return stem.equals(BUNDLE) && !folders.isEmpty() ? folders.get(folders.size() - 1) : stem;
    }

    /** The whole path, without ending and language. */
    String whole() {
        List<String> all = new ArrayList<>(folders);
        if (all.isEmpty() || !stem.equals(BUNDLE)) {
            all.add(stem);
        }
        return String.join("/", all);
    }

    /** The language that the name of the file ends with; empty where it names none. */
    String language() {
        return language;
    }

    /** Whether it lies where drafts do. */
    boolean isDraft() {
        return folders.contains("_drafts") || folders.contains("drafts");
    }

    /** Whether it lies where Jekyll wants its posts. */
    boolean isJekyll() {
        return folders.contains("_posts") || folders.contains("_drafts");
    }

    /** Whether it lies where pages do. */
    boolean isPage() {
        return folders.contains("_pages") || folders.contains("pages");
    }

    /** Whether it lies directly in Hugo's folder for content, where all are pages if they don't say otherwise. */
    boolean isTop() {
        return content && (folders.isEmpty() || (folders.size() == 1 && stem.equals(BUNDLE)));
    }

    /** Whether a path from the root leads to what lists articles rather than to one. */
    static boolean isListing(String path) {
        int end = path.indexOf('/');
        String first = end < 0 ? "" : path.substring(0, end);
        return AUTHORS.contains(first) || PEOPLE.contains(first) || TAGS.contains(first) || CATEGORIES.contains(first);
    }

    /** The folders around what it is about, joined by slashes. */
    String around() {
        return String.join("/", folders);
    }

    /** The folder that files the document; empty where none does. */
    String section() {
        List<String> around =
                stem.equals(BUNDLE) && !folders.isEmpty() ? folders.subList(0, folders.size() - 1) : folders;
        for (String folder : around) {
            if (folder.startsWith("_")) {
                return "";
            }
            if (!NO_SECTION.contains(folder.toLowerCase(Locale.ROOT)) && !isNumber(folder)) {
                return folder;
            }
        }
        return "";
    }

    private static boolean isNumber(String folder) {
        return folder.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** Where the path of an address ends: before its query and fragment. */
    static int end(String address) {
        int end = address.length();
        for (int i = 0; i < address.length() && end == address.length(); i++) {
            char c = address.charAt(i);
            end = c == '?' || c == '#' ? i : end;
        }
        return end;
    }

    static boolean isMarkdown(String path) {
        String lower = path.toLowerCase(Locale.ROOT);
        return MarkdownDocument.ENDINGS.stream().anyMatch(lower::endsWith);
    }
}
