package dev.byline.comment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.byline.BothJacksons;
import dev.byline.comment.CommentForm.Description;
import dev.byline.comment.CommentForm.Direction;
import dev.byline.comment.CommentForm.Field;
import dev.byline.comment.CommentForm.Hidden;
import dev.byline.comment.CommentForm.Printed;
import dev.byline.comment.CommentForm.Purpose;
import dev.byline.testkit.Rule;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class CommentFormTest {
    @Test
    @Rule("C-45")
    void theFormHasTheRulesLimits() {
        assertThat(CommentForm.of(CommentRules.wordPress()).fields())
                .extracting(Field::name, Field::type, Field::required, Field::limit, Field::longest)
                .containsExactly(
                        tuple("text", CommentForm.Type.TEXTAREA, true, TextLimit.ofBytes(65_525), 65_525),
                        tuple("name", CommentForm.Type.TEXT, true, TextLimit.ofBytes(245), 245),
                        tuple("email", CommentForm.Type.EMAIL, true, TextLimit.ofBytes(100), 100),
                        tuple("url", CommentForm.Type.URL, false, TextLimit.ofBytes(200), 200));
        assertThat(CommentForm.of(CommentRules.open()).fields())
                .extracting(Field::required)
                .containsExactly(true, false, false, false);
        assertThat(CommentForm.forMember(CommentRules.defaults()).fields())
                .extracting(Field::name, Field::required, Field::limit, Field::longest)
                .containsExactly(tuple("text", true, new TextLimit(10_000, 65_535), 20_000));
    }

    @Test
    @Rule("C-45")
    void whatFillsAFieldToItsEndIsNotTooLong() {
        Field name = CommentForm.of(CommentRules.defaults()).fields().get(1);
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

    @Test
    @Rule("C-49")
    void aFieldHasTheCodesThatItsRulesLeadTo() {
        CommentRules rules = CommentRules.defaults();
        assertThat(CommentForm.of(rules).fields())
                .extracting(Field::codes)
                .containsExactly(
                        List.of("require_valid_comment", "comment_content_column_length", "comment_duplicate"),
                        List.of("require_name_email", "comment_author_column_length"),
                        List.of("require_name_email", "require_valid_email", "comment_author_email_column_length"),
                        List.of("comment_author_url_column_length", "comment_author_url_invalid"));
        CommentRules strict = CommentRules.strict()
                .reservedNames(List.of("Editor"))
                .keys(KeyList.reject("insults", List.of("oaf")).in(KeyList.Field.TEXT, KeyList.Field.NAME));
        assertThat(CommentForm.of(strict).fields().get(0).codes())
                .containsSubsequence(
                        "comment_too_short",
                        "comment_too_uniform",
                        "comment_all_capitals",
                        "comment_rejected",
                        "comment_reconsider",
                        "comment_duplicate");
        assertThat(CommentForm.of(strict).fields().get(1).codes())
                .contains("comment_author_name_reserved", "comment_rejected");
        assertThat(CommentForm.of(strict).codes()).contains("comment_too_deep");
        CommentRules mild = CommentRules.wordPress()
                .nameAndEmailRequired(false)
                .senders(SenderRules.defaults().refuseDuplicates(false).floods(List.of()))
                .registrationRequired(true);
        assertThat(CommentForm.of(mild).fields())
                .extracting(Field::codes)
                .containsExactly(
                        List.of("require_valid_comment", "comment_content_column_length"),
                        List.of("comment_author_column_length"),
                        List.of("comment_author_email_column_length"),
                        List.of("comment_author_url_column_length"));
        assertThat(CommentForm.of(rules).codes())
                .contains("comment_flood", "comment_closed")
                .doesNotContain("not_logged_in", "comment_form_used");
        assertThat(CommentForm.of(mild).codes()).contains("not_logged_in").doesNotContain("comment_flood");
    }

    @Test
    @Rule("C-49")
    void aTemplateHasAllThatItPrints() {
        Description page = CommentForm.of(CommentRules.defaults())
                .withHidden(Hidden.trap("homepage"))
                .withHidden(Hidden.token("form"))
                .describe(Locale.ENGLISH);
        assertThat(page.direction()).isEqualTo(Direction.LTR);
        assertThat(page.mark()).isEqualTo("*");
        assertThat(page.notes())
                .containsExactly("Your email address will not be published.", "Required fields are marked *");
        assertThat(page.fields())
                .extracting(Printed::name, Printed::label, Printed::required, Printed::maxlength)
                .containsExactly(
                        tuple("text", "Comment", true, 20_000),
                        tuple("name", "Name", true, 200),
                        tuple("email", "Email", true, 254),
                        tuple("url", "Website", false, 1_000));
        assertThat(page.fields().get(1).messages())
                .containsExactly(
                        Map.entry("require_name_email", "Please fill in the required fields: name and email."),
                        Map.entry("comment_author_column_length", "Your name is too long. Allowed length: 100."));
        assertThat(page.hidden())
                .containsExactly(
                        new Hidden("homepage", Purpose.TRAP, "Leave this field empty"),
                        new Hidden("form", Purpose.TOKEN, ""));
        assertThat(page.messages())
                .containsEntry("comment_flood", "You are posting comments too quickly. Please wait a moment.")
                .containsKey("comment_form_expired");
        CommentForm member = CommentForm.forMember(CommentRules.defaults());
        for (String language : List.of("ar", "fa-IR", "he", "iw")) {
            assertThat(member.describe(Locale.forLanguageTag(language)).direction())
                    .isEqualTo(Direction.RTL);
        }
        assertThat(member.describe(Locale.GERMAN)).isEqualTo(member.describe(Locale.ENGLISH));
        assertThat(member.describe(Locale.UK).notes()).containsExactly("Required fields are marked *");
    }

    @Test
    @Rule("C-49")
    void aDescriptionReadsAndWrites() {
        CommentForm form = CommentForm.of(CommentRules.open()).withHidden(Hidden.trap("homepage"));
        assertThat(BothJacksons.roundTrip(form, CommentForm.class)).isEqualTo(form);
        Description page = form.describe(Locale.forLanguageTag("fa"));
        String json = BothJacksons.write(page);
        assertThat(json)
                .startsWith("{\"direction\":\"rtl\",\"notes\":[")
                .contains(
                        "{\"name\":\"name\",\"type\":\"text\",\"required\":false,\"maxlength\":200,\"label\":\"نام\",")
                .contains("\"hidden\":[{\"name\":\"homepage\",\"purpose\":\"trap\",\"label\":");
        assertThat(BothJacksons.read(json, Description.class)).isEqualTo(page);
    }

    @Test
    @Rule("C-95")
    void aHiddenFieldHasANameOfItsOwn() {
        CommentForm form = CommentForm.of(CommentRules.defaults()).withHidden(Hidden.trap("homepage"));
        assertThatThrownBy(() -> form.withHidden(Hidden.trap("url"))).hasMessage("the form has another field url");
        assertThatThrownBy(() -> form.withHidden(Hidden.token("homepage"))).hasMessageContaining("homepage");
        assertThatThrownBy(() -> CommentForm.forMember(CommentRules.defaults()).withHidden(Hidden.trap("email")))
                .hasMessageContaining("email");
        assertThatThrownBy(() -> Hidden.trap("a\"b")).hasMessage("a hidden field can't have the name \"a\"b\"");
        assertThatThrownBy(() -> Hidden.token("")).hasMessageContaining("name");
        assertThat(form.hidden()).containsExactly(new Hidden("homepage", Purpose.TRAP, ""));
    }
}
