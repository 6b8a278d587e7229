package dev.byline.text;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jsoup.Jsoup;

class PlainTextLaws {
    @Property(tries = 3000)
    void isWellFormedAndTrimmed(@ForAll("html") String html) {
        String text = PlainText.of(html);

        assertThat(text).isEqualTo(text.strip()).doesNotContain("  ", " \n", "\n ", "\n\n");
        assertThat(text.codePoints().filter(point -> Character.getType(point) == Character.SURROGATE))
                .isEmpty();
    }

    @Property(tries = 3000)
    void theFirstWordsAreWhatItBeginsWith(@ForAll("html") String html, @ForAll @IntRange(max = 30) int words) {
        String text = PlainText.of(html);
        String head = PlainText.of(html, words);

        assertThat(text).startsWith(head);
        assertThat(head).isEqualTo(text.substring(0, Words.end(text, 0, words)));
    }

    @Property(tries = 3000)
    void escapedTextComesBack(@ForAll String text) {
        String words = PlainText.of(Html.escape(text).replace("[", "&#91;"));

        assertThat(PlainText.of(Html.escape(words).replace("[", "&#91;"))).isEqualTo(words);
    }

    /** After sanitising, which leaves nothing that two readers could take differently, jsoup is the second reader. */
    @Property(tries = 3000)
    void readsTheSameLettersAsAParser(@ForAll("html") String html) {
        String clean = Sanitiser.basic().clean(html).replace("[", "(");

        assertThat(letters(PlainText.of(clean)))
                .isEqualTo(letters(Jsoup.parseBodyFragment(clean).body().wholeText()));
    }

    private static String letters(String text) {
        StringBuilder letters = new StringBuilder();
        text.codePoints()
                .filter(point -> !Words.isSpace(point) && point != 0xAD && point != 0xFEFF)
                .forEach(letters::appendCodePoint);
        return letters.toString();
    }

    @Provide
    Arbitrary<String> html() {
        return HostileHtml.any();
    }
}
