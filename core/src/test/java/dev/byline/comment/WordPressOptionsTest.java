package dev.byline.comment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** That a site's options in WordPress make the rules that they make there. */
final class WordPressOptionsTest {
    private static CommentRules with(String option, Object value) {
        return CommentRules.wordPress(Map.of(option, value));
    }

    private static List<String> keys(CommentRules rules, String list) {
        return rules.keys().stream()
                .filter(keys -> keys.name().equals(list))
                .flatMap(keys -> keys.keys().stream())
                .toList();
    }

    @Test
    void withoutOptionsItIsAsItShips() {
        assertThat(CommentRules.wordPress(Map.of())).isEqualTo(CommentRules.wordPress());
        Map<String, Object> nothing = new HashMap<>();
        nothing.put("require_name_email", null);
        nothing.put("comment_max_links", null);
        nothing.put("moderation_keys", null);
        assertThat(CommentRules.wordPress(nothing)).isEqualTo(CommentRules.wordPress());
    }

    @Test
    void allThatShipsSaidAloudChangesNothing() {
        Map<String, Object> shipped = new HashMap<>(Map.of(
                "require_name_email",
                "1",
                "comment_registration",
                "0",
                "close_comments_for_old_posts",
                "0",
                "close_comments_days_old",
                "14",
                "comment_moderation",
                "0",
                "comment_max_links",
                "2",
                "moderation_keys",
                "",
                "disallowed_keys",
                "",
                "comment_previously_approved",
                "1",
                "thread_comments",
                "1"));
        shipped.put("thread_comments_depth", "5");
        assertThat(CommentRules.wordPress(shipped)).isEqualTo(CommentRules.wordPress());
    }

    @Test
    void onAndOffAreWrittenInSeveralWays() {
        for (Object off : new Object[] {"0", "", 0, 0L, false, "false"}) {
            assertThat(with("require_name_email", off).nameAndEmailRequired()).isFalse();
            assertThat(with("comment_previously_approved", off).senders().approvals())
                    .isZero();
            assertThat(with("comment_whitelist", off).senders().approvals()).isZero();
        }
        for (Object on : new Object[] {"1", 1, 1L, BigInteger.ONE, true, "true"}) {
            assertThat(with("comment_registration", on).registrationRequired()).isTrue();
            assertThat(with("comment_moderation", on).holdAll()).isTrue();
            assertThat(with("comment_previously_approved", on).senders().approvals())
                    .isOne();
        }
    }

    @Test
    void commentsCloseOnlyWhereBothOptionsSaySo() {
        assertThat(with("close_comments_days_old", 30).closeAfterDays()).isZero();
        assertThat(with("close_comments_for_old_posts", "1").closeAfterDays()).isEqualTo(14);
        assertThat(CommentRules.wordPress(Map.of("close_comments_for_old_posts", 1, "close_comments_days_old", " 30 "))
                        .closeAfterDays())
                .isEqualTo(30);
        for (Object none : new Object[] {"0", "", 0}) {
            assertThat(CommentRules.wordPress(
                                    Map.of("close_comments_for_old_posts", 1, "close_comments_days_old", none))
                            .closeAfterDays())
                    .isZero();
        }
    }

    @Test
    void linksAndLevelsAreNumbers() {
        assertThat(with("comment_max_links", "7").links())
                .isEqualTo(LinkRules.defaults().bbcode(false).holdAt(7));
        assertThat(with("comment_max_links", "").links().holdAt()).isZero();
        assertThat(with("thread_comments_depth", 3).replies().levels()).isEqualTo(3);
        assertThat(CommentRules.wordPress(Map.of("thread_comments", "", "thread_comments_depth", 3))
                        .replies()
                        .levels())
                .isOne();
    }

    @Test
    void keysStandOnLinesOrInAList() {
        assertThat(keys(with("moderation_keys", "casino\r\ncheap pills\n\n  192.0.2.1 "), "moderation"))
                .containsExactly("casino", "cheap pills", "192.0.2.1");
        assertThat(keys(with("moderation_keys", List.of("casino", 666)), "moderation"))
                .containsExactly("casino", "666");
        for (String name : List.of("disallowed_keys", "blacklist_keys")) {
            CommentRules rules = with(name, "casino");
            assertThat(keys(rules, "disallowed")).containsExactly("casino");
            assertThat(keys(rules, "moderation")).isEmpty();
        }
        assertThat(keys(with("moderation_keys", ""), "moderation")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"many", "-1", "1.5", "1e3", "+2", "999999999999", "٣", "2 3"})
    void whatIsNoNumberIsToldByName(String value) {
        assertThatThrownBy(() -> with("comment_max_links", value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("comment_max_links must be a whole number from 0 to 999999999, not \"" + value + "\"");
    }

    @Test
    void whatIsNeitherOnNorOffIsToldByTheNameItCameUnder() {
        assertThatThrownBy(() -> with("comment_whitelist", "yes"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("comment_whitelist must be 1 or 0, not \"yes\"");
        assertThatThrownBy(() -> with("comment_moderation", 2)).hasMessage("comment_moderation must be 1 or 0, not 2");
        assertThatThrownBy(() -> with("comment_moderation", List.of()))
                .hasMessage("comment_moderation must be 1 or 0, not a list or an object");
        assertThatThrownBy(() -> with("comment_moderation", "x".repeat(10_000)))
                .hasMessage("comment_moderation must be 1 or 0, not \"" + "x".repeat(40) + "…\"");
        assertThatThrownBy(() -> with("close_comments_days_old", true)).hasMessageEndingWith("not true");
    }

    @Test
    void unknownAndRepeatedOptionsAreRefused() {
        assertThatThrownBy(() -> with("comment_max_link", 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("\"comment_max_link\" is no option for comments");
        assertThatThrownBy(() -> CommentRules.wordPress(Map.of("blacklist_keys", "", "disallowed_keys", "")))
                .hasMessageContaining("is the same option as");
    }

    @Test
    void keysAreNeverTold() {
        for (Object bad :
                new Object[] {Map.of("secret", 1), List.of(List.of("secret")), Collections.singletonList(null), true}) {
            assertThatThrownBy(() -> with("moderation_keys", bad))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("moderation_keys must be text with a word on each line, or a list of words");
        }
    }
}
