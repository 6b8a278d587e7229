package dev.byline.comment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.comment.WordList.Hit;
import dev.byline.comment.WordViews.View;
import dev.byline.testkit.Rule;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.StringLength;

final class WordListLaws {
    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> piece = Arbitraries.of(
                "ca",
                "si",
                "no",
                "casino",
                "c",
                "a",
                "s",
                "i",
                "n",
                "o",
                "x",
                "buy",
                "now",
                "pre",
                "ss",
                "4",
                "1",
                "0",
                "$",
                "!",
                "|",
                "@",
                " ",
                " ",
                "  ",
                ".",
                "-",
                "_",
                "*",
                "'",
                "’",
                ",",
                "с",
                "а",
                "В",
                "к",
                "нос",
                "ß",
                "ﬁ",
                "İ",
                "Σ",
                "é",
                "e\u0301",
                "\u0301",
                "\u200b",
                "\u00ad",
                "\ud800",
                "\udc00",
                "क",
                "ि",
                "각",
                "\u1100\u1161",
                "ｃ",
                "🅰",
                "\ud83d\udc4d",
                "\ufdfa",
                "ا",
                "أ",
                "ـ",
                "\n",
                "\0",
                "192.0.2.",
                "x.example");
        return Arbitraries.oneOf(
                piece.list().ofMaxSize(14).map(pieces -> String.join("", pieces)),
                Arbitraries.strings().ofMaxLength(20));
    }

    @Property
    void aTextIsSearchedWhateverItHolds(@ForAll("texts") String text, @ForAll List<@From("texts") String> keys) {
        Hit hit = WordList.of(keys).find(WordViews.of(text));
        if (hit != null) {
            assertThat(hit.offset()).isBetween(0, text.length() - 1);
            assertThat(hit.key()).isBetween(0, keys.size() - 1);
        }
    }

    @Property
    @Rule("C-26")
    void anotherKeyTakesNoHitAway(
            @ForAll("texts") String text, @ForAll List<@From("texts") String> keys, @ForAll("texts") String other) {
        List<String> more = new ArrayList<>(keys);
        more.add(keys.size() / 2, other);
        Hit hit = WordList.of(keys).find(WordViews.of(text));
        assertThat(hit == null || WordList.of(more).find(WordViews.of(text)) != null)
                .isTrue();
    }

    @Property
    @Rule("C-26")
    void theOrderOfTheListChangesNothing(
            @ForAll("texts") String text, @ForAll List<@From("texts") String> keys, @ForAll long seed) {
        List<String> shuffled = new ArrayList<>(keys);
        Collections.shuffle(shuffled, new Random(seed));
        Hit one = WordList.of(keys).find(WordViews.of(text));
        Hit other = WordList.of(shuffled).find(WordViews.of(text));
        assertThat(other == null).isEqualTo(one == null);
        if (one != null && other != null) {
            assertThat(other.offset()).isEqualTo(one.offset());
            assertThat(other.how()).isEqualTo(one.how());
        }
    }

    @Property
    @Rule("C-26")
    void aTextHasItsOwnWords(@ForAll("texts") String text) {
        String body = text.replace("*", "");
        if (!FoldedText.of(body, Fold.PLAIN).isBlank()) {
            assertThat(WordList.of(List.of(body)).find(WordViews.of("<, " + body + " >")))
                    .isNotNull()
                    .extracting(Hit::how)
                    .isEqualTo(View.PLAIN);
        }
    }

    @Property
    @Rule("C-28")
    void aWholeWordIsNoPartOfALongerOne(
            @ForAll @AlphaChars @NotEmpty @StringLength(max = 6) String key,
            @ForAll @AlphaChars @StringLength(max = 3) String before,
            @ForAll @AlphaChars @NotEmpty @StringLength(max = 3) String behind) {
        String word = before + key + behind;
        assertThat(WordList.of(List.of(key)).find(WordViews.of("00 " + word + " 99")))
                .isNull();
    }

    @Property
    void theViewOfAViewIsTheView(@ForAll("texts") String text) {
        for (Fold fold : List.of(Fold.PLAIN, Fold.EITHER)) {
            String once = FoldedText.of(text, fold).toString();
            assertThat(FoldedText.of(once, fold)).hasToString(once);
        }
        assertThat(WordView.of(WordView.of(text))).isEqualTo(WordView.of(text));
    }
}
