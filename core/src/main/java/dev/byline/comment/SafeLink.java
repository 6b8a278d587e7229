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
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The text is an address that may be printed as a link to somebody's site, or empty; null is valid.
 *
 * <p>Valid are http and https with a host, as {@link dev.byline.text.SafeUrl} reads them, and addresses without scheme,
 * which mean http. Other schemes and relative addresses are not.
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
@Constraint(validatedBy = SafeLink.Check.class)
public @interface SafeLink {
    /** The message or its key. */
    String message() default "{dev.byline.comment.SafeLink.message}";

    /** The groups. */
    Class<?>[] groups() default {};

    /** The payload. */
    Class<? extends Payload>[] payload() default {};

    /** Holds {@link SafeLink}. */
    class Check implements ConstraintValidator<SafeLink, CharSequence> {
        /** Called by the validation provider. */
        public Check() {}

        /**
         * The address as it may be stored: {@code http://} stands before one without scheme; empty for an empty text
         * and for a scheme alone, absent where it is no safe address.
         */
        public static Optional<String> stored(CharSequence text) {
            return Links.site(text.toString());
        }

        @Override
        public boolean isValid(@Nullable CharSequence text, @Nullable ConstraintValidatorContext context) {
            return text == null || stored(text).isPresent();
        }
    }
}
