package dev.byline.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.testkit.Rule;
import java.util.Objects;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.Operations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingCostTest {
    private static double cost(String typed, String meant) {
        return new SpellingCost(typed).of(meant);
    }

    @ParameterizedTest
    @CsvSource({
        "comittee, committee, commodity",
        "recieve, receive, relieve",
        "fotograph, photograph, autograph",
        "seperate, separate, operate",
        "nesesery, necessary, nursery",
        "brigde, bridge, brigade",
        "جمهوزی, جمهوري, جمهوركي",
        "ממשלא, ממשלה, ממשלתי",
        "правителство, правительство, правила"
    })
    @Rule("S-12")
    void what_people_confuse_is_near(String typed, String meant, String other) {
        assertThat(cost(typed, meant)).isLessThan(cost(typed, other)).isPositive();
    }

    @Test
    @Rule("S-12")
    void the_first_letter_is_dear_and_equal_words_cost_nothing() {
        assertThat(cost("bridge", "bridge")).isZero();
        assertThat(cost("fridge", "bridge")).isGreaterThan(cost("bridfe", "bridge"));
        assertThat(cost("ridge", "bridge")).isGreaterThan(cost("brige", "bridge"));
    }

    @Test
    @Rule("S-12")
    void a_letter_too_often_costs_least() {
        assertThat(cost("ferrry", "ferry")).isLessThan(cost("fery", "ferry")).isPositive();
        assertThat(cost("fery", "ferry"))
                .isLessThan(cost("ferru", "ferry"))
                .isLessThan(cost("feryr", "ferry"))
                .isLessThan(cost("farry", "ferry"));
        assertThat(cost("ferrrrry", "ferry")).isLessThan(cost("farry", "ferry"));
    }

    @ParameterizedTest
    @CsvSource({
        "brige, bridge",
        "bridgee, bridge",
        "bridfe, bridge",
        "brigde, bridge",
        "fridge, bridge",
        "abridge, bridge"
    })
    void one_slip_is_told_from_more(String typed, String meant) {
        assertThat(SpellingCost.isOneSlip(typed, meant)).isTrue();
        assertThat(SpellingCost.isOneSlip(meant, typed)).isTrue();
        assertThat(SpellingCost.isOneSlip(typed, meant + "st")).isFalse();
        assertThat(SpellingCost.isOneSlip(typed + "xy", meant)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"bridge, bridge", "bigrde, bridge", "brdeg, bridge", "bride, fridge"})
    void none_and_two_are_not_one(String typed, String meant) {
        assertThat(SpellingCost.isOneSlip(typed, meant)).isFalse();
        assertThat(SpellingCost.isOneSlip(meant, typed)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"nesesery, necessary", "fizishan, physician", "nashun, nation", "goverment, government"})
    void words_sound_alike(String typed, String meant) {
        assertThat(alike(typed, meant)).isTrue();
        assertThat(alike(meant, meant)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"nesesery, nursery", "bridge, closed", "goverment, movement"})
    void words_sound_different(String typed, String meant) {
        assertThat(alike(typed, meant)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"ai", "bob", "мост", "ایران", "a1b2c3"})
    void what_has_no_sound_has_none_alike(String word) {
        assertThat(SoundAlike.of(word)).isNull();
    }

    private static boolean alike(String typed, String meant) {
        Automaton sound = Objects.requireNonNull(SoundAlike.of(typed), typed);
        return Operations.run(sound, meant);
    }
}
