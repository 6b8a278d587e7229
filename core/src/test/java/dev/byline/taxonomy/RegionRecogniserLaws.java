package dev.byline.taxonomy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.byline.matching.AhoCorasick;
import dev.byline.testkit.Rule;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.Size;

class RegionRecogniserLaws {
    private static final Gazetteer GAZETTEER = Gazetteer.standard();
    private static final RegionRecogniser RECOGNISER = RegionRecogniser.with(RegionPolicy.generous(), GAZETTEER);
    private static final List<String> NAMES = List.of(
            "Iran", "Oman", "Niger", "إيران", "لبنان", "ישראל", "ایران", "Россия", "South Korea", "Tehran", "Iraqi");

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.of(NAMES);
    }

    @Provide
    Arbitrary<String> letters() {
        return Arbitraries.of("q", "zz", "Ж", "ض", "ж", "ß", "é", "x7", "ثث", "צצ");
    }

    @Property(tries = 300)
    @Rule("G-01")
    void nothingIsFoundInsideAWord(
            @ForAll("names") String name, @ForAll("letters") String before, @ForAll("letters") String after) {
        for (String word : List.of(before + name, name + after, before + name + after)) {
            String glued = word.replace(" ", "");
            assertThat(RECOGNISER.readText("", glued).mentioned()).as(glued).isEmpty();
        }
    }

    @Property(tries = 300)
    void whateverTheTextItIsReadAndItsReasonsAddUp(@ForAll String headline, @ForAll String text) {
        RegionFindings found = RECOGNISER.readText(headline, text + " Iran " + text);

        assertThat(found.mentioned()).isNotNull();
        found.about()
                .forEach(suggestion -> assertThat(suggestion.reasons().stream()
                                .mapToDouble(RegionFindings.Reason::part)
                                .sum())
                        .isCloseTo(suggestion.value(), within(1e-9)));
    }

    @Property(tries = 50)
    void theOrderOfTextsMakesNoDifference(@ForAll @Size(min = 2, max = 6) List<@From("names") String> words) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            texts.add(String.join(" and ", words.subList(i, words.size())) + " met.");
        }
        List<RegionFindings> forward =
                texts.stream().map(text -> RECOGNISER.readText("", text)).toList();
        List<RegionFindings> together = texts.parallelStream()
                .map(text -> RECOGNISER.readText("", text))
                .toList();

        assertThat(together).isEqualTo(forward);
    }

    @Example
    void anEmptyFileChangesNothingAndAFileIsReadTwiceAsOnce() {
        String file = "[ae] Emirates of the Gulf\ncities: Masdar | - Dubai\n[zz] Zedland\npeople: Zedlander\n";
        Gazetteer once = GAZETTEER.with(new StringReader(file));
        Gazetteer twice = once.with(new StringReader(file));
        for (String text : List.of("Masdar, Dubai and Zedland", "Zedlanders of the UAE", "Iran")) {
            assertThat(RegionRecogniser.with(RegionPolicy.generous(), twice).readText("", text))
                    .isEqualTo(
                            RegionRecogniser.with(RegionPolicy.generous(), once).readText("", text));
            assertThat(RegionRecogniser.with(RegionPolicy.generous(), GAZETTEER.with(new StringReader("# nothing\n")))
                            .readText("", text))
                    .isEqualTo(RECOGNISER.readText("", text));
        }
    }

    @Property(tries = 200)
    void theMatcherFindsWhatLookingForEachFinds(
            @ForAll @Size(max = 8) List<@From("short") String> strings,
            @ForAll("short") String a,
            @ForAll("short") String b) {
        String text = a + b + a + a + b;
        List<AhoCorasick.Entry> entries = new ArrayList<>();
        strings.forEach(string -> entries.add(new AhoCorasick.Entry(string, entries.size())));
        AhoCorasick matcher = AhoCorasick.of(entries);
        Set<String> found = new HashSet<>();
        int state = AhoCorasick.start();
        for (int i = 0; i < text.length(); i++) {
            state = matcher.next(state, text.charAt(i));
            for (int hit = matcher.found(state); hit != 0; hit = matcher.shorter(hit)) {
                found.add(strings.get(matcher.numberOf(hit)) + " at " + (i + 1));
            }
        }
        Set<String> expected = new HashSet<>();
        for (int end = 1; end <= text.length(); end++) {
            for (String string : strings) {
                if (!string.isEmpty() && text.substring(0, end).endsWith(string)) {
                    expected.add(string + " at " + end);
                }
            }
        }
        assertThat(found).isEqualTo(expected);
    }

    @Provide("short")
    Arbitrary<String> shortStrings() {
        return Arbitraries.strings().withChars("ab\0\u0627\u05d0").ofMaxLength(5);
    }

    @Tag("timed")
    @Example
    void theTimeGrowsAsTheText() {
        for (String piece : List.of(
                "South ",
                "Iran ",
                "a",
                "Democratic Republic of the ",
                "\u0627\u0644",
                "\u05d5\u05d1",
                "<",
                "U.",
                "\uD83D\uDE00",
                "Jordan ")) {
            String small = piece.repeat(200_000 / piece.length());
            String large = piece.repeat(8 * 200_000 / piece.length());
            read(small);
            assertThat(best(large)).as(piece).isLessThan(40 * Math.max(best(small), 200_000));
        }
    }

    private static long best(String text) {
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            long start = System.nanoTime();
            read(text);
            best = Math.min(best, System.nanoTime() - start);
        }
        return best;
    }

    private static void read(String text) {
        assertThat(RECOGNISER.readText("", text).mentioned().stream()
                        .map(mention -> mention.region().key())
                        .collect(Collectors.toSet())
                        .size())
                .isLessThan(300);
    }
}
