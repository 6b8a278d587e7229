package dev.byline.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;

class WordFormsLaws {
    @Property
    void forms_are_mutual(
            @ForAll @Chars({'a', 'c', 'e', 'h', 'i', 's', 'u', 'x', 'y', 'z', 'ا', 'ل', 'و'}) @StringLength(max = 8)
                    String word) {
        assertThat(WordForms.of(word)).contains(word).doesNotHaveDuplicates();
        for (String form : WordForms.of(word)) {
            assertThat(WordForms.stem(form)).isEqualTo(WordForms.stem(word));
            // A word that its own rules do not build is found by its forms only where they build it.
            if (WordForms.withStem(WordForms.stem(word)).contains(word)) {
                assertThat(WordForms.of(form)).contains(word);
            }
        }
    }
}
