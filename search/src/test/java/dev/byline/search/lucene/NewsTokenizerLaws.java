package dev.byline.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.ar.ArabicNormalizationFilter;
import org.apache.lucene.analysis.fa.PersianNormalizationFilter;
import org.apache.lucene.analysis.icu.ICUFoldingFilter;
import org.apache.lucene.analysis.icu.segmentation.DefaultICUTokenizerConfig;
import org.apache.lucene.analysis.icu.segmentation.ICUTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.FlagsAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/** The quick way to cut a text leads to the words, places and offsets to which ICU leads. */
class NewsTokenizerLaws {
    private static final String KINDS = "aZé1_.,;:'’\"- ‐";
    private static final int LENGTH = 4;

    private final Analyzer quick = new Analyzer() {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            return new TokenStreamComponents(new NewsTokenizer());
        }
    };

    private final Analyzer byRules = new Analyzer() {
        @Override
        protected Reader initReader(String field, Reader text) {
            return new LinkFilter(text);
        }

        @Override
        protected TokenStreamComponents createComponents(String field) {
            Tokenizer cut = new ICUTokenizer(new DefaultICUTokenizerConfig(true, true));
            TokenStream folded = new ICUFoldingFilter(new LinkedWords(cut));
            return new TokenStreamComponents(
                    cut, new WordMarksFilter(new PersianNormalizationFilter(new ArabicNormalizationFilter(folded))));
        }
    };

    private static List<String> tokens(Analyzer analyzer, String text) {
        List<String> tokens = new ArrayList<>();
        try (TokenStream stream = analyzer.tokenStream("", text)) {
            CharTermAttribute word = stream.getAttribute(CharTermAttribute.class);
            OffsetAttribute offset = stream.getAttribute(OffsetAttribute.class);
            FlagsAttribute flags = stream.getAttribute(FlagsAttribute.class);
            PositionIncrementAttribute step = stream.getAttribute(PositionIncrementAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                tokens.add(word + " " + offset.startOffset() + "-" + offset.endOffset() + " +"
                        + step.getPositionIncrement() + " " + flags.getFlags());
            }
            stream.end();
            tokens.add(offset.startOffset() + "-" + offset.endOffset() + " +" + step.getPositionIncrement());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return tokens;
    }

    private void assertSame(String text) {
        assertThat(tokens(quick, text)).isEqualTo(tokens(byRules, text));
    }

    @Example
    void every_short_line_of_all_kinds_of_characters() {
        int lines = (int) Math.pow(KINDS.length(), LENGTH);
        StringBuilder text = new StringBuilder();
        for (int line = 0; line < lines; line++) {
            for (int i = 0, rest = line; i < LENGTH; i++, rest /= KINDS.length()) {
                text.append(KINDS.charAt(rest % KINDS.length()));
            }
            text.append('\n');
        }
        assertSame(text.toString());
    }

    @Example
    void every_character_between_any_two_kinds() {
        StringBuilder text = new StringBuilder();
        for (char c = 0; c < 0x2200; c++) {
            for (String around : List.of("a%b", "1%2", "a%1", "1%a", "a_%b", "A%%B", "a-%b", "a%-b", " %%%1", "%")) {
                text.append(around.replace('%', c)).append('\n');
            }
        }
        assertSame(text.toString());
    }

    @Property(tries = 3_000)
    void latin_texts(@ForAll("latin") String text) {
        assertSame(text);
    }

    // With a letter first: ICU counts digits at the beginning of a line among the script of the line before.
    @Property(tries = 3_000)
    void lines_of_all_scripts(@ForAll("mixed") List<String> lines) {
        assertSame("q " + String.join("\nq ", lines));
        assertSame("q " + String.join("\u2029q ", lines));
    }

    @Property(tries = 1_000)
    void any_text(@ForAll String text) {
        assertSame(text);
    }

    @Provide
    Arbitrary<String> latin() {
        return Arbitraries.strings()
                .withChars(KINDS + KINDS.toUpperCase(Locale.ROOT) + "bcs.sS\r\n\t\u2028")
                .withCharRange('\u00a0', '\u024f')
                .withCharRange('\u2000', '\u203f')
                .ofMaxLength(60);
    }

    @Provide
    Arbitrary<List<String>> mixed() {
        Arbitrary<String> line =
                Arbitraries.strings().withChars(KINDS + "aab sUS.").ofMaxLength(12);
        Arbitrary<String> other = Arbitraries.of(
                "خامنه‌ای",
                "U.S.",
                "US",
                "دبي، 12",
                "צה\"ל",
                "ไทยไทย",
                "漢字かな",
                "١٢٣",
                "a\u0301",
                "x\u200dy",
                "😀",
                "#1\ufe0f\u20e3",
                "ـ",
                "한국",
                "ab\u00adcd",
                "မြန်မာ",
                "ភាសា",
                "1:2",
                "ª",
                "㋿",
                "\u0301");
        return Arbitraries.oneOf(
                        line,
                        other,
                        line.tuple2().map(two -> two.get1() + two.get2()),
                        other.tuple2().map(two -> two.get1() + two.get2()),
                        line.flatMap(one -> other.map(two -> one + two)))
                .list()
                .ofMaxSize(6);
    }
}
