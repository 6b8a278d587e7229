package dev.byline.exchange;

import dev.byline.article.Author;
import dev.byline.taxonomy.Region;
import dev.byline.taxonomy.Section;
import dev.byline.taxonomy.Tag;
import dev.byline.taxonomy.Term;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The names that documents give to authors, tags and categories, and what becomes of those that articles mention. */
final class MarkdownNames {
    private final Categories decisions;
    private final Map<String, Named> tags = new HashMap<>();
    private final Map<String, Named> categories = new HashMap<>();
    private final Map<String, Named> sections = new HashMap<>();
    private final TreeMap<String, Defined> defined = new TreeMap<>();
    private final Map<String, Author> known = new HashMap<>();

    /** A name, and the document that gives it; where several do, the first by its path counts. */
    private record Named(String document, String name) {
        static Named first(Named one, Named other) {
            return one.document.compareTo(other.document) <= 0 ? one : other;
        }
    }

    /** An author, as articles may call them, and the document that says so. */
    private record Defined(String document, String key, Author author) {
        static Defined first(Defined one, Defined other) {
            return one.document.compareTo(other.document) <= 0 ? one : other;
        }
    }

    MarkdownNames(CategoryTable table) {
        decisions = new Categories(table);
    }

    void tag(String document, String key, String name) {
        tags.merge(key(key), new Named(document, name), Named::first);
    }

    void category(String document, String key, String name) {
        categories.merge(key(key), new Named(document, name), Named::first);
    }

    void section(String document, String key, String name) {
        sections.merge(key(key), new Named(document, name), Named::first);
    }

    /**
     * Takes what a document says of an author whom articles call by this key.
     *
     * @return how many characters are held of it
     */
    long author(String document, String key, FrontMatter fields, String body) {
        String name = WxrSlugs.plain(fields.plain("displayname", "title", "name"));
        if (name.isEmpty()) {
            name = WxrSlugs.plain((fields.plain("firstname") + " " + fields.plain("lastname")).strip());
        }
        String slug = key(fields.plain("slug"));
        if (slug.isEmpty()) {
            slug = key(key);
        }
        String printed = withoutAddress(name.isEmpty() ? key : name);
        if (slug.isEmpty()) {
            return 0;
        }
        String picture = fields.plain("profilephoto", "avatar", "picture", "photo", "image");
        String biography = fields.plain("bio", "biography", "description", "summary");
        Author author = new Author(
                slug,
                printed,
                isAddress(picture) ? picture : "",
                biography.isEmpty() ? body : WxrSlugs.plain(biography));
        defined.merge(slug, new Defined(document, key, author), Defined::first);
        return (long) printed.length() + picture.length() + author.biography().length();
    }

    /** Takes what a document says of many authors, each below the key that articles call them by. */
    void authors(String document, FrontMatter byKey) {
        for (Map.Entry<String, FrontMatter.Value> one : byKey.fields().entrySet()) {
            if (one.getValue() instanceof FrontMatter.Fields inside) {
                FrontMatter fields = new FrontMatter(inside.fields());
                // Keys lose their hyphens on the way here, names do not.
                String slug = key(fields.plain("slug").isEmpty() ? fields.plain("name") : fields.plain("slug"));
                Map<String, FrontMatter.Value> all = new LinkedHashMap<>(inside.fields());
                all.put("slug", new FrontMatter.Text(slug, inside.line()));
                author(document, one.getKey(), new FrontMatter(all), "");
            }
        }
    }

    /** Has seen all. */
    void settle() {
        for (Defined one : defined.values()) {
            known.putIfAbsent(fold(one.author().slug()), one.author());
        }
        for (Defined one : defined.values()) {
            known.putIfAbsent(fold(one.key()), one.author());
            known.putIfAbsent(FrontMatter.fold(one.key()), one.author());
        }
        for (Defined one : defined.values()) {
            known.putIfAbsent(fold(one.author().name()), one.author());
        }
    }

    /** Those of whom a document says something, by slug. */
    List<Author> authors() {
        return defined.values().stream().map(Defined::author).toList();
    }

    /** Whom an article names, in its order, none twice. */
    List<Author> authors(FrontMatter fields) {
        Map<String, Author> found = new LinkedHashMap<>();
        for (FrontMatter.Value value : fields.values("authors", "author", "byline")) {
            Author author = author(value);
            if (author != null) {
                found.putIfAbsent(author.slug(), author);
            }
        }
        return List.copyOf(found.values());
    }

    private @Nullable Author author(FrontMatter.Value value) {
        String name;
        String key;
        if (value instanceof FrontMatter.Fields inside) {
            FrontMatter fields = new FrontMatter(inside.fields());
            name = fields.plain("name", "title", "displayname");
            key = fields.plain("slug", "key", "id");
        } else if (value instanceof FrontMatter.Text text) {
            name = text.text().strip();
            key = "";
        } else {
            return null;
        }
        String called = key.isEmpty() ? name : key;
        Author author = known.getOrDefault(fold(called), known.get(FrontMatter.fold(called)));
        if (author != null) {
            return author;
        }
        String printed = withoutAddress(WxrSlugs.plain(name.isEmpty() ? key : name));
        String slug = key(key.isEmpty() ? printed : key);
        return slug.isEmpty() ? null : Author.of(slug, printed);
    }

    // An address is nobody's name, and in no item.
    private static String withoutAddress(String name) {
        int at = name.indexOf('@');
        return at > 0 ? name.substring(0, at) : name;
    }

    /** The tags that an article names, in its order, none twice. */
    List<Tag> tags(List<String> names) {
        Map<String, Tag> found = new LinkedHashMap<>();
        for (String name : names) {
            String key = key(name);
            if (!key.isEmpty()) {
                Named printed = tags.get(key);
                found.putIfAbsent(key, Tag.of(key, printed == null ? WxrSlugs.plain(name) : printed.name()));
            }
        }
        return List.copyOf(found.values());
    }

    /** What an article's categories become, in its order, none twice. */
    List<Term> terms(List<String> names) {
        Map<String, Term> found = new LinkedHashMap<>();
        for (String name : names) {
            put(found, key(name), WxrSlugs.plain(name));
        }
        return new ArrayList<>(found.values());
    }

    /** What the folder becomes that an article lies in. */
    List<Term> folder(String folder) {
        Map<String, Term> found = new LinkedHashMap<>();
        put(found, key(folder), words(folder));
        return new ArrayList<>(found.values());
    }

    private void put(Map<String, Term> found, String key, String written) {
        if (key.isEmpty()) {
            return;
        }
        Named named = categories.getOrDefault(key, sections.get(key));
        String printed = named == null ? written : named.name();
        Categories.Verdict verdict = decisions.verdict(key, printed);
        Term term = verdict == null ? Section.of(key, printed) : verdict.term();
        if (term != null) {
            found.putIfAbsent((term instanceof Region ? "region " : "section ") + term.key(), term);
        }
    }

    // A folder is called as addresses are; where it is all lower case, its words get capitals, as in Hugo's lists.
    private static String words(String folder) {
        StringBuilder words = new StringBuilder(folder.replace('-', ' ').replace('_', ' '));
        if (folder.equals(folder.toLowerCase(Locale.ROOT))) {
            for (int i = 0; i < words.length(); i++) {
                if (i == 0 || words.charAt(i - 1) == ' ') {
                    words.setCharAt(i, Character.toTitleCase(words.charAt(i)));
                }
            }
        }
        return words.toString();
    }

    static String key(String name) {
        return WxrSlugs.key(WxrSlugs.made(WxrSlugs.plain(name.strip())));
    }

    /** Whether a text can be the address of a picture, rather than a name that only the site's theme knows. */
    static boolean isAddress(String text) {
        return !text.isBlank() && (text.indexOf('/') >= 0 || text.indexOf('.') > 0);
    }

    private static String fold(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
