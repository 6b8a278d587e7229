package dev.byline.comment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.byline.comment.CommentContext.Account;
import dev.byline.comment.CommentContext.Role;
import dev.byline.comment.CommentDecision.Kept;
import dev.byline.comment.CommentRules.Limits;
import dev.byline.comment.CommentRules.Measured;
import dev.byline.comment.CommentRules.Unusable;
import dev.byline.testkit.ArbitraryComments;
import dev.byline.testkit.Rule;
import dev.byline.testkit.SampleArticles;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import jakarta.validation.groups.Default;
import java.time.InstantSource;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;

/** That whoever validates by the annotations and then reviews never refuses first what the review would take. */
class CommentDraftLaws {
    private static final ValidatorFactory FACTORY = Validation.byDefaultProvider()
            .configure()
            .messageInterpolator(new ParameterMessageInterpolator())
            .buildValidatorFactory();
    private static final Validator VALIDATOR = FACTORY.getValidator();

    @AfterContainer
    static void close() {
        FACTORY.close();
    }

    @Provide
    Arbitrary<TextLimit> limits() {
        Arbitrary<Integer> sizes = Arbitraries.frequencyOf(
                Tuple.of(1, Arbitraries.just(0)),
                Tuple.of(3, Arbitraries.integers().between(1, 70_000)),
                Tuple.of(1, Arbitraries.of(254, 255, 1_020, 1_021, 2_000, 2_001, 65_535, 65_536, Integer.MAX_VALUE)));
        return Combinators.combine(sizes, sizes).as(TextLimit::new);
    }

    /** As wide as rules can be, measured either way. */
    @Provide
    Arbitrary<CommentRules> wide() {
        TextLimit any = new TextLimit(0, 0);
        return Combinators.combine(
                        Arbitraries.of(Measured.class),
                        Arbitraries.of(Unusable.class),
                        Arbitraries.of(true, false),
                        Arbitraries.of(CommentRules.open(), CommentRules.wordPress(), CommentRules.defaults()))
                .as((measured, unusable, required, preset) -> preset.unusable(unusable)
                        .nameAndEmailRequired(required)
                        .limits(new Limits(measured, any, any, any, any)));
    }

    /** Drafts of every sort, and some whose fields are much longer as they are sent than as they are stored. */
    @Provide
    Arbitrary<CommentDraft> drafts() {
        Arbitrary<String> padding = Combinators.combine(
                        Arbitraries.of("<x>", "<b></b>", " ", "&#97;", "\u202a", "\r\n"),
                        Arbitraries.of(0, 1, 300, 1_021, 30_000))
                .as(String::repeat);
        Arbitrary<CommentDraft> padded = Combinators.combine(ArbitraryComments.plainDrafts(), padding, padding, padding)
                .as((draft, name, url, text) -> new CommentDraft(
                        draft.name() + name + ".",
                        draft.email(),
                        "news.example/" + url,
                        draft.text() + text + ".",
                        null));
        return Arbitraries.frequencyOf(Tuple.of(1, ArbitraryComments.drafts()), Tuple.of(1, padded));
    }

    @Property
    @Rule("C-46")
    void noLimitsExceedTheAnnotations(
            @ForAll("limits") TextLimit name,
            @ForAll("limits") TextLimit email,
            @ForAll("limits") TextLimit url,
            @ForAll("limits") TextLimit text,
            @ForAll Measured measured) {
        boolean within = name.bytes() <= CommentDraft.NAME_BYTES
                && email.bytes() <= CommentDraft.EMAIL_BYTES
                && url.bytes() <= CommentDraft.URL_BYTES
                && text.bytes() <= CommentDraft.TEXT_BYTES;
        if (!within) {
            assertThatThrownBy(() -> new Limits(measured, name, email, url, text))
                    .isInstanceOf(IllegalArgumentException.class);
            return;
        }
        Limits limits = new Limits(measured, name, email, url, text);
        assertThat(limits.name().bytes()).isBetween(1, CommentDraft.NAME_BYTES);
        assertThat(limits.email().bytes()).isBetween(1, CommentDraft.EMAIL_BYTES);
        assertThat(limits.url().bytes()).isBetween(1, CommentDraft.URL_BYTES);
        assertThat(limits.text().bytes()).isBetween(1, CommentDraft.TEXT_BYTES);
    }

    @Property(tries = 200)
    @Rule("C-46")
    void whatAReviewTakesIsValid(@ForAll("wide") CommentRules rules, @ForAll("drafts") CommentDraft draft) {
        CommentContext context =
                CommentContext.on(SampleArticles.article("bridge").build());
        if (review(rules, draft, context) instanceof Kept) {
            Class<?> group = rules.nameAndEmailRequired() ? CommentDraft.Visitor.class : Default.class;
            // What is dropped without a word is no longer there to be valid or not.
            boolean dropped = rules.unusable() == Unusable.DROP;
            assertThat(VALIDATOR.validate(draft, group))
                    .filteredOn(problem -> !dropped || !isDroppable(problem))
                    .isEmpty();
        }
    }

    @Property(tries = 200)
    @Rule("C-47")
    void whatAReviewTakesOfAMemberIsValid(@ForAll("wide") CommentRules rules, @ForAll("drafts") CommentDraft draft) {
        CommentContext context = CommentContext.on(
                        SampleArticles.article("bridge").build())
                .signedIn(new Account("m1", "Ann", "ann@news.example", "", Role.READER));
        if (review(rules, draft, context) instanceof Kept) {
            assertThat(VALIDATOR.validate(draft, CommentDraft.Member.class)).isEmpty();
        }
    }

    private static boolean isDroppable(ConstraintViolation<CommentDraft> problem) {
        Class<?> constraint = problem.getConstraintDescriptor().getAnnotation().annotationType();
        return constraint == CommentEmail.class || constraint == SafeLink.class;
    }

    private static CommentDecision review(CommentRules rules, CommentDraft draft, CommentContext context) {
        return CommentReviewer.with(rules, CommentHistory.inMemory(1), InstantSource.fixed(SampleArticles.NOW))
                .review(draft.replyTo(null), context);
    }
}
