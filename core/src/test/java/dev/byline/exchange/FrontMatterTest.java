package dev.byline.exchange;

import static dev.byline.exchange.Markdowns.fields;
import static dev.byline.exchange.Markdowns.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FrontMatterTest {
    private static MarkdownDocument document(String text) {
        try {
            return Objects.requireNonNull(MarkdownDocument.of(text), "no front matter");
        } catch (Refused e) {
            throw new AssertionError(e.line() + ": " + e.reason(), e);
        }
    }

    @Test
    void namesAreComparedWithoutCaseHyphensAndUnderscores() {
        for (String name : new String[] {"expiryDate", "expirydate", "expiry_date", "Expiry-Date", "EXPIRY_DATE"}) {
            assertThat(fields(name + ": 2026-10-01\n").plain("expirydate")).isEqualTo("2026-10-01");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '→', quoteCharacter = '\0', textBlock = """
                    plain words → plain words
                    'it''s single' → it's single
                    "a \\"double\\" \\u0628\\n" → a "double" ب
                    plain # comment → plain
                    no#comment → no#comment
                    007 → 007
                    1e3 → 1e3
                    yes → yes
                    2026-10-01 → 2026-10-01
                    "null" → null
                    !!java.net.URL x → x
                    !!javax.script.ScriptEngineManager x → x
                    """)
    void textsAreKeptAsWritten(String yaml, String text) {
        assertThat(fields("title: " + yaml + "\n").plain("title")).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "~", "null", "Null", "NULL", "''", "# nothing"})
    void nullIsNothing(String yaml) {
        FrontMatter fields = fields("title: " + yaml + "\n");
        assertThat(fields.has("title")).isFalse();
        assertThat(fields.text("title")).isNull();
        assertThat(fields.texts("title")).isEmpty();
    }

    @Test
    void blockTextsKeepOrFoldTheirLines() {
        assertThat(fields("a: |\n  one\n  two\n").plain("a")).isEqualTo("one\ntwo");
        assertThat(fields("a: >-\n  one\n  two\n").plain("a")).isEqualTo("one two");
        assertThat(fields("a: one\n  two\n").plain("a")).isEqualTo("one two");
    }

    @Test
    void listsMayBeWrittenEitherWay() {
        for (String yaml : new String[] {"a: [one, two]\n", "a:\n- one\n- two\n", "a:\n  - one\n  - two\n"}) {
            assertThat(fields(yaml).texts("a")).containsExactly("one", "two");
        }
        assertThat(fields("a: one\n").texts("a")).containsExactly("one");
        assertThat(fields("a: [one, ~, [x], {y: z}, '']\n").texts("a")).containsExactly("one");
    }

    @Test
    void ofFieldsWithOneNameTheLastCounts() {
        assertThat(fields("a: 1\nb: 2\na: 3\n").plain("a")).isEqualTo("3");
        assertThat(fields("expiryDate: 1\nexpiry_date: 3\n").plain("expirydate"))
                .isEqualTo("3");
    }

    @Test
    void aliasesStandForWhatTheyName() {
        FrontMatter fields = fields("a: &one [x, y]\nb: *one\nc: &two z\nd: *two\n");
        assertThat(fields.texts("b")).containsExactly("x", "y");
        assertThat(fields.plain("d")).isEqualTo("z");
        assertThat(fields("a: &k name\n*k : x\n").plain("name")).isEqualTo("x");
    }

    @Test
    void mergedFieldsYieldToOwnOnes() {
        String shared = "x: &x {author: a, layout: post}\ny: &y {author: b, lang: fa}\n";
        FrontMatter one = new FrontMatter(((FrontMatter.Fields) fields(shared + "z:\n  <<: *x\n  layout: page\n")
                        .values("z")
                        .get(0))
                .fields());
        assertThat(one.plain("author")).isEqualTo("a");
        assertThat(one.plain("layout")).isEqualTo("page");
        FrontMatter before = new FrontMatter(((FrontMatter.Fields) fields(shared + "z:\n  layout: page\n  <<: *x\n")
                        .values("z")
                        .get(0))
                .fields());
        assertThat(before.plain("layout")).isEqualTo("page");
        FrontMatter both = new FrontMatter(((FrontMatter.Fields)
                        fields(shared + "z:\n  <<: [*x, *y]\n").values("z").get(0))
                .fields());
        assertThat(both.plain("author")).isEqualTo("a");
        assertThat(both.plain("lang")).isEqualTo("fa");
    }

    @Test
    void hugosParamsStandAmongTheOthers() {
        FrontMatter fields = document("---\ntitle: own\nparams:\n  title: other\n  author: Jane\n---\n")
                .fields();
        assertThat(fields.plain("title")).isEqualTo("own");
        assertThat(fields.plain("author")).isEqualTo("Jane");
    }

    @Test
    void valuesKnowTheirLines() {
        FrontMatter fields = fields("# comment\na: 1\n\nb: [x,\n  y]\n");
        assertThat(Objects.requireNonNull(fields.text("a")).line()).isEqualTo(3);
        assertThat(fields.values("b")).extracting(FrontMatter.Value::line).containsExactly(5L, 6L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "True", "yes", "on", "'true'"})
    void yesIsYes(String yes) {
        assertThat(fields("a: " + yes + "\n").flag("a", false)).isTrue();
    }

    @Test
    void whatIsNeitherYesNorNoLeavesItOpen() {
        FrontMatter fields = fields("a: no\nb: perhaps\n");
        assertThat(fields.flag("a", true)).isFalse();
        assertThat(fields.flag("b", true)).isTrue();
        assertThat(fields.flag("b", false)).isFalse();
        assertThat(fields.flag("c", true)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "---\ntitle: a\n---\nbody\n",
                "---\r\ntitle: a\r\n---\r\nbody\r\n",
                "\uFEFF---\ntitle: a\n---\nbody\n",
                "\n\n \n---\ntitle: a\n---\nbody\n",
                "---  \ntitle: a\n--- \nbody\n",
                "---\ntitle: a\n...\nbody\n",
                "---\n# only: a comment\n\ntitle: a\n---\nbody\n"
            })
    void fencesStandWhereGeneratorsTakeThem(String text) {
        MarkdownDocument document = document(text);
        assertThat(document.fields().plain("title")).isEqualTo("a");
        assertThat(document.body().strip()).isEqualTo("body");
    }

    @Test
    void emptyFrontMatterIsSome() {
        for (String text : new String[] {"---\n---\nbody", "---\n\n# a comment\n---\nbody", "---\n~\n---\nbody"}) {
            assertThat(document(text).fields().fields()).isEmpty();
            assertThat(document(text).body()).isEqualTo("body");
        }
        assertThat(document("---\na: 1\n---").body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "body", "----\na: 1\n----\n", "# Title\n\n---\na: 1\n---\n", "{% x %}", "{{< x >}}", "{a"})
    void whatHasNoneIsTold(String text) throws Refused {
        assertThat(MarkdownDocument.of(text)).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '→', quoteCharacter = '\0', textBlock = """
                    +++\\ntitle = 'a'\\n → 1 → without an end
                    \\n\\n+++\\n → 3 → without an end
                    \\n+++\\na = 1\\nb\\n+++\\n → 4 → is no TOML
                    \\n{\\n  "title": "a}"\\n → 2 → without an end
                    {\\n  "title": "a",\\n  "tags": "b" "c"\\n}\\n → 3 → no YAML
                    {"a":[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]}\\n → 1 → deep
                    ---\\ntitle: a\\n → 1 → without an end
                    \\n---\\nbody → 2 → without an end
                    ---\\n- a\\n- b\\n---\\n → 2 → without fields
                    ---\\njust words\\n---\\n → 2 → without fields
                    ---\\na: 1\\nb: c: d\\n---\\n → 3 → mapping values are not allowed here
                    ---\\na: 1\\n\\tb: 2\\n---\\n → 3 → TAB
                    ---\\na: 1\\nb: "no end\\nc: d\\n---\\n → 3 → end of stream
                    ---\\na: 1\\nb: [x, y\\n---\\n → 4 → expected
                    ---\\na: 1\\nb: @x\\n---\\n → 3 → cannot start
                    ---\\na: 1\\n? [x]\\n: y\\n---\\n → 3 → whose name is no text
                    ---\\na: 1\\nb: *c\\n---\\n → 3 → alias
                    ---\\na: 1\\nb: x\\7\\n---\\n → 3 → U+0007
                    ---\\na: 1\\n--- b\\nc: 1\\n---\\n → 3 → several documents
                    ---\\n{a: 1}\\nb: 2\\n---\\n → 3 → no YAML
                    """)
    void whatCantBeReadIsToldWithItsLine(String text, long line, String reason) {
        String document = text.translateEscapes();
        assertThatThrownBy(() -> MarkdownDocument.of(document)).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.reason()).contains(reason).doesNotContain("\n", "Exception", "org.snake");
            assertThat(refused.line()).isEqualTo(line);
        });
    }

    @Test
    void linesAreCountedFromTheDocumentsFirst() {
        Problem fatal = Markdowns.read("\n\n---\na: 1\nb: [\n---\nbody").fatal();
        assertThat(fatal.line()).isEqualTo(6);
        assertThat(fatal.document()).isEqualTo("bridge-closed.md");
    }

    @Test
    void theFirstHeadingEndsWithItsLine() {
        MarkdownDocument document = document("---\na: 1\n---\n\n# Bridge closed\n\nbody");
        assertThat(document.firstHeading()).isEqualTo("Bridge closed");
        assertThat(document.belowFirstHeading().strip()).isEqualTo("body");
        assertThat(document("---\na: 1\n---\n## Bridge\n").firstHeading()).isEmpty();
        assertThat(document("---\na: 1\n---\n").firstHeading()).isEmpty();
    }

    @Test
    void messagesShowNoControlCharactersAndEnd() {
        Refused refused = refusal("a: *" + "x".repeat(5000) + "\n");
        assertThat(refused.reason()).hasSizeLessThan(500);
        assertThat(List.of(refused.line())).containsExactly(2L);
    }
}
