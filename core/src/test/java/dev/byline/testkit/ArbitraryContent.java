package dev.byline.testkit;

import dev.byline.article.Access;
import dev.byline.article.Article;
import dev.byline.article.ArticleId;
import dev.byline.article.ArticleKind;
import dev.byline.article.ArticleStatus;
import dev.byline.article.Author;
import dev.byline.article.Correction;
import dev.byline.article.Image;
import dev.byline.article.Publication;
import dev.byline.article.StaticPage;
import dev.byline.taxonomy.Region;
import dev.byline.taxonomy.Section;
import dev.byline.taxonomy.Tag;
import dev.byline.text.Language;
import java.time.Instant;
import java.time.ZoneId;
import java.util.AbstractMap;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import net.jqwik.api.arbitraries.ListArbitrary;
import org.jspecify.annotations.Nullable;

/** Whatever content may be, for laws: any text of any script, missing fields, dates with ties, nested terms. */
public final class ArbitraryContent {
    private ArbitraryContent() {}

    /** Text of any characters but half ones, 0 to 30 of them; often empty. */
    public static Arbitrary<String> texts() {
        Arbitrary<String> any = Arbitraries.strings()
                .withCharRange('\u0000', '\uD7FF')
                .withCharRange('\uE000', '\uFFFF')
                .ofMaxLength(30);
        Arbitrary<String> awkward = Arbitraries.of(
                "",
                "\"quoted\" \\ and / more",
                "</script>",
                "\u2028line\u2029",
                "قطر",
                "🗞️ news",
                "a\u0000b\u001F",
                "null");
        return Arbitraries.oneOf(any, awkward);
    }

    /** Keys and slugs: 1 to 12 characters, not blank. */
    public static Arbitrary<String> keys() {
        return Arbitraries.oneOf(
                        Arbitraries.strings()
                                .alpha()
                                .numeric()
                                .withChars("-~ é")
                                .ofMinLength(1)
                                .ofMaxLength(12),
                        Arbitraries.of("ir", "politics", "إيران", "a b", "日本"))
                .filter(key -> !key.isBlank());
    }

    /** Instants that often are equal, between 1900 and 2100, some to the nanosecond. */
    public static Arbitrary<Instant> instants() {
        return Arbitraries.oneOf(
                Arbitraries.integers().between(0, 5).map(hour -> SampleArticles.NOW.minusSeconds(3600L * hour)),
                Combinators.combine(
                                Arbitraries.longs().between(-2_208_988_800L, 4_102_444_800L),
                                Arbitraries.integers().between(0, 999_999_999))
                        .as(Instant::ofEpochSecond));
    }

    /** Languages, the undetermined one among them. */
    public static Arbitrary<Language> languages() {
        return Arbitraries.of("en", "fa", "ar-EG", "az-Arab", "zh-Hant-TW", "und")
                .map(Language::of);
    }

    /** Regions up to three deep. */
    public static Arbitrary<Region> regions() {
        return Combinators.combine(
                        keys(), texts(), keys(), Arbitraries.integers().between(0, 2))
                .as((key, name, above, levels) -> {
                    @Nullable Region parent = null;
                    for (int level = 0; level < levels; level++) {
                        parent = new Region(above + level, above, parent);
                    }
                    return new Region(key, name, parent);
                });
    }

    /** Sections, some of them below another. */
    public static Arbitrary<Section> sections() {
        return Combinators.combine(keys(), texts(), keys(), Arbitraries.of(true, false))
                .as((key, name, above, below) -> new Section(key, name, below ? Section.of(above, above) : null));
    }

    /** Tags. */
    public static Arbitrary<Tag> tags() {
        return Combinators.combine(keys(), texts()).as(Tag::of);
    }

    /** Authors. */
    public static Arbitrary<Author> authors() {
        return Combinators.combine(keys(), texts(), texts(), texts()).as(Author::new);
    }

    /** Images, with and without sizes. */
    public static Arbitrary<Image> images() {
        Arbitrary<@Nullable Integer> sizes =
                Arbitraries.integers().between(1, 10_000).injectNull(0.3);
        return Combinators.combine(keys(), texts(), texts(), texts(), sizes, sizes)
                .as(Image::new);
    }

    /** Articles in every status with any fields. */
    public static Arbitrary<Article> articles() {
        return articles(instants());
    }

    /** Articles in every status with any fields, dated and expiring at these instants. */
    public static Arbitrary<Article> articles(Arbitrary<Instant> instants) {
        Arbitrary<@Nullable Instant> missing = instants.injectNull(0.5);
        Arbitrary<Article> filed = Combinators.combine(
                        keys(), keys(), Arbitraries.of(ArticleStatus.class), instants, missing, missing, few(keys()))
                .as((id, slug, status, published, modified, expires, oldSlugs) -> Article.builder(
                                ArticleId.of(id), slug)
                        .status(status)
                        .publishedAt(status == ArticleStatus.DRAFT ? null : published)
                        .modifiedAt(modified)
                        .expiresAt(expires)
                        .oldSlugs(oldSlugs)
                        .build());
        Arbitrary<Article> written = Combinators.combine(
                        filed, texts(), texts(), texts(), texts(), few(authors()), texts(), languages())
                .as((article, headline, standfirst, body, excerpt, authors, credit, language) -> article.toBuilder()
                        .headline(headline)
                        .standfirst(standfirst)
                        .body(body)
                        .excerpt(excerpt)
                        .authors(authors)
                        .creditLine(credit)
                        .language(language)
                        .build());
        Arbitrary<Article> sorted = Combinators.combine(
                        written,
                        few(regions()),
                        few(sections()),
                        few(tags()),
                        texts(),
                        Arbitraries.of(ArticleKind.class),
                        Arbitraries.of(Access.class),
                        images().injectNull(0.3))
                .as((article, regions, sections, tags, primary, kind, access, image) -> article.toBuilder()
                        .regions(regions)
                        .sections(sections)
                        .tags(tags)
                        .primary(primary)
                        .kind(kind)
                        .access(access)
                        .image(image)
                        .build());
        Arbitrary<Boolean> flags = Arbitraries.of(true, false);
        return Combinators.combine(
                        sorted,
                        flags,
                        flags,
                        flags,
                        Arbitraries.integers().between(0, 100),
                        texts(),
                        texts(),
                        few(Combinators.combine(instants, texts()).as(Correction::new)))
                .as((article, locked, sticky, open, comments, canonical, group, corrections) -> article.toBuilder()
                        .passwordProtected(locked)
                        .sticky(sticky)
                        .commentsOpen(open)
                        .commentCount(comments)
                        .canonicalUrl(canonical)
                        .translationGroup(group)
                        .corrections(corrections)
                        .build());
    }

    /** Up to so many articles with different ids, whose dates often are equal and lie around {@link SampleArticles#NOW}. */
    public static Arbitrary<List<Article>> archives(int most) {
        Arbitrary<Instant> near =
                Arbitraries.integers().between(-6, 6).map(hour -> SampleArticles.NOW.plusSeconds(3600L * hour));
        Arbitrary<Article> article = Combinators.combine(
                        Arbitraries.integers().between(1, 500),
                        near,
                        near.injectNull(0.8),
                        Arbitraries.frequency(
                                Tuple.of(8, ArticleStatus.PUBLISHED),
                                Tuple.of(1, ArticleStatus.SCHEDULED),
                                Tuple.of(1, ArticleStatus.DRAFT)),
                        few(Arbitraries.of(SampleArticles.REGIONS)),
                        few(Arbitraries.of(SampleArticles.SECTIONS)),
                        few(Arbitraries.of(SampleArticles.TAGS)))
                .as((number, published, expires, status, regions, sections, tags) -> SampleArticles.article(
                                "n" + number)
                        .status(status)
                        .publishedAt(published)
                        .expiresAt(expires)
                        .regions(regions)
                        .sections(sections)
                        .tags(tags)
                        .translationGroup(number % 2 == 0 ? "" : "group-" + number % 9)
                        .build());
        return article.list().uniqueElements(Article::id).ofMaxSize(most);
    }

    /** Static pages with any fields. */
    public static Arbitrary<StaticPage> pages() {
        return Combinators.combine(
                        keys(),
                        texts(),
                        texts(),
                        Arbitraries.of(ArticleStatus.class),
                        Arbitraries.of(true, false),
                        instants().injectNull(0.3),
                        texts(),
                        Combinators.combine(Arbitraries.integers(), languages())
                                .as(AbstractMap.SimpleImmutableEntry::new))
                .as((slug, title, body, status, locked, published, parent, rest) -> new StaticPage(
                        slug, title, body, status, locked, published, parent, rest.getKey(), rest.getValue()));
    }

    /** Publications with any fields. */
    public static Arbitrary<Publication> publications() {
        return Combinators.combine(
                        texts(),
                        texts(),
                        texts(),
                        images().injectNull(0.3),
                        languages(),
                        Arbitraries.of("Asia/Baghdad", "Z", "UTC", "+03:30", "America/New_York")
                                .map(ZoneId::of),
                        texts(),
                        few(keys()))
                .as(Publication::new);
    }

    private static <T> ListArbitrary<T> few(Arbitrary<T> some) {
        return some.list().ofMaxSize(3);
    }
}
