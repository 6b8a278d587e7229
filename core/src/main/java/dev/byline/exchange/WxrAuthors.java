package dev.byline.exchange;

import dev.byline.article.Author;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The authors of a WXR file: those of its head, and those that only articles name.
 *
 * <p>An author's slug is made from the login, or from the name where the login is an email address, which is in no item.
 * Articles with several authors name them as the Co-Authors Plus plugin does, in categories of the domain
 * {@code author}.
 */
final class WxrAuthors {
    private static final String GUEST = "cap-";

    private final Map<String, Author> byLogin = new LinkedHashMap<>();
    private final Map<String, Author> byName = new LinkedHashMap<>();
    private final Map<String, Author> bySlug = new LinkedHashMap<>();
    private final List<Author> headed = new ArrayList<>();
    private final Set<String> slugs = new HashSet<>();
    // Where the search for a free slug goes on, so that many equal wishes cost no more than different ones.
    private final Map<String, Integer> suffixes = new HashMap<>();

    void define(WxrItem.Author author) {
        String name = WxrSlugs.plain(author.displayName);
        if (name.isEmpty()) {
            name = WxrSlugs.plain(author.firstName + " " + author.lastName);
        }
        headed.add(add(author.login, name, WxrSlugs.plain(author.description)));
    }

    /** Takes the authors of an item, whom old files define nowhere else. */
    void mention(WxrItem item) {
        of(item);
    }

    /** The authors of the head in its order; where it names none, those of the articles. */
    List<Author> all() {
        return List.copyOf(headed.isEmpty() ? bySlug.values() : headed);
    }

    /** The authors of an item in its order, none twice. */
    List<Author> of(WxrItem item) {
        Map<String, Author> found = new LinkedHashMap<>();
        for (WxrItem.Category category : item.categories) {
            if (category.domain().equals("author")) {
                String login = category.nicename().startsWith(GUEST)
                        ? category.nicename().substring(GUEST.length())
                        : category.nicename();
                String name = WxrSlugs.plain(category.name());
                if (!login.isBlank() || !name.isEmpty()) {
                    Author author = find(login, name);
                    found.putIfAbsent(author.slug(), author);
                }
            }
        }
        if (found.isEmpty() && !item.creator.isBlank()) {
            Author author = find(item.creator, "");
            found.put(author.slug(), author);
        }
        return List.copyOf(found.values());
    }

    private Author find(String login, String name) {
        Author known = byLogin.get(fold(login));
        if (known == null) {
            known = bySlug.get(WxrSlugs.key(WxrSlugs.made(login)));
        }
        if (known == null) {
            known = byName.get(fold(name.isEmpty() ? login : name));
        }
        return known == null ? add(login, name, "") : known;
    }

    private Author add(String login, String name, String biography) {
        String printed = local(name.isEmpty() ? login : name);
        String slug = WxrSlugs.key(WxrSlugs.made(login.indexOf('@') < 0 && !login.isBlank() ? login : printed));
        String base = slug.isEmpty() ? "author" : slug;
        slug = base;
        int next = suffixes.getOrDefault(base, 2);
        while (!slugs.add(slug)) {
            slug = base + "-" + next++;
        }
        suffixes.put(base, next);
        Author author = new Author(slug, printed, "", biography);
        bySlug.put(slug, author);
        byName.putIfAbsent(fold(printed), author);
        if (!login.isBlank()) {
            byLogin.putIfAbsent(fold(login), author);
        }
        return author;
    }

    private static String local(String name) {
        int at = name.indexOf('@');
        return at <= 0 ? name : name.substring(0, at);
    }

    private static String fold(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
