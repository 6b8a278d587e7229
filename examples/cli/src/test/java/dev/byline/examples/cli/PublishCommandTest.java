package dev.byline.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PublishCommandTest {
    @TempDir
    static Path site;

    @TempDir
    Path folder;

    @BeforeAll
    static void sampleSite() {
        Run.of("import", "--site", site.toString(), "../sample/site.jsonl").succeeds();
    }

    private static Run publish(String what, String... args) {
        List<String> line = new ArrayList<>(List.of("publish", what, "--site", site.toString()));
        line.addAll(List.of(args));
        return Run.of(line.toArray(String[]::new));
    }

    private static Document xml(String text) {
        return Jsoup.parse(text, Parser.xmlParser());
    }

    @Test
    void feedsComeInThreeFormats() {
        Document rss = xml(publish("feed", "-n", "3").succeeds().out());
        assertThat(rss.select("item")).hasSize(3);
        assertThat(rss.select("item > link").eachText()).allMatch(link -> link.startsWith("https://"));
        Document atom =
                xml(publish("feed", "--format", "atom", "--excerpts").succeeds().out());
        assertThat(atom.select("entry")).hasSizeGreaterThan(3);
        assertThat(atom.select("entry > content")).isEmpty();
        assertThat(atom.select("link[rel=self]").attr("href")).endsWith("/feed/atom");
        assertThat(rss.select("channel > *|link[rel=self]").attr("href")).endsWith("/feed");
        JsonNode json = JsonMapper.shared()
                .readTree(publish("feed", "--format", "json", "--region", "bh")
                        .succeeds()
                        .out());
        assertThat(json.at("/items/0/tags").toString()).contains("Bahrain");
        assertThat(json.at("/title").asString()).startsWith("Bahrain – ");
        assertThat(json.at("/feed_url").asString()).endsWith("/feed/json");
        assertThat(publish("feed", "--format", "json", "--self", "/all.json")
                        .succeeds()
                        .out())
                .contains("/all.json");
    }

    @Test
    void aFeedGoesIntoAFile() throws IOException {
        Path file = folder.resolve("feed.xml");
        assertThat(publish("feed", "-n", "2", "--output", file.toString())
                        .succeeds()
                        .out())
                .isEqualTo("Wrote 2 articles to " + file + "\n");
        assertThat(xml(Files.readString(file, StandardCharsets.UTF_8)).select("item"))
                .hasSize(2);
    }

    @Test
    void sitemapsGoIntoAFolder() throws IOException {
        Path maps = folder.resolve("public/maps");
        publish("sitemap", "--output", maps.toString()).succeeds();
        assertThat(maps.resolve("sitemap.xml")).isNotEmptyFile();
        Run all = publish("sitemap", "--output", folder.toString(), "--addresses", "wordPress")
                .succeeds();
        assertThat(all.out()).startsWith(folder.resolve("sitemap.xml") + "\n");
        assertThat(xml(Files.readString(folder.resolve("sitemap.xml")))
                        .select("loc")
                        .eachText())
                .anyMatch(url -> url.contains("/2026/"));
        JsonNode news = publish("sitemap", "--news", "--json", "--output", folder.toString())
                .succeeds()
                .json();
        assertThat(news.at("/files/0").asString()).isEqualTo("sitemap-news.xml");
        assertThat(xml(Files.readString(folder.resolve("sitemap-news.xml"))).getElementsByTag("news:news"))
                .hasSize(news.at("/addresses").asInt());
    }

    @Test
    void headsOfPagesArePrinted() {
        JsonNode article =
                JsonMapper.shared().readTree(publish("jsonld").succeeds().out());
        assertThat(article.at("/headline").asString()).isNotBlank();
        assertThat(publish("jsonld", "--breadcrumbs").succeeds().out()).contains("BreadcrumbList");
        String html = publish("opengraph", "--base-url", "https://example.net")
                .succeeds()
                .out();
        assertThat(Jsoup.parse(html).select("meta[property=og:url]").attr("content"))
                .startsWith("https://example.net/");
        assertThat(publish("opengraph", "--json")
                        .succeeds()
                        .json()
                        .at("/0/name")
                        .asString())
                .isEqualTo("og:type");
    }

    @Test
    void addressesComeFromAFile() throws IOException {
        Path file = Files.writeString(folder.resolve("addresses.json"), "{\"article\":\"/news/{id}\"}");
        assertThat(publish("jsonld", "--addresses", file.toString()).succeeds().out())
                .contains("/news/");
        Files.writeString(file, "{\"article\":\"/news\"}");
        assertRefused(1, file + " is no policy of addresses", "jsonld", "--addresses", file.toString());
        Files.writeString(file, "{");
        assertRefused(1, file + " is no policy of addresses", "jsonld", "--addresses", file.toString());
    }

    @Test
    void whatCantBeIsRefused() throws IOException {
        assertRefused(2, "say what to publish", "--json");
        assertRefused(1, "there is no article \"nothing\"", "jsonld", "nothing");
        assertRefused(1, "no article that readers can see has the tag", "feed", "--tag", "nothing");
        assertRefused(2, "a feed is of one listing", "feed", "--tag", "a", "--region", "bh");
        assertRefused(2, "-n is at least 1", "feed", "-n", "0");
        assertRefused(2, "--base-url is a whole address", "feed", "--base-url", "example.org");
        Path file = Files.writeString(folder.resolve("file"), "");
        assertRefused(1, "the folder " + file + " can't be made", "sitemap", "--output", file.toString());
    }

    private static void assertRefused(int code, String message, String what, String... args) {
        Run run = what.startsWith("--") ? Run.of("publish", what) : publish(what, args);
        assertThat(run.code()).as(run.out()).isEqualTo(code);
        assertThat(run.err()).startsWith("byline: " + message).doesNotContain("Exception");
    }
}
