package dev.byline.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What plugins of WordPress had counted comes in as opening balances. */
class TotalsImportTest {
    @TempDir
    Path folder;

    private Run read(String table, String... lines) throws IOException {
        Path file = Files.write(folder.resolve(table), java.util.List.of(lines));
        return Run.of("import", "--site", site(), "--format", "totals", file.toString());
    }

    private String site() {
        return folder.resolve("site").toString();
    }

    private String balances() {
        String exported = Run.of("export", "--site", site()).out();
        return String.join(
                "\n",
                exported.lines().filter(line -> line.contains("\"balance\"")).toList());
    }

    @Test
    void rowsOfOnePostAreAddedUpToTheLatestDate() throws IOException {
        Run.of("import", "--site", site(), "../sample/site.jsonl").succeeds();
        read(
                        "wp_popularpostssummary.csv",
                        "\"ID\",\"postid\",\"pageviews\",\"view_date\",\"view_datetime\"",
                        "\"1\",\"norias\",\"30\",\"2026-11-01\",\"2026-11-01 10:00:00\"",
                        "\"2\",\"norias\",\"12\",\"2026-11-02\",\"2026-11-02 10:00:00\"",
                        "\"3\",\"falcons\",\"7\",\"2026-11-02\",\"NULL\"")
                .succeeds();
        assertThat(balances())
                .contains("\"article\":\"norias\",\"at\":\"2026-11-02T10:00:00Z\",\"views\":42")
                .contains("\"article\":\"falcons\",\"at\":\"2026-11-20T12:00:00Z\",\"views\":7");
        JsonNode top = Run.of("popular", "--site", site(), "--window", "all", "--json")
                .succeeds()
                .json();
        assertThat(top.get(0).path("value").asInt()).isEqualTo(42);
        assertThat(top.get(0).path("reasons").get(0).path("rule").asString()).isEqualTo("P-02");
    }

    @Test
    void otherTablesAndFormsAreReadToo() throws IOException {
        read("wp_top_ten.csv", "postnumber;cntaccess;blog_id", "101;9;1").succeeds();
        assertThat(balances()).contains("\"article\":\"101\",\"at\":\"2026-11-20T12:00:00Z\",\"views\":9");
        read("wp_top_ten_daily.tsv", "postnumber\tcntaccess\tdp_date", "102\t9\t2026-11-01")
                .succeeds();
        assertThat(balances()).contains("\"article\":\"102\",\"at\":\"2026-11-02T00:00:00Z\",\"views\":9");
        read(
                        "wp_popularpostsdata.json",
                        "[",
                        "{\"type\":\"header\",\"version\":\"5\"},",
                        "{\"postid\":\"103\",\"day\":\"2026-01-01 00:00:00\",\"last_viewed\":\"2026-11-01 08:00:00\",\"pageviews\":\"5\"},",
                        "{\"postid\":104,\"pageviews\":6}",
                        "]")
                .succeeds();
        assertThat(balances())
                .contains("\"article\":\"103\",\"at\":\"2026-11-01T08:00:00Z\",\"views\":5")
                .contains("\"article\":\"104\"");
    }

    @Test
    void sharesOfTheExportAndViewsOfTheTableStandSideBySide() throws IOException {
        Path export = Files.writeString(
                folder.resolve("jnews.xml"),
                "<rss xmlns:wp=\"http://wordpress.org/export/1.2/\"><channel><wp:wxr_version>1.2</wp:wxr_version>\n"
                        + "<item><title>Bridge</title><wp:post_id>7</wp:post_id><wp:post_type>post</wp:post_type>"
                        + "<wp:status>publish</wp:status><wp:post_date_gmt>2026-08-01 10:00:00</wp:post_date_gmt>"
                        + "<wp:postmeta><wp:meta_key>jnews_social_counter_total</wp:meta_key>"
                        + "<wp:meta_value>2</wp:meta_value></wp:postmeta></item></channel></rss>");
        Run.of("import", "--site", site(), export.toString()).succeeds();
        read("views.csv", "postid,pageviews,last_viewed", "7,5,2026-11-01 08:00:00")
                .succeeds();
        String both = "\"at\":\"2026-11-01T08:00:00Z\",\"views\":5,\"shares\":{\"other\":2}";
        assertThat(balances()).contains(both);
        assertThat(Run.of("import", "--site", site(), export.toString())
                        .succeeds()
                        .out())
                .contains("nothing was changed");
        assertThat(balances()).contains(both);
    }

    @Test
    void whatIsNoRowIsToldByLine() throws IOException {
        Run run = read(
                "views.csv",
                "postid,pageviews,last_viewed",
                "1,-5,",
                "2,9223372036854775808,",
                "3,5,yesterday",
                ",5,",
                "x".repeat(300) + ",5,",
                "9".repeat(70_000),
                ",".repeat(500),
                "4,9223372036854775807,",
                "4,9223372036854775807,");
        assertThat(run.succeeds().out())
                .contains("line 2: has no whole number", "line 3: ", "line 4: has a date", "line 5: ", "line 6: ")
                .contains("line 7: is longer than", "line 8: has more than 100 columns");
        assertThat(balances()).contains("\"views\":9223372036854775807");
        assertThat(read("none.csv", "a,b", "1,2").code()).isEqualTo(Byline.REFUSED);
        assertThat(read("empty.csv").code()).isEqualTo(Byline.REFUSED);
        assertThat(read("deep.json", "{\"a\":" + "[".repeat(10_000)).code()).isEqualTo(Byline.REFUSED);
    }
}
