package dev.byline.taxonomy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.byline.BothJacksons;
import dev.byline.testkit.Rule;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegionRecogniserTest {
    private static final RegionRecogniser RECOGNISER =
            RegionRecogniser.with(RegionPolicy.defaults(), Gazetteer.standard());

    private static Map<String, Map<String, Integer>> mentioned(RegionRecogniser recogniser, String text) {
        Map<String, Map<String, Integer>> words = new LinkedHashMap<>();
        recogniser
                .readText("", text)
                .mentioned()
                .forEach(mention -> words.put(mention.region().key(), mention.words()));
        return words;
    }

    private static Map<String, Map<String, Integer>> mentioned(String text) {
        return mentioned(RECOGNISER, text);
    }

    private static RegionRecogniser with(String... lines) {
        return RegionRecogniser.with(
                RegionPolicy.defaults(), Gazetteer.standard().with(new StringReader(String.join("\n", lines))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "trade with Iran grew|ir|Iran",
                "Iran's army|ir|Iran",
                "(Iran)|ir|Iran",
                "IRAN SAYS|ir|Iran",
                "in egypt today|eg|Egypt",
                "flights to Abu-Dhabi|ae|Abu Dhabi",
                "the U.S. Navy|us|U.S.",
                "the US Navy|us|US",
                "Côte d’Ivoire votes|ci|Côte d'Ivoire",
                "COTE D'IVOIRE|ci|Côte d'Ivoire",
                "a trip to Niger|ne|Niger",
                "a trip to Nigeria|ng|Nigeria",
                "the Niger Delta|ng|Niger Delta",
                "North Korean officials|kp|North Korean",
                "South Sudan|ss|South Sudan",
                "Guinea-Bissau|gw|Guinea-Bissau",
                "New Mexico|us|New Mexico",
                "Northern Ireland|gb|Northern Ireland",
                "West Bank|ps|West Bank",
                "shares of <BP.L> rose|gb|L",
                "shares rose (SABIC.SE)|sa|SE",
                "Soviet Union|ru|Soviet Union",
                "West Germany|de|West Germany",
                "Zaire|cd|Zaire",
                "a price of 15.9p|gb|# p",
                "وإيران|ir|إيران",
                "بإيران|ir|إيران",
                "للسعودية|sa|السعودية",
                "والسعوديين|sa|سعودي",
                "المصرية|eg|مصري",
                "ایرانی‌ها|ir|إيراني",
                "در عربستان سعودی|sa|عربستان سعودی",
                "בישראל|il|ישראל",
                "הישראלית|il|ישראלי",
                "ולאיראן|ir|איראן"
            })
    @Rule("G-01")
    void aWordIsFoundAsTheTextWritesIt(String text, String key, String word) {
        assertThat(mentioned(text)).isEqualTo(Map.of(key, Map.of(word, 1)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "woman and roman",
                "join us in it",
                "the turkey was roasted",
                "a chad fell",
                "polish the table",
                "fine china and a jersey",
                "Gulf of Mexico",
                "South China Sea",
                "Latin American writers",
                "a Dutch auction",
                "the Jersey Shore",
                "Guinea pigs",
                "Georgia lawmakers vote",
                "<UK> shares",
                "an island",
                "a family reunion",
                "Indianapolis500",
                "xIran Iranx",
                "at 5 p.m.",
                "",
                "…",
                "\uD83D\uDE00\uD800"
            })
    @Rule({"G-01", "G-02"})
    void otherWordsAreNoRegions(String text) {
        assertThat(mentioned(text)).isEmpty();
    }

    @Test
    @Rule("G-01")
    void ofWordsThatOverlapTheFirstAndLongestCounts() {
        assertThat(mentioned("Saudi Arabian oil")).isEqualTo(Map.of("sa", Map.of("Saudi Arabian", 1)));
        assertThat(mentioned("a deal in Papua New Guinea")).isEqualTo(Map.of("pg", Map.of("Papua New Guinea", 1)));
        assertThat(mentioned("South Korea. Delta Airlines left Niger. Delta rose."))
                .containsOnlyKeys("kr", "ne");
    }

    @Test
    @Rule("G-02")
    void aNameThatPersonsHaveCountsWhereItIsNone() {
        assertThat(mentioned("Jordan Hale met Tom. Jordan left.")).isEmpty();
        assertThat(mentioned("In Jordan prices rose.")).containsOnlyKeys("jo");
        assertThat(mentioned("Jordan Hale flew to Amman and toured Jordan."))
                .isEqualTo(Map.of("jo", Map.of("Amman", 1, "Jordan", 1)));
    }

    @Test
    @Rule("G-02")
    void anUnsureWordNeedsCompany() {
        assertThat(mentioned("Georgia votes today.")).isEmpty();
        assertThat(mentioned("Georgia votes today, as Russia looks on.")).containsOnlyKeys("ge", "ru");
        assertThat(mentioned("Georgia votes today, as Russia looks on from Atlanta."))
                .doesNotContainKey("ge");
        assertThat(mentioned("Georgia votes today. Tbilisi is calm.").get("ge")).hasSize(2);
    }

    @Test
    @Rule("G-02")
    void aWordThatIsAnotherInSmallLettersNeedsItsCapital() {
        assertThat(mentioned("Turkey said so.")).containsOnlyKeys("tr");
        assertThat(mentioned("Cook a Turkey. The turkey is done.")).isEmpty();
        assertThat(mentioned("Cook a turkey in Turkey, near Ankara.").get("tr"))
                .isEqualTo(Map.of("Turkey", 1, "Ankara", 1));
        assertThat(RECOGNISER.readText("TURKEY PRICES RISE", "").mentioned()).isEmpty();
        assertThat(RECOGNISER.readText("TURKEY PRICES RISE", "Ankara said.").mentioned())
                .hasSize(1);
        assertThat(mentioned("Polish your shoes.")).isEmpty();
        assertThat(mentioned("The Polish army.")).containsOnlyKeys("pl");
    }

    @Test
    @Rule({"G-03", "G-04", "G-05", "G-06", "G-07"})
    void aSuggestionSaysWhy() {
        RegionFindings found = RECOGNISER.readText(
                "Iran raises prices",
                "Tehran said so on Monday. " + "Nothing else was said. ".repeat(20) + "Iraq, Iran.");

        RegionFindings.Suggestion iran = found.about().get(0);
        assertThat(iran.region()).isEqualTo(Region.of("ir"));
        assertThat(iran.reasons())
                .extracting(RegionFindings.Reason::rule)
                .containsExactly("G-07", "G-03", "G-04", "G-05", "G-06");
        assertThat(iran.reasons().get(3).text()).isEqualTo("Iran (2), Tehran");
        assertThat(iran.reasons().stream()
                        .mapToDouble(RegionFindings.Reason::part)
                        .sum())
                .isCloseTo(iran.value(), within(1e-9));
        assertThat(iran.score()).isCloseTo(1 / (1 + Math.exp(-iran.value())), within(1e-12));
        assertThat(found.about()).hasSize(1);
        assertThat(found.mentioned()).extracting(RegionFindings.Mention::count).containsExactly(3, 1);
    }

    @Test
    @Rule("G-08")
    void whatAnEditorAssignedWins() {
        RegionFindings found = RECOGNISER.readText("Iran raises prices", "Tehran said so on Monday.");

        assertThat(found.regions(List.of())).containsExactly(Region.of("ir"));
        assertThat(found.regions(List.of(Region.of("iq")))).containsExactly(Region.of("iq"));
    }

    @Test
    @Rule("G-07")
    void thePolicyDecidesHowManyAndWhich() {
        String text = "Iran, Iraq and Syria signed. Iran said so. Iraq said so. Syria said so.";
        Gazetteer gazetteer = Gazetteer.standard();

        assertThat(RegionRecogniser.with(RegionPolicy.generous(), gazetteer)
                        .readText("", text)
                        .about())
                .hasSize(3);
        assertThat(RegionRecogniser.with(RegionPolicy.generous().withMost(2), gazetteer)
                        .readText("", text)
                        .about())
                .hasSize(2);
        assertThat(RegionRecogniser.with(RegionPolicy.generous().withMinimumScore(1), gazetteer)
                        .readText("", text)
                        .about())
                .isEmpty();
        RegionFindings without = RegionRecogniser.with(RegionPolicy.generous().withIgnored(List.of("ir")), gazetteer)
                .readText("", text);
        assertThat(without.about()).hasSize(2);
        assertThat(without.mentioned()).hasSize(2);
    }

    @Test
    void aHostHasItsOwnKeys() {
        Region levant = Region.of("levant", "Levant");
        RegionPolicy policy = RegionPolicy.defaults()
                .withHostRegion("sy", levant)
                .withHostRegion("lb", levant)
                .withHostRegion("ir", Region.of("iran-news", "Iran"));
        RegionFindings found = RegionRecogniser.with(policy, Gazetteer.standard())
                .readText("Syria and Lebanon sign", "Syria and Lebanon signed in Beirut. Iran sent greetings.");

        assertThat(found.about()).extracting(RegionFindings.Suggestion::region).containsExactly(levant);
        assertThat(found.mentioned().get(0).count()).isEqualTo(5);
        assertThat(found.mentioned().get(1).region().key()).isEqualTo("iran-news");
    }

    @Test
    void anEditorsFileAddsRemovesReplacesAndWeighs() {
        RegionRecogniser house = with(
                "[ae]",
                "cities: Masdar | - Dubai",
                "[lb]",
                "capital = Beyrouth",
                "[kurdistan] Kurdistan",
                "people: Kurdish *0.5",
                "cities: Qandil",
                "[-]",
                "phrases: Iran Contra Song");

        assertThat(mentioned(house, "in Masdar")).containsOnlyKeys("ae");
        assertThat(mentioned(house, "in Dubai")).isEmpty();
        assertThat(mentioned(house, "in Beirut")).isEmpty();
        assertThat(mentioned(house, "in Beyrouth")).containsOnlyKeys("lb");
        assertThat(mentioned(house, "the Kurdish north of Qandil"))
                .isEqualTo(Map.of("kurdistan", Map.of("Kurdish", 1, "Qandil", 1)));
        assertThat(mentioned(house, "the Iran Contra Song")).isEmpty();
        assertThat(mentioned("in Dubai")).containsOnlyKeys("ae");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<p>In Ir<b>an</b> and <i>Iraq</i></p>|ir,iq",
                "<p>Burkina</p><p>Faso</p>|",
                "<p>Burkina\tFaso</p>|bf",
                "<script>Iran</script><!-- Iraq --><p title='Syria'>x</p>|",
                "<p>Ir&#97;n&nbsp;says</p>|ir",
                "<p>Iran|ir",
                "<h2>Iran</h2><ul><li>Iraq<li>Syria</ul>|ir,iq,sy"
            })
    void htmlIsReadAsAReaderSeesIt(String html, String keys) {
        assertThat(RECOGNISER.read("", "", html).mentioned())
                .extracting(mention -> mention.region().key())
                .containsExactlyInAnyOrder(keys == null ? new String[0] : keys.split(",", -1));
    }

    @Test
    void findingsAndPoliciesAreJson() {
        RegionFindings found = RECOGNISER.readText("Iran raises prices", "Tehran said so on Monday.");
        RegionPolicy policy = RegionPolicy.strict().withIgnored(List.of("us")).withHostRegion("ir", Region.of("iran"));

        assertThat(BothJacksons.read(BothJacksons.write(found), RegionFindings.class))
                .isEqualTo(found);
        assertThat(BothJacksons.write(policy))
                .isEqualTo("{\"minimumScore\":0.7,\"most\":3,\"leadWords\":40,\"ignored\":[\"us\"],"
                        + "\"hostRegions\":{\"ir\":{\"key\":\"iran\",\"name\":\"iran\"}}}");
        assertThat(BothJacksons.read(BothJacksons.write(policy), RegionPolicy.class))
                .isEqualTo(policy);
        assertThat(BothJacksons.read("{\"minimumScore\":0.5,\"most\":3,\"leadWords\":10}", RegionPolicy.class)
                        .ignored())
                .isEmpty();
    }

    @Test
    void aPolicyChecksItsNumbers() {
        RegionPolicy policy = RegionPolicy.defaults();

        assertThatThrownBy(() -> policy.withMinimumScore(1.1)).hasMessageContaining("1.1");
        assertThatThrownBy(() -> policy.withMinimumScore(Double.NaN)).hasMessageContaining("NaN");
        assertThatThrownBy(() -> policy.withMost(0)).hasMessageContaining("0");
        assertThatThrownBy(() -> policy.withLeadWords(-1)).hasMessageContaining("-1");
    }
}
