package dev.byline.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParticlesTest {
    @ParameterizedTest
    @CsvSource({
        "al, false, houthi, true",
        "el, true, sisi, true",
        "as, true, sisi, true",
        "as, false, sisi, true",
        "as, false, leader, false",
        "er, false, riad, true",
        "ash, true, sham, true",
        "at, true, table, true",
        "at, true, home, false",
        "ul, true, fitr, true",
        "in, false, najaf, false",
        "ha, true, aretz, true",
        "al, false, '', false",
        "ali, true, akbar, false"
    })
    void articles_stand_before_a_name(String token, boolean hyphen, String next, boolean article) {
        assertThat(Particles.isArticle(token, hyphen, next)).isEqualTo(article);
    }

    @Test
    void names_are_joined_as_they_are_spoken() {
        assertThat(Particles.joined("abd", "al", "fattah")).containsExactly("abdalfattah");
        assertThat(Particles.joined("nur", "al", "din")).containsExactly("nuraldin", "nuradin");
        assertThat(Particles.joined("نور", "", "الدين")).containsExactly("نورالدين", "نورادين");
        assertThat(Particles.joined("ahmadi", "", "nejad")).containsExactly("ahmadinejad");
    }

    @Test
    void some_words_are_written_as_one_with_the_next() {
        assertThat(Particles.binds("abd", "fattah")).isTrue();
        assertThat(Particles.binds("عبد", "الله")).isTrue();
        assertThat(Particles.binds("prime", "minister")).isFalse();
        assertThat(Particles.isLink("bin")).isTrue();
        assertThat(Particles.isBound("abdul")).isTrue();
    }
}
