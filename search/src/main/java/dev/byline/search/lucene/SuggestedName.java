package dev.byline.search.lucene;

import dev.byline.article.Article;
import dev.byline.article.Author;
import dev.byline.search.Suggestions.Kind;
import dev.byline.search.lucene.NewsAnalyzer.Token;
import dev.byline.taxonomy.Region;
import dev.byline.taxonomy.Section;
import dev.byline.taxonomy.Tag;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A name that an article is filed under, as the index holds it for suggestions (rule S-15): one term from each of its words
 * on, which begins with the words, folded, so that the terms that begin with what was typed are the names; and one for each
 * of its words by each {@linkplain NameKeys key} of other spellings.
 *
 * @param words the folded name from one of its words on, or the name key of that word
 * @param kind what it is the name of
 * @param first whether it is the name from its first word on
 * @param key the key of the region, section or tag, or the slug of the author
 * @param text the name as it is printed
 */
record SuggestedName(String words, Kind kind, boolean first, String key, String text) {
    /** Ends the words, or the key of a word, in a term. */
    static final char END = '\0';

    private static final int LONGEST = 200;
    private static final int LONGEST_WORDS = 60;
    /** How many words of a name count. */
    static final int MOST_WORDS = 8;

    private static final int REMEMBERED = 1 << 13;

    // Each place holds the last name that fell on it: all threads compute the same, so that a race does no harm.
    private static final AtomicReferenceArray<Terms> KNOWN = new AtomicReferenceArray<>(REMEMBERED);

    /**
     * The terms of a name.
     *
     * @param written by its words
     * @param sounded by the keys of its words
     */
    record Terms(Kind kind, String key, String text, List<String> written, List<String> sounded) {}

    /** The names of an article, with those around and above. */
    static List<Terms> of(Article article, NewsAnalyzer analyzer) {
        Set<Named> names = new LinkedHashSet<>();
        article.regions().forEach(region -> {
            for (Region one : region.path()) {
                names.add(new Named(Kind.REGION, one.key(), one.name()));
            }
        });
        article.sections().forEach(section -> {
            for (Section one : section.path()) {
                names.add(new Named(Kind.SECTION, one.key(), one.name()));
            }
        });
        for (Tag tag : article.tags()) {
            names.add(new Named(Kind.TAG, tag.key(), tag.name()));
        }
        for (Author author : article.authors()) {
            names.add(new Named(Kind.AUTHOR, author.slug(), author.name()));
        }
        List<Terms> terms = new ArrayList<>();
        for (Named name : names) {
            if (name.text.length() <= LONGEST
                    && name.key.length() <= LONGEST
                    && name.text.indexOf(END) < 0
                    && name.key.indexOf(END) < 0) {
                terms.add(name.known(analyzer));
            }
        }
        return terms;
    }

    private record Named(Kind kind, String key, String text) {
        Terms known(NewsAnalyzer analyzer) {
            int hash = hashCode();
            int place = (hash ^ (hash >>> 16)) & (REMEMBERED - 1);
            Terms known = KNOWN.get(place);
            if (known == null || known.kind != kind || !known.key.equals(key) || !known.text.equals(text)) {
                known = terms(analyzer);
                KNOWN.set(place, known);
            }
            return known;
        }

        private Terms terms(NewsAnalyzer analyzer) {
            Set<String> written = new LinkedHashSet<>();
            Set<String> sounded = new LinkedHashSet<>();
            List<Token> tokens = analyzer.tokens(text, MOST_WORDS);
            for (int i = 0; i < tokens.size(); i++) {
                UnaryOperator<String> term = term(i == 0);
                String word = tokens.get(i).word();
                String words = folded(tokens.subList(i, tokens.size()));
                written.add(term.apply(cut(words)));
                if (word.length() > 4 && word.startsWith("ال")) {
                    written.add(term.apply(cut(words.substring(2))));
                }
                NameKeys.of(word).forEach(key -> sounded.add(term.apply(key)));
            }
            return new Terms(kind, key, text, List.copyOf(written), List.copyOf(sounded));
        }

        private UnaryOperator<String> term(boolean first) {
            char letter = kind.name().charAt(0);
            String rest = "" + END + (first ? letter : (char) (letter | 0x20)) + END + key + END + text;
            return words -> words + rest;
        }
    }

    /** The name that a term of the index stands for; null if it is none. */
    static @Nullable SuggestedName read(String term) {
        int words = term.indexOf(END);
        int kind = words + 1;
        int key = term.indexOf(END, kind + 2);
        if (words < 0 || key < 0) {
            return null;
        }
        char letter = term.charAt(kind);
        return new SuggestedName(
                term.substring(0, words),
                kind(Character.toUpperCase(letter)),
                Character.isUpperCase(letter),
                term.substring(kind + 2, key),
                term.substring(key + 1));
    }

    private static Kind kind(char letter) {
        return switch (letter) {
            case 'R' -> Kind.REGION;
            case 'S' -> Kind.SECTION;
            case 'T' -> Kind.TAG;
            default -> Kind.AUTHOR;
        };
    }

    /** Words as a name has them: with a space between those that are written apart. */
    static String folded(List<Token> tokens) {
        StringBuilder words = new StringBuilder();
        int end = -1;
        for (Token token : tokens) {
            if (end >= 0 && token.start() > end) {
                words.append(' ');
            }
            words.append(token.word());
            end = token.end();
        }
        return words.toString();
    }

    /** The word of the name at a place, counted from its first that is held here; empty if there are not so many. */
    String word(int place) {
        int from = 0;
        for (int i = 0; i < place; i++) {
            int space = words.indexOf(' ', from);
            if (space < 0) {
                return "";
            }
            from = space + 1;
        }
        int end = words.indexOf(' ', from);
        return words.substring(from, end < 0 ? words.length() : end);
    }

    private static String cut(String words) {
        if (words.length() <= LONGEST_WORDS) {
            return words;
        }
        return words.substring(
                0, Character.isHighSurrogate(words.charAt(LONGEST_WORDS - 1)) ? LONGEST_WORDS - 1 : LONGEST_WORDS);
    }
}
