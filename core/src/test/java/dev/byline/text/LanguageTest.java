package dev.byline.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.text.Language.Direction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {
    @ParameterizedTest
    @CsvSource({
        "en,en,en,LTR",
        "EN_us,en-US,en,LTR",
        "fa,fa,fa,RTL",
        "fa-IR,fa-IR,fa,RTL",
        "ar,ar,ar,RTL",
        "iw,he,he,RTL",
        "az-arab,az-Arab,az,RTL",
        "az,az,az,LTR",
        "ku-Arab-IQ,ku-Arab-IQ,ku,RTL",
        "uz-Latn,uz-Latn,uz,LTR",
        "ar-Latn,ar-Latn,ar,LTR",
        "zh-Hant-TW,zh-Hant-TW,zh,LTR",
        "'',und,und,LTR",
        "not a tag,und,und,LTR",
        "x,und,und,LTR"
    })
    void hasOneTagAndADirection(String given, String tag, String primary, Direction direction) {
        Language language = Language.of(given);

        assertThat(language.tag()).isEqualTo(tag);
        assertThat(language.primary()).isEqualTo(primary);
        assertThat(language.direction()).isEqualTo(direction);
        assertThat(Language.of(language.tag())).isEqualTo(language);
    }

    @Test
    void theUnknownLanguageIsUndetermined() {
        assertThat(Language.of("und")).isEqualTo(Language.UNDETERMINED).hasToString("und");
    }

    @ParameterizedTest
    @CsvSource({"en,English", "ar,العربية", "fa,فارسی", "fr-CA,français (Canada)", "qqq,qqq", "x-q,x-q"})
    void isCalledInItselfAsItsReadersCallIt(String tag, String name) {
        assertThat(Language.of(tag).name()).isEqualTo(name);
    }
}
