package dev.byline.exchange;

import dev.byline.article.Author;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
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

    private final Map<String, String> slugByLogin = new HashMap<>();
    private final Map<String, String> slugByName = new HashMap<>();
    private final Map<String, Author> bySlug = new LinkedHashMap<>();
    private final Set<String> headed = new LinkedHashSet<>();
    // Where the search for a free slug goes on, so that many equal wishes cost no more than different ones.
    private final Map<String, Integer> suffixes = new HashMap<>();
    private long size;

    /** Takes an author of a head; an export that is split into files names each in every head, and the first counts. */
    void define(WxrItem.Author author) {
        String name = WxrSlugs.plain(author.displayName);
        if (name.isEmpty()) {
            name = WxrSlugs.plain(author.firstName + " " + author.lastName);
        }
        String biography = WxrSlugs.plain(author.description);
        String known = author.login.isBlank() ? null : slugByLogin.get(fold(author.login));
        if (known == null) {
            headed.add(add(author.login, name, biography).slug());
        } else if (headed.add(known)) {
            put(known, author.login, name, biography);
        }
    }

    /** Takes the authors of an item, whom old files, and Co-Authors Plus for guests, define nowhere else. */
    void mention(WxrItem item) {
        of(item);
    }

    /** The size of all that is known of them. */
    long size() {
        return size;
    }

    /** All authors: those of the head in its order, then those whom only articles name. */
    List<Author> all() {
        Set<String> slugs = new LinkedHashSet<>(headed);
        slugs.addAll(bySlug.keySet());
        return slugs.stream().map(this::known).toList();
    }

    private Author known(String slug) {
        return Objects.requireNonNull(bySlug.get(slug), slug);
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
        String slug = slugByLogin.get(fold(login));
        if (slug == null) {
            String own = WxrSlugs.key(WxrSlugs.made(login));
            slug = bySlug.containsKey(own) ? own : slugByName.get(fold(name.isEmpty() ? login : name));
        }
        return slug == null ? add(login, name, "") : known(slug);
    }

    private Author add(String login, String name, String biography) {
        String printed = local(name.isEmpty() ? login : name);
        String slug = WxrSlugs.key(WxrSlugs.made(login.indexOf('@') < 0 && !login.isBlank() ? login : printed));
        String base = slug.isEmpty() ? "author" : slug;
        slug = base;
        int next = suffixes.getOrDefault(base, 2);
        while (bySlug.containsKey(slug)) {
            slug = base + "-" + next++;
        }
        suffixes.put(base, next);
        return put(slug, login, name, biography);
    }

    private Author put(String slug, String login, String name, String biography) {
        Author author = new Author(slug, local(name.isEmpty() ? login : name), "", biography);
        size += WxrIndex.size(login, login, author.name(), author.name(), slug, biography);
        bySlug.put(slug, author);
        slugByName.putIfAbsent(fold(author.name()), slug);
        if (!login.isBlank()) {
            slugByLogin.putIfAbsent(fold(login), slug);
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
