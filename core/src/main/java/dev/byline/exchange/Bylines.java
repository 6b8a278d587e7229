package dev.byline.exchange;

import dev.byline.article.Author;
import dev.byline.text.SafeUrl;
import dev.byline.text.Slug;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The authors of a source in the order in which it names them. An email address is in none of them. */
final class Bylines {
    private static final int LONGEST_NAME = 200;
    private static final int MOST_OF_A_LINE = 20;

    private final Map<String, Author> byKey = new LinkedHashMap<>();
    private final Map<String, Author> byName = new LinkedHashMap<>();
    private final Map<String, Author> bySlug = new LinkedHashMap<>();
    private final FreeSlugs slugs = new FreeSlugs();
    private long size;

    /**
     * Takes an author; of two with one key the first counts.
     *
     * @param key what the source calls them
     * @param slug as the source writes it; may be empty
     * @param name plain text; may be empty
     * @param picture an address; may be empty
     * @param biography plain text; may be empty
     * @return false if there was one with this key
     */
    boolean define(String key, String slug, String name, String picture, String biography) {
        if (byKey.containsKey(key)) {
            return false;
        }
        String printed = printed(name);
        String own = slug.indexOf('@') >= 0 ? "" : WxrSlugs.slug(slug);
        String wish = own.isEmpty() ? WxrSlugs.made(printed) : own;
        Author author = new Author(
                slugs.own(wish.isEmpty() ? Slug.FALLBACK : wish),
                printed.isEmpty() ? wish : printed,
                SafeUrl.of(picture).orElse(""),
                biography);
        byKey.put(key, author);
        add(author, key);
        return true;
    }

    private void add(Author author, String key) {
        byName.putIfAbsent(fold(author.name()), author);
        bySlug.put(author.slug(), author);
        size += WxrIndex.size(key, author.name(), author.slug(), author.slug(), author.picture(), author.biography());
    }

    @Nullable
    Author get(String key) {
        return byKey.get(key);
    }

    /** The author of this name, who is one from now on if nobody was called so; null if it is no name. */
    @Nullable
    Author named(String name) {
        String printed = printed(name);
        if (printed.isEmpty()) {
            return null;
        }
        Author known = byName.get(fold(printed));
        if (known == null) {
            String made = WxrSlugs.made(printed);
            known = Author.of(slugs.own(made.isEmpty() ? Slug.FALLBACK : made), printed);
            add(known, "");
        }
        return known;
    }

    /** The authors whom a credit line names: "By Ann Lee, Bob Ray and Cy Moe" names three. */
    List<Author> line(String line) {
        String text = printed(line);
        String names = text.regionMatches(true, 0, "by ", 0, 3) ? text.substring(3) : text;
        List<Author> authors = new ArrayList<>();
        for (String part : names.replace(" and ", ",")
                .replace(" & ", ",")
                .replace(';', ',')
                .split(",", -1)) {
            Author author = authors.size() < MOST_OF_A_LINE ? named(part) : null;
            if (author != null && !authors.contains(author)) {
                authors.add(author);
            }
        }
        return authors;
    }

    Collection<Author> all() {
        return bySlug.values();
    }

    /** The size of all that is known of them. */
    long size() {
        return size;
    }

    private static String printed(String plain) {
        String name = WxrSlugs.oneLine(plain);
        int at = name.indexOf('@');
        String shown = at <= 0 || name.indexOf(' ') >= 0 ? name : name.substring(0, at);
        return shown.length() <= LONGEST_NAME ? shown : WxrSlugs.key(shown);
    }

    private static String fold(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
