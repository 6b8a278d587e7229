package dev.byline.search.lucene;

import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;
import org.jspecify.annotations.Nullable;

/** The other spellings of a name that stand in an index (rule S-13). */
final class OtherSpellings {
    /** How many terms behind a key are looked at. */
    static final int MOST_BEHIND_KEY = 500;

    private static final int MOST = 24;

    private final IndexReader reader;

    OtherSpellings(IndexReader reader) {
        this.reader = reader;
    }

    /** The words of the index that are the same name as a folded word, itself left out; most words have none. */
    Set<String> of(String word) throws IOException {
        Set<String> names = new LinkedHashSet<>();
        for (String prefix : prefixes(word)) {
            collect(prefix, word, names);
        }
        return names;
    }

    /** How the terms begin behind which the other spellings of a folded word stand; none if it can't be a name. */
    static List<String> prefixes(String word) {
        return NameKeys.of(word).stream().map(key -> key + WordForms.KEY_END).toList();
    }

    /** The other spellings of a folded word among terms, some of which begin so. */
    static Set<String> among(String word, Collection<String> prefixes, Collection<String> terms) {
        Set<String> names = new LinkedHashSet<>();
        for (String prefix : prefixes) {
            for (String term : terms) {
                if (term.startsWith(prefix)) {
                    add(word, term.substring(prefix.length()), names);
                }
            }
        }
        return names;
    }

    private void collect(String prefix, String word, Set<String> names) throws IOException {
        @Nullable Terms terms = MultiTerms.getTerms(reader, Field.SPELLING);
        if (terms == null) {
            return;
        }
        BytesRef begin = new BytesRef(prefix);
        TermsEnum behind = terms.iterator();
        boolean more = behind.seekCeil(begin) != TermsEnum.SeekStatus.END;
        for (int i = 0; more && i < MOST_BEHIND_KEY && StringHelper.startsWith(behind.term(), begin); i++) {
            add(word, behind.term().utf8ToString().substring(prefix.length()), names);
            more = behind.next() != null;
        }
    }

    private static void add(String word, String name, Set<String> names) {
        if (!name.equals(word) && names.size() < 2 * MOST && NameKeys.sameName(word, name)) {
            names.add(name);
            // Written in two words there, it stands as a mark.
            names.add(WordForms.STEM + name);
        }
    }
}
