package dev.byline.examples.cli.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.text.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageGuessTest {
    @ParameterizedTest
    @CsvSource({
        "The bridge over the river is closed,        en, EnglishAnalyzer",
        "پل روی رودخانه به گفته شهردار بسته شد,         fa, PersianAnalyzer",
        "أغلق الجسر فوق النهر كما قالت البلدية,          ar, ArabicAnalyzer",
        "הגשר מעל הנהר סגור,                          he, StandardAnalyzer",
        "Мост через реку закрыт,                     ru, RussianAnalyzer",
        "Η γέφυρα πάνω από το ποτάμι έκλεισε,         el, GreekAnalyzer",
        "河上的桥已关闭,                                zh, CJKAnalyzer",
        "1 2 3,                                      en, EnglishAnalyzer"
    })
    void goes_by_the_letters_where_nothing_is_stated(String text, String language, String analyzer) {
        LanguageGuess guess = new LanguageGuess();
        guess.add(Language.UNDETERMINED, text);
        assertThat(guess.language()).isEqualTo(Language.of(language));
        try (var made = PlainAnalyzers.of(guess.language())) {
            assertThat(made.getClass().getSimpleName()).isEqualTo(analyzer);
        }
    }

    @Test
    void goes_by_what_most_state() {
        LanguageGuess guess = new LanguageGuess();
        guess.add(Language.UNDETERMINED, "Мост через реку закрыт");
        guess.add(Language.of("fr"), "Le pont");
        guess.add(Language.of("de"), "Die Brücke");
        guess.add(Language.of("de"), "Der Fluss");
        assertThat(guess.language()).isEqualTo(Language.of("de"));
    }
}
