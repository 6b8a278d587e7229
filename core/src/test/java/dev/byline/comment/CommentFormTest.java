package dev.byline.comment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.testkit.Rule;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CommentFormTest {
    @Test
    @Rule("C-45")
    void theFormHasTheRulesLimits() {
        assertThat(CommentForm.of(CommentRules.wordPress()).fields())
                .containsExactly(
                        new CommentForm.Field(
                                "text", CommentForm.Type.TEXTAREA, true, TextLimit.ofBytes(65_525), 65_525),
                        new CommentForm.Field("name", CommentForm.Type.TEXT, true, TextLimit.ofBytes(245), 245),
                        new CommentForm.Field("email", CommentForm.Type.EMAIL, true, TextLimit.ofBytes(100), 100),
                        new CommentForm.Field("url", CommentForm.Type.URL, false, TextLimit.ofBytes(200), 200));
        assertThat(CommentForm.of(CommentRules.open()).fields())
                .extracting(CommentForm.Field::required)
                .containsExactly(true, false, false, false);
        assertThat(CommentForm.forMember(CommentRules.defaults()).fields())
                .containsExactly(new CommentForm.Field(
                        "text", CommentForm.Type.TEXTAREA, true, new TextLimit(10_000, 65_535), 20_000));
    }

    @Test
    @Rule("C-45")
    void whatFillsAFieldToItsEndIsNotTooLong() {
        CommentForm.Field name =
                CommentForm.of(CommentRules.defaults()).fields().get(1);
        assertThat(name.limit().excess("\ud83d\ude00".repeat(100))).isEmpty();
        assertThat(name.longest()).isEqualTo(200);
    }

    @Test
    void thePageSaysWhatReadersKnow() {
        CommentForm form = CommentForm.of(CommentRules.defaults());
        assertThat(form.note(Locale.ENGLISH))
                .isEqualTo("Your email address will not be published. Required fields are marked *");
        assertThat(form.note(Locale.GERMAN)).isEqualTo(form.note(Locale.ENGLISH));
        assertThat(form.note(Locale.forLanguageTag("fa-IR")))
                .startsWith("نشانی ایمیل")
                .endsWith("شده‌اند");
        assertThat(CommentForm.forMember(CommentRules.defaults()).note(Locale.ENGLISH))
                .isEqualTo("Required fields are marked *");
        assertThat(form.fields())
                .extracting(field -> field.label(Locale.UK))
                .containsExactly("Comment", "Name", "Email", "Website");
    }

    @Test
    void violationsSpeakToTheReader() {
        CommentViolation violation = CommentViolation.of("C-09", "require_valid_comment", "text");
        assertThat(violation.message(Locale.US)).isEqualTo("Please type your comment.");
        assertThat(violation.message(Locale.forLanguageTag("he"))).isEqualTo("יש לכתוב תגובה.");
        assertThat(violation.message(Locale.forLanguageTag("ar-EG"))).isEqualTo("يُرجى كتابة تعليقك.");
        assertThat(violation.message(Locale.ROOT)).isEqualTo("Please type your comment.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"_ar", "_fa", "_he"})
    void everyLanguageHasEveryMessage(String language) throws IOException {
        Properties english = messages("");
        Properties other = messages(language);
        assertThat(other.keySet()).isEqualTo(english.keySet());
        for (String key : english.stringPropertyNames()) {
            assertThat(other.getProperty(key)).isNotBlank().isNotEqualTo(english.getProperty(key));
            assertThat(other.getProperty(key).contains("{value}"))
                    .isEqualTo(english.getProperty(key).contains("{value}"));
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
                "comment_flood")) {
            assertThat(english.stringPropertyNames()).contains("dev.byline.comment.code." + code);
        }
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
