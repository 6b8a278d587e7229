package dev.byline.publish;

import dev.byline.article.Listed;
import dev.byline.text.Language;
import dev.byline.writing.XmlOutput;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * A version of a page in another language, for {@code hreflang} and for a line that leads readers there:
 *
 * <pre>{@code
 * List<Alternate> versions = Alternate.of(store.translations(article, now), publication.language(), now, addresses);
 * versions.forEach(version -> head.append(version.html()));
 * versions.stream()
 *         .filter(version -> version.isOther(article.language()))
 *         .forEach(version -> alsoIn.append(link(version.address(), version.language())));
 * }</pre>
 *
 * @param language a BCP 47 tag, or {@value #ANY} for readers of none of the others
 * @param address where it is
 */
public record Alternate(String language, String address) {
    /** For readers of none of the other languages. */
    public static final String ANY = "x-default";

    /**
     * An article and its translations, as each of their pages must name them all, itself too: by language, then
     * {@value #ANY}.
     *
     * @param translations all articles of one translation group, as
     *     {@link dev.byline.article.ArticleStore#translations ArticleStore.translations} finds them; of two in one language the
     *     newer is named, and those that are not public or say no language are not. Empty unless two are left
     * @param fallback the language that {@value #ANY} gets, such as the publication's; without an article in it, nothing does
     * @param addresses whole ones, as search engines want them here
     */
    public static List<Alternate> of(
            Collection<? extends Listed> translations, Language fallback, Instant at, Addresses addresses) {
        List<Alternate> found = new ArrayList<>();
        translations.stream()
                .filter(one -> one.isPublic(at) && !one.language().equals(Language.UNDETERMINED))
                .sorted(Comparator.<Listed, String>comparing(
                                one -> one.language().tag())
                        .thenComparing(Listed.NEWEST_FIRST))
                .forEach(one -> {
                    String tag = one.language().tag();
                    if (found.isEmpty() || !found.get(found.size() - 1).language.equals(tag)) {
                        found.add(new Alternate(tag, addresses.article(one)));
                    }
                });
        if (found.size() < 2) {
            return List.of();
        }
        found.stream()
                .filter(one -> one.language.equals(fallback.tag()))
                .findFirst()
                .ifPresent(one -> found.add(new Alternate(ANY, one.address)));
        return List.copyOf(found);
    }

    /** Whether it is in another language than this one, for readers of that. */
    public boolean isOther(Language own) {
        return !language.equals(ANY) && !language.equals(own.tag());
    }

    /** As a {@code link} element, escaped. */
    public String html() {
        return "<link rel=\"alternate\"" + XmlOutput.attribute("hreflang", language)
                + XmlOutput.attribute("href", address) + ">";
    }
}
