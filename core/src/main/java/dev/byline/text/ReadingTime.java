package dev.byline.text;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * How fast a site takes its readers to be: {@link #jnews()} 300 words a minute, {@link #hugo()} 212.
 *
 * <p>A word is a run of letters and digits of any script, together with apostrophes, points, commas and joiners between
 * two of them ("don't", "3.5", "U.S."), as the word boundaries of Unicode have it; a hyphen parts two words. Characters
 * of Chinese, Japanese and Korean count by themselves, at a speed of their own; five letters of Thai, Lao, Khmer or
 * Burmese count as a word.
 *
 * @param wordsPerMinute words a minute, at least 1
 * @param charactersPerMinute characters of Chinese, Japanese and Korean a minute, at least 1
 */
@JsonPropertyOrder({"wordsPerMinute", "charactersPerMinute"})
@JsonIgnoreProperties(ignoreUnknown = true)
public record ReadingTime(int wordsPerMinute, int charactersPerMinute) {
    /** Checks that both speeds are above zero. */
    public ReadingTime {
        if (wordsPerMinute < 1 || charactersPerMinute < 1) {
            throw new IllegalArgumentException(
                    "nobody reads " + wordsPerMinute + " words or " + charactersPerMinute + " characters a minute");
        }
    }

    /** As the JNews theme: 300 words a minute; 500 characters, about which it says nothing. */
    public static ReadingTime jnews() {
        return new ReadingTime(300, 500);
    }

    /** As Hugo: 212 words or 500 characters a minute. */
    public static ReadingTime hugo() {
        return new ReadingTime(212, 500);
    }

    /** The same at this many words a minute. */
    public ReadingTime withWordsPerMinute(int wordsPerMinute) {
        return new ReadingTime(wordsPerMinute, charactersPerMinute);
    }

    /** The same at this many characters a minute. */
    public ReadingTime withCharactersPerMinute(int charactersPerMinute) {
        return new ReadingTime(wordsPerMinute, charactersPerMinute);
    }

    /**
     * The minutes that a body takes, rounded up.
     *
     * @param html read as by {@link PlainText#of(String)}
     * @return at least 1, or 0 if there is no word to read
     */
    public int minutes(String html) {
        Words.Count count = Words.count(PlainText.of(html));
        long work = (long) count.words() * charactersPerMinute + (long) count.characters() * wordsPerMinute;
        long minute = (long) wordsPerMinute * charactersPerMinute;
        return (int) ((work + minute - 1) / minute);
    }
}
