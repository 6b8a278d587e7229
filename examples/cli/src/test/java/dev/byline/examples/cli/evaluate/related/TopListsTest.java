package dev.byline.examples.cli.evaluate.related;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.examples.cli.evaluate.BadInput;
import dev.byline.examples.cli.evaluate.related.RelatedSystem.Scored;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TopListsTest {
    private static final String LONG =
            "the old lighthouse on the western pier shines again after nine dark years of waiting for a new lamp";

    @TempDir
    Path folder;

    private Copies copies(String... texts) throws IOException, BadInput {
        StringBuilder lines = new StringBuilder();
        for (String text : texts) {
            int bar = text.indexOf('|');
            lines.append("{\"id\":\"" + (lines.length() + 100_000) + "\",\"title\":\"" + text.substring(0, bar)
                    + "\",\"body\":\"" + text.substring(bar + 1) + "\"}\n");
        }
        Path file = Files.writeString(folder.resolve("articles.jsonl"), lines);
        return new Copies(Posts.of(file, null, null, remark -> {}));
    }

    private static List<Scored> list(int... posts) {
        List<Scored> list = new ArrayList<>();
        for (int post : posts) {
            list.add(new Scored(post, 1.0 / (list.size() + 1)));
        }
        return list;
    }

    @Test
    void counts_as_by_hand() throws IOException, BadInput {
        // 1 is a copy of 0, 3 of 2.
        Copies copies = copies("A|one", "a!|two", "B|three", "b|four", "C|", "D|", "E|", "F|");
        TopLists lists = TopLists.of(
                List.of(
                        list(1, 4), // a copy of its own
                        list(4, 5, 6, 7, 2, 0), // the sixth counts for nothing
                        list(0, 4, 5, 1), // two of each other
                        list(4),
                        list(),
                        list(0, 2, 4),
                        list(4, 5),
                        List.of(
                                new Scored(4, 3),
                                new Scored(5, 2),
                                new Scored(6, 1),
                                new Scored(1, 1),
                                new Scored(2, 0.5),
                                new Scored(3, 0.5))),
                copies);
        assertThat(lists.copies()).containsExactly(1, 0, 1, 0, 0, 0, 0, 0);
        assertThat(lists.ties()).containsExactly(0, 0, 0, 0, 0, 0, 0, 1);
        assertThat(lists.never()).containsExactly(0, 0, 0, 1, 0, 0, 0, 0);
        assertThat(lists.mostListed()).isEqualTo(7 / 8.0);
    }

    @Test
    void copies_are_told_by_headline_or_body() throws IOException, BadInput {
        Copies copies = copies(
                "Lighthouse: lit!|" + LONG,
                "LIGHTHOUSE LIT|Something else.",
                "Light again|" + LONG.toUpperCase(java.util.Locale.ROOT) + "!",
                "Pier|Once more, " + LONG.substring(0, 70) + ". Nobody knows who pays for it, least of all the town.",
                "|One, two.",
                "|one two",
                "|",
                "|");
        assertThat(copies.are(0, 1)).isTrue();
        assertThat(copies.are(0, 2)).isTrue();
        assertThat(copies.are(4, 5)).isTrue();
        assertThat(copies.are(1, 2)).isFalse();
        // No text is not the same text.
        assertThat(copies.are(6, 7)).isFalse();
        assertThat(copies.are(4, 6)).isFalse();
    }

    @Test
    void half_of_the_runs_of_the_shorter_body_make_a_copy() throws IOException, BadInput {
        // 14 words have 10 runs of five; of the first nine words the other has 5 runs, of the first eight 4.
        String ours = "a b c d e f g h i j k l m n";
        Copies copies = copies(
                "1|" + ours,
                "2|a b c d e f g h i 1 2 3 4 5 6 7 8 9",
                "3|a b c d e f g h 1 2 3 4 5 6 7 8 9 0",
                "4|a b c d e f g h i");
        assertThat(copies.are(0, 1)).isTrue();
        assertThat(copies.are(1, 0)).isTrue();
        assertThat(copies.are(0, 2)).isFalse();
        // Too short to tell.
        assertThat(copies.are(0, 3)).isFalse();
    }

    @Test
    void words_are_letters_and_digits() {
        assertThat(Copies.words("Iran\u2019s 2nd,  PORT\u2014\u067e\u0644\n"))
                .containsExactly("iran", "s", "2nd", "port", "\u067e\u0644");
        assertThat(Copies.words("\u6771\u4eac ok")).containsExactly("\u6771", "\u4eac", "ok");
        assertThat(Copies.words(" .")).isEmpty();
    }
}
