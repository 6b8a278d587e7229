package dev.byline.comment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.byline.comment.CommentRules.Limits;
import dev.byline.comment.CommentRules.Measured;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import java.util.List;
import java.util.Locale;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The annotations, by a validation provider without expression language. */
final class CommentDraftTest {
    private static final ValidatorFactory FACTORY = Validation.byDefaultProvider()
            .configure()
            .messageInterpolator(new ParameterMessageInterpolator())
            .buildValidatorFactory();
    private static final Validator VALIDATOR = FACTORY.getValidator();

    @AfterAll
    static void close() {
        FACTORY.close();
    }

    @Test
    void theUsualDraftIsValid() {
        assertThat(problems(new CommentDraft("Ann", "ann@news.example", "news.example", "Well put.", null)))
                .isEmpty();
        assertThat(problems(CommentDraft.of("Only a text."))).isEmpty();
    }

    @Test
    void everyFieldIsChecked() {
        CommentDraft draft = new CommentDraft(
                "é".repeat(511), "ann@", "javascript:alert(1)", "<p>\u200b</p>" + "<i>".repeat(22_000), null);
        assertThat(problems(draft))
                .containsExactlyInAnyOrder(
                        "name: must have at most 1020 bytes",
                        "email: must be an email address",
                        "url: must be the address of a site",
                        "text: must have something to be seen",
                        "text: must have at most 65535 bytes");
    }

    @Test
    @SuppressWarnings("NullAway") // What a form leaves out reaches the draft as null.
    void nothingButTheTextMustBeGiven() {
        CommentDraft draft = new CommentDraft(null, null, null, null, null);
        assertThat(problems(draft)).containsExactly("text: must have something to be seen");
        assertThat(draft.name()).isEmpty();
    }

    /** Any bean may use the constraints; null is valid but for visible text. */
    private record Bean(
            @MaxCharacters(3) @Nullable String characters,
            @MaxBytes(3) @Nullable CharSequence bytes,
            @CommentEmail @Nullable String email,
            @SafeLink @Nullable String link,
            @VisibleText @Nullable String text) {}

    @Test
    void theConstraintsServeOtherBeans() {
        assertThat(problems(new Bean("\ud83d\ude00\ud83d\ude00\ud83d\ude00", "né", "", "", "x")))
                .isEmpty();
        assertThat(problems(new Bean("four", "née", "x", "data:x", " ")))
                .containsExactlyInAnyOrder(
                        "characters: must have at most 3 characters",
                        "bytes: must have at most 3 bytes",
                        "email: must be an email address",
                        "link: must be the address of a site",
                        "text: must have something to be seen");
        assertThat(problems(new Bean(null, null, null, null, null)))
                .containsExactly("text: must have something to be seen");
    }

    @ParameterizedTest
    @CsvSource({"ar, يجب ألا يزيد الحجم على 3 بايت", "fa, باید حداکثر 3 بایت باشد", "he, מותרים לכל היותר 3 בתים"})
    void messagesComeInTheReadersLanguage(String language, String message) {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag(language));
        try (ValidatorFactory factory = Validation.byDefaultProvider()
                .configure()
                .messageInterpolator(new ParameterMessageInterpolator())
                .buildValidatorFactory()) {
            assertThat(factory.getValidator().validateValue(Bean.class, "bytes", "née"))
                    .extracting(violation -> violation.getMessage())
                    .containsExactly(message);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void noRulesAllowMoreThanTheAnnotations() {
        for (CommentRules rules : List.of(CommentRules.defaults(), CommentRules.wordPress(), CommentRules.open())) {
            Limits limits = rules.limits();
            assertThat(limits.name().bytes()).isBetween(1, CommentDraft.NAME_BYTES);
            assertThat(limits.email().bytes()).isBetween(1, CommentDraft.EMAIL_BYTES);
            assertThat(limits.url().bytes()).isBetween(1, CommentDraft.URL_BYTES);
            assertThat(limits.text().bytes()).isBetween(1, CommentDraft.TEXT_BYTES);
        }
        TextLimit few = TextLimit.ofCharacters(5);
        assertThat(new Limits(Measured.SENT, few, few, few, few).name())
                .isEqualTo(new TextLimit(5, CommentDraft.NAME_BYTES));
        assertThatThrownBy(() -> new Limits(Measured.SENT, few, few, few, TextLimit.ofBytes(70_000)))
                .hasMessage("the limit of text is at most 65535 bytes, not 70000");
    }

    @Test
    void asciiBlanksAroundAFieldGo() {
        CommentDraft draft = new CommentDraft(" \t\nAnn\0 ", "\u000ba@b.co\r", " ", "\u00a0x ", null);
        assertThat(draft).isEqualTo(new CommentDraft("Ann", "a@b.co", "", "\u00a0x", null));
    }

    @Test
    void limitsCountCharactersAndBytes() {
        assertThat(new TextLimit(2, 8).excess("\ud83d\ude00\ud83d\ude00")).isEmpty();
        assertThat(new TextLimit(2, 7).excess("\ud83d\ude00\ud83d\ude00"))
                .contains(new TextLimit.Excess(TextLimit.Unit.BYTES, 7, 8));
        assertThat(new TextLimit(1, 7).excess("\ud83d\ude00\ud83d\ude00"))
                .contains(new TextLimit.Excess(TextLimit.Unit.CHARACTERS, 1, 2));
        assertThat(new TextLimit(0, 0).excess("x".repeat(100_000))).isEmpty();
        assertThat(TextLimit.ofBytes(2).excess("\ud800")).contains(new TextLimit.Excess(TextLimit.Unit.BYTES, 2, 3));
        assertThatThrownBy(() -> TextLimit.ofBytes(0)).hasMessageContaining("not 0");
        assertThatThrownBy(() -> new TextLimit(-1, 0)).hasMessageContaining("-1");
    }

    private static List<String> problems(Object bean) {
        return VALIDATOR.validate(bean).stream()
                .map(violation -> violation.getPropertyPath() + ": " + violation.getMessage())
                .toList();
    }
}
