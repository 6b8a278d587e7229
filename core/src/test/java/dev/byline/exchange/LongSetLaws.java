package dev.byline.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class LongSetLaws {
    @Property(tries = 200)
    void holdsWhatASetHolds(@ForAll @Size(max = 500) List<@LongRange(min = -50, max = 50) Long> numbers) {
        LongSet set = new LongSet();
        Set<Long> model = new HashSet<>();
        for (long number : numbers) {
            assertThat(set.add(number)).isEqualTo(model.add(number));
        }
        set.clear();
        model.clear();
        for (long number : numbers) {
            assertThat(set.add(number)).isEqualTo(model.add(number));
        }
    }

    @Property(tries = 200)
    void holdsTexts(@ForAll @Size(max = 200) List<String> texts) {
        LongSet set = new LongSet();
        Set<String> model = new HashSet<>();
        for (String text : texts) {
            assertThat(set.contains(text)).isEqualTo(model.contains(text));
            assertThat(set.add(text)).isEqualTo(model.add(text));
            assertThat(set.contains(text)).isTrue();
        }
    }
}
