package dev.byline.comment;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.testkit.Rule;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CommentMessagesTest {
    private static final Locale PERSIAN = Locale.forLanguageTag("fa-IR");
    private static final String CODE = "dev.byline.comment.code.";
    private static final CommentViolation LONG =
            new CommentViolation("C-13", "comment_content_column_length", "text", 5, 7, "", null);
    private static final CommentViolation FLOOD = new CommentViolation("C-16", "comment_flood", "", 15, null, "", null);
    private static final CommentViolation CLOSED = CommentViolation.of("C-04", "comment_closed", "");

    @TempDir
    Path folder;

    @Test
    void aMessageSaysTheNumbersThatAreKnown() {
        assertThat(LONG.message(Locale.ENGLISH))
                .isEqualTo("Your comment is too long. Allowed length: 5. Its length: 7.");
        assertThat(new CommentViolation("", LONG.code(), "text", 5, null, "", null).message(Locale.ENGLISH))
                .isEqualTo("Your comment is too long. Allowed length: 5.");
        assertThat(CommentViolation.of("", LONG.code(), "text").message(Locale.ENGLISH))
                .isEqualTo("Your comment is too long.");
        assertThat(LONG.message(PERSIAN)).contains("5", "7").doesNotContain("{");
        assertThat(CommentViolation.of("", "unheard_of", "").message(PERSIAN)).isEqualTo("code.unheard_of");
    }

    @Test
    @Rule("C-48")
    void theHostsOwnMessagesGoFirstKeyByKey() throws IOException {
        String english = CODE + "comment_closed = Zu\n" + CODE + "comment_flood: Warten: {seconds} s. \\\\{limit}\n";
        String persian = CODE + "comment_closed = بسته\ndev.byline.comment.form.name = \\u0646\\u0627\\u0645\\u0650\n";
        try (HostMessages host = new HostMessages(folder)) {
            host.with("ValidationMessages.properties", english.getBytes(UTF_8))
                    .with("ValidationMessages_fa.properties", persian.getBytes(UTF_8));
            assertThat(CLOSED.message(Locale.ENGLISH)).isEqualTo("Zu");
            assertThat(CLOSED.message(PERSIAN)).isEqualTo("بسته");
            assertThat(FLOOD.message(PERSIAN)).isEqualTo("Warten: 15 s. {limit}");
            assertThat(CommentForm.of(CommentRules.defaults()).fields().get(1).label(PERSIAN))
                    .isEqualTo("نامِ");
            assertThat(LONG.message(Locale.ENGLISH)).startsWith("Your comment is too long.");
        }
        assertThat(CLOSED.message(Locale.ENGLISH)).isEqualTo("Comments are closed.");
    }

    @Test
    @Rule("C-48")
    void theNearestFileOfAHostGoesFirst() throws IOException {
        try (HostMessages host = new HostMessages(folder)) {
            for (String name : List.of("", "_he", "_he_IL", "_iw", "_zh_Hant")) {
                host.with(
                        "ValidationMessages" + name + ".properties",
                        (CODE + "comment_closed=" + name + "!").getBytes(UTF_8));
            }
            assertThat(CLOSED.message(Locale.forLanguageTag("he-IL"))).isEqualTo("_he_IL!");
            assertThat(CLOSED.message(Locale.forLanguageTag("he"))).isEqualTo("_he!");
            assertThat(CLOSED.message(Locale.forLanguageTag("zh-TW"))).isEqualTo("_zh_Hant!");
            assertThat(CLOSED.message(Locale.GERMAN)).isEqualTo("!");
        }
    }

    @Test
    @Rule("C-48")
    void theOldCodeOfHebrewIsKnown() throws IOException {
        try (HostMessages host = new HostMessages(folder)) {
            host.with("ValidationMessages_iw.properties", (CODE + "comment_closed = iw").getBytes(UTF_8));
            assertThat(CLOSED.message(Locale.forLanguageTag("he"))).isEqualTo("iw");
        }
    }

    @Test
    void aFileMayBeLatin1() throws IOException {
        try (HostMessages host = new HostMessages(folder)) {
            host.with("ValidationMessages_fr.properties", (CODE + "comment_closed = Fermé").getBytes(ISO_8859_1));
            assertThat(CLOSED.message(Locale.FRENCH)).isEqualTo("Fermé");
        }
    }

    @Test
    void aBrokenFileIsNone() throws IOException {
        try (HostMessages host = new HostMessages(folder)) {
            host.with("ValidationMessages.properties", (CODE + "comment_closed = \\u00zz").getBytes(US_ASCII))
                    .with("ValidationMessages_fa.properties", new byte[] {(byte) 0xff, 0, (byte) 0xc0, '\\'});
            assertThat(CLOSED.message(Locale.ENGLISH)).isEqualTo("Comments are closed.");
            assertThat(CLOSED.message(PERSIAN)).isNotBlank();
        }
    }

    @Test
    void aMessageIsNeverEmptyForWantOfANumber() throws IOException {
        try (HostMessages host = new HostMessages(folder)) {
            host.with(
                    "ValidationMessages.properties",
                    (CODE + "comment_closed = After {limit} days {x}").getBytes(UTF_8));
            assertThat(CLOSED.message(Locale.ENGLISH)).isEqualTo("After … days {x}");
        }
    }

    @Test
    @SuppressWarnings("deprecation") // A locale of any text can't be made otherwise.
    void anyLocaleIsAnswered() {
        for (Locale locale : List.of(
                new Locale("../../secret", "x/y"),
                new Locale("", "IR"),
                new Locale("en", "", "a".repeat(10_000)),
                Locale.ROOT,
                Locale.forLanguageTag("x-private"))) {
            assertThat(CLOSED.message(locale)).isEqualTo("Comments are closed.");
        }
        for (int i = 0; i < 2_000; i++) {
            assertThat(CLOSED.message(new Locale("x" + (char) ('a' + i % 26) + (char) ('a' + i / 26 % 26))))
                    .isEqualTo("Comments are closed.");
        }
    }

    @Test
    void aThreadWithoutLoaderIsAnswered() {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(null);
        try {
            assertThat(CLOSED.message(Locale.ENGLISH)).isEqualTo("Comments are closed.");
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"_ar", "_fa", "_he"})
    @Rule("C-48")
    void everyLanguageHasEveryMessageAndItsNumbers(String language) throws IOException {
        Properties english = messages("");
        Properties other = messages(language);
        assertThat(other.keySet()).isEqualTo(english.keySet());
        for (String key : english.stringPropertyNames()) {
            assertThat(other.getProperty(key)).isNotBlank().isNotEqualTo(english.getProperty(key));
            assertThat(numbers(other.getProperty(key))).as(key).isEqualTo(numbers(english.getProperty(key)));
        }
    }

    @Test
    void noMessageHasAnythingButNumbers() throws IOException {
        Properties english = messages("");
        for (String key : english.stringPropertyNames()) {
            assertThat(key.startsWith(CODE) ? Set.of("limit", "actual", "seconds") : Set.of("value"))
                    .as(key)
                    .containsAll(numbers(english.getProperty(key)));
        }
    }

    @Test
    void everyCodeHasAMessage() throws IOException {
        Properties english = messages("");
        for (String code : List.of(
                "comment_reply_to_unapproved_comment",
                "comment_id_not_found",
                "comment_closed",
                "comment_on_trash",
                "comment_on_draft",
                "comment_on_password_protected",
                "not_logged_in",
                "require_name_email",
                "require_valid_email",
                "require_valid_comment",
                "comment_author_column_length",
                "comment_author_email_column_length",
                "comment_author_url_column_length",
                "comment_content_column_length",
                "comment_author_url_invalid",
                "comment_duplicate",
                "comment_flood",
                "comment_too_deep",
                "comment_author_name_reserved",
                "comment_too_short",
                "comment_too_uniform",
                "comment_all_capitals",
                "comment_rejected",
                "comment_link_denied",
                "comment_reconsider",
                "comment_form_missing",
                "comment_form_invalid",
                "comment_form_too_fast",
                "comment_form_expired",
                "comment_form_used",
                "comment_edit_closed",
                "comment_edit_not_yours")) {
            assertThat(english.stringPropertyNames()).contains(CODE + code);
        }
    }

    /** The names in braces. */
    private static Set<String> numbers(String message) {
        Set<String> names = new TreeSet<>();
        for (int open = message.indexOf('{'); open >= 0; open = message.indexOf('{', open + 1)) {
            names.add(message.substring(open + 1, message.indexOf('}', open)));
        }
        return names;
    }

    private static Properties messages(String language) throws IOException {
        Properties properties = new Properties();
        try (InputStream in =
                CommentForm.class.getResourceAsStream("/ContributorValidationMessages" + language + ".properties")) {
            assertThat(in).isNotNull();
            properties.load(in);
        }
        return properties;
    }
}
