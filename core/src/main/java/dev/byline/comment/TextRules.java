package dev.byline.comment;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.jspecify.annotations.Nullable;

/**
 * What a text must be besides visible; by default nothing.
 *
 * <p>Counted is what a reader sees, without blanks.
 *
 * @param leastCharacters how many characters it has at least; 0 for any number
 * @param leastDistinct how many different characters it has at least, letter case ignored; 0 for any number
 * @param capitalsFrom from how many letters on a text may not be all capitals; 0 where it may. Only scripts that have
 *     capitals count.
 */
@JsonPropertyOrder({"leastCharacters", "leastDistinct", "capitalsFrom"})
@JsonIgnoreProperties(ignoreUnknown = true)
public record TextRules(int leastCharacters, int leastDistinct, int capitalsFrom) {
    private static final TextRules DEFAULTS = new TextRules(0, 0, 0);

    /** Checks the numbers. */
    public TextRules {
        CommentRulesCopy.notNegative("leastCharacters", leastCharacters);
        CommentRulesCopy.notNegative("leastDistinct", leastDistinct);
        CommentRulesCopy.notNegative("capitalsFrom", capitalsFrom);
    }

    /** Nothing is asked. */
    public static TextRules defaults() {
        return DEFAULTS;
    }

    /** The rules in a JSON document; what is missing is as in {@link #defaults()}. */
    @JsonCreator
    static TextRules fromJson(
            @JsonProperty("leastCharacters") @Nullable Integer leastCharacters,
            @JsonProperty("leastDistinct") @Nullable Integer leastDistinct,
            @JsonProperty("capitalsFrom") @Nullable Integer capitalsFrom) {
        return new TextRules(
                CommentRulesCopy.or(leastCharacters, 0),
                CommentRulesCopy.or(leastDistinct, 0),
                CommentRulesCopy.or(capitalsFrom, 0));
    }

    /** The same with so many characters at least; 0 for any number. */
    public TextRules leastCharacters(int characters) {
        return new TextRules(characters, leastDistinct, capitalsFrom);
    }

    /** The same with so many different characters at least; 0 for any number. */
    public TextRules leastDistinct(int characters) {
        return new TextRules(leastCharacters, characters, capitalsFrom);
    }

    /** The same, but a text of so many letters or more may not be all capitals; 0 where it may. */
    public TextRules capitalsFrom(int letters) {
        return new TextRules(leastCharacters, leastDistinct, letters);
    }
}
