package dev.byline.search.lucene;

import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ObjIntConsumer;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;
import org.jspecify.annotations.Nullable;

/**
 * The terms of a segment that begin with something that is one letter off what was typed: another one, one too many, one too
 * few, or two changed round; never the first. All terms that begin with a letter are remembered when it is first asked for.
 */
final class Misspelt {
    /** How many terms with the same first letter are compared, in the order of the index. */
    private static final int MOST_OF_LETTER = 1 << 14;

    private static final int MOST_CHARACTERS = 1 << 22;

    /** Terms that begin with the same letter: all in a row, where each ends, and how many articles have it. */
    private static final class Letter {
        private final String terms;
        private final int[] ends;
        private final int[] articles;

        private Letter(String terms, int[] ends, int[] articles) {
            this.terms = terms;
            this.ends = ends;
            this.articles = articles;
        }
    }

    private final Map<IndexReader.CacheKey, Map<String, Letter>> segments = new ConcurrentHashMap<>();

    /** Takes each term, and how many articles have it, those that were withdrawn or replaced among them. */
    void find(LeafReader segment, String field, String typed, ObjIntConsumer<String> found) throws IOException {
        Letter letter = letter(segment, field, typed.substring(0, Character.charCount(typed.codePointAt(0))));
        int start = 0;
        for (int i = 0; i < letter.ends.length; i++) {
            int end = letter.ends[i];
            if (isNear(letter.terms, start, end, typed)) {
                found.accept(letter.terms.substring(start, end), letter.articles[i]);
            }
            start = end;
        }
    }

    private Letter letter(LeafReader segment, String field, String first) throws IOException {
        IndexReader.@Nullable CacheHelper cache = segment.getCoreCacheHelper();
        if (cache == null) {
            return read(segment, field, first);
        }
        Map<String, Letter> letters = segments.computeIfAbsent(cache.getKey(), key -> {
            cache.addClosedListener(segments::remove);
            return new ConcurrentHashMap<>();
        });
        String asked = field + ' ' + first;
        Letter letter = letters.get(asked);
        if (letter == null) {
            letter = read(segment, field, first);
            int characters = letters.values().stream()
                    .mapToInt(one -> one.terms.length())
                    .sum();
            if (characters + letter.terms.length() > MOST_CHARACTERS) {
                letters.clear();
            }
            letters.put(asked, letter);
        }
        return letter;
    }

    private static Letter read(LeafReader segment, String field, String first) throws IOException {
        StringBuilder all = new StringBuilder();
        int[] ends = new int[16];
        int[] articles = new int[16];
        int size = 0;
        Terms terms = segment.terms(field);
        if (terms != null) {
            BytesRef begin = new BytesRef(first);
            TermsEnum words = terms.iterator();
            BytesRef term = words.seekCeil(begin) == TermsEnum.SeekStatus.END ? null : words.term();
            while (term != null && size < MOST_OF_LETTER && StringHelper.startsWith(term, begin)) {
                if (size == ends.length) {
                    ends = Arrays.copyOf(ends, 2 * size);
                    articles = Arrays.copyOf(articles, 2 * size);
                }
                ends[size] = all.append(term.utf8ToString()).length();
                articles[size++] = words.docFreq();
                term = words.next();
            }
        }
        return new Letter(all.toString(), Arrays.copyOf(ends, size), Arrays.copyOf(articles, size));
    }

    /** Whether a term that stands in a text begins so but for one letter; not if it begins just so. */
    static boolean isNear(String text, int start, int end, String typed) {
        int length = typed.length();
        int same = 0;
        while (same < length && start + same < end && text.charAt(start + same) == typed.charAt(same)) {
            same++;
        }
        int at = start + same;
        if (same == length) {
            return false;
        }
        return begins(text, at + 1, end, typed, same + 1)
                || begins(text, at, end, typed, same + 1)
                || begins(text, at + 1, end, typed, same)
                || (same + 1 < length
                        && at + 1 < end
                        && text.charAt(at) == typed.charAt(same + 1)
                        && text.charAt(at + 1) == typed.charAt(same)
                        && begins(text, at + 2, end, typed, same + 2));
    }

    private static boolean begins(String text, int at, int end, String typed, int from) {
        int length = typed.length() - from;
        return at + length <= end && text.regionMatches(at, typed, from, length);
    }
}
