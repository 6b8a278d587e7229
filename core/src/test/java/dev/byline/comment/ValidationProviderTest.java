package dev.byline.comment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.comment.CommentDraft.Member;
import dev.byline.comment.CommentDraft.Visitor;
import dev.byline.testkit.Rule;
import jakarta.validation.Configuration;
import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.hibernate.validator.HibernateValidator;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The annotations as a host's {@code @Valid} has them. The build runs this class under Hibernate Validator 9.1 and 8.0,
 * each with an expression language, as its defaults ask for, and without.
 */
final class ValidationProviderTest {
    private static final String RUN = System.getProperty("byline.validation", "9.1 without EL");

    private static final CommentDraft HOSTILE =
            new CommentDraft("${1+1}", "${1+1}", "javascript:${1+1}", "<p>&nbsp;\u200b</p>", null);

    @TempDir
    Path folder;

    @Test
    void thisIsTheRunThatTheBuildAsksFor() {
        String version = HibernateValidator.class.getPackage().getImplementationVersion();
        assertThat(version.substring(0, 3) + (hasExpressions() ? " with EL" : " without EL"))
                .isEqualTo(RUN);
    }

    @Test
    void everyConstraintHoldsAndSpeaks() {
        assertThat(problems(HOSTILE))
                .containsExactlyInAnyOrder(
                        "email: must be an email address",
                        "url: must be the address of a site",
                        "text: must have something to be seen");
        CommentDraft tooLong = new CommentDraft(
                "n".repeat(1_021),
                "e".repeat(250) + "@b.co",
                "https://s.example/" + "s".repeat(2_000),
                "t".repeat(65_536),
                null);
        assertThat(problems(tooLong))
                .containsExactlyInAnyOrder(
                        "name: must have at most 1020 bytes",
                        "email: must have at most 254 bytes",
                        "url: must have at most 2000 bytes",
                        "text: must have at most 65535 bytes");
    }

    @Test
    @Rule("C-47")
    void aVisitorIsAskedForNameAndEmail() {
        String asked = "Please fill in the required fields: name and email.";
        assertThat(problems(CommentDraft.of("Well put."), Visitor.class))
                .containsExactlyInAnyOrder("name: " + asked, "email: " + asked);
        assertThat(problems(CommentDraft.of("<b>\u200b</b>", "ann", ""), Visitor.class))
                .containsExactlyInAnyOrder(
                        "name: " + asked, "email: must be an email address", "text: must have something to be seen");
        assertThat(problems(CommentDraft.of("Ann", "ann@news.example", "Well put."), Visitor.class))
                .isEmpty();
        assertThat(problems(CommentDraft.of("&nbsp;", "ann@news.example", "Well put."), Visitor.class))
                .isEmpty();
        assertThat(problems(CommentDraft.of("Well put."))).isEmpty();
    }

    @Test
    @Rule("C-47")
    void ofAMemberOnlyTheTextCounts() {
        assertThat(problems(HOSTILE, Member.class)).containsExactly("text: must have something to be seen");
        assertThat(problems(CommentDraft.of("t".repeat(65_536)), Member.class))
                .containsExactly("text: must have at most 65535 bytes");
        assertThat(problems(new CommentDraft("n".repeat(2_000), "x", "data:x", "Well put.", null), Member.class))
                .isEmpty();
    }

    @Test
    @Rule("C-48")
    void theHostsOwnMessagesGoFirst() throws IOException {
        String own = """
                dev.byline.comment.CommentEmail.message = that is no address
                dev.byline.comment.code.require_name_email = who are you?
                """;
        try (HostMessages host = new HostMessages(folder)) {
            host.with("ValidationMessages.properties", own.getBytes(StandardCharsets.US_ASCII));
            assertThat(problems(CommentDraft.of("", "x", ""), Visitor.class))
                    .containsExactlyInAnyOrder(
                            "name: who are you?", "email: that is no address", "text: must have something to be seen");
            assertThat(CommentViolation.of("C-07", "require_name_email", "name").message(Locale.ENGLISH))
                    .isEqualTo("who are you?");
        }
    }

    private static boolean hasExpressions() {
        try {
            Class.forName("org.glassfish.expressly.ExpressionFactoryImpl");
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    private static List<String> problems(CommentDraft draft, Class<?>... groups) {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.ENGLISH);
        Configuration<?> configuration = Validation.byDefaultProvider().configure();
        if (!hasExpressions()) {
            configuration.messageInterpolator(new ParameterMessageInterpolator());
        }
        try (ValidatorFactory factory = configuration.buildValidatorFactory()) {
            return factory.getValidator().validate(draft, groups).stream()
                    .map(violation -> violation.getPropertyPath() + ": " + violation.getMessage())
                    .toList();
        } finally {
            Locale.setDefault(before);
        }
    }
}
