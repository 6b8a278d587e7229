package dev.byline.search.document;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A field of the documents of a search engine.
 *
 * @param name the name
 * @param kind what it holds
 * @param kept whether it must be there to print a hit
 * @param named whether each key comes with a name, to be counted by
 * @param bm25 how a term speaks for an article: by how often it stands there at which places, and how long the text is;
 *     null where nothing but presence counts
 * @param about what it is for
 */
@JsonPropertyOrder({"name", "kind", "kept", "named", "bm25", "about"})
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
public record SearchField(
        String name,
        Kind kind,
        boolean kept,
        boolean named,
        @Nullable Bm25 bm25,
        String about) {
    /** What a field holds. */
    public enum Kind {
        /** Terms at places. */
        @JsonProperty("text")
        TEXT,
        /** Any number of exact keys, each once. */
        @JsonProperty("keys")
        KEYS,
        /** One whole number, to be sorted by and asked for in ranges. */
        @JsonProperty("number")
        NUMBER,
        /** One text that is only given back. */
        @JsonProperty("kept")
        KEPT
    }

    /**
     * The constants of BM25, with Lucene's inverse document frequency: ln(1 + (N − n + ½) / (n + ½)).
     *
     * <p>A text is as long as it has places with a term; further terms at a place do not make it longer.
     *
     * @param k1 how soon it counts no more that a term comes again
     * @param b how much the length of the text counts, 0 to 1
     */
    @JsonPropertyOrder({"k1", "b"})
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Bm25(double k1, double b) {
        /** What Lucene has too. */
        public static final Bm25 DEFAULT = new Bm25(1.2, 0.75);
    }

    /** The id, by which an article is replaced and withdrawn. */
    public static final SearchField ID =
            keys("id", true, false, "the id, by which an article is replaced and withdrawn");

    /** Headline three times, standfirst twice, body once. */
    public static final SearchField TEXT = new SearchField(
            "text", Kind.TEXT, false, false, Bm25.DEFAULT, "headline three times, standfirst twice, body once");

    /** Names of what it is filed under, with those around and above; authors, credit line and caption. */
    public static final SearchField FILED = new SearchField(
            "filed",
            Kind.TEXT,
            false,
            false,
            Bm25.DEFAULT,
            "names of tags, of regions and sections with those around them, of authors; credit line, caption");

    /** The headline alone. */
    public static final SearchField HEADLINE =
            new SearchField("headline", Kind.TEXT, false, false, null, "the headline alone");

    /** The first 64 words of the headline, folded, with spaces between. */
    public static final SearchField WHOLE_HEADLINE =
            keys("headline.whole", false, false, "the words of the headline, folded, with spaces between");

    /** The names of what it is filed under from each of their words on, for suggestions. */
    public static final SearchField NAME = keys(
            "name",
            false,
            false,
            "each name of what it is filed under from each of its words on, folded; for suggestions");

    /** The same by the keys of other spellings of each word. */
    public static final SearchField NAME_KEY =
            keys("name.key", false, false, "the same by the keys of other spellings of each word");

    /** Each word that may be a name, behind the keys of its other spellings. */
    public static final SearchField SPELLING =
            keys("spelling", false, false, "each word that may be a name: a key of its other spellings, NUL, the word");

    /** Its regions, and those around them. */
    public static final SearchField REGION = keys("region", false, true, "its regions and those around them");

    /** Its sections, and those above them. */
    public static final SearchField SECTION = keys("section", false, true, "its sections and those above them");

    /** Its tags. */
    public static final SearchField TAG = keys("tag", false, true, "its tags");

    /** Its authors, by their slugs. */
    public static final SearchField AUTHOR = keys("author", false, true, "its authors by their slugs");

    /** When it was published: the second since 1970. */
    public static final SearchField PUBLISHED =
            number("published", true, "when it was published: the second since 1970");

    /** When it was published: the nanosecond of the second. */
    public static final SearchField PUBLISHED_NANO =
            number("published.nano", true, "when it was published: the nanosecond of the second");

    /** When it expires: the second since 1970; {@link Long#MAX_VALUE} where it does not. */
    public static final SearchField EXPIRES =
            number("expires", false, "when it expires: the second since 1970; 2^63 - 1 where it does not");

    /** When it expires: the nanosecond of the second. */
    public static final SearchField EXPIRES_NANO =
            number("expires.nano", false, "when it expires: the nanosecond of the second");

    /** All that is taken of the article in 32 hexadecimal digits: equal ones are found and printed alike. */
    public static final SearchField FINGERPRINT = new SearchField(
            "fingerprint",
            Kind.KEPT,
            false,
            false,
            null,
            "all that is taken of the article in 32 hexadecimal digits, to verify the index by");

    /** How often each word is in {@link #TEXT}, all its forms together, and in which order they come. */
    public static final SearchField WORDS = new SearchField(
            "words",
            Kind.KEPT,
            false,
            false,
            null,
            "how often each word is in text, all its forms together: number, space and stem, a line for each, in the order of the"
                    + " text; then an empty line, and a line each for headline, standfirst and body with a character for each"
                    + " word, U+00A1 and the place of its stem among the lines above");

    /** The slug. */
    public static final SearchField SLUG = kept("slug", "the slug");

    /** The headline as it is. */
    public static final SearchField TITLE = kept("title", "the headline as it is");

    /** Standfirst and body as plain text, with a paragraph separator (U+2029) between blocks. */
    public static final SearchField STORY =
            kept("story", "standfirst and body as plain text, with a paragraph separator between blocks");

    /** The name of the term on its card. */
    public static final SearchField LABEL = kept("label", "the name of the term on its card");

    /** The language. */
    public static final SearchField LANGUAGE = kept("language", "the language");

    /** The address of the picture. */
    public static final SearchField IMAGE = kept("image", "the address of the picture");

    /** What the picture shows. */
    public static final SearchField ALT = kept("alt", "what the picture shows");

    private static final List<SearchField> ALL = List.of(
            ID,
            TEXT,
            FILED,
            HEADLINE,
            WHOLE_HEADLINE,
            NAME,
            NAME_KEY,
            SPELLING,
            REGION,
            SECTION,
            TAG,
            AUTHOR,
            PUBLISHED,
            PUBLISHED_NANO,
            EXPIRES,
            EXPIRES_NANO,
            FINGERPRINT,
            WORDS,
            SLUG,
            TITLE,
            STORY,
            LABEL,
            LANGUAGE,
            IMAGE,
            ALT);

    /** Checks what every field has. */
    public SearchField {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(kind, "kind");
        about = about == null ? "" : about;
    }

    /** All fields of a document. */
    public static List<SearchField> all() {
        return ALL;
    }

    private static SearchField keys(String name, boolean kept, boolean named, String about) {
        return new SearchField(name, Kind.KEYS, kept, named, null, about);
    }

    private static SearchField number(String name, boolean kept, String about) {
        return new SearchField(name, Kind.NUMBER, kept, false, null, about);
    }

    private static SearchField kept(String name, String about) {
        return new SearchField(name, Kind.KEPT, true, false, null, about);
    }
}
