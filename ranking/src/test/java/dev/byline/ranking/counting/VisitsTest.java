package dev.byline.ranking.counting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class VisitsTest {
    private static final long NOON = 1_793_534_400L;
    private static final int SLOT = 1800;

    private static final int FIRST = Seen.NONE;

    private final Visits visits = new Visits(1000);

    private int see(String visitor, long second, long now) {
        return see(visits, 7, visitor, second, SLOT, now);
    }

    /** The minute in which a visitor had been there, or {@link #FIRST}. */
    private static int see(Visits visits, int article, String visitor, long second, int seconds, long now) {
        return see(visits, article, visitor, second, seconds, now, new VisitNotes());
    }

    private static int see(
            Visits visits, int article, String visitor, long second, int seconds, long now, VisitNotes notes) {
        Visits.Slot slot = visits.slot(Visits.What.VIEWS, Visits.SlotId.start(second, seconds), seconds, now);
        long hash = slot.hash(article, "", visitor);
        int minute = (int) (second / 60) - slot.firstMinute();
        int before = slot.shard(hash).see(hash, minute);
        notes.add(slot, Seen.visit(hash) | minute, before);
        if (before == FIRST) {
            visits.added(slot, 1);
            visits.makeRoom(slot);
            return FIRST;
        }
        return slot.firstMinute() + before;
    }

    @Test
    void theEarliestMinuteIsRemembered() {
        int minute = (int) (NOON / 60);
        assertThat(see("v", NOON + 600, NOON)).isEqualTo(FIRST);
        assertThat(see("v", NOON + 900, NOON)).isEqualTo(minute + 10);
        assertThat(see("v", NOON + 61, NOON)).isEqualTo(minute + 10);
        assertThat(see("v", NOON + 1799, NOON)).isEqualTo(minute + 1);
        assertThat(see("v", NOON + 1800, NOON)).isEqualTo(FIRST);
        assertThat(see("w", NOON + 600, NOON)).isEqualTo(FIRST);
        assertThat(see(visits, 8, "v", NOON + 600, SLOT, NOON)).isEqualTo(FIRST);
        assertThat(visits.size()).isEqualTo(4);
    }

    @Test
    void slotsAreForgottenOneSlotAfterTheirEndOrTheirFirstVisit() {
        see("v", NOON, NOON);
        assertThat(visits.expire(NOON + 2 * SLOT - 1)).isFalse();
        assertThat(visits.expire(NOON + 2 * SLOT)).isTrue();
        assertThat(visits.size()).isZero();
        assertThat(see("late", NOON, NOON + 86_400)).isEqualTo(FIRST);
        assertThat(see("late", NOON, NOON + 86_400 + SLOT - 1)).isNotEqualTo(FIRST);
        assertThat(see("late", NOON, NOON + 86_400 + SLOT)).isEqualTo(FIRST);
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
        assertThat(see("v0", NOON + SLOT, NOON + SLOT)).isNotEqualTo(FIRST);
        for (int i = 0; i < 6000; i++) {
            see(visits, 1, "", NOON + i, 1, NOON);
        }
        assertThat(visits.size()).isLessThanOrEqualTo(1000);
    }

    @Test
    void whatIsWrittenDownIsTakenUp() {
        Visits written = new Visits(1000);
        List<Visits.Written> notes = new ArrayList<>();
        List<VisitNotes> fresh = new ArrayList<>(List.of(new VisitNotes()));
        Random random = new Random(4);
        Map<String, Integer> earliest = new HashMap<>();
        for (int i = 0; i < 3000; i++) {
            String visitor = "v" + random.nextInt(200);
            long second = NOON + random.nextInt(2 * SLOT);
            see(written, 7, visitor, second, SLOT, NOON, fresh.get(0));
            earliest.merge(visitor + "@" + (second - NOON) / SLOT, (int) (second / 60), Math::min);
            if (i % 100 == 0) {
                List<Visits.Written> before = VisitNotes.before(fresh, written.all());
                Visits restored = new Visits(1000);
                before.forEach(restored::restore);
                Visits expected = new Visits(1000);
                notes.forEach(expected::restore);
                assertThat(sorted(restored)).isEqualTo(sorted(expected));
                notes.addAll(VisitNotes.written(fresh));
                fresh.set(0, new VisitNotes());
            }
        }
        notes.addAll(VisitNotes.written(fresh));
        Collections.shuffle(notes, random);
        for (List<Visits.Written> all : List.of(notes, written.all())) {
            Visits restored = new Visits(1000);
            all.forEach(restored::restore);
            assertThat(restored.size()).isEqualTo(written.size());
            earliest.forEach((who, minute) -> {
                String visitor = who.substring(0, who.indexOf('@'));
                long slot = Long.parseLong(who.substring(who.indexOf('@') + 1));
                assertThat(see(restored, 7, visitor, NOON + slot * SLOT + SLOT - 1, SLOT, NOON))
                        .isEqualTo(minute);
            });
        }
    }

    private static List<Long> sorted(Visits visits) {
        return visits.all().stream()
                .flatMapToLong(one -> Arrays.stream(one.visits()))
                .sorted()
                .boxed()
                .toList();
    }

    @Test
    void oneKeyIsNotAnother() {
        see("v", NOON, NOON);
        see("v", NOON + SLOT, NOON);
        Visits other = new Visits(10);
        see(other, 7, "v", NOON, SLOT, NOON);
        see(other, 7, "v", NOON + SLOT, SLOT, NOON);
        List<Visits.Written> written = other.all();
        assertThat(written).hasSize(2);
        assertThat(written.get(0).firstKey()).isNotEqualTo(written.get(1).firstKey());
        assertThat(written.get(0).visits()[0] >>> Seen.MINUTE)
                .isNotEqualTo(written.get(1).visits()[0] >>> Seen.MINUTE);
    }
}
