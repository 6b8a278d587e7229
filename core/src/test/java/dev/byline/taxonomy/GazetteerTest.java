package dev.byline.taxonomy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GazetteerTest {
    private final Gazetteer names = Gazetteer.standard();

    @Test
    void namesAllTerritoriesOfIso3166() {
        List<String> keys = names.all().stream().map(Region::key).toList();

        assertThat(keys)
                .containsAll(Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2).stream()
                        .map(code -> code.toLowerCase(Locale.ROOT))
                        .toList())
                .hasSize(250)
                .doesNotHaveDuplicates()
                .allMatch(key -> key.matches("[a-z]{2}"));
        assertThat(names.all()).allSatisfy(region -> {
            assertThat(region.name())
                    .isNotEqualTo(region.key())
                    .isEqualTo(region.name().strip());
            assertThat(names.find(region.name())).contains(region);
        });
    }

    @Test
    void findsEveryNameOfTheShippedFile() throws IOException {
        int found = 0;
        String key = "";
        try (var in = Objects.requireNonNull(Gazetteer.class.getResourceAsStream("gazetteer.txt"));
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("[")) {
                    key = line.substring(1, line.indexOf(']'));
                } else if (line.startsWith("also: ")) {
                    for (String alias : line.substring(6).split("\\|", -1)) {
                        if (!alias.contains("*")) {
                            assertThat(names.find(alias)).as(alias).contains(names.region(key));
                            found++;
                        }
                    }
                }
            }
        }
        assertThat(found).isGreaterThan(800);
    }

    @ParameterizedTest
    @CsvSource({
        "sa,Saudi Arabia",
        "ae,UAE",
        "bh,Bahrain",
        "ye,Yemen",
        "qa,Qatar",
        "af,Afghanistan",
        "ir,Iran",
        "iq,Iraq",
        "sy,Syria",
        "lb,Lebanon",
        "ps,Palestine",
        "il,Israel",
        "kr,South Korea",
        "tr,Turkey",
        "us,United States"
    })
    void usesTheNamesOfNewsPages(String key, String name) {
        assertThat(names.region(key)).isEqualTo(Region.of(key)).isEqualTo(Region.of(key, name));
    }

    @ParameterizedTest
    @CsvSource({
        "U.A.E.,ae",
        "uae,ae",
        "United  Arab-Emirates,ae",
        "the United Arab Emirates,ae",
        "KSA,sa",
        "saudi-arabia,sa",
        "SouthKorea,kr",
        "Türkiye,tr",
        "turkiye,tr",
        "Cote d'Ivoire,ci",
        "CÔTE D’IVOIRE,ci",
        "Bosnia & Herzegovina,ba",
        "Curacao,cw",
        "The Gambia,gm",
        "gambia,gm",
        "US,us",
        "U.S.,us",
        "usa,us",
        "UK,gb",
        "إيران,ir",
        "ايران,ir",
        "ایران,ir",
        "السُّعودية,sa",
        "سوريه,sy",
        "العربية السعودية المملكة,''",
        "المملكة العربية السعودية,sa",
        "ישראל,il",
        "יִשְׂרָאֵל,il",
        "امارات,ae",
        "لبنان,lb",
        "中国,cn",
        "भारत,in",
        "भरत,''",
        "Россия,ru"
    })
    void findsSpellings(String spelling, String key) {
        assertThat(names.find(spelling).map(Region::key))
                .isEqualTo(Optional.of(key).filter(k -> !k.isEmpty()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "in",
                "is",
                "it",
                "IN",
                "IT",
                "us",
                "Us",
                "uk",
                "at",
                "no",
                "so",
                "to",
                "my",
                "me",
                "be",
                "am",
                "as",
                "do",
                "ir",
                "the",
                "The",
                "",
                " ",
                "…",
                "Politics",
                "news from Iran",
                "America",
                "Congo",
                "Korea"
            })
    void wordsAreNoRegions(String word) {
        assertThat(names.find(word)).isEmpty();
    }

    @Test
    void whatIsTooLongForANameIsNone() {
        assertThat(names.find("Iran " + " ".repeat(100_000))).isEmpty();
    }

    @Test
    void anUnknownKeyIsItsOwnName() {
        assertThat(names.region("west-bank")).isEqualTo(Region.of("west-bank", "west-bank"));
        assertThat(names.region("IR").name()).isEqualTo("IR");
    }

    @Test
    void anEditorsFileReplacesAndAdds() {
        Gazetteer house = names.with(new StringReader(String.join(
                "\r\n",
                "\uFEFF# house style",
                "",
                "[ae] United Arab Emirates",
                "also: Trucial States",
                "people: Trucial",
                "[kurdistan] Kurdistan",
                "[us-ga] Georgia",
                "also: State of Georgia")));

        assertThat(house.region("ae").name()).isEqualTo("United Arab Emirates");
        assertThat(house.find("UAE")).contains(house.region("ae"));
        assertThat(house.find("trucial states")).contains(house.region("ae"));
        assertThat(house.find("Trucial")).isEmpty();
        assertThat(house.find("Kurdistan").map(Region::key)).contains("kurdistan");
        assertThat(house.find("georgia").map(Region::key)).contains("us-ga");
        assertThat(house.find("US-GA").map(Region::key)).contains("us-ga");
        assertThat(house.find("Republic of Georgia").map(Region::key)).contains("ge");
        assertThat(house.all()).hasSize(252).endsWith(Region.of("us-ga", "Georgia"));
        assertThat(names.region("ae").name()).isEqualTo("UAE");
        assertThat(names.find("Kurdistan")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "[xx];line 2: the key \"xx\" has no name",
                "[] UAE;line 2: there is no key",
                "[ae;line 2: there is no key",
                "[ae] …;line 2: the name \"…\" has neither",
                "also: x;line 2: words come after",
                "[ae]\\ncites: x;line 3: this is neither",
                "[ae]\\nDubai;line 3: this is neither",
                "[ae]\\ncities: Dubai *2;line 3: a weight is above 0",
                "[ae]\\ncities: Dubai *x;line 3: a weight is above 0",
                "[ae]\\ncities: …;line 3: \"…\" has 0 words",
                "[ae]\\ncities: a b c d e f g h i;line 3: \"a b c d e f g h i\" has 9 words",
                "[ae]\\nphrases: x;line 3: phrases that mean no region",
                "[-]\\ncities: x;line 3: phrases that mean no region",
                "[xx] One\\n[xx] Two;line 3: the key \"xx\" has line 2 already",
                "[xx] One\\n[yy] Two\\nalso: Öne;line 4: the name \"Öne\" has line 2 already"
            })
    void aBrokenLineIsNamed(String lines, String message) {
        String file = "# names\n" + lines.replace("\\t", "\t").replace("\\n", "\n") + "\n";

        assertThatThrownBy(() -> names.with(new StringReader(file)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void aKeyThatIsTooLongIsNamedByItsLine() {
        assertThatThrownBy(() -> names.with(new StringReader("[" + "k".repeat(201) + "] Name")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("line 1");
    }

    @Test
    void oneLineMayRepeatAName() {
        assertThat(names.with(new StringReader("[xx] One\nalso: one|ONE||"))
                        .find("one")
                        .map(Region::key))
                .contains("xx");
    }

    @Test
    void aReaderThatFailsIsAMachinesFault() {
        Reader failing = new Reader() {
            @Override
            public int read(char[] buffer, int offset, int length) throws IOException {
                throw new IOException("gone");
            }

            @Override
            public void close() {}
        };

        assertThatThrownBy(() -> names.with(failing))
                .isInstanceOf(UncheckedIOException.class)
                .hasRootCauseMessage("gone");
    }
}
