package dev.byline.search.likeness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.byline.score.Likeness;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A site's own articles teach which texts are alike, with or without a word in common. */
class TextModelTest {
    private static final List<Texts.Example> EXAMPLES = Texts.examples(300, 10, 60, 7);
    private static final TextModel MODEL = fit(EXAMPLES, EXAMPLES.size());

    private static TextModel fit(List<Texts.Example> examples, int articles) {
        return Texts.fit(examples, articles, () -> {});
    }

    private static Gallery gallery(TextModel model, List<Texts.Example> examples) {
        return new Gallery(
                model,
                examples.stream()
                        .map(example -> model.portrait(example.id(), example.words()))
                        .toArray(Portrait[]::new));
    }

    private static Likeness likeness(TextModel model, Wording one, Wording other) {
        Gallery gallery = new Gallery(model, new Portrait[] {model.portrait(1, other)});
        return Objects.requireNonNull(gallery.compare(model.sketch(one), 0));
    }

    @Test
    void texts_of_one_subject_are_alike_without_a_word_in_common() {
        Wording one = Texts.of("", "", "subject3word1 subject3word2 subject3word3 subject3word4");
        Wording same = Texts.of("", "", "subject3word11 subject3word12 subject3word13 subject3word14");
        Wording other = Texts.of("", "", "subject4word11 subject4word12 subject4word13 subject4word14");
        Likeness near = likeness(MODEL, one, same);
        Likeness far = likeness(MODEL, one, other);
        assertThat(near.words()).isZero();
        assertThat(near.meaning()).isGreaterThan(0.4);
        assertThat(far.meaning()).isLessThan(0.2);
        assertThat(Blend.similarity(near)).isGreaterThan(4 * Blend.similarity(far));
    }

    @Test
    void the_same_text_is_entirely_alike_and_likeness_is_mutual() {
        Random random = new Random(3);
        for (TextModel model : List.of(MODEL, TextModel.unfitted())) {
            for (int i = 0; i < 20; i++) {
                Wording one = Texts.about(i % 10, 1 + 5 * i, random);
                Wording other = Texts.about(random.nextInt(10), 1 + 5 * i, random);
                assertThat(Blend.similarity(likeness(model, one, one))).isCloseTo(1, within(1e-9));
                assertThat(Blend.similarity(likeness(model, one, other)))
                        .isCloseTo(Blend.similarity(likeness(model, other, one)), within(1e-12));
            }
        }
    }

    @Test
    void rare_words_tell_more_than_common_ones() {
        Wording asked = Texts.of("", "", "common1 common2 subject5word1");
        double rare =
                likeness(MODEL, asked, Texts.of("", "", "subject5word1 x1 x2")).words();
        double common =
                likeness(MODEL, asked, Texts.of("", "", "common1 x1 x2")).words();
        assertThat(rare).isGreaterThan(common);
        assertThat(common).isPositive();
    }

    @Test
    void two_words_side_by_side_count_beyond_each_alone() {
        Wording asked = Texts.of("", "", "common1 common2 x1");
        double together =
                likeness(MODEL, asked, Texts.of("", "", "x2 common1 common2")).words();
        double apart =
                likeness(MODEL, asked, Texts.of("", "", "common2 x2 common1")).words();
        assertThat(together).isGreaterThan(apart);
    }

    @Test
    void a_model_is_a_function_of_its_examples() throws IOException {
        assertThat(bytes(fit(EXAMPLES, 300))).isEqualTo(bytes(MODEL));
        assertThat(bytes(fit(EXAMPLES.subList(0, 299), 300))).isNotEqualTo(bytes(MODEL));
        assertThat(MODEL.fitted()).isEqualTo(300);
        assertThat(fit(EXAMPLES, 5000).articles()).isEqualTo(5000);
    }

    @Test
    void what_is_read_back_draws_the_same_portraits() throws IOException {
        TextModel read = TextModel.read(new DataInputStream(new ByteArrayInputStream(bytes(MODEL))));
        assertThat(bytes(read)).isEqualTo(bytes(MODEL));
        for (Texts.Example example : EXAMPLES.subList(0, 20)) {
            byte[] portrait = MODEL.portrait(example.id(), example.words()).write();
            assertThat(read.portrait(example.id(), example.words()).write()).isEqualTo(portrait);
            assertThat(Portrait.read(portrait, 0, portrait.length).write()).isEqualTo(portrait);
        }
    }

    @Test
    void how_many_phrases_are_counted_at_once_is_no_matter() throws IOException {
        byte[] all = bytes(fit(EXAMPLES, 300));
        for (int atOnce : new int[] {10, 777, 5000, 1 << 20}) {
            TextModel model = new Fitting(Texts.all(EXAMPLES), 300, () -> {}, atOnce).model();
            assertThat(bytes(model)).as("%s at once", atOnce).isEqualTo(all);
        }
    }

    @Test
    void damaged_bytes_are_no_model() throws IOException {
        byte[] bytes = bytes(MODEL);
        for (int length : new int[] {0, 3, 100, bytes.length / 2, bytes.length - 1}) {
            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(() -> TextModel.read(
                            new DataInputStream(new ByteArrayInputStream(Arrays.copyOf(bytes, length)))));
        }
        bytes[3]++;
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> TextModel.read(new DataInputStream(new ByteArrayInputStream(bytes))))
                .withMessageContaining("version");
    }

    private static byte[] bytes(TextModel model) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        model.write(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    @Test
    void few_empty_and_equal_texts_are_enough() {
        Wording empty = Texts.of("", "", "");
        Wording word = Texts.of("ferry", "", "");
        for (int count : new int[] {0, 1, 2, 9, 10, 11, 50}) {
            for (Wording same : List.of(empty, word, Texts.of("a b", "c", "d e f a b"))) {
                TextModel model = fit(
                        IntStream.range(0, count)
                                .mapToObj(i -> new Texts.Example(i, same))
                                .toList(),
                        count);
                Likeness likeness = likeness(model, word, same);
                assertThat(Blend.similarity(likeness)).isBetween(0.0, 1.0);
                assertThat(Blend.similarity(likeness(model, empty, same))).isZero();
            }
        }
    }

    @Test
    void no_more_than_so_many_are_learned_from() {
        List<Texts.Example> many = Collections.nCopies(TextModel.MOST_FITTED + 1, EXAMPLES.get(0));
        assertThatIllegalArgumentException().isThrownBy(() -> fit(many, many.size()));
    }

    @Test
    void who_is_learning_can_be_stopped() {
        IllegalStateException stop = new IllegalStateException("stop");
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> Texts.fit(EXAMPLES, 300, () -> {
                    throw stop;
                }))
                .isSameAs(stop);
    }

    @Test
    void what_stands_in_a_crowd_is_known_by_it() {
        // A dozen of nearly the same, and one that nobody is like.
        List<Texts.Example> examples = new java.util.ArrayList<>(EXAMPLES);
        for (int i = 0; i < 12; i++) {
            examples.add(new Texts.Example(5000L + i, Texts.of("", "", "q1 q2 q3 q4 q5 q6 common" + i)));
        }
        TextModel model = fit(examples, examples.size());
        Wording crowded = examples.get(examples.size() - 1).words();
        assertThat(model.portrait(5011, crowded).crowd()).isGreaterThan(0.8f);
        Wording alone = Texts.of("", "", "common1 common50 common100");
        assertThat(model.portrait(1, alone).crowd()).isLessThan(0.6f);
    }

    @Test
    void groups_lead_to_nearly_all_that_are_near() {
        List<Texts.Example> examples = Texts.examples(3000, 60, 40, 9);
        // As on a site with so many articles for each that is here.
        TextModel model = fit(examples, 100 * examples.size());
        assertThat(model.pilots().count()).isEqualTo(1024);
        Gallery gallery = gallery(model, examples);
        int[] all = IntStream.range(0, 1024).toArray();
        int kept = 0;
        int asked = 0;
        for (int i = 0; i < examples.size(); i += 50) {
            Portrait portrait = model.sketch(examples.get(i).words());
            Set<Integer> near = near(gallery, portrait, model.groups(portrait));
            for (int one : nearest(gallery, portrait, all, 6)) {
                asked++;
                kept += near.contains(one) ? 1 : 0;
            }
        }
        assertThat((double) kept / asked).isGreaterThan(0.75);
        assertThat(near(gallery, model.sketch(examples.get(0).words()), all)).hasSizeGreaterThan(1000);
    }

    @Test
    void signs_lose_hardly_any_that_are_near_and_do_not_ask_how_articles_are_spread() {
        List<Texts.Example> examples = Texts.examples(3000, 60, 40, 9);
        TextModel model = fit(examples, examples.size());
        Gallery gallery = gallery(model, examples);
        List<Gallery> two = List.of(
                gallery(model, examples.subList(0, 700)), gallery(model, examples.subList(700, examples.size())));
        int[] all = IntStream.range(0, model.pilots().count()).toArray();
        int kept = 0;
        int asked = 0;
        for (int i = 0; i < examples.size(); i += 50) {
            Portrait portrait = model.sketch(examples.get(i).words());
            Set<Integer> near = surroundings(List.of(gallery), model, portrait, 100);
            assertThat(near).hasSizeBetween(10, 1500);
            Set<Integer> spread = surroundings(two, model, portrait, 100);
            assertThat(spread).isEqualTo(near);
            for (int one : nearest(gallery, portrait, all, 50)) {
                asked++;
                kept += near.contains(one) ? 1 : 0;
            }
        }
        assertThat((double) kept / asked).isGreaterThan(0.98);
    }

    private static Set<Integer> surroundings(List<Gallery> galleries, TextModel model, Portrait asked, int most) {
        Surroundings surroundings = new Surroundings(model, asked, most);
        galleries.forEach(gallery -> surroundings.count(gallery, number -> true));
        Set<Integer> found = new HashSet<>();
        int before = 0;
        for (Gallery gallery : galleries) {
            int first = before;
            surroundings.look(gallery, number -> true, () -> 0, (number, cosine) -> found.add(first + number));
            before += gallery.size();
        }
        return found;
    }

    private static Set<Integer> near(Gallery gallery, Portrait asked, int[] groups) {
        Set<Integer> near = new HashSet<>();
        gallery.near(
                asked,
                new long[Signs.LONGS],
                Signs.COUNT,
                groups,
                number -> true,
                () -> 0,
                (number, cosine) -> near.add(number));
        return near;
    }

    private static List<Integer> nearest(Gallery gallery, Portrait asked, int[] groups, int most) {
        List<double[]> near = new java.util.ArrayList<>();
        gallery.near(
                asked,
                new long[Signs.LONGS],
                Signs.COUNT,
                groups,
                number -> true,
                () -> 0,
                (number, cosine) -> near.add(new double[] {cosine, number}));
        return near.stream()
                .sorted((one, other) -> Double.compare(other[0], one[0]))
                .limit(most)
                .map(one -> (int) one[1])
                .toList();
    }

    @Test
    void copies_are_told_and_others_are_not() {
        Random random = new Random(5);
        Wording text = Texts.about(1, 200, random);
        Wording longer = Texts.of("other words", "", words(text, 200) + words(Texts.about(2, 150, random), 150));
        Wording half = Texts.of("new headline", "", words(text, 90));
        Wording sameSubject = Texts.about(1, 200, random);
        Wording sameHeadline = Texts.of("ferry sinks", "", "x1 x2");
        assertThat(Print.of(text).copies(Print.of(longer))).isTrue();
        assertThat(Print.of(longer).copies(Print.of(text))).isTrue();
        assertThat(Print.of(text).copies(Print.of(half))).isTrue();
        assertThat(Print.of(text).copies(Print.of(sameSubject))).isFalse();
        assertThat(Print.of(sameHeadline).copies(Print.of(Texts.of("ferry sinks", "", "y1 y2"))))
                .isTrue();
        assertThat(Print.of(Texts.of("", "", "")).copies(Print.of(Texts.of("", "", ""))))
                .isFalse();
    }

    private static String words(Wording text, int most) {
        StringBuilder words = new StringBuilder();
        for (int place : Arrays.copyOf(text.body(), most)) {
            words.append(text.word(place)).append(' ');
        }
        return words.toString();
    }
}
