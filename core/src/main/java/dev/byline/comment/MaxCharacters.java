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

/** The text has at most so many Unicode code points; null is valid. */
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
@Constraint(validatedBy = MaxCharacters.Check.class)
public @interface MaxCharacters {
    /** The most code points, at least 1. */
    int value();

    /** The message or its key. */
    String message() default "{dev.byline.comment.MaxCharacters.message}";

    /** The groups. */
    Class<?>[] groups() default {};

    /** The payload. */
    Class<? extends Payload>[] payload() default {};

    /** Holds {@link MaxCharacters} by a {@link TextLimit}. */
    class Check implements ConstraintValidator<MaxCharacters, CharSequence> {
        private TextLimit limit = TextLimit.ofCharacters(Integer.MAX_VALUE);

        /** Called by the validation provider. */
        public Check() {}

        @Override
        public void initialize(MaxCharacters constraint) {
            limit = TextLimit.ofCharacters(constraint.value());
        }

        @Override
        public boolean isValid(@Nullable CharSequence text, @Nullable ConstraintValidatorContext context) {
            return text == null || limit.excess(text).isEmpty();
        }
    }
}
