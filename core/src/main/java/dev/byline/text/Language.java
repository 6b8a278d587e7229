package dev.byline.text;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Set;

/**
 * A language by its BCP 47 tag, for example {@code en}, {@code fa} or {@code az-Arab}.
 *
 * @param tag the tag in its canonical case; {@code und} where the language is not known
 */
public record Language(@JsonValue String tag) {
    /** The language that nobody stated. */
    public static final Language UNDETERMINED = new Language("und");

    private static final Set<String> RIGHT_TO_LEFT_LANGUAGES =
            Set.of("ar", "arc", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "syr", "ug", "ur", "yi");
    private static final Set<String> RIGHT_TO_LEFT_SCRIPTS =
            Set.of("Adlm", "Arab", "Hebr", "Mand", "Mend", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa");

    /** Which way the lines of a text run. */
    public enum Direction {
        /** Left to right. */
        LTR,
        /** Right to left. */
        RTL
    }

    /** Brings the tag into canonical case; what is no BCP 47 tag becomes {@code und}. */
    public Language {
        tag = Locale.forLanguageTag(tag.replace('_', '-')).toLanguageTag();
    }

    /**
     * The language with this tag.
     *
     * @param tag a BCP 47 tag; underscores are read as hyphens, and what is malformed becomes {@link #UNDETERMINED}
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Language of(String tag) {
        return new Language(tag);
    }

    /** The direction in which this language is written: by its script where the tag names one, else by the language. */
    public Direction direction() {
        Locale locale = Locale.forLanguageTag(tag);
        boolean rightToLeft = locale.getScript().isEmpty()
                ? RIGHT_TO_LEFT_LANGUAGES.contains(primary())
                : RIGHT_TO_LEFT_SCRIPTS.contains(locale.getScript());
        return rightToLeft ? Direction.RTL : Direction.LTR;
    }

    /** The first subtag alone, for example {@code az} of {@code az-Arab}. */
    public String primary() {
        int end = tag.indexOf('-');
        return end < 0 ? tag : tag.substring(0, end);
    }

    /**
     * What the language is called in itself, for example {@code العربية}, for a link that leads its readers there; the tag
     * where Java has no name for it. In a runtime without the module {@code jdk.localedata} most names are English.
     */
    public String name() {
        Locale locale = Locale.forLanguageTag(tag);
        String name = locale.getDisplayName(locale);
        return name.isEmpty() ? tag : name;
    }

    @Override
    public String toString() {
        return tag;
    }
}
