package dev.byline.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code byline popular} asks and prints. */
class PopularCommandTest {
    @TempDir
    Path folder;

    @BeforeEach
    void aSite() {
        Run.of("import", "--site", folder.toString(), "../sample/site.jsonl").succeeds();
    }

    private void views(String slug, int views, String at) {
        Run.with(
                        "{\"article\":\"" + slug + "\",\"at\":\"" + at + "\",\"weight\":" + views + "}\n",
                        "record",
                        "--site",
                        folder.toString())
                .succeeds();
    }

    private Run popular(String... options) {
        return Run.of(Stream.concat(
                        Stream.of("popular", "--site", folder.toString(), "--now", "2026-11-20T12:00:30Z"),
                        Stream.of(options))
                .toArray(String[]::new));
    }

    // The sample's zone is three hours ahead of UTC.
    @ParameterizedTest
    @CsvSource({
        "today, , 2026-11-19T21:00:00Z, 2026-11-19T20:59:59Z",
        "today, UTC, 2026-11-20T00:00:00Z, 2026-11-19T23:59:59Z",
        "yesterday, , 2026-11-19T20:59:59Z, 2026-11-19T21:00:00Z",
        "yesterday@UTC, Asia/Riyadh, 2026-11-19T23:59:59Z, 2026-11-20T00:00:00Z",
        "week, , 2026-11-15T21:00:00Z, 2026-11-15T20:59:59Z",
        "week-saturday, UTC, 2026-11-14T00:00:00Z, 2026-11-13T23:59:59Z",
        "2026-11-20T11:00:00Z/2026-11-20T12:00:00Z, , 2026-11-20T11:59:59Z, 2026-11-20T12:00:00Z",
    })
    void windowsGoByTheCalendarOfTheSite(String window, String zone, String within, String without) {
        views("norias", 3, within);
        views("norias", 4, without);
        String[] options = zone == null
                ? new String[] {"-n", "1", "--json", "--window", window}
                : new String[] {"-n", "1", "--json", "--window", window, "--zone", zone};
        assertThat(popular(options).succeeds().json().get(0).path("value").asInt())
                .isEqualTo(3);
    }

    @Test
    void whatATrendCanNotLookAtIsRefused() {
        for (String window : new String[] {"all", "46d"}) {
            Run run = popular("--by", "trending", "--window", window);
            assertThat(run.code()).isEqualTo(Byline.USAGE);
            assertThat(run.err()).contains("--window of 45 days at the most");
        }
        popular("--by", "trending", "--window", "45d").succeeds();
    }

    @Test
    void ordersWindowsAndZonesThatAreNoneAreToldWhatThereIs() {
        Run order = popular("--by", "bogus");
        assertThat(order.code()).isEqualTo(Byline.USAGE);
        assertThat(order.err()).contains("views, shares, comments", "hacker-news, lemmy, approval; not bogus");
        Run window = popular("--window", "bogus");
        assertThat(window.code()).isEqualTo(Byline.USAGE);
        assertThat(window.err()).contains("today, yesterday, week", "not bogus");
        Run zone = popular("--zone", "Mars/Base");
        assertThat(zone.code()).isEqualTo(Byline.USAGE);
        assertThat(zone.err()).contains("there is no zone \"Mars/Base\"");
    }

    @Test
    void numbersBearTheirUnits() {
        views("norias", 1, "2026-11-20T11:00:00Z");
        assertThat(popular("-n", "1").succeeds().out()).contains("   1 view · ");
        assertThat(popular("-n", "1", "--by", "average").succeeds().out())
                .containsPattern("   0\\.[0-9]+ views a day · ");
        assertThat(popular("-n", "1", "--by", "hacker-news").succeeds().out())
                .containsPattern("   [1-9]\\.[0-9]+e-07 hacker news · ");
        assertThat(popular("-n", "1", "--by", "least").succeeds().out()).contains("   0 views · ");
        assertThat(Amounts.of(1234.5678, "views a day")).isEqualTo("1,234.6 views a day");
        assertThat(Amounts.of(1234, "views")).isEqualTo("1,234 views");
        assertThat(Amounts.of(1, "recent views")).isEqualTo("1 recent view");
        assertThat(Amounts.of(.00012345, "trend")).isEqualTo("0.000123 trend");
        assertThat(Amounts.of(-.5, "reddit hot")).isEqualTo("-0.5 reddit hot");
        assertThat(Amounts.of(1.5e-9, "lemmy hot")).isEqualTo("1.50e-09 lemmy hot");
    }

    @Test
    void whatFillsTheListSaysSo() {
        views("norias", 9, "2026-11-20T11:00:00Z");
        views("ships-drawn-by-eye", 2, "2026-11-20T09:00:00Z");
        assertThat(popular("-n", "3", "--by", "trending", "--window", "2h")
                        .succeeds()
                        .out())
                .contains(
                        "   64 trend · ",
                        "   fills the list: 2 views in the last 24 hours · ",
                        "   fills the list: newest of the site · ")
                .doesNotContain(" 0 trend");
    }

    @Test
    void sectionAndRegionAreBothMetAndWhatIsPinnedComesFirst() {
        views("norias", 9, "2026-11-20T11:00:00Z");
        String out = popular("-n", "2", "--pin", "ships-drawn-by-eye", "--region", "SY")
                .succeeds()
                .out();
        assertThat(out).contains("   pinned · ", "   9 views · ");
        assertThat(out.indexOf("/ships-drawn-by-eye")).isLessThan(out.indexOf("/wheels-of-hama"));
        for (String filter : List.of("section", "region")) {
            Run mistyped = popular("--" + filter, "nothing-here");
            assertThat(mistyped.code()).isEqualTo(Byline.REFUSED);
            assertThat(mistyped.err())
                    .contains("no public article is filed under the " + filter + " \"nothing-here\"; the site has ");
        }
        assertThat(popular("--pin", "no-such-article").code()).isEqualTo(Byline.REFUSED);
    }

    @Test
    void helpBreaksItsLinesWhereTheyAreFull() {
        String help = Run.of("popular", "--help").succeeds().out();
        assertThat(help.lines()).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80));
        assertThat(help).containsPattern("decayed,\\s+trending,\\s+average,\\s+velocity,\\s+least");
    }
}
