package dev.byline.publish;

import dev.byline.article.ArticleId;
import dev.byline.article.Author;
import dev.byline.article.Listed;
import dev.byline.article.Publication;
import dev.byline.taxonomy.Region;
import dev.byline.taxonomy.Section;
import dev.byline.taxonomy.Term;
import dev.byline.text.SafeUrl;
import dev.byline.text.Slug;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Objects;
import java.util.function.UnaryOperator;

/** Fills the places of a policy. */
final class PolicyAddresses implements Addresses {
    private final Publication publication;
    private final AddressPolicy policy;

    PolicyAddresses(Publication publication, AddressPolicy policy) {
        this.publication = Objects.requireNonNull(publication, "publication");
        this.policy = Objects.requireNonNull(policy, "policy");
        String base = publication.baseUrl();
        boolean isWeb = base.startsWith("https://") || base.startsWith("http://");
        if (!base.isEmpty()
                && !(isWeb
                        && base.indexOf('?') < 0
                        && base.indexOf('#') < 0
                        && SafeUrl.of(base).filter(base::equals).isPresent())) {
            throw new IllegalArgumentException("\"" + base + "\" is no address of a front page");
        }
    }

    @Override
    public String home() {
        return publication.baseUrl() + "/";
    }

    @Override
    public String article(Listed article) {
        Instant published = article.publishedAt();
        ZonedDateTime at =
                Dates.within(published == null ? Instant.EPOCH : published).atZone(publication.zone());
        return filled(policy.article(), place -> switch (place) {
            case "slug" -> article.slug();
            case "id" -> article.id().value();
            case "year" -> String.format(Locale.ROOT, "%04d", at.getYear());
            case "month" -> String.format(Locale.ROOT, "%02d", at.getMonthValue());
            case "day" -> String.format(Locale.ROOT, "%02d", at.getDayOfMonth());
            case "section" -> article.label().map(Term::key).orElse("news");
            default -> article.language().tag();
        });
    }

    @Override
    public String term(Term term) {
        String path =
                term instanceof Region ? policy.region() : term instanceof Section ? policy.section() : policy.tag();
        return filled(path, place -> place.equals("name") ? Slug.of(term.name()) : term.key());
    }

    @Override
    public String group(String key) {
        return keyed(policy.group(), key);
    }

    @Override
    public String author(Author author) {
        return keyed(policy.author(), author.slug());
    }

    @Override
    public String page(String slug) {
        return keyed(policy.page(), slug);
    }

    @Override
    public String permanent(ArticleId id) {
        return publication.baseUrl() + "/?p=" + Slug.encoded(id.value());
    }

    @Override
    public String at(String path) {
        String safe = SafeUrl.of(path).orElse("/");
        if (isWhole(safe)) {
            return safe;
        }
        if (safe.startsWith("//")) {
            return (publication.baseUrl().startsWith("http:") ? "http:" : "https:") + safe;
        }
        return publication.baseUrl() + (safe.startsWith("/") ? "" : "/") + safe;
    }

    private static boolean isWhole(String address) {
        return address.regionMatches(true, 0, "http:", 0, 5)
                || address.regionMatches(true, 0, "https:", 0, 6)
                || address.regionMatches(true, 0, "mailto:", 0, 7);
    }

    private String keyed(String path, String key) {
        return filled(path, any -> key);
    }

    private String filled(String path, UnaryOperator<String> places) {
        StringBuilder filled = new StringBuilder(publication.baseUrl());
        int from = 0;
        for (int open = path.indexOf('{'); open >= 0; open = path.indexOf('{', from)) {
            int close = path.indexOf('}', open);
            filled.append(path, from, open).append(segment(places.apply(path.substring(open + 1, close))));
            from = close + 1;
        }
        return filled.append(path, from, path.length()).toString();
    }

    /** Dots alone would lead to another folder, also where they are encoded. */
    private static String segment(String text) {
        String encoded = Slug.encoded(text);
        return encoded.equals(".") || encoded.equals("..") ? encoded.replace(".", "%252E") : encoded;
    }
}
