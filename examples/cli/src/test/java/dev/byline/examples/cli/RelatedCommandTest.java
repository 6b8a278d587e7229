package dev.byline.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class RelatedCommandTest {
    private static final String SHIPS = "ships-drawn-by-eye";
    private static final String PEARLS = "pearl-divers-of-muharraq";
    private static final String PEARLS_AGAIN = "pearl-divers-once-more";

    @TempDir
    static Path site;

    @TempDir
    static Path twins;

    @BeforeAll
    static void sampleSites() throws IOException {
        Path sample = Path.of("../sample/site.jsonl");
        Run.of("import", "--site", site.toString(), sample.toString()).succeeds();
        List<String> lines = new ArrayList<>(Files.readAllLines(sample));
        String pearls = lines.stream()
                .filter(line -> line.contains("\"id\":\"pearls\""))
                .findFirst()
                .orElseThrow();
        lines.add(pearls.replace("\"id\":\"pearls\"", "\"id\":\"7001\"").replace(PEARLS, PEARLS_AGAIN));
        Path copied = Files.write(twins.resolve("copied.jsonl"), lines);
        Run.of("import", "--site", twins.resolve("site").toString(), copied.toString())
                .succeeds();
    }

    private static Run run(Path folder, String... args) {
        List<String> line = new ArrayList<>(List.of("related", "--site", folder.toString()));
        line.addAll(List.of(args));
        return Run.of(line.toArray(String[]::new));
    }

    private static String text(String... args) {
        return run(site, args).succeeds().out();
    }

    private static JsonNode json(String... args) {
        String[] line = Arrays.copyOf(args, args.length + 1);
        line[args.length] = "--json";
        return run(site, line).succeeds().json();
    }

    private static List<String> slugs(JsonNode ranked) {
        List<String> slugs = new ArrayList<>();
        ranked.forEach(post -> slugs.add(post.path("item").path("slug").asString()));
        return slugs;
    }

    private static List<String> listed(String... args) {
        return slugs(json(args));
    }

    private static List<String> keys(JsonNode post, String kind) {
        List<String> keys = new ArrayList<>();
        post.path("item")
                .path(kind)
                .forEach(term -> keys.add(
                        term.path(kind.equals("authors") ? "slug" : "key").asString()));
        return keys;
    }

    @Test
    void four_posts_are_listed_as_text_and_as_json() {
        List<String> posts = listed(SHIPS);
        assertThat(posts).hasSize(4).doesNotContain(SHIPS).contains(PEARLS);
        assertThat(text(SHIPS).lines().filter(line -> line.startsWith("  /")))
                .extracting(line -> line.substring(3, line.indexOf(' ', 3)))
                .isEqualTo(posts);
        assertThat(text(SHIPS))
                .startsWith("[Trade] ")
                .contains("A minute at a time")
                .doesNotContain("R-", "Left out");
        assertThat(listed(SHIPS, "-n", "7")).hasSize(7).startsWith(posts.toArray(String[]::new));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/ships-drawn-by-eye", "/ships-drawn-by-eye/", "dhow-yards"})
    void an_article_is_named_by_slug_address_or_id(String name) {
        assertThat(listed(name)).isEqualTo(listed(SHIPS));
    }

    @Test
    void an_editors_draft_has_related_posts_too() {
        assertThat(listed("notes-on-dragon-trees")).hasSize(4);
    }

    @Test
    void what_is_listed_is_explained_by_parts_that_add_up() {
        JsonNode explained = json(SHIPS, "--explain");
        assertThat(explained.propertyNames()).containsExactly("ranked", "leftOut");
        assertThat(slugs(explained.path("ranked"))).isEqualTo(listed(SHIPS));
        explained.path("ranked").forEach(post -> {
            double sum = 0;
            for (JsonNode reason : post.path("reasons")) {
                sum += reason.path("part").asDouble();
            }
            assertThat(sum).isEqualTo(post.path("score").asDouble(), within(1e-9));
        });
        assertThat(text(SHIPS, "--explain"))
                .containsPattern("\n {2}0\\.\\d{4} relevance \\(score 0\\.\\d{4}\\)\n")
                .containsPattern("\n {4}\\+0\\.\\d{4} {2}R-07 {2}both speak of ")
                .containsPattern("\n {4}-0\\.\\d{4} {2}R-12 {2}\\d+ days apart\n");
    }

    @Test
    void what_was_left_out_is_told_with_its_rule_in_at_most_twenty_lines() {
        int all = json(SHIPS, "--explain").path("leftOut").size();
        assertThat(all).isGreaterThan(20);
        String text = text(SHIPS, "--explain");
        List<String> below =
                text.substring(text.indexOf("\nLeft out:\n")).lines().skip(2).toList();
        assertThat(below).hasSize(21).endsWith("  … and " + (all - 20) + " more; --json has them");
        assertThat(below.get(0)).startsWith("  R-01  /" + SHIPS);
        assertThat(below.subList(1, 20))
                .allMatch(line ->
                        line.matches(" {2}R-06 {2}/\\S+ {2}a score of .*, below 0.9(; the list needed no filling)?"));
        assertThat(below.subList(1, 20))
                .isSortedAccordingTo((one, other) -> score(other).compareTo(score(one)));
    }

    private static Double score(String line) {
        return Double.valueOf(line.substring(line.indexOf("score of ") + 9, line.lastIndexOf(',')));
    }

    @Test
    void what_a_rule_forbids_is_told_before_what_is_merely_less_related() {
        String other = listed(SHIPS, "--exclude", PEARLS).get(0);
        String text = text(SHIPS, "--explain", "--exclude", PEARLS + ",/" + other, "--region", "ae,bh,qa");
        assertThat(text.substring(text.indexOf("Left out:\n")).lines().skip(1).limit(4))
                .satisfiesExactlyInAnyOrder(
                        line -> assertThat(line).isEqualTo("  R-01  /" + SHIPS + "  is the article itself"),
                        line -> assertThat(line).isEqualTo("  R-04  /" + PEARLS + "  stands elsewhere on the page"),
                        line -> assertThat(line).isEqualTo("  R-04  /" + other + "  stands elsewhere on the page"),
                        line -> assertThat(line).startsWith("  R-23  /"));
    }

    @Test
    void copies_are_left_out_by_name() {
        Path folder = twins.resolve("site");
        List<String> one = slugs(run(folder, SHIPS, "--json").succeeds().json());
        assertThat(one).containsAnyOf(PEARLS, PEARLS_AGAIN).doesNotHaveDuplicates();
        boolean first = one.contains(PEARLS);
        assertThat(one).doesNotContain(first ? PEARLS_AGAIN : PEARLS);
        assertThat(run(folder, SHIPS, "--explain").succeeds().out())
                .contains("\n  R-25  /" + (first ? PEARLS_AGAIN : PEARLS) + "  tells the same story as /"
                        + (first ? PEARLS : PEARLS_AGAIN) + "\n");
        assertThat(run(folder, PEARLS, "--explain").succeeds().out())
                .contains("\n  R-24  /" + PEARLS_AGAIN + "  is a copy of the article\n");
    }

    @Test
    void a_copy_of_what_is_excluded_does_not_take_its_place() {
        Path folder = twins.resolve("site");
        String shown = PEARLS + ","
                + slugs(run(folder, SHIPS, "--json").succeeds().json()).get(3);
        assertThat(slugs(run(folder, SHIPS, "--exclude", shown, "--json")
                        .succeeds()
                        .json()))
                .hasSize(4)
                .doesNotContain(PEARLS, PEARLS_AGAIN);
        assertThat(run(folder, SHIPS, "--exclude", shown, "--explain")
                        .succeeds()
                        .out())
                .contains(
                        "\n  R-04  /" + PEARLS + "  stands elsewhere on the page\n",
                        "\n  R-25  /" + PEARLS_AGAIN + "  tells the same story as /" + PEARLS + "\n");
        assertThat(slugs(run(folder, SHIPS, "--exclude", PEARLS, "--copies", "--json")
                        .succeeds()
                        .json()))
                .contains(PEARLS_AGAIN);
    }

    @Test
    void copies_are_listed_where_they_are_asked_for() {
        Path folder = twins.resolve("site");
        assertThat(slugs(run(folder, SHIPS, "--copies", "--json").succeeds().json()))
                .contains(PEARLS, PEARLS_AGAIN);
        assertThat(slugs(run(folder, PEARLS, "--copies", "--json").succeeds().json()))
                .startsWith(PEARLS_AGAIN);
    }

    @Test
    void regions_sections_tags_and_languages_filter() {
        json(SHIPS, "--region", "QA, bh")
                .forEach(post -> assertThat(keys(post, "regions")).containsAnyOf("qa", "bh"));
        assertThat(listed(SHIPS, "--region", "qa", "--region", "bh")).isEqualTo(listed(SHIPS, "--region", "qa,bh"));
        json(SHIPS, "--section", "sport")
                .forEach(post -> assertThat(keys(post, "sections")).contains("sport"));
        json(SHIPS, "--tag", "dhows,pearls")
                .forEach(post -> assertThat(keys(post, "tags")).containsAnyOf("dhows", "pearls"));
        json(SHIPS, "--language", "ar")
                .forEach(post -> assertThat(post.path("item").path("language").asString())
                        .isEqualTo("ar"));
        assertThat(listed(SHIPS, "--region", "qa", "--section", "sport", "--language", "en"))
                .isNotEmpty()
                .isSubsetOf(listed(SHIPS, "--region", "qa", "-n", "50"));
    }

    @Test
    void presets_choose_by_date_or_before_and_after() {
        assertThat(listed(SHIPS, "--preset", "defaults")).isEqualTo(listed(SHIPS));
        String own = "2026-08-25T06:00:00Z";
        JsonNode background = json(SHIPS, "--preset", "background", "-n", "20");
        background.forEach(post -> assertThat(published(post)).isLessThanOrEqualTo(own));
        JsonNode followUp = json(SHIPS, "--preset", "FOLLOWUP", "--minimum", "0.02", "--no-fill", "-n", "20");
        List<Boolean> newer = new ArrayList<>();
        followUp.forEach(post -> newer.add(published(post).compareTo(own) > 0));
        assertThat(newer).contains(true, false).isSortedAccordingTo((one, other) -> other.compareTo(one));
        List<String> dates = new ArrayList<>();
        json(SHIPS, "--preset", "jnews").forEach(post -> dates.add(published(post)));
        assertThat(dates).hasSize(4).isSortedAccordingTo((one, other) -> other.compareTo(one));
        assertThat(text(SHIPS, "--preset", "jnews", "--explain")).contains("R-17  shares ");
    }

    @Test
    void a_policy_is_read_from_a_file_and_the_options_go_over_it(@TempDir Path folder) throws IOException {
        String policy = Files.writeString(
                        folder.resolve("policy.json"), "{\"preset\":\"background\",\"variety\":{\"mostPerSection\":1}}")
                .toString();
        assertThat(listed(SHIPS, "--policy", policy))
                .isEqualTo(listed(SHIPS, "--preset", "background", "--per-section", "1"))
                .isNotEqualTo(listed(SHIPS));
        assertThat(listed(SHIPS, "--policy", policy, "--per-author", "1"))
                .isEqualTo(listed(SHIPS, "--preset", "background", "--per-section", "1", "--per-author", "1"));
        Run two = run(site, SHIPS, "--policy", policy, "--preset", "jnews");
        assertThat(two.code()).isEqualTo(Byline.USAGE);
        assertThat(two.err()).startsWith("byline: give --preset or --policy: ");
        Run missing = run(site, SHIPS, "--policy", folder + "/none.json");
        assertThat(missing.code()).isEqualTo(Byline.USAGE);
        assertThat(missing.err())
                .isEqualTo("byline: " + folder + "/none.json: there is no such file that can be read\n");
        String wrong = Files.writeString(folder.resolve("wrong.json"), "{\"minimumScore\":2}")
                .toString();
        assertThat(run(site, SHIPS, "--policy", wrong).err())
                .isEqualTo("byline: " + wrong + ": minimumScore: the minimum score is from 0 to 1, not 2.0\n");
    }

    private static String published(JsonNode post) {
        return post.path("item").path("publishedAt").asString();
    }

    @Test
    void excluded_posts_never_appear_and_pinned_ones_come_first() {
        List<String> usual = listed(SHIPS);
        assertThat(listed(SHIPS, "--exclude", usual.get(0), "--exclude", usual.get(1) + "," + usual.get(2)))
                .hasSize(4)
                .doesNotContainAnyElementsOf(usual.subList(0, 3))
                .startsWith(usual.get(3));
        assertThat(listed(SHIPS, "--pin", "leave-the-stones-in-the-sauce,horse-first-then-rider", "--language", "en"))
                .hasSize(4)
                .startsWith("leave-the-stones-in-the-sauce", "horse-first-then-rider", usual.get(0));
        assertThat(text(SHIPS, "--pin", "horse-first-then-rider"))
                .containsPattern("^.*\n {2}/horse-first-then-rider .*\\(pinned\\)\n");
    }

    @Test
    void a_pinned_post_that_is_not_listed_is_told() {
        Run draft = run(site, SHIPS, "--pin", "notes-on-dragon-trees", "--json");
        assertThat(draft.code()).isZero();
        assertThat(slugs(draft.json())).isEqualTo(listed(SHIPS));
        assertThat(draft.err())
                .isEqualTo("\"notes-on-dragon-trees\" is pinned but not listed:"
                        + " it is not public at 2026-11-20T12:00:00Z\n");
        assertThat(run(site, SHIPS, "-n1", "--pin", PEARLS + ",wheels-of-hama").err())
                .isEqualTo("\"wheels-of-hama\" is pinned but not listed: -n is 1\n");
    }

    @Test
    void a_list_is_varied_by_section_and_author() {
        List<String> sections = new ArrayList<>();
        json(SHIPS, "--per-section", "1")
                .forEach(post -> sections.add(keys(post, "sections").get(0)));
        assertThat(sections).hasSize(4).doesNotHaveDuplicates();
        Set<String> authors = new HashSet<>();
        JsonNode varied = json(SHIPS, "--per-author", "1");
        varied.forEach(post -> assertThat(keys(post, "authors")).allMatch(authors::add));
        assertThat(varied).hasSize(4);
        assertThat(text(SHIPS, "--per-author", "1", "-n", "12", "--explain")).contains("is one more than 1 by ");
        assertThat(listed(SHIPS, "--per-author", "0", "--per-section", "0")).isEqualTo(listed(SHIPS));
    }

    @Test
    void the_minimum_and_no_fill_shorten_the_list() {
        json(SHIPS, "--minimum", "0.7", "--no-fill")
                .forEach(post -> assertThat(post.path("score").asDouble()).isGreaterThanOrEqualTo(.7));
        assertThat(listed(SHIPS, "--minimum", "0.7", "--no-fill")).isNotEmpty().hasSizeLessThan(4);
        assertThat(text(SHIPS, "--minimum", "0.7")).contains("  (less surely related)\n");
        assertThat(text(SHIPS, "--minimum", "0.7", "--no-fill")).doesNotContain("less surely");
        assertThat(text(SHIPS, "--minimum", "1", "--no-fill"))
                .isEqualTo("No related posts\nWithout --no-fill there are some, less surely related.\n");
        assertThat(json(SHIPS, "--minimum", "1", "--no-fill")).isEmpty();
        assertThat(text(SHIPS, "--tag", "pearls", "--section", "sport"))
                .isEqualTo("No related posts\nWithout the filters there are some.\n");
    }

    @Test
    void the_clock_brings_posts_out() {
        assertThat(listed(SHIPS, "-n", "100", "--minimum", "0")).doesNotContain("five-dates-to-know");
        assertThat(listed(SHIPS, "-n", "100", "--minimum", "0", "--now", "2026-11-24T06:00:00Z"))
                .contains("five-dates-to-know");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "2|--preset|loud|--preset is defaults, jnews, background or followUp, not \"loud\"",
                "2|-n|0|-n is 1 to 200, not 0",
                "2|-n|201|-n is 1 to 200, not 201",
                "2|-n|-3|-n is 1 to 200, not -3",
                "2|-n|many|-n is 1 to 200, not many",
                "2|--per-section|-1|--per-section is 0 to 200, not -1",
                "2|--per-author|99999999999|--per-author is 0 to 200, not 99999999999",
                "2|--minimum|1.01|--minimum is a score from 0 to 1, such as 0.5, not 1.01",
                "2|--minimum|NaN|--minimum is a score from 0 to 1, such as 0.5, not NaN",
                "2|--minimum|half|--minimum is a score from 0 to 1, such as 0.5, not half",
                "2|--language|english|--language is a tag such as en, fa or pt-BR, not \"english\"",
                "2|--language|e n|--language is a tag such as en, fa or pt-BR, not \"e n\"",
                "1|--language|ja|no public article is written in \"ja\"; the site has ar, en, fa, he",
                "1|--language|en,ja|no public article is written in \"ja\"; the site has ar, en, fa, he",
                "1|--section|trad|no public article is filed under the section \"trad\"; the site has trade, culture,"
                        + " places, science, sport",
                "1|--exclude|nothing|there is no article \"nothing\" to exclude",
                "1|--pin|nothing|there is no article \"nothing\" to pin",
                "2|--pin|ships-drawn-by-eye|\"ships-drawn-by-eye\" is the article itself, which can't be pinned"
            })
    void what_cannot_be_is_refused_in_a_sentence(int code, String option, String value, String message) {
        Run refused = run(site, SHIPS, option, value);
        assertThat(refused.code()).isEqualTo(code);
        assertThat(refused.err()).isEqualTo("byline: " + message + "\n");
        assertThat(refused.out()).isEmpty();
        Run json = run(site, SHIPS, option, value, "--json");
        assertThat(json.code()).isEqualTo(code);
        assertThat(json.json().path("error").asString()).isEqualTo(message);
    }

    @Test
    void what_nothing_is_filed_under_is_refused_with_what_there_is() {
        Run region = run(site, SHIPS, "--region", "qa,zz");
        assertThat(region.code()).isEqualTo(Byline.REFUSED);
        assertThat(region.err())
                .startsWith("byline: no public article is filed under the region \"zz\"; the site has ")
                .contains(" qa,");
        Run tag = run(site, SHIPS, "--tag", "dhow");
        assertThat(tag.code()).isEqualTo(Byline.REFUSED);
        assertThat(tag.err())
                .startsWith("byline: no public article has the tag \"dhow\"; the site has dhows, ")
                .endsWith(" more\n");
        assertThat(run(site, SHIPS, "--region", "").code()).isEqualTo(Byline.REFUSED);
    }

    @Test
    void articles_that_are_not_there_are_refused() {
        Run unknown = run(site, "nothing");
        assertThat(unknown.code()).isEqualTo(Byline.REFUSED);
        assertThat(unknown.err()).isEqualTo("byline: there is no article \"nothing\"\n");
        assertThat(run(site, " ").code()).isEqualTo(Byline.REFUSED);
        assertThat(run(site).code()).isEqualTo(Byline.USAGE);
        Run both = run(site, SHIPS, "--pin", PEARLS, "--exclude", "pearls");
        assertThat(both.code()).isEqualTo(Byline.USAGE);
        assertThat(both.err()).isEqualTo("byline: \"" + PEARLS + "\" can't be both pinned and excluded\n");
    }
}
