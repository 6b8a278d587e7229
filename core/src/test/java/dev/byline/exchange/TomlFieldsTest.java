package dev.byline.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.article.Article;
import dev.byline.article.Image;
import dev.byline.taxonomy.Tag;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TomlFieldsTest {
    private static FrontMatter fields(String toml) {
        try {
            return TomlFields.read(toml, 2);
        } catch (Refused e) {
            throw new AssertionError(e.line() + ": " + e.reason(), e);
        }
    }

    private static Refused refusal(String toml) {
        try {
            throw new AssertionError("not refused: " + TomlFields.read(toml, 2));
        } catch (Refused e) {
            return e;
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '→', quoteCharacter = '\0', textBlock = """
            "a \\"double\\" \\u0628\\U0001F388" → a "double" ب🎈
            'c:\\new' → c:\\new
            1979-05-27T07:32:00Z → 1979-05-27T07:32:00Z
            1979-05-27 07:32:00 → 1979-05-27 07:32:00
            true # comment → true
            1_000 → 1_000
            -0.5 → -0.5
            "no # comment" → no # comment
            \"\"\"one "two" three\"\"\" → one "two" three
            '''it's''' → it's
            """)
    void readsValuesAsTheyAreWritten(String written, String text) {
        assertThat(fields("Key_Name = " + written).plain("keyname")).isEqualTo(text);
    }

    @Test
    void readsLinesListsAndTables() {
        FrontMatter fields = fields("""
                # head
                title = \"\"\"
                One \\
                    and two
                three\"\"\"
                tags = [ "a",  # first
                         'b', ]
                nested = [[1, 2], {x = "y", z.w = 3}]
                site.name = "dotted"
                [params]
                deck = "d"
                [params.deep]
                a = 1
                [[authors]]
                name = "Mona"
                [[authors]]
                name = "Ray"
                slug = "ray"
                """);
        assertThat(fields.plain("title")).isEqualTo("One and two\nthree");
        assertThat(fields.texts("tags")).containsExactly("a", "b");
        assertThat(fields.values("nested")).hasSize(2);
        assertThat(fields.values("nested").get(1).line()).isEqualTo(9);
        assertThat(fields.withParams().plain("deck")).isEqualTo("d");
        assertThat(fields.values("authors")).hasSize(2);
        assertThat(new FrontMatter(
                                ((FrontMatter.Fields) fields.values("authors").get(1)).fields())
                        .plain("slug"))
                .isEqualTo("ray");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '→', quoteCharacter = '\0', textBlock = """
            a = 1\\nb\\n → 3 → a "=" is missing
            a = \\n → 2 → a value is missing
            a = "x\\n → 2 → a text has no end
            a = [1,\\n2 → 3 → a value is missing or has no end
            a = "x" y → 2 → something follows a value
            = 1 → 2 → a name is missing
            [a → 2 → a "]" is missing
            a = "\\\\uD800" → 2 → an escape is none
            """)
    void tellsWhatIsNoToml(String toml, long line, String reason) {
        Refused refused = refusal(toml.replace("\\n", "\n").replace("\\\\", "\\"));
        assertThat(refused.reason()).contains("is no TOML").contains(reason);
        assertThat(refused.line()).isEqualTo(line);
    }

    @Test
    void refusesWhatIsTooMuch() {
        assertThat(refusal("a = " + "[".repeat(40)).reason()).contains("deeper than 32 levels");
        assertThat(refusal("a = [" + "1,".repeat(10_001) + "]").reason()).contains("more than 10000 values");
        assertThat(refusal("a = '" + "x".repeat(300_000) + "'").reason()).contains("more than 256 Ki characters");
        Markdowns.onSmallStack(() ->
                assertThat(refusal("[" + "a.".repeat(100_000)).reason()).contains("TOML"));
    }

    @Test
    void aPostOfHugoComesIn() {
        Article article = Markdowns.read("""
                +++
                title = "Bridge & road"
                date = 2026-10-01T12:30:00+03:00
                draft = false
                tags = ["Rivers"]
                description = "Short"
                [image]
                url = "/a.jpg"
                alt = "A bridge"
                +++
                The river *rose*.
                """).article();
        assertThat(article.headline()).isEqualTo("Bridge & road");
        assertThat(article.publishedAt()).isEqualTo(Instant.parse("2026-10-01T09:30:00Z"));
        assertThat(article.tags()).containsExactly(Tag.of("rivers", "Rivers"));
        assertThat(article.image()).isEqualTo(Image.of("/a.jpg", "A bridge"));
        assertThat(article.body()).isEqualTo("<p>The river <em>rose</em>.</p>");
    }
}
