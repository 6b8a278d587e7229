package dev.byline.comment;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/**
 * Something is left to be seen once tags, blanks of any kind and invisible characters are gone; null is not valid.
 *
 * <p>A text of no-break spaces, of zero-width characters or of empty tags alone is empty.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({
    ElementType.METHOD,
    ElementType.FIELD,
    ElementType.ANNOTATION_TYPE,
    ElementType.CONSTRUCTOR,
    ElementType.PARAMETER,
    ElementType.TYPE_USE
})
@Constraint(validatedBy = VisibleText.Check.class)
public @interface VisibleText {
    /** Whether it is HTML; if not, as in a name, tags go too but references such as {@literal &}nbsp; are text. */
    boolean html() default true;

    /** The message or its key. */
    String message() default "{dev.byline.comment.VisibleText.message}";

    /** The groups. */
    Class<?>[] groups() default {};

    /** The payload. */
    Class<? extends Payload>[] payload() default {};

    /** Holds {@link VisibleText} by {@link CommentText#isVisible(String)}. */
    class Check implements ConstraintValidator<VisibleText, CharSequence> {
        private boolean html = true;

        /** Called by the validation provider. */
        public Check() {}

        @Override
        public void initialize(VisibleText constraint) {
            html = constraint.html();
        }

        @Override
        public boolean isValid(@Nullable CharSequence text, @Nullable ConstraintValidatorContext context) {
            return text != null
                    && (html
                            ? CommentText.isVisible(text.toString())
                            : Legible.hasVisible(Legible.line(CommentMarkup.withoutTags(text.toString()))));
        }
    }
}
