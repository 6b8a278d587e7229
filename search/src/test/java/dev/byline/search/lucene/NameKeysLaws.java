package dev.byline.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class NameKeysLaws {
    @Provide
    Arbitrary<String> names() {
        return Arbitraries.strings()
                .withChars("abcdeghijkloqstuwxyz")
                .ofMinLength(1)
                .ofMaxLength(9);
    }

    @Provide
    Arbitrary<String> words() {
        return Arbitraries.oneOf(
                names(),
                Arbitraries.strings().ofMaxLength(200),
                Arbitraries.strings().withChars("ابتجحخدرزسشصعغفقكلمنهويء").ofMaxLength(12),
                Arbitraries.strings().withChars("אבגדהוזחטיכלמנסעפצקרשת").ofMaxLength(12));
    }

    @Property
    void keys_of_any_string_are_few_and_short(@ForAll("words") String word) {
        assertThat(NameKeys.of(word))
                .hasSizeLessThanOrEqualTo(NameKeys.MOST)
                .doesNotHaveDuplicates()
                .allMatch(key -> !key.isEmpty() && key.length() <= 2 * Romanized.LONGEST);
    }

    @Property
    void likeness_is_mutual(@ForAll("words") String one, @ForAll("words") String other) {
        double likeness = NameKeys.likeness(one, other);
        assertThat(likeness).isBetween(0.0, 1.0).isEqualTo(NameKeys.likeness(other, one));
        assertThat(NameKeys.sameName(one, other)).isEqualTo(NameKeys.sameName(other, one));
        assertThat(NameKeys.likeness(one, one)).isEqualTo(1);
    }

    @Property
    void a_doubled_consonant_is_the_same_name(@ForAll("names") String start, @ForAll("names") String end) {
        String name = start + "an" + end;
        String doubled = start + "ann" + end;
        assertThat(NameKeys.likeness(name, doubled)).isGreaterThanOrEqualTo(NameKeys.SAME);
    }

    @Property
    void particles_take_any_string(@ForAll("words") String one, @ForAll("words") String other) {
        assertThat(Particles.joined(one, "", other)).first().isEqualTo(one + other);
        assertThat(Particles.joined(one, "al", other)).first().isEqualTo(one + "al" + other);
        assertThat(Particles.isArticle(one, true, "")).isFalse();
    }
}
