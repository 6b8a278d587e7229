package dev.byline.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.byline.BothJacksons;
import dev.byline.article.ArticleId;
import dev.byline.taxonomy.Region;
import dev.byline.taxonomy.Section;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExchangeTest {
    @Test
    void findsTheReaderByTheFirstBytes() {
        assertThat(recognising(Wxrs.channel("")).map(ContentReader::format)).contains("WXR");
        assertThat(recognising("\uFEFF \n{\"type\":\"site\"}").map(ContentReader::format))
                .contains("Byline JSON lines");
        assertThat(recognising("\n---\ntitle: x\n---").map(ContentReader::format))
                .contains("Markdown");
        assertThat(recognising("<rss version='2.0'/>").map(ContentReader::format))
                .contains("RSS or Atom");
        for (String line : List.of(
                "{\"article\":{\"id\":\"1\",\"slug\":\"a\"},\"type\":\"article\"}",
                "{\"type\":\"comment\",\"comment\":{\"id\":\"1\",\"article\":\"2\"}}",
                "{\"type\":\"redirect\",\"from\":\"/a\",\"to\":\"/b\"}",
                "{\"type\":\"balance\",\"article\":\"1\",\"views\":3}",
                "{}")) {
            assertThat(recognising(line).map(ContentReader::format)).as(line).contains("Byline JSON lines");
        }
        for (String other : List.of("", "<html></html>", "-- \ntitle: x\n---", "# A title", "----", "[]")) {
            assertThat(recognising(other)).as(other).isEmpty();
        }
        byte[] wxr = Wxrs.channel("").getBytes(StandardCharsets.UTF_8);
        assertThat(WxrReader.with(ImportOptions.defaults()).recognises(wxr)).isTrue();
        assertThat(JsonLinesReader.with(ImportOptions.defaults()).recognises(wxr))
                .isFalse();
    }

    private static Optional<ContentReader> recognising(String text) {
        return ContentReader.recognising(
                ContentSource.of("test", text.getBytes(StandardCharsets.UTF_8)), ImportOptions.defaults());
    }

    @Test
    void readsAFileAsOftenAsItTakes(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("site.xml"), Wxrs.channel(Wxrs.post(1, "<title>Flood</title>")));
        ContentSource source = ContentSource.file(file);
        assertThat(source.name()).as("no path").isEqualTo("site.xml");
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            ContentReader.recognising(source, ImportOptions.defaults())
                    .orElseThrow()
                    .read(source, items::add);
        }
        assertThat(items).hasSize(2);
    }

    @Test
    void saysWhichArtifactIsMissing() throws Exception {
        URL[] here = {
            JsonLinesReader.class.getProtectionDomain().getCodeSource().getLocation(),
            com.fasterxml.jackson.annotation.JsonProperty.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
        };
        try (URLClassLoader without = new URLClassLoader(here, ClassLoader.getPlatformClassLoader())) {
            for (String[] names :
                    new String[][] {{"JsonLinesReader", "ImportOptions"}, {"JsonLinesWriter", "ExportOptions"}}) {
                Class<?> type = without.loadClass("dev.byline.exchange." + names[0]);
                Class<?> options = without.loadClass("dev.byline.exchange." + names[1]);
                Object defaults = options.getMethod("defaults").invoke(null);
                assertThatThrownBy(() -> type.getMethod("with", options).invoke(null, defaults))
                        .isInstanceOf(InvocationTargetException.class)
                        .cause()
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining("tools.jackson.core:jackson-databind");
            }
            // The other formats do not need it.
            Class<?> wxr = without.loadClass("dev.byline.exchange.WxrReader");
            Class<?> options = without.loadClass("dev.byline.exchange.ImportOptions");
            assertThat(wxr.getMethod("with", options)
                            .invoke(null, options.getMethod("defaults").invoke(null)))
                    .isNotNull();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "org.commonmark.parser.Parser, org.commonmark:commonmark",
        "org.commonmark.ext.gfm.tables.TablesExtension, org.commonmark:commonmark-ext-gfm-tables",
        "org.commonmark.ext.gfm.strikethrough.StrikethroughExtension, org.commonmark:commonmark-ext-gfm-strikethrough",
        "org.snakeyaml.engine.v2.parser.ParserImpl, org.snakeyaml:snakeyaml-engine"
    })
    void saysWhichArtifactOfMarkdownIsMissing(String missing, String artifact) throws Exception {
        List<URL> others = new ArrayList<>();
        for (Class<?> type : new Class<?>[] {
            MarkdownReader.class,
            com.fasterxml.jackson.annotation.JsonProperty.class,
            org.commonmark.parser.Parser.class,
            org.commonmark.ext.gfm.tables.TablesExtension.class,
            org.commonmark.ext.gfm.strikethrough.StrikethroughExtension.class,
            org.snakeyaml.engine.v2.parser.ParserImpl.class
        }) {
            if (!type.getName().equals(missing)) {
                others.add(type.getProtectionDomain().getCodeSource().getLocation());
            }
        }
        try (URLClassLoader without =
                new URLClassLoader(others.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
            Class<?> type = without.loadClass("dev.byline.exchange.MarkdownReader");
            Class<?> options = without.loadClass("dev.byline.exchange.ImportOptions");
            Object defaults = options.getMethod("defaults").invoke(null);
            assertThatThrownBy(() -> type.getMethod("with", options).invoke(null, defaults))
                    .isInstanceOf(InvocationTargetException.class)
                    .cause()
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("Markdown needs the artifact " + artifact + ", which is not there");
            // The other formats do not need it.
            Class<?> wxr = without.loadClass("dev.byline.exchange.WxrReader");
            assertThat(wxr.getMethod("with", options).invoke(null, defaults)).isNotNull();
        }
    }

    @Test
    void optionsAndTablesAreJson() {
        ImportOptions options = ImportOptions.defaults()
                .withSenders(true)
                .withLenient(true)
                .withZone(ZoneId.of("Asia/Baghdad"))
                .withProblemsKept(7)
                .withCategories(CategoryTable.defaults()
                        .withRegion("Gulf", Region.of("gulf", "The Gulf"))
                        .withSection("Biz", Section.of("business", "Business"))
                        .withDropped("Misc"));
        assertThat(BothJacksons.roundTrip(options, ImportOptions.class)).isEqualTo(options);
        assertThat(BothJacksons.roundTrip(ImportOptions.defaults(), ImportOptions.class))
                .isEqualTo(ImportOptions.defaults());
        ExportOptions export = ExportOptions.defaults().withSenders(true);
        assertThat(BothJacksons.roundTrip(export, ExportOptions.class)).isEqualTo(export);
    }

    @Test
    void reportsAreJson() throws IOException {
        ImportReport report =
                Wxrs.resource("newsroom.xml", ImportOptions.defaults()).report();
        assertThat(BothJacksons.roundTrip(report, ImportReport.class)).isEqualTo(report);
        ImportReport refused = Wxrs.read("<html/>").report();
        assertThat(BothJacksons.roundTrip(refused, ImportReport.class)).isEqualTo(refused);
        assertThat(refused.lines())
                .containsExactly(
                        "test.xml (WXR): refused",
                        "fatal: test.xml, line 1: is no WXR: its first element is \"html\", not \"rss\"");
        ExportReport export = new ExportReport("WXR", Map.of(Counted.ARTICLES, 2L), Map.of("kind", 1L));
        assertThat(BothJacksons.roundTrip(export, ExportReport.class)).isEqualTo(export);
        assertThat(export.count(Counted.ARTICLES)).isEqualTo(2);
        assertThat(export.count(Counted.PAGES)).isZero();
    }

    @Test
    void tablesIgnoreCaseAndKeepTheirOrder() {
        Region gulf = Region.of("gulf", "The Gulf");
        CategoryTable table = new CategoryTable(Map.of(" GULF ", gulf), Map.of(), List.of("B", "a"));
        assertThat(table.region("x", "Gulf")).contains(gulf);
        assertThat(table.region("gulf", "x")).contains(gulf);
        assertThat(table.section("gulf", "gulf")).isEmpty();
        assertThat(table.dropped()).containsExactly("a", "b");
        assertThat(table.drops("A", "")).isTrue();
        assertThat(table.drops("c", "")).isFalse();
    }

    @Test
    void reasonsAndProblemsAreBounded() {
        StringBuilder items = new StringBuilder();
        for (int i = 1; i <= 500; i++) {
            items.append(Wxrs.item(i, "type" + i + "x".repeat(1000), ""));
            items.append("<item><title>no id</title></item>");
        }
        ImportReport report = Wxrs.read(Wxrs.channel(items.toString())).report();
        assertThat(report.skipped()).hasSize(101).containsEntry("other", 400L);
        assertThat(report.problems()).hasSize(100);
        assertThat(report.problemCount()).isEqualTo(500);
        assertThat(report.toString().length()).isLessThan(30_000);
    }

    @Test
    void itemsRefuseWhatCannotBe() {
        ArticleId id = ArticleId.of("1");
        assertThatThrownBy(() -> new Item.Balance(id, Instant.EPOCH, -1, Map.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Item.Balance(id, Instant.EPOCH, 1, Map.of("x", -1L)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Item.Balance(id, Instant.EPOCH, 1, Map.of("\uD800", 1L)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Item.Redirect("a", "/b")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ImportOptions.defaults().withProblemsKept(-1))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
