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
 * The text is an email address as WordPress' {@code is_email} reads it, or empty; null is valid.
 *
 * <p>At least 6 characters; before the one {@code @} ASCII letters, digits and {@code !#$%&'*+/=?^_`{|}~.-}; after it
 * two or more labels of ASCII letters, digits and inner hyphens. No quoted names, no addresses in brackets.
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
@Constraint(validatedBy = CommentEmail.Check.class)
public @interface CommentEmail {
    /** The message or its key. */
    String message() default "{dev.byline.comment.CommentEmail.message}";

    /** The groups. */
    Class<?>[] groups() default {};

    /** The payload. */
    Class<? extends Payload>[] payload() default {};

    /** Holds {@link CommentEmail}. */
    class Check implements ConstraintValidator<CommentEmail, CharSequence> {
        private static final int SHORTEST = 6;
        private static final String MARKS_OF_NAME = "!#$%&'*+/=?^_`{|}~.-";

        /** Called by the validation provider. */
        public Check() {}

        /** Whether this is an address; the empty text is none. */
        public static boolean isAddress(CharSequence text) {
            int length = text.length();
            int at = 0;
            while (at < length && isName(text.charAt(at))) {
                at++;
            }
            return length >= SHORTEST && at > 0 && at < length && text.charAt(at) == '@' && isDomain(text, at + 1);
        }

        @Override
        public boolean isValid(@Nullable CharSequence text, @Nullable ConstraintValidatorContext context) {
            return text == null || text.isEmpty() || isAddress(text);
        }

        private static boolean isDomain(CharSequence text, int start) {
            int labels = 0;
            int from = start;
            for (int i = start; i <= text.length(); i++) {
                if (i < text.length() && text.charAt(i) != '.') {
                    if (!isAlphanumeric(text.charAt(i)) && text.charAt(i) != '-') {
                        return false;
                    }
                    continue;
                }
                if (i == from || text.charAt(from) == '-' || text.charAt(i - 1) == '-') {
                    return false;
                }
                labels++;
                from = i + 1;
            }
            return labels >= 2;
        }

        private static boolean isName(char c) {
            return isAlphanumeric(c) || MARKS_OF_NAME.indexOf(c) >= 0;
        }

        private static boolean isAlphanumeric(char c) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        }
    }
}
