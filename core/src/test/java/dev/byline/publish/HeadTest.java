package dev.byline.publish;

import static dev.byline.publish.Stories.ADDRESSES;
import static dev.byline.publish.Stories.NOW;
import static dev.byline.publish.Stories.SITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.byline.article.Article;
import dev.byline.article.ArticleId;
import dev.byline.article.ArticleStatus;
import dev.byline.article.Author;
import dev.byline.article.Publication;
import dev.byline.taxonomy.MenuTarget;
import dev.byline.taxonomy.Region;
import dev.byline.taxonomy.Tag;
import dev.byline.text.Language;
import dev.byline.text.Slug;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Addresses, Open Graph, other languages and links to share. */
class HeadTest {
    @Test
    void addressesFollowThePolicy() {
        Article late = Stories.story().toBuilder()
                .publishedAt(Instant.parse("2026-10-31T22:30:00Z"))
                .build();
        Addresses wordPress = Addresses.of(SITE, AddressPolicy.wordPress());
        // It was November in Baghdad.
        assertThat(wordPress.article(late)).isEqualTo("https://example.org/2026/11/01/bridge-opens/");
        assertThat(wordPress.term(Region.of("iq"))).isEqualTo("https://example.org/category/iraq/");
        assertThat(wordPress.term(Region.of("sa"))).isEqualTo("https://example.org/category/saudi-arabia/");
        assertThat(wordPress.term(Region.of("iq", "العراق")))
                .isEqualTo("https://example.org/category/" + Slug.encoded("العراق") + "/");
        assertThat(wordPress.term(Tag.of("a b", ""))).isEqualTo("https://example.org/tag/a%20b/");
        assertThat(wordPress.author(Author.of("omar", ""))).isEqualTo("https://example.org/author/omar/");
        assertThat(Addresses.of(SITE, AddressPolicy.defaults().article("/{section}/{id}-{slug}.html"))
                        .article(late))
                .isEqualTo("https://example.org/budget/17-bridge-opens.html");
        assertThat(ADDRESSES.article(late.toBuilder().slug("..").build())).isEqualTo("https://example.org/%252E%252E");
        assertThat(ADDRESSES.article(late.toBuilder().slug("a/b?c#d").build()))
                .isEqualTo("https://example.org/a%2Fb%3Fc%23d");
    }

    @Test
    void withoutABaseAddressTheyArePaths() {
        Publication nowhere = Publication.of("", "", Language.UNDETERMINED, ZoneOffset.UTC);
        Addresses paths = Addresses.of(nowhere, AddressPolicy.defaults());
        assertThat(paths.home()).isEqualTo("/");
        assertThat(paths.article(Stories.story())).isEqualTo("/bridge-opens");
        assertThat(paths.at("pictures/a.jpg")).isEqualTo("/pictures/a.jpg");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)//",
                "https://e.org?x=1",
                "https://e.org#f",
                "https://e.org/a\"><script>",
                "e.org"
            })
    void aBaseAddressThatIsNoneIsRefused(String base) {
        Publication odd = Publication.of("Odd", base, Language.UNDETERMINED, ZoneOffset.UTC);
        assertThatThrownBy(() -> Addresses.of(odd, AddressPolicy.defaults()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void menusLeadWhereTheyShould() {
        assertThat(of(MenuTarget.home())).isEqualTo("https://example.org/");
        assertThat(of(MenuTarget.region("iq"))).isEqualTo("https://example.org/region/iq");
        assertThat(of(MenuTarget.group("gulf"))).isEqualTo("https://example.org/group/gulf");
        assertThat(of(MenuTarget.section("politics"))).isEqualTo("https://example.org/section/politics");
        assertThat(of(MenuTarget.article("bridge-opens"))).isEqualTo("https://example.org/bridge-opens");
        assertThat(of(MenuTarget.article("unknown"))).isEqualTo("https://example.org/unknown");
        assertThat(of(MenuTarget.url("javascript:alert(1)"))).isEqualTo("https://example.org/");
        assertThat(of(MenuTarget.url("https://example.com/x"))).isEqualTo("https://example.com/x");
    }

    private static String of(MenuTarget target) {
        return ADDRESSES.of(
                target, slug -> slug.equals("bridge-opens") ? Optional.of(Stories.story()) : Optional.empty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{slug}", "//{slug}", "/{slug", "/{nothing}", "/news", "/{slug} x", "/{slug}\"", "/{slug}é"})
    void aPathThatCantWorkIsRefused(String path) {
        assertThatThrownBy(() -> AddressPolicy.defaults().article(path)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void policiesBindAlikeUnderBothJacksons() throws Exception {
        String json = "{\"article\":\"/{id}\",\"later\":1}";
        AddressPolicy expected = AddressPolicy.defaults().article("/{id}");
        assertThat(JsonMapper.shared().readValue(json, AddressPolicy.class)).isEqualTo(expected);
        assertThat(new ObjectMapper().readValue(json, AddressPolicy.class)).isEqualTo(expected);
        assertThat(JsonMapper.shared().readValue(JsonMapper.shared().writeValueAsString(expected), AddressPolicy.class))
                .isEqualTo(expected);
        FeedPolicy feed = FeedPolicy.excerpts().entries(5);
        assertThat(JsonMapper.shared().readValue(JsonMapper.shared().writeValueAsString(feed), FeedPolicy.class))
                .isEqualTo(feed);
        assertThat(new ObjectMapper().readValue("{}", FeedPolicy.class)).isEqualTo(FeedPolicy.defaults());
        ShareLinks links = ShareLinks.defaults().only("x", "email");
        assertThat(new ObjectMapper().readValue(new ObjectMapper().writeValueAsString(links), ShareLinks.class))
                .isEqualTo(links);
    }

    @Test
    void anEditorsCanonicalAddressIsTheOneThatIsSaid() {
        assertThat(canonical("https://example.com/first")).isEqualTo("https://example.com/first");
        assertThat(canonical("/elsewhere")).isEqualTo("https://example.org/elsewhere");
        assertThat(canonical("//example.com/first")).isEqualTo("https://example.com/first");
        assertThat(canonical("javascript:alert(1)")).isEqualTo("https://example.org/bridge-opens");
        assertThat(canonical("MAILTO:someone@example.org")).isEqualTo("https://example.org/bridge-opens");
        assertThat(canonical("#top")).isEqualTo("https://example.org/bridge-opens");
    }

    private static String canonical(String url) {
        return ADDRESSES.canonical(Stories.story().toBuilder().canonicalUrl(url).build());
    }

    @ParameterizedTest
    @CsvSource({
        "en, en_US",
        "en-GB, en_GB",
        "ar, ar_AR",
        "ar-IQ, ar_IQ",
        "fa, fa_IR",
        "he, he_IL",
        "az-Arab-IR, az_IR",
        "zh-Hant-TW, zh_TW",
        "es-419, es_ES",
        "tlh,",
        "und, en_US"
    })
    void aLocaleIsALanguageAndATerritory(String language, @Nullable String locale) {
        Article article =
                Stories.story().toBuilder().language(Language.of(language)).build();
        assertThat(OpenGraph.with(SITE, ADDRESSES).of(article))
                .filteredOn(tag -> tag.name().equals("og:locale"))
                .extracting(MetaTag::content)
                .isEqualTo(locale == null ? List.of() : List.of(locale));
    }

    @Test
    void openGraphComesInOrder() {
        assertThat(OpenGraph.with(SITE, ADDRESSES).of(Stories.story()))
                .extracting(MetaTag::name, MetaTag::content)
                .extracting(
                        tuple -> tuple.toList().get(0) + "=" + tuple.toList().get(1))
                .containsExactly(
                        "og:type=article",
                        "og:title=Bridge opens after nine years",
                        "og:description=The first lorries crossed at dawn.",
                        "og:url=https://example.org/bridge-opens",
                        "og:site_name=The Harbour Post",
                        "og:locale=en_US",
                        "og:image=https://example.org/pictures/bridge.jpg",
                        "og:image:width=1200",
                        "og:image:height=800",
                        "og:image:alt=Lorries on a bridge",
                        "article:published_time=2026-11-01T13:00:00+03:00",
                        "article:modified_time=2026-11-01T14:59:00+03:00",
                        "article:author=https://example.org/author/lina-haddad",
                        "article:author=https://example.org/author/omar",
                        "article:section=Budget",
                        "article:tag=Bridges",
                        "article:tag=Iraq",
                        "twitter:card=summary_large_image",
                        "twitter:title=Bridge opens after nine years",
                        "twitter:description=The first lorries crossed at dawn.",
                        "twitter:image=https://example.org/pictures/bridge.jpg",
                        "twitter:image:alt=Lorries on a bridge");
    }

    @Test
    void everyLanguageNamesThemAll() {
        Article english = Stories.story();
        Article persian = english.toBuilder()
                .id(ArticleId.of("18"))
                .slug("پل")
                .language(Language.of("fa"))
                .build();
        Article withdrawn = english.toBuilder()
                .language(Language.of("ar"))
                .status(ArticleStatus.WITHDRAWN)
                .build();
        List<Alternate> all = Alternate.of(List.of(persian, english, withdrawn), Language.of("en"), NOW, ADDRESSES);
        assertThat(all)
                .containsExactly(
                        new Alternate("en", "https://example.org/bridge-opens"),
                        new Alternate("fa", "https://example.org/%D9%BE%D9%84"),
                        new Alternate("x-default", "https://example.org/bridge-opens"));
        assertThat(all).filteredOn(one -> one.isOther(english.language())).containsExactly(all.get(1));
        assertThat(all).filteredOn(one -> one.isOther(Language.of("fa"))).containsExactly(all.get(0));
        assertThat(all).filteredOn(one -> one.isOther(Language.UNDETERMINED)).containsExactly(all.get(0), all.get(1));
        assertThat(all.get(1).html())
                .isEqualTo("<link rel=\"alternate\" hreflang=\"fa\" href=\"https://example.org/%D9%BE%D9%84\">");
        assertThat(Alternate.of(List.of(english, withdrawn), Language.of("en"), NOW, ADDRESSES))
                .isEmpty();
    }

    @Test
    void readersCanPassItOn() {
        Article story =
                Stories.story().toBuilder().headline("Q&A: 100% – \"yes\"?").build();
        List<ShareLinks.Link> links = ShareLinks.defaults().of(story, ADDRESSES);
        assertThat(links)
                .extracting(ShareLinks.Link::key)
                .containsExactly("facebook", "x", "whatsapp", "telegram", "linkedin", "reddit", "pinterest", "email");
        assertThat(links.get(1).address())
                .isEqualTo("https://x.com/intent/post?url=https%3A%2F%2Fexample.org%2Fbridge-opens"
                        + "&text=Q%26A%3A%20100%25%20%E2%80%93%20%22yes%22%3F");
        assertThat(links)
                .allSatisfy(link -> assertThat(URI.create(link.address())).isNotNull());
        Article plain = story.toBuilder().image(null).build();
        assertThat(ShareLinks.defaults().of(plain, ADDRESSES))
                .extracting(ShareLinks.Link::key)
                .doesNotContain("pinterest");
    }

    @Test
    void aHostHasTargetsOfItsOwn() {
        ShareLinks own = ShareLinks.defaults()
                .only("email", "x", "unknown")
                .with(new ShareLinks.Target("x", "Post", "https://x.com/?u={url}"))
                .with(new ShareLinks.Target(
                        "mastodon", "Mastodon", "https://share.example.net/?text={title}&url={url}"));
        assertThat(own.targets()).extracting(ShareLinks.Target::label).containsExactly("Email", "Post", "Mastodon");
        assertThatThrownBy(() -> new ShareLinks.Target("a", "A", "javascript:alert('{url}')"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ShareLinks.Target("a", "A", "https://example.net/?u={url}&v={via}"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ShareLinks.Target("a", "A", "https://example.net/?u={url"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void zonesOfAPublicationDecideTheDay() {
        Publication tehran = Publication.of("T", "https://example.org/", Language.of("fa"), ZoneId.of("Asia/Tehran"));
        Article story = Stories.story().toBuilder()
                .publishedAt(Instant.parse("2026-03-20T20:45:00Z"))
                .build();
        assertThat(Addresses.of(tehran, AddressPolicy.wordPress()).article(story))
                .isEqualTo("https://example.org/2026/03/21/bridge-opens/");
    }
}
