package dev.byline.publish;

import static dev.byline.publish.Stories.ADDRESSES;
import static dev.byline.publish.Stories.NOW;
import static dev.byline.publish.Stories.SITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rometools.rome.feed.synd.SyndCategory;
import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndLink;
import com.rometools.rome.feed.synd.SyndPerson;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import dev.byline.article.Access;
import dev.byline.article.ArchiveQuery;
import dev.byline.article.Article;
import dev.byline.article.ArticleId;
import dev.byline.article.ArticleStatus;
import dev.byline.article.ArticleStore;
import dev.byline.article.ContentException;
import dev.byline.article.Publication;
import dev.byline.taxonomy.Section;
import dev.byline.testkit.CountingArticleStore;
import dev.byline.testkit.Rule;
import dev.byline.text.Language;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Feeds as independent readers understand them: ROME for RSS and Atom, Jackson for JSON Feed. */
class FeedsTest {
    private static final FeedPlace PLACE = FeedPlace.site(SITE, ADDRESSES, "/feed.xml");

    @ParameterizedTest
    @EnumSource(names = {"RSS", "ATOM"})
    void aReaderUnderstandsAllOfIt(FeedFormat format) throws Exception {
        SyndFeed feed = rome(write(format, FeedPolicy.defaults(), Stories.story()));
        assertThat(feed.getFeedType()).isEqualTo(format == FeedFormat.RSS ? "rss_2.0" : "atom_1.0");
        assertThat(feed.getTitle()).isEqualTo("The Harbour Post");
        assertThat(feed.getCopyright()).isEqualTo("© The Harbour Post");
        if (format == FeedFormat.ATOM) {
            assertThat(feed.getLinks())
                    .extracting(SyndLink::getRel, SyndLink::getHref)
                    .contains(Tuple.tuple("alternate", "https://example.org/"));
        } else {
            assertThat(feed.getLink()).isEqualTo("https://example.org/");
        }
        SyndEntry entry = feed.getEntries().get(0);
        assertThat(entry.getUri()).isEqualTo("https://example.org/?p=17");
        assertThat(entry.getLink()).isEqualTo("https://example.org/bridge-opens");
        assertThat(entry.getTitle()).isEqualTo("Bridge opens after nine years");
        assertThat(entry.getPublishedDate()).isEqualTo(Date.from(NOW.minusSeconds(7200)));
        assertThat(entry.getDescription().getValue()).isEqualTo("The first lorries crossed at dawn.");
        assertThat(entry.getCategories())
                .extracting(SyndCategory::getName)
                .containsExactly("Budget", "Iraq", "Bridges");
        if (format == FeedFormat.ATOM) {
            assertThat(entry.getAuthors())
                    .extracting(SyndPerson::getName, SyndPerson::getUri)
                    .contains(Tuple.tuple("Lina Haddad", "https://example.org/author/lina-haddad"));
            assertThat(entry.getUpdatedDate()).isEqualTo(Date.from(NOW.minusSeconds(60)));
        } else {
            assertThat(entry.getAuthor()).isEqualTo("Lina Haddad");
            assertThat(feed.getLanguage()).isEqualTo("en");
        }
        assertThat(content(entry))
                .contains("<a href=\"https://example.org/maps/bridge\">")
                .contains("src=\"https://example.org/pictures/bridge.jpg\"")
                .doesNotContain("script");
    }

    private static String content(SyndEntry entry) {
        return entry.getContents().stream()
                .map(SyndContent::getValue)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aJsonFeedSaysTheSame() throws Exception {
        JsonNode feed = JsonMapper.shared().readTree(write(FeedFormat.JSON, FeedPolicy.defaults(), Stories.story()));
        assertThat(feed.at("/version").asString()).isEqualTo("https://jsonfeed.org/version/1.1");
        assertThat(feed.at("/feed_url").asString()).isEqualTo("https://example.org/feed.xml");
        assertThat(feed.at("/icon").asString()).isEqualTo("https://example.org/logo.png");
        JsonNode item = feed.at("/items/0");
        assertThat(item.at("/id").asString()).isEqualTo("https://example.org/?p=17");
        assertThat(item.at("/date_published").asString()).isEqualTo("2026-11-01T13:00:00+03:00");
        assertThat(item.at("/authors/0/avatar").asString()).isEqualTo("https://example.org/lina.jpg");
        assertThat(item.at("/tags").size()).isEqualTo(3);
        assertThat(item.at("/content_html").asString()).contains("the bridge").doesNotContain("script");
        assertThat(item.has("content_text")).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    @Rule("U-01")
    void whatIsNotPublicIsInNone(FeedFormat format) throws Exception {
        Article story = Stories.story();
        List<Article> hidden = List.of(
                story.toBuilder().status(ArticleStatus.WITHDRAWN).build(),
                story.toBuilder().status(ArticleStatus.DRAFT).build(),
                story.toBuilder().passwordProtected(true).build(),
                story.toBuilder().publishedAt(NOW.plusSeconds(1)).build(),
                story.toBuilder().expiresAt(NOW).build());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(feeds(FeedPolicy.defaults()).write(format, PLACE, hidden.stream(), NOW, out))
                .isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).doesNotContain("Bridge");
        if (format != FeedFormat.JSON) {
            assertThat(rome(out.toByteArray()).getEntries()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    @Rule("U-03")
    void ofWhatIsNotOpenToEveryoneThereIsASummaryAlone(FeedFormat format) throws Exception {
        Article paid = Stories.story().toBuilder().access(Access.SUBSCRIPTION).build();
        assertThat(text(write(format, FeedPolicy.defaults(), paid)))
                .contains("The first lorries crossed at dawn.")
                .doesNotContain("maps/bridge");
        assertThat(text(write(format, FeedPolicy.excerpts(), Stories.story()))).doesNotContain("maps/bridge");
    }

    @ParameterizedTest
    @EnumSource
    @Rule("U-04")
    void anotherSlugIsTheSameArticle(FeedFormat format) throws Exception {
        Article moved = Stories.story().toBuilder().slug("bridge-open").build();
        assertThat(text(write(format, FeedPolicy.defaults(), moved)))
                .contains("https://example.org/?p=17")
                .contains("https://example.org/bridge-open");
    }

    @Test
    void noMoreIsAskedForThanTheFeedHolds() {
        AtomicInteger asked = new AtomicInteger();
        Stream<Article> endless = Stream.iterate(1, i -> i + 1)
                .map(i -> Stories.story().toBuilder().id(ArticleId.of("n" + i)).build())
                .peek(any -> asked.incrementAndGet());
        int written = feeds(FeedPolicy.defaults().entries(7))
                .write(FeedFormat.ATOM, PLACE, endless, NOW, OutputStream.nullOutputStream());
        assertThat(written).isEqualTo(7);
        assertThat(asked.get()).isBetween(7, 8);
    }

    /** Whatever the number of articles, what was read is written before more is read. */
    @ParameterizedTest
    @EnumSource
    void itIsWrittenWhileItIsRead(FeedFormat format) {
        AtomicLong bytes = new AtomicLong();
        OutputStream counting = new OutputStream() {
            @Override
            public void write(int one) {
                bytes.incrementAndGet();
            }

            @Override
            public void write(byte[] some, int from, int length) {
                bytes.addAndGet(length);
            }
        };
        AtomicLong worst = new AtomicLong();
        Article story = Stories.story();
        Stream<Article> articles = IntStream.range(0, 3000).mapToObj(i -> {
            // Each takes some hundreds of bytes at least.
            worst.accumulateAndGet(i * 500L - bytes.get(), Math::max);
            return story.toBuilder().id(ArticleId.of("n" + i)).build();
        });
        assertThat(feeds(FeedPolicy.defaults().entries(Integer.MAX_VALUE))
                        .write(format, PLACE, articles, NOW, counting))
                .isEqualTo(3000);
        assertThat(worst.get()).isLessThan(1 << 18);
    }

    @Test
    void aStoreIsAskedNoMoreThanTheFeedHolds() throws Exception {
        ArticleStore store = ArticleStore.inMemory(ZoneOffset.UTC);
        store.put(IntStream.range(0, 450)
                .mapToObj(i -> Stories.story().toBuilder()
                        .id(ArticleId.of("n" + i))
                        .slug("n" + i)
                        .publishedAt(NOW.minusSeconds(i))
                        .modifiedAt(null)
                        .build())
                .toList());
        CountingArticleStore counting = CountingArticleStore.of(store);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ArchiveQuery query = ArchiveQuery.at(NOW).section("budget");
        assertThat(feeds(FeedPolicy.defaults().entries(250)).write(FeedFormat.RSS, PLACE, counting, query, out))
                .isEqualTo(250);
        assertThat(rome(out.toByteArray()).getEntries())
                .extracting(SyndEntry::getLink)
                .startsWith("https://example.org/n0", "https://example.org/n1")
                .endsWith("https://example.org/n249");
        assertThat(counting.reads()).isLessThanOrEqualTo(6);
    }

    @Test
    void aListingHasAFeedOfItsOwn() throws Exception {
        FeedPlace place = FeedPlace.of(Section.of("politics", "Politics"), SITE, ADDRESSES, "/section/politics/feed");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        feeds(FeedPolicy.defaults()).write(FeedFormat.ATOM, place, Stream.of(), NOW, out);
        SyndFeed feed = rome(out.toByteArray());
        assertThat(feed.getTitle()).isEqualTo("Politics – The Harbour Post");
        assertThat(feed.getUri()).isEqualTo("https://example.org/section/politics/feed");
        assertThat(feed.getPublishedDate()).isEqualTo(Date.from(NOW));
    }

    @Test
    void addressesMustBeWhole() {
        Publication nowhere = Publication.of("Nowhere", "", Language.UNDETERMINED, ZoneOffset.UTC);
        Addresses paths = Addresses.of(nowhere, AddressPolicy.defaults());
        assertThatThrownBy(() -> Feeds.with(FeedPolicy.defaults(), nowhere, paths))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("base address");
    }

    @ParameterizedTest
    @EnumSource
    void datesBeyondAllYearsAreWrittenAsTheLastOnes(FeedFormat format) throws Exception {
        Article odd = Stories.story().toBuilder()
                .publishedAt(Instant.MIN)
                .modifiedAt(Instant.MAX)
                .expiresAt(Instant.MAX)
                .build();
        assertThat(text(write(format, FeedPolicy.defaults(), odd)))
                .contains("0001")
                .doesNotContain("1000000000");
        assertThat(StructuredData.with(SITE, ADDRESSES).article(odd)).contains("\"expires\":\"9999-12-30T");
        assertThat(OpenGraph.with(SITE, ADDRESSES).of(odd)).isNotEmpty();
        assertThat(Addresses.of(SITE, AddressPolicy.wordPress()).article(odd)).contains("/0001/");
    }

    @ParameterizedTest
    @EnumSource
    void aDiskThatIsFullIsTold(FeedFormat format) {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                throw new IOException("No space left on device");
            }
        };
        assertThatThrownBy(
                        () -> feeds(FeedPolicy.defaults()).write(format, PLACE, Stream.of(Stories.story()), NOW, full))
                .isInstanceOf(ContentException.class)
                .hasRootCauseMessage("No space left on device");
    }

    private static Feeds feeds(FeedPolicy policy) {
        return Feeds.with(policy, SITE, ADDRESSES);
    }

    private static byte[] write(FeedFormat format, FeedPolicy policy, Article... articles) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        feeds(policy).write(format, PLACE, Stream.of(articles), NOW, out);
        return out.toByteArray();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8).replace("\\u0026", "&").replace("&amp;", "&");
    }

    static SyndFeed rome(byte[] bytes) throws FeedException {
        return new SyndFeedInput()
                .build(new InputStreamReader(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8));
    }
}
