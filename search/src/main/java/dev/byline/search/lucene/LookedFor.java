package dev.byline.search.lucene;

import dev.byline.search.lucene.NewsAnalyzer.Token;
import dev.byline.search.lucene.QueryReader.Read;
import dev.byline.search.lucene.QueryReader.Typed;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.apache.lucene.analysis.CharArrayMap;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.jspecify.annotations.Nullable;

/** What a query looks for in a text: words, each by any of its terms, and phrases; the cost of finding them is that of reading
 * the text. */
final class LookedFor {
    /** A place in a phrase, counted from its first, and the terms of which one must be there. */
    record Place(int position, Collection<String> terms) {}

    /** Where in the text one of the words or phrases is, which are numbered as they were added. */
    record Match(int start, int end, int number) {}

    private static final Comparator<Match> IN_ORDER = Comparator.comparingInt(Match::start)
            .thenComparing(Comparator.comparingInt(Match::end).reversed())
            .thenComparingInt(Match::number);

    /** A word of the text that may be part of something: its place, and which places of phrases it can fill. */
    private record Seen(int position, int start, int end, BitSet places) {}

    // By the number of a place: the word or phrase that it belongs to.
    private final List<Integer> owners = new ArrayList<>();
    private final List<List<Place>> sought = new ArrayList<>();
    private final List<Integer> firsts = new ArrayList<>();
    private final CharArrayMap<BitSet> placesOf = new CharArrayMap<>(64, false);

    /** The words and phrases that are marked in what was found; function words that were passed over are none of them. */
    static LookedFor of(Read read, List<Plan.Wanted> wanted) {
        LookedFor lookedFor = new LookedFor();
        for (Typed word : read.words()) {
            Set<String> terms = new HashSet<>(WordForms.of(word.token()).keySet());
            wanted.stream()
                    .filter(known -> known.token().equals(word.token()))
                    .forEach(known -> terms.addAll(known.terms().keySet()));
            lookedFor.addWord(terms);
            word.same().stream()
                    .filter(same -> same.size() > 1)
                    .forEach(same -> lookedFor.addPhrase(
                            places(same, token -> WordForms.of(token).keySet())));
        }
        read.phrases().forEach(phrase -> lookedFor.addPhrase(places(phrase, token -> List.of(token.word()))));
        return lookedFor;
    }

    private static List<Place> places(List<Token> tokens, Function<Token, Collection<String>> terms) {
        int first = tokens.get(0).position();
        return tokens.stream()
                .map(token -> new Place(token.position() - first, terms.apply(token)))
                .toList();
    }

    /** Adds a word that any of these terms stands for. */
    void addWord(Collection<String> terms) {
        addPhrase(List.of(new Place(0, terms)));
    }

    /** Adds a phrase. */
    void addPhrase(List<Place> phrase) {
        firsts.add(owners.size());
        for (Place place : phrase) {
            for (String term : place.terms()) {
                BitSet places = placesOf.get(term);
                if (places == null) {
                    places = new BitSet();
                    placesOf.put(term, places);
                }
                places.set(owners.size());
            }
            owners.add(sought.size());
        }
        sought.add(List.copyOf(phrase));
    }

    /** Whether there is nothing to look for. */
    boolean isEmpty() {
        return sought.isEmpty();
    }

    /** How many words and phrases are looked for. */
    int size() {
        return sought.size();
    }

    /** Where they are in a text, from its beginning on, of those that begin together the longest first. */
    List<Match> in(TokenStream text) throws IOException {
        List<Seen> seen = seen(text);
        Map<Integer, Seen> byPosition = new HashMap<>(2 * seen.size());
        seen.forEach(word -> byPosition.putIfAbsent(word.position(), word));
        List<Match> matches = new ArrayList<>();
        for (Seen word : seen) {
            for (int place = word.places().nextSetBit(0);
                    place >= 0;
                    place = word.places().nextSetBit(place + 1)) {
                int number = owners.get(place);
                if (firsts.get(number) == place) {
                    int end = end(word, number, place, byPosition);
                    if (end >= 0) {
                        matches.add(new Match(word.start(), end, number));
                    }
                }
            }
        }
        matches.sort(IN_ORDER);
        return matches;
    }

    // Where a word or phrase ends that begins with this word; -1 where the rest is not there.
    private int end(Seen word, int number, int first, Map<Integer, Seen> byPosition) {
        List<Place> places = sought.get(number);
        int end = word.end();
        for (int i = 1; i < places.size(); i++) {
            int position =
                    word.position() + places.get(i).position() - places.get(0).position();
            @Nullable Seen next = byPosition.get(position);
            if (next == null || !next.places().get(first + i)) {
                return -1;
            }
            end = Math.max(end, next.end());
        }
        return end;
    }

    private List<Seen> seen(TokenStream text) throws IOException {
        List<Seen> seen = new ArrayList<>();
        CharTermAttribute term = text.addAttribute(CharTermAttribute.class);
        PositionIncrementAttribute step = text.addAttribute(PositionIncrementAttribute.class);
        OffsetAttribute offset = text.addAttribute(OffsetAttribute.class);
        text.reset();
        int position = -1;
        while (text.incrementToken()) {
            position += step.getPositionIncrement();
            @Nullable BitSet places = placesOf.get(term.buffer(), 0, term.length());
            if (places == null) {
                continue;
            }
            Seen last = seen.isEmpty() ? null : seen.get(seen.size() - 1);
            // Words that are looked for as one begin before.
            if (last == null || last.position() != position || last.start() != offset.startOffset()) {
                last = new Seen(position, offset.startOffset(), offset.endOffset(), new BitSet());
                seen.add(last);
            }
            last.places().or(places);
        }
        text.end();
        return seen;
    }
}
