package dev.byline.search.lucene;

import dev.byline.search.document.SearchField;

/** The names of the index's fields. */
final class Field {
    /** The id, by which an article is replaced and withdrawn. */
    static final String ID = SearchField.ID.name();

    /** Headline, standfirst and body together, the weightier ones more than once. */
    static final String TEXT = SearchField.TEXT.name();

    /** The names of what it is filed under: tags, regions and sections with those around them, authors; the caption. */
    static final String FILED = SearchField.FILED.name();

    /** The headline alone. */
    static final String HEADLINE = SearchField.HEADLINE.name();

    /** All folded words of the headline in one term. */
    static final String WHOLE_HEADLINE = SearchField.WHOLE_HEADLINE.name();

    /** The names of what it is filed under, from each of their words on, as {@link SuggestedName} has them. */
    static final String NAME = SearchField.NAME.name();

    /** The same by the keys of other spellings of their words. */
    static final String NAME_KEY = SearchField.NAME_KEY.name();

    /** Its words behind the keys of their other spellings, as {@link WordForms#names} has them. */
    static final String SPELLING = SearchField.SPELLING.name();

    /** The keys of its regions and of the regions around them. */
    static final String REGION = SearchField.REGION.name();

    /** The keys of its sections and of the sections above them. */
    static final String SECTION = SearchField.SECTION.name();

    /** The keys of its tags. */
    static final String TAG = SearchField.TAG.name();

    /** The slugs of its authors. */
    static final String AUTHOR = SearchField.AUTHOR.name();

    /** Behind the name of the field of keys: each key with its name, to be counted by. */
    static final String NAMED = ".named";

    /** Ends the names of the fields with the nanosecond of an instant. */
    static final String NANO = ".nano";

    /** When it was published: the second since 1970. */
    static final String PUBLISHED = SearchField.PUBLISHED.name();

    /** When it was published: the nanosecond of the second. */
    static final String PUBLISHED_NANO = SearchField.PUBLISHED_NANO.name();

    /** When it expires, as published; the last second of all where it does not. */
    static final String EXPIRES = SearchField.EXPIRES.name();

    /** When it expires: the nanosecond of the second. */
    static final String EXPIRES_NANO = SearchField.EXPIRES_NANO.name();

    /** How often the index had begun anew from its store when the article was put. */
    static final String ROUND = "round";

    /** What the article was when it was put, as {@link Fingerprint}. */
    static final String FINGERPRINT = SearchField.FINGERPRINT.name();

    /** How often each word is in {@link #TEXT}, as {@link TextVector} writes it. */
    static final String WORDS = SearchField.WORDS.name();

    /** Kept for printing: the slug. */
    static final String SLUG = SearchField.SLUG.name();

    /** Kept for printing: the headline as it is. */
    static final String TITLE = SearchField.TITLE.name();

    /** Kept for printing: standfirst and body, each block behind a paragraph separator. */
    static final String STORY = SearchField.STORY.name();

    /** Kept for printing: the name of the term on its card. */
    static final String LABEL = SearchField.LABEL.name();

    /** Kept for printing: the language. */
    static final String LANGUAGE = SearchField.LANGUAGE.name();

    /** Kept for printing: the address of the picture. */
    static final String IMAGE = SearchField.IMAGE.name();

    /** Kept for printing: what the picture shows. */
    static final String ALT = SearchField.ALT.name();

    private Field() {}
}
