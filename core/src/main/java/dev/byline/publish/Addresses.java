package dev.byline.publish;

import dev.byline.article.Article;
import dev.byline.article.ArticleId;
import dev.byline.article.Author;
import dev.byline.article.Listed;
import dev.byline.article.Publication;
import dev.byline.taxonomy.MenuTarget;
import dev.byline.taxonomy.Region;
import dev.byline.taxonomy.Section;
import dev.byline.taxonomy.Tag;
import dev.byline.taxonomy.Term;
import dev.byline.text.SafeUrl;
import java.util.Optional;
import java.util.function.Function;

/**
 * Where everything of a site is: the seam to a host's own addresses. Thread-safe.
 *
 * <p>Those that {@link #of} makes are absolute where the publication has a base address, else they begin with a slash. Whatever
 * an implementation answers is a whole address or a path, percent-encoded; it is still escaped where it is printed.
 */
public interface Addresses {
    /**
     * Addresses by a policy.
     *
     * @throws IllegalArgumentException if the publication has a base address that is no web address of a front page
     */
    static Addresses of(Publication publication, AddressPolicy policy) {
        return new PolicyAddresses(publication, policy);
    }

    /** The front page. */
    String home();

    /** An article's own page, by its present slug. */
    String article(Listed article);

    /** The listing of a region, section or tag. */
    String term(Term term);

    /** The listing of a group of regions, by its key. */
    String group(String key);

    /** An author's listing. */
    String author(Author author);

    /** A static page, by its slug. */
    String page(String slug);

    /**
     * What an article is known by for ever, whatever becomes of its slug; no page needs to be there. Where WordPress had it,
     * this is what WordPress said: {@code /?p=17}.
     */
    String permanent(ArticleId id);

    /** Something that lies on the site, such as a feed or a picture, by its path; a whole address stays what it is. */
    String at(String path);

    /** What search engines shall know an article by: what its editors said, if that is a web address, else its own page. */
    default String canonical(Article article) {
        return SafeUrl.of(article.canonicalUrl())
                .filter(url ->
                        !url.regionMatches(true, 0, "mailto:", 0, 7) && !url.startsWith("#") && !url.startsWith("?"))
                .map(this::at)
                .orElseGet(() -> article(article));
    }

    /**
     * Where a menu entry leads; home for an address that no page may link to.
     *
     * @param bySlug finds the article that an entry may name; one that it does not find is looked for among the pages
     */
    default String of(MenuTarget target, Function<String, Optional<? extends Listed>> bySlug) {
        String key = target.key();
        return switch (target.kind()) {
            case HOME -> home();
            case REGION -> term(Region.of(key));
            case GROUP -> group(key);
            case SECTION -> term(Section.of(key, key));
            case TAG -> term(Tag.of(key, key));
            case PAGE -> page(key);
            case ARTICLE -> {
                Optional<? extends Listed> article = bySlug.apply(key);
                yield article.isPresent() ? article(article.get()) : page(key);
            }
            case URL -> SafeUrl.of(key).orElseGet(this::home);
        };
    }
}
