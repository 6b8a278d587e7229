package dev.byline.ranking.counting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class VisitsTest {
    private static final long NOON = 1_793_534_400L;
    private static final int SLOT = 1800;

    private final Visits visits = new Visits(1000, false);

    private int see(String visitor, long second, long now) {
        return visits.see(7, visitor, second, SLOT, now);
    }

    @Test
    void theEarliestMinuteIsRemembered() {
        int minute = (int) (NOON / 60);
        assertThat(see("v", NOON + 600, NOON)).isEqualTo(Visits.FIRST);
        assertThat(see("v", NOON + 900, NOON)).isEqualTo(minute + 10);
        assertThat(see("v", NOON + 61, NOON)).isEqualTo(minute + 10);
        assertThat(see("v", NOON + 1799, NOON)).isEqualTo(minute + 1);
        assertThat(see("v", NOON + 1800, NOON)).isEqualTo(Visits.FIRST);
        assertThat(see("w", NOON + 600, NOON)).isEqualTo(Visits.FIRST);
        assertThat(visits.see(8, "v", NOON + 600, SLOT, NOON)).isEqualTo(Visits.FIRST);
        assertThat(visits.size()).isEqualTo(4);
    }

    @Test
    void slotsAreForgottenOneSlotAfterTheirEndOrTheirFirstVisit() {
        see("v", NOON, NOON);
        assertThat(visits.expire(NOON + 2 * SLOT - 1)).isFalse();
        assertThat(visits.expire(NOON + 2 * SLOT)).isTrue();
        assertThat(visits.size()).isZero();
        assertThat(see("late", NOON, NOON + 86_400)).isEqualTo(Visits.FIRST);
        assertThat(see("late", NOON, NOON + 86_400 + SLOT - 1)).isNotEqualTo(Visits.FIRST);
        assertThat(see("late", NOON, NOON + 86_400 + SLOT)).isEqualTo(Visits.FIRST);
    }

    @Test
    void whenThereAreTooManyTheFirstSlotToGoGoesEarly() {
        for (int i = 0; i < 600; i++) {
            see("v" + i, NOON, NOON);
        }
        for (int i = 0; i < 500; i++) {
            see("v" + i, NOON + SLOT, NOON + SLOT);
        }
        assertThat(visits.size()).isEqualTo(500);
        assertThat(visits.expire(NOON + SLOT)).isTrue();
        assertThat(see("v0", NOON + SLOT, NOON + SLOT)).isNotEqualTo(Visits.FIRST);
        for (int i = 0; i < 6000; i++) {
            visits.see(1, "", NOON + i, 1, NOON);
        }
        assertThat(visits.size()).isLessThanOrEqualTo(1000);
    }

    @Test
    void whatIsTakenBackIsAsItWas() {
        Random random = new Random(3);
        Map<String, Integer> expected = new HashMap<>();
        int first = (int) (NOON / 60);
        for (int i = 0; i < 20_000; i++) {
            String visitor = "v" + random.nextInt(300);
            int minute = random.nextInt(30);
            int before = see(visitor, NOON + minute * 60L, NOON);
            assertThat(before).isEqualTo(expected.getOrDefault(visitor, Visits.FIRST));
            if (random.nextInt(3) == 0) {
                visits.undo(7, visitor, NOON + minute * 60L, SLOT, before);
            } else {
                expected.merge(visitor, first + minute, Math::min);
            }
        }
        assertThat(visits.size()).isEqualTo(expected.size());
    }

    @Test
    void whatIsWrittenDownIsTakenUp() {
        Visits written = new Visits(1000, true);
        List<Visits.Written> notes = new ArrayList<>();
        Random random = new Random(4);
        Map<String, Integer> earliest = new HashMap<>();
        for (int i = 0; i < 3000; i++) {
            String visitor = "v" + random.nextInt(200);
            long second = NOON + random.nextInt(2 * SLOT);
            written.see(7, visitor, second, SLOT, NOON);
            earliest.merge(visitor + "@" + (second - NOON) / SLOT, (int) (second / 60), Math::min);
            if (i % 100 == 0) {
                notes.addAll(written.fresh());
            }
        }
        notes.addAll(written.fresh());
        assertThat(written.fresh()).isEmpty();
        Collections.shuffle(notes, random);
        for (List<Visits.Written> all : List.of(notes, written.all())) {
            Visits restored = new Visits(1000, true);
            all.forEach(restored::restore);
            assertThat(restored.size()).isEqualTo(written.size());
            earliest.forEach((who, minute) -> {
                String visitor = who.substring(0, who.indexOf('@'));
                long slot = Long.parseLong(who.substring(who.indexOf('@') + 1));
                assertThat(restored.see(7, visitor, NOON + slot * SLOT + SLOT - 1, SLOT, NOON))
                        .isEqualTo(minute);
            });
        }
    }

    @Test
    void oneKeyIsNotAnother() {
        see("v", NOON, NOON);
        see("v", NOON + SLOT, NOON);
        Visits other = new Visits(10, true);
        other.see(7, "v", NOON, SLOT, NOON);
        other.see(7, "v", NOON + SLOT, SLOT, NOON);
        List<Visits.Written> written = other.all();
        assertThat(written).hasSize(2);
        assertThat(written.get(0).firstKey()).isNotEqualTo(written.get(1).firstKey());
        assertThat(written.get(0).visits()[0] >>> 11)
                .isNotEqualTo(written.get(1).visits()[0] >>> 11);
    }
}
