package dev.byline.search.lucene;

/** The names of the index's fields. */
final class Field {
    /** The id, by which an article is replaced and withdrawn. */
    static final String ID = "id";

    /** Headline, standfirst and body together, the weightier ones more than once. */
    static final String TEXT = "text";

    /** The names of what it is filed under: tags, regions and sections with those around them, authors; the caption. */
    static final String FILED = "filed";

    /** The headline alone. */
    static final String HEADLINE = "headline";

    /** All folded words of the headline in one term. */
    static final String WHOLE_HEADLINE = "headline.whole";

    /** The names of what it is filed under, from each of their words on, as {@link SuggestedName} has them. */
    static final String NAME = "name";

    /** The same by the keys of other spellings of their words. */
    static final String NAME_KEY = "name.key";

    /** The keys of its regions and of the regions around them. */
    static final String REGION = "region";

    /** The keys of its sections and of the sections above them. */
    static final String SECTION = "section";

    /** The keys of its tags. */
    static final String TAG = "tag";

    /** The slugs of its authors. */
    static final String AUTHOR = "author";

    /** Behind the name of the field of keys: each key with its name, to be counted by. */
    static final String NAMED = ".named";

    /** When it was published: the second since 1970. */
    static final String PUBLISHED = "published";

    /** When it was published: the nanosecond of the second. */
    static final String PUBLISHED_NANO = "published.nano";

    /** When it expires, as published; the last second of all where it does not. */
    static final String EXPIRES = "expires";

    /** When it expires: the nanosecond of the second. */
    static final String EXPIRES_NANO = "expires.nano";

    /** How often the index had begun anew from its store when the article was put. */
    static final String ROUND = "round";

    /** What the article was when it was put, as {@link Fingerprint}. */
    static final String FINGERPRINT = "fingerprint";

    /** Kept for printing: the slug. */
    static final String SLUG = "slug";

    /** Kept for printing: the headline as it is. */
    static final String TITLE = "title";

    /** Kept for printing: standfirst and body, each block behind a paragraph separator. */
    static final String STORY = "story";

    /** Kept for printing: the name of the term on its card. */
    static final String LABEL = "label";

    /** Kept for printing: the language. */
    static final String LANGUAGE = "language";

    /** Kept for printing: the address of the picture. */
    static final String IMAGE = "image";

    /** Kept for printing: what the picture shows. */
    static final String ALT = "alt";

    private Field() {}
}
