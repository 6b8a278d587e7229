package dev.byline.examples.cli;

import dev.byline.article.ArchiveCursor;
import dev.byline.article.ArchivePage;
import dev.byline.article.ArchiveQuery;
import dev.byline.article.Article;
import dev.byline.article.ArticleId;
import dev.byline.article.ArticleStore;
import dev.byline.article.ArticleSummary;
import dev.byline.article.SlugMatch;
import dev.byline.examples.cli.review.BadInput;
import dev.byline.examples.cli.review.PolicyFile;
import dev.byline.examples.cli.review.RelatedPolicies;
import dev.byline.ranking.related.RelatedPolicy;
import dev.byline.ranking.related.RelatedQuery;
import dev.byline.score.Ranked;
import dev.byline.taxonomy.Region;
import dev.byline.taxonomy.Section;
import dev.byline.taxonomy.Tag;
import dev.byline.text.Language;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads what {@code byline related} was asked, and refuses what the site does not know. */
final class RelatedQuestion {

    private final Newsroom newsroom;
    private final ArticleStore store;
    private final Instant at;

    RelatedQuestion(Newsroom newsroom) {
        this.newsroom = newsroom;
        this.store = newsroom.articles();
        this.at = newsroom.clock().instant();
    }

    static int limit(RelatedCommand asked) {
        return number("-n", asked.count, 1);
    }

    static RelatedPolicy policy(RelatedCommand asked) {
        RelatedPolicy policy = asked.policy == null ? preset(asked.preset) : read(asked.policy, asked.preset);
        if (asked.perSection != null) {
            policy = policy.variety(policy.variety().mostPerSection(number("--per-section", asked.perSection, 0)));
        }
        if (asked.perAuthor != null) {
            policy = policy.variety(policy.variety().mostPerAuthor(number("--per-author", asked.perAuthor, 0)));
        }
        policy = asked.minimum == null ? policy : policy.minimumScore(score("--minimum", asked.minimum));
        policy = asked.copies ? policy.copies(true) : policy;
        return asked.noFill ? policy.backfill(false) : policy;
    }

    private static RelatedPolicy preset(@Nullable String name) {
        return RelatedPolicies.preset(name == null ? "defaults" : name)
                .orElseThrow(() ->
                        Refusal.usage("--preset is defaults, jnews, background or followUp, not \"" + name + "\""));
    }

    private static RelatedPolicy read(Path file, @Nullable String preset) {
        if (preset != null) {
            throw Refusal.usage("give --preset or --policy: the file may name a preset, {\"preset\": \"background\"}");
        }
        try {
            return PolicyFile.related(file);
        } catch (BadInput bad) {
            throw Refusal.usage(file + ": " + bad.getMessage());
        }
    }

    private static int number(String option, String text, int least) {
        try {
            int number = Integer.parseInt(text.strip());
            if (number >= least && number <= RelatedQuery.MOST) {
                return number;
            }
        } catch (NumberFormatException unread) {
            // Refused below, as one out of range is.
        }
        throw Refusal.usage(option + " is " + least + " to " + RelatedQuery.MOST + ", not " + text);
    }

    private static double score(String option, String text) {
        try {
            double score = Double.parseDouble(text.strip());
            if (score >= 0 && score <= 1) {
                return score;
            }
        } catch (NumberFormatException unread) {
            // Refused below, as one out of range is.
        }
        throw Refusal.usage(option + " is a score from 0 to 1, such as 0.5, not " + text);
    }

    RelatedQuery query(RelatedCommand asked) {
        Article article = article(asked.slug);
        RelatedQuery query = RelatedQuery.of(article);
        if (!asked.regions.isEmpty()) {
            for (String key :
                    new KnownTerms(store, at).of(asked.regions, ArticleStore.By.REGION, "is filed under the region")) {
                query = query.in(Region.of(key));
            }
        }
        if (!asked.sections.isEmpty()) {
            for (String key : new KnownTerms(store, at)
                    .of(asked.sections, ArticleStore.By.SECTION, "is filed under the section")) {
                query = query.in(Section.of(key, key));
            }
        }
        if (!asked.tags.isEmpty()) {
            for (String key : new KnownTerms(store, at).of(asked.tags, ArticleStore.By.TAG, "has the tag")) {
                query = query.tagged(Tag.of(key, key));
            }
        }
        for (String tag : asked.languages) {
            query = query.language(language(tag));
        }
        List<ArticleId> excluded =
                asked.excluded.stream().map(slug -> id(slug, " to exclude")).toList();
        List<ArticleId> pinned = new ArrayList<>();
        for (String slug : asked.pinned) {
            ArticleId id = id(slug, " to pin");
            if (id.equals(article.id())) {
                throw Refusal.usage("\"" + slug + "\" is the article itself, which can't be pinned");
            }
            if (excluded.contains(id)) {
                throw Refusal.usage("\"" + slug + "\" can't be both pinned and excluded");
            }
            pinned.add(id);
        }
        return query.without(excluded).onThePage(excluded).pinned(pinned);
    }

    private Article article(String named) {
        String slug = trimmed(named);
        return store.bySlug(slug, at)
                .map(SlugMatch::article)
                .or(() -> idOf(slug).flatMap(store::find))
                .orElseThrow(() -> new Refusal("there is no article \"" + named + "\""));
    }

    private ArticleId id(String named, String purpose) {
        String slug = trimmed(named);
        return store.bySlug(slug, at)
                .map(match -> match.article().id())
                .or(() -> idOf(slug).flatMap(newsroom::idOf))
                .orElseThrow(() -> new Refusal("there is no article \"" + named + "\"" + purpose));
    }

    private static Optional<ArticleId> idOf(String text) {
        try {
            return Optional.of(ArticleId.of(text));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    // As the lists print it, for whoever copies it from there.
    private static String trimmed(String named) {
        String slug = named.strip();
        int from = slug.startsWith("/") ? 1 : 0;
        int to = slug.endsWith("/") ? slug.length() - 1 : slug.length();
        return from < to ? slug.substring(from, to) : slug;
    }

    private static Language language(String typed) {
        String tag = typed.strip();
        Language language = Language.of(tag);
        boolean undetermined = language.equals(Language.UNDETERMINED);
        boolean named = !Locale.forLanguageTag(language.tag())
                .getDisplayLanguage(Locale.ENGLISH)
                .equals(language.primary());
        if (undetermined ? !tag.equalsIgnoreCase(Language.UNDETERMINED.tag()) : !named) {
            throw Refusal.usage("--language is a tag such as en, fa or pt-BR, not \"" + typed + "\"");
        }
        return language;
    }

    /** Refuses a language in which nothing is written; what was found in it shows without a look at the site. */
    void checkLanguages(RelatedQuery query, List<Ranked<ArticleSummary>> found) {
        Set<Language> missing = query.languages().stream()
                .filter(language -> found.stream().noneMatch(post -> covers(language, post.item())))
                .collect(Collectors.toCollection(HashSet::new));
        if (missing.isEmpty()) {
            return;
        }
        Set<String> known = new TreeSet<>();
        ArchiveQuery all = ArchiveQuery.at(at).limit(ArchiveQuery.MOST);
        for (@Nullable ArchiveCursor next = null; ; ) {
            ArchivePage page = store.page(all.after(next));
            for (ArticleSummary post : page.articles()) {
                known.add(post.language().tag());
                missing.removeIf(language -> covers(language, post));
            }
            next = page.next();
            if (missing.isEmpty()) {
                return;
            }
            if (next == null) {
                break;
            }
        }
        String tag = missing.stream().map(Language::tag).sorted().findFirst().orElseThrow();
        throw new Refusal("no public article is written in \"" + tag + "\"; the site has "
                + (known.isEmpty() ? "none" : String.join(", ", known)));
    }

    private static boolean covers(Language language, ArticleSummary post) {
        String own = post.language().tag();
        return own.equals(language.tag()) || own.startsWith(language.tag() + "-");
    }

    /** What to tell of each pinned post that is not in the list. */
    List<String> unlisted(RelatedQuery query, List<Ranked<ArticleSummary>> found) {
        Set<ArticleId> listed = found.stream().map(post -> post.item().id()).collect(Collectors.toSet());
        List<ArticleId> missing =
                query.pinned().stream().filter(id -> !listed.contains(id)).toList();
        return store.summaries(missing).stream()
                .map(post -> "\"" + post.slug() + "\" is pinned but not listed: "
                        + (post.isPublic(at) ? "-n is " + query.limit() : "it is not public at " + at))
                .toList();
    }
}
