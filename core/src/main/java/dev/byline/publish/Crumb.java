package dev.byline.publish;

import dev.byline.article.Listed;
import dev.byline.article.Publication;
import dev.byline.taxonomy.Region;
import dev.byline.taxonomy.Section;
import dev.byline.taxonomy.Term;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * A step on the way from the front page to an article.
 *
 * @param label what is printed, plain text
 * @param address where it leads
 */
public record Crumb(String label, String address) {
    /**
     * The way to an article: the front page, the term that its card prints with those around it, outermost first, and the
     * article itself.
     */
    public static List<Crumb> to(Listed article, Publication publication, Addresses addresses) {
        List<Crumb> trail = new ArrayList<>();
        trail.add(new Crumb(publication.name(), addresses.home()));
        Optional<Term> label = article.label();
        if (label.isPresent()) {
            List<Term> path = new ArrayList<>(path(label.get()));
            Collections.reverse(path);
            path.forEach(term -> trail.add(new Crumb(term.name(), addresses.term(term))));
        }
        trail.add(new Crumb(article.headline(), addresses.article(article)));
        return List.copyOf(trail);
    }

    private static List<? extends Term> path(Term term) {
        if (term instanceof Section section) {
            return section.path();
        }
        return term instanceof Region region ? region.path() : List.of(term);
    }
}
