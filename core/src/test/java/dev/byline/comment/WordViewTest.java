package dev.byline.comment;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WordViewTest {
    @ParameterizedTest
    @CsvSource({
        "Ångström, angstrom",
        "Łódź Ørsted, lodz orsted",
        "Æsir œuvre þing, aesir oeuvre thing",
        "ＦＵＬＬ ﬁve, full five",
        "Ἀθῆναι, αθηναι",
        "ΣΊΣΥΦΟΣ, σισυφοσ",
        "Ёлка, елка",
        "café\u0301\u20dd, cafe",
        "٣ ۳ ３, 3 3 3",
        "الأَحْمـر, الاحمر",
        "فارسی گچپژ, فارسي گچپژ",
        "पानी है, पानी है",
        "น้ำ, น\u0e49\u0e4d\u0e32",
        "‘a’ “b” – c, '\"''a'' \"\"b\"\" - c\"'",
        "casino。example, casino.example",
    })
    void aPlainViewHasTheLettersThemselves(String text, String view) {
        String expected = view.startsWith("\"") ? "'a' \"b\" - c" : view;
        assertThat(FoldedText.of(text, Fold.PLAIN)).hasToString(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "сasinо, casino",
        "ВОХ, box",
        "вод, вoд",
        "саsiно, casiho",
        "ᴄᴀꜱɪɴᴏ, casino",
        "🅒🅐🅢🅘🅝🅞, casino",
        "ꓚꓮꓢꓲꓠꓳ, casino",
        "ϹΑЅІΝΟ, casino",
        "€asin0, easin0",
        "שלום عرب हिन्दी 中文, שלום عرب हिन्दी 中文",
    })
    void looksAreTheLatinLettersThatOneSees(String text, String view) {
        assertThat(FoldedText.of(text, Fold.LOOKS)).hasToString(view);
    }

    @Test
    void fingerprintsIgnoreAccentsAndLookAlikesInEitherCase() {
        String fingerprint = CommentText.fingerprint("Buy café now, вот!");
        assertThat(CommentText.fingerprint("ΒUY СAFE   nοw, ВОТ!")).isEqualTo(fingerprint);
        assertThat(CommentText.fingerprint("b\u200buy cаfe\u0301 now, вoт!")).isEqualTo(fingerprint);
        assertThat(CommentText.fingerprint("Buy cafes now, вот!")).isNotEqualTo(fingerprint);
        assertThat(CommentText.fingerprint("Buy café now вот")).isNotEqualTo(fingerprint);
        assertThat(CommentText.fingerprint("क")).isNotEqualTo(CommentText.fingerprint("कि"));
    }

    @Test
    void everyCharacterHasAViewThatStaysAsItIs() {
        for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
            if (c >= 0x20000 && c < 0x2F800) {
                continue;
            }
            String text = "a" + Character.toString(c);
            for (Fold fold : new Fold[] {Fold.PLAIN, Fold.LOOKS, Fold.EITHER}) {
                String once = FoldedText.of(text, fold).toString();
                assertThat(FoldedText.of(once, fold).toString()).as("%04X", c).isEqualTo(once);
            }
            // U+0345 is a mark in lower case and a letter in upper case.
            if ((!Character.isSurrogate(text.charAt(1)) || text.length() == 3) && c != 0x345) {
                String plain = FoldedText.of(text, Fold.PLAIN).toString();
                assertThat(FoldedText.of(Normalizer.normalize(text, Normalizer.Form.NFD), Fold.PLAIN)
                                .toString())
                        .as("%04X decomposed", c)
                        .isEqualTo(plain);
                assertThat(FoldedText.of(Character.toString(Character.toUpperCase(c)), Fold.EITHER)
                                .toString())
                        .as("%04X in upper case", c)
                        .isEqualTo(FoldedText.of(Character.toString(c), Fold.EITHER)
                                .toString());
            }
        }
    }

    @Test
    void upperCaseHasTheSameView() {
        String text = "straße ŉ ǰ ﬁ ΐ și Ǆ";
        assertThat(WordView.of(text.toUpperCase(Locale.ROOT))).isEqualTo(WordView.of(text));
    }
}
