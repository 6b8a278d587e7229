package dev.byline.comment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.byline.BothJacksons;
import dev.byline.article.ArticleId;
import dev.byline.comment.PersonalData.Person;
import dev.byline.comment.PrivacyRules.Ip;
import dev.byline.testkit.Rule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CommentPrivacyTest {
    private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");
    private static final CommentKey KEY = CommentKey.of("k", new byte[32]);
    private static final Sender ANN = new Sender("Ann@news.example", "192.0.2.77", "Browser/1.0", "m1");
    private static final StoredComment STORED = stored("c1", ANN, NOW);

    private final CommentPrivacy privacy = CommentPrivacy.with(PrivacyRules.defaults(), KEY);

    @Test
    @Rule("C-85")
    void aCommentStaysWithoutItsSender() {
        StoredComment anonymised = STORED.anonymised();
        assertThat(anonymised.sender()).isEqualTo(new Sender("", "192.0.2.0", "", ""));
        Comment comment = anonymised.comment();
        assertThat(comment.name()).isEqualTo("Anonymous");
        assertThat(comment.url()).isEmpty();
        assertThat(comment.text()).isEqualTo("<b>Well</b> put.");
        assertThat(comment.state()).isEqualTo(CommentState.APPROVED);
        assertThat(comment.id()).isEqualTo(STORED.comment().id());
        assertThat(comment.parent()).isEqualTo(CommentId.of("c0"));
        assertThat(comment.at()).isEqualTo(NOW);
        assertThat(anonymised.anonymised()).isEqualTo(anonymised);
        assertThat(STORED.anonymised("مجهول").comment().name()).isEqualTo("مجهول");
    }

    @Test
    @Rule("C-85")
    void aKeyedIpDoesNotOutliveItsSender() {
        StoredComment keyed = CommentPrivacy.with(PrivacyRules.strict(), KEY).kept(STORED, NOW);
        assertThat(keyed.anonymised().sender()).isEqualTo(Sender.unknown());
    }

    @Test
    @Rule("C-86")
    void nothingStaysButThePlaceInTheThread() {
        StoredComment erased = STORED.erased();
        assertThat(erased.sender()).isEqualTo(Sender.unknown());
        assertThat(erased.comment())
                .isEqualTo(new Comment(
                        CommentId.of("c1"),
                        ArticleId.of("bridge"),
                        CommentId.of("c0"),
                        Comment.Kind.COMMENT,
                        CommentState.TRASH,
                        "",
                        "",
                        "",
                        NOW));
        assertThat(erased.erased()).isEqualTo(erased);
        assertThat(STORED.anonymised().erased()).isEqualTo(erased);
    }

    @Test
    @Rule("C-87")
    void whatIsTooOldGoes() {
        CommentPrivacy days = CommentPrivacy.with(PrivacyRules.defaults().purgeAfterDays(30), KEY);
        Instant exactly = NOW.plus(Duration.ofDays(30));
        assertThat(days.kept(STORED, exactly)).isEqualTo(STORED);
        StoredComment purged = days.kept(STORED, exactly.plusMillis(1));
        assertThat(purged).isEqualTo(new StoredComment(STORED.comment(), new Sender("", "", "", "m1")));
        assertThat(days.kept(purged, exactly.plusSeconds(1))).isEqualTo(purged);
        assertThat(days.kept(STORED, NOW.minus(Duration.ofDays(9)))).isEqualTo(STORED);
        CommentPrivacy never = CommentPrivacy.with(PrivacyRules.wordPress(), KEY);
        assertThat(never.kept(STORED, NOW.plus(Duration.ofDays(100_000)))).isEqualTo(STORED);
        assertThat(PrivacyRules.wordPress().purgedBefore(NOW)).isEmpty();
        assertThat(PrivacyRules.strict().purgedBefore(exactly)).contains(NOW);
        assertThat(PrivacyRules.strict().purgedBefore(Instant.MIN)).isEmpty();
        assertThat(PrivacyRules.strict().purgedBefore(Instant.MAX)).isPresent();
    }

    @Test
    @Rule("C-88")
    void anIpIsKeptAsTheRulesSay() {
        assertThat(ip(Ip.WHOLE)).isEqualTo("192.0.2.77");
        assertThat(ip(Ip.NETWORK)).isEqualTo("192.0.2.0");
        assertThat(ip(Ip.KEYED)).matches("[0-9a-f]{16}").isEqualTo(privacy.keyed("192.0.2.77"));
        assertThat(ip(Ip.NONE)).isEmpty();
        for (Ip ip : Ip.values()) {
            CommentPrivacy kept = CommentPrivacy.with(PrivacyRules.defaults().ip(ip), KEY);
            StoredComment once = kept.kept(STORED, NOW);
            assertThat(kept.kept(once, NOW)).isEqualTo(once);
            assertThat(once.sender().email()).isEqualTo("Ann@news.example");
        }
    }

    @Test
    @Rule("C-82")
    void aKeyedIpIsKnownAgain() {
        String keyed = privacy.keyed("2001:db8::1");
        assertThat(keyed)
                .isEqualTo(privacy.keyed("[2001:0DB8:0::1]:80"))
                .isEqualTo(privacy.keyed(keyed))
                .isNotEqualTo(privacy.keyed("2001:db8::2"))
                .isNotEqualTo(CommentPrivacy.with(PrivacyRules.defaults(), CommentKey.random("k"))
                        .keyed("2001:db8::1"));
        assertThat(privacy.keyed("::ffff:192.0.2.1")).isEqualTo(privacy.keyed("192.0.2.1"));
        assertThat(privacy.keyed("nobody knows")).isEmpty();
    }

    @Test
    @Rule("C-83")
    void anAvatarIsTheSameForOnePersonAndTellsNothing() {
        String seed = privacy.avatarSeed("Ann", "ann@news.example");
        assertThat(seed)
                .matches("[0-9a-f]{32}")
                .isEqualTo(privacy.avatarSeed("Anna", " ANN@news.example "))
                .isNotEqualTo(privacy.avatarSeed("Ann", ""))
                .isNotEqualTo(privacy.avatarSeed("ann@news.example", ""))
                .isNotEqualTo(CommentPrivacy.with(PrivacyRules.defaults(), CommentKey.random("k"))
                        .avatarSeed("Ann", "ann@news.example"));
        assertThat(privacy.avatarSeed("ANN ", " ")).isEqualTo(privacy.avatarSeed("ann", ""));
        assertThat(privacy.avatarSeed("", "")).hasSize(32);
        // The MD5 of the address, by which it can be looked up anywhere.
        assertThat(seed).isNotEqualTo("f2ce0ab9199d3e0386dd979feefbb666");
    }

    @Test
    @Rule("C-84")
    void aPersonGetsAllThatIsHeldOnThem() {
        StoredComment visitor = stored("c2", new Sender("ANN@NEWS.example", "192.0.2.78", "", ""), NOW.minusSeconds(9));
        StoredComment other = stored("c3", new Sender("ben@news.example", "192.0.2.79", "Other", "m2"), NOW);
        StoredComment nobody = stored("c4", Sender.unknown(), NOW);
        List<StoredComment> all = List.of(nobody, STORED, other, visitor);
        assertThat(ids(Person.withEmail(" ann@news.example "), all)).containsExactly("c2", "c1");
        assertThat(ids(Person.withMember("m1"), all)).containsExactly("c1");
        assertThat(ids(new Person("ben@news.example", "m1"), all)).containsExactly("c1", "c3");
        assertThat(ids(Person.withMember("M1"), all)).isEmpty();
        PersonalData data = PersonalData.of(Person.withMember("m1"), all.stream());
        String json = BothJacksons.write(data);
        assertThat(json)
                .isEqualTo("{\"comments\":[{\"id\":\"c1\",\"article\":\"bridge\",\"parent\":\"c0\","
                        + "\"kind\":\"comment\",\"state\":\"approved\",\"name\":\"Ann\",\"url\":\"https://ann.example/\","
                        + "\"text\":\"<b>Well</b> put.\",\"at\":\"2026-11-01T12:00:00Z\","
                        + "\"email\":\"Ann@news.example\",\"ip\":\"192.0.2.77\",\"agent\":\"Browser/1.0\","
                        + "\"member\":\"m1\"}]}");
        assertThat(BothJacksons.read(json, PersonalData.class)).isEqualTo(data);
        assertThat(data).hasToString("PersonalData[1 comments]");
        assertThatThrownBy(() -> Person.withEmail(" ")).hasMessage("a person has an email or a member's id");
    }

    @Test
    void rulesReadAndWrite() {
        assertThat(BothJacksons.write(PrivacyRules.strict())).isEqualTo("{\"ip\":\"keyed\",\"purgeAfterDays\":30}");
        assertThat(BothJacksons.read("{\"more\":1}", PrivacyRules.class)).isEqualTo(PrivacyRules.defaults());
        for (PrivacyRules rules : List.of(
                PrivacyRules.defaults(),
                PrivacyRules.wordPress(),
                PrivacyRules.strict().ip(Ip.NONE))) {
            assertThat(BothJacksons.roundTrip(rules, PrivacyRules.class)).isEqualTo(rules);
        }
        assertThatThrownBy(() -> PrivacyRules.defaults().purgeAfterDays(-1)).hasMessage("purgeAfterDays can't be -1");
    }

    private static List<String> ids(Person person, List<StoredComment> all) {
        return PersonalData.of(person, all.stream()).comments().stream()
                .map(entry -> entry.id().value())
                .toList();
    }

    private static String ip(Ip ip) {
        return CommentPrivacy.with(PrivacyRules.defaults().ip(ip), KEY)
                .kept(STORED, NOW)
                .sender()
                .ip();
    }

    private static StoredComment stored(String id, Sender sender, Instant at) {
        Comment comment = new Comment(
                CommentId.of(id),
                ArticleId.of("bridge"),
                CommentId.of("c0"),
                Comment.Kind.COMMENT,
                CommentState.APPROVED,
                "Ann",
                "https://ann.example/",
                "<b>Well</b> put.",
                at);
        return new StoredComment(comment, sender);
    }
}
