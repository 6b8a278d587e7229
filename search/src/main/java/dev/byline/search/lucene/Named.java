package dev.byline.search.lucene;

import org.apache.lucene.util.BytesRef;

/**
 * A key that articles are filed under, with its name as one of them prints it.
 *
 * @param key the key, as filters have it
 * @param name plain text
 */
record Named(String key, String name) {
    // Longer keys are in no address and would not fit into the index.
    private static final int LONGEST_KEY = 1000;
    private static final int LONGEST_NAME = 1000;

    /** Whether the key fits into the index. */
    boolean fits() {
        return key.length() <= LONGEST_KEY;
    }

    /** As a value of the index: how long the key is, the key, the name. */
    BytesRef write() {
        return new BytesRef((char) key.length() + key + shortName());
    }

    /** As much of the name as the index keeps. */
    String shortName() {
        if (name.length() <= LONGEST_NAME) {
            return name;
        }
        // Half a surrogate pair is no text.
        int end = Character.isHighSurrogate(name.charAt(LONGEST_NAME - 1)) ? LONGEST_NAME - 1 : LONGEST_NAME;
        return name.substring(0, end);
    }

    /** Reads what {@link #write()} wrote. */
    static Named read(BytesRef value) {
        String text = value.utf8ToString();
        int name = 1 + text.charAt(0);
        return new Named(text.substring(1, name), text.substring(name));
    }
}
