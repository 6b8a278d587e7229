package dev.byline.search.lucene;

import dev.byline.search.lucene.NewsAnalyzer.Token;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.CompiledAutomaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;
import org.jspecify.annotations.Nullable;

/**
 * What may have been meant by a word that no public article has (rule S-12): words of public articles that are at most two
 * letters from it or sound alike, two words that stand side by side somewhere, or one that it makes with its neighbour.
 *
 * <p>They are weighed as a noisy channel: what the slips cost ({@link SpellingCost}) against how likely a reader who typed
 * the other words looks for the word, which is the share of it among the public articles that have those, smoothed by its
 * share among all (Dirichlet). What is not clearly a slip is taken for a word that the site lacks, and left: who looks for
 * it must not be told of something else.
 */
final class Respelling {
    /** How many unknown words of a query are respelled, the first. */
    static final int MOST_WORDS = 8;

    /** The shortest word that is respelled, in letters, and the longest. */
    static final int SHORTEST = 3;

    static final int LONGEST = 40;

    /** How many words are looked for in the place of one. */
    private static final int MOST_CHOICES = 3;

    // Of candidates by slips and frequency, so many are asked for in how many public articles they are.
    private static final int MOST_ASKED = 48;
    private static final int MOST_WEIGHED = 12;

    // The odds, as natural logarithms, that something was mistyped for a word and is none that the site lacks: by a
    // logistic regression on human misspellings of words that sites have and on right words that they lack, alone and
    // among others, on sites of a dozen to two thousand articles.
    private static final double SLIP = 2.4;
    private static final double ONE_ALONE = 1.2;
    private static final double LETTER = 0.5;
    private static final double LOOKED_FOR = 0.05;
    private static final double SHARE = 0.5;
    private static final double LIFT = 0.9;
    // Who typed other words that the site has knows what is there.
    private static final double AMONG_OTHERS = 1.5;
    private static final double LEAST_ODDS = -0.5;

    private static final double SMOOTHING = 0.5;
    private static final double NAME = 0.5;
    private static final int LONGER = 3;
    private static final double SPLIT = 0.2;
    private static final double JOINED = 0.1;
    private static final double LEAST_WEIGHT = 0.1;
    private static final int TWO_SLIPS_FROM = 5;

    /**
     * What may have been meant.
     *
     * @param text one word or two
     * @param start where what it replaces begins in the text
     * @param end behind that
     * @param score the greater the likelier
     */
    record Choice(String text, int start, int end, double score) {}

    private record Candidate(String word, double slips, double first) {}

    private final Publics publics;
    private final IndexReader reader;
    private final NewsAnalyzer analyzer;
    private final double all;

    Respelling(Publics publics, NewsAnalyzer analyzer) throws IOException {
        this.publics = publics;
        this.analyzer = analyzer;
        reader = publics.searcher().getIndexReader();
        all = Math.max(1, publics.count());
    }

    /**
     * The likeliest words for one that no public article has, the likeliest first; empty if there are none.
     *
     * @param before the word before it, which it may belong to; null if there is none
     * @param after the word behind it, likewise
     * @param names other spellings of it that articles have
     * @param context what the other words look for, the rarest first
     */
    List<Choice> choices(
            Token token, @Nullable Token before, @Nullable Token after, Set<String> names, List<Query> context)
            throws IOException {
        String word = token.word();
        if (!mayBeMistyped(word)) {
            return List.of();
        }
        List<Query> shared = shared(context);
        double articles = shared.isEmpty() ? 0 : publics.count(allOf(shared));
        List<Choice> choices = new ArrayList<>();
        for (Candidate candidate : live(candidates(word, names))) {
            double score = score(word, candidate.slips, candidate.word, shared, articles);
            choices.add(new Choice(candidate.word, token.start(), token.end(), score));
        }
        split(token, shared, articles, choices);
        join(before, token, choices);
        join(token, after, choices);
        choices.removeIf(choice -> choice.score < LEAST_ODDS);
        choices.sort(Comparator.comparingDouble(Choice::score).reversed().thenComparing(Choice::text));
        return List.copyOf(choices.subList(0, Math.min(MOST_CHOICES, choices.size())));
    }

    /** How much what was the second or third choice counts beside the first. */
    static float weight(Choice choice, Choice best) {
        double weight = Math.exp(choice.score - best.score);
        return weight < LEAST_WEIGHT ? 0 : (float) weight;
    }

    private static boolean mayBeMistyped(String word) {
        int letters = letters(word);
        return letters >= SHORTEST && letters <= LONGEST && word.codePoints().allMatch(Character::isLetter);
    }

    private List<Query> shared(List<Query> context) throws IOException {
        for (int n = context.size(); n > 0; n /= 2) {
            List<Query> some = context.subList(0, n);
            if (publics.any(allOf(some))) {
                return some;
            }
        }
        return List.of();
    }

    private double score(String typed, double slips, String word, List<Query> shared, double articles)
            throws IOException {
        double share = publics.count(holds(word)) / all;
        // That nearly all articles have a word does not make it what somebody looks for.
        boolean everyday = FunctionWords.isEnglish(word) || EverydayWords.contains(word);
        return score(typed, slips, everyday ? Math.min(share, LOOKED_FOR) : share, holds(word), shared, articles);
    }

    private double score(String typed, double slips, Query query, List<Query> shared, double articles)
            throws IOException {
        return score(typed, slips, publics.count(query) / all, query, shared, articles);
    }

    private double score(String typed, double slips, double share, Query query, List<Query> shared, double articles)
            throws IOException {
        double score = LETTER * letters(typed) + SHARE * Math.log(share) - slips;
        if (!shared.isEmpty()) {
            List<Query> both = new ArrayList<>(shared);
            both.add(query);
            double among = (publics.count(allOf(both)) + SMOOTHING * share) / (articles + SMOOTHING);
            score += LIFT * Math.log(among / share) - AMONG_OTHERS;
        }
        return score;
    }

    private static int letters(String word) {
        return word.codePointCount(0, word.length());
    }

    private List<Candidate> candidates(String word, Set<String> names) throws IOException {
        Map<String, Integer> found = new HashMap<>();
        int[] points = word.codePoints().toArray();
        look(slips(points).toAutomaton(1), found);
        if (points.length >= TWO_SLIPS_FROM) {
            String first = Character.toString(points[0]);
            int[] rest = Arrays.copyOfRange(points, 1, points.length);
            look(Objects.requireNonNull(slips(rest).toAutomaton(2, first)), found);
        }
        Automaton sound = SoundAlike.of(word);
        if (sound != null) {
            look(sound, found);
        }
        for (String name : names) {
            // What the word makes with its neighbour is longer, and no spelling of it alone.
            if (!WordForms.isMark(name) && name.length() <= word.length() + LONGER) {
                found.put(name, Math.max(articles(Field.TEXT, name), articles(Field.FILED, name)));
            }
        }
        SpellingCost costs = new SpellingCost(word);
        double dearest = dearest(points.length);
        List<Candidate> candidates = new ArrayList<>();
        found.forEach((other, articles) -> {
            double cost = Math.min(names.contains(other) ? NAME : Double.MAX_VALUE, costs.of(other));
            if (cost <= dearest) {
                double slips = SLIP * cost - (SpellingCost.isOneSlip(word, other) ? ONE_ALONE : 0);
                candidates.add(new Candidate(other, slips, SHARE * Math.log(articles) - slips));
            }
        });
        candidates.sort(Comparator.comparingDouble(Candidate::first).reversed().thenComparing(Candidate::word));
        return candidates;
    }

    private static LevenshteinAutomata slips(int[] points) {
        return new LevenshteinAutomata(points, Character.MAX_CODE_POINT, true);
    }

    private static double dearest(int letters) {
        return Math.max(1, 0.35 * letters);
    }

    private void look(Automaton automaton, Map<String, Integer> found) throws IOException {
        CompiledAutomaton compiled = new CompiledAutomaton(automaton, false, true);
        for (String field : List.of(Field.TEXT, Field.FILED)) {
            @Nullable Terms terms = MultiTerms.getTerms(reader, field);
            if (terms != null) {
                TermsEnum words = compiled.getTermsEnum(terms);
                while (words.next() != null) {
                    String word = words.term().utf8ToString();
                    if (!WordForms.isMark(word) && word.codePoints().allMatch(Character::isLetter)) {
                        found.merge(word, words.docFreq(), Math::max);
                    }
                }
            }
        }
    }

    private List<Candidate> live(List<Candidate> candidates) throws IOException {
        List<Candidate> live = new ArrayList<>();
        for (int i = 0; i < candidates.size() && i < MOST_ASKED && live.size() < MOST_WEIGHED; i++) {
            Candidate candidate = candidates.get(i);
            if (isOneWord(candidate.word) && publics.any(holds(candidate.word))) {
                live.add(candidate);
            }
        }
        return live;
    }

    // Where a script has no spaces, a word of a text may be several when it stands alone.
    private boolean isOneWord(String word) {
        List<Token> tokens = analyzer.tokens(word, 2);
        return tokens.size() == 1 && tokens.get(0).word().equals(word);
    }

    private void split(Token token, List<Query> shared, double articles, List<Choice> choices) throws IOException {
        String word = token.word();
        for (int at = 2; at <= word.length() - 2; at++) {
            String first = word.substring(0, at);
            String second = word.substring(at);
            if (articles(Field.TEXT, first) > 0 && articles(Field.TEXT, second) > 0) {
                Query both = sideBySide(first, second);
                if (publics.any(both)) {
                    choices.add(new Choice(
                            first + ' ' + second,
                            token.start(),
                            token.end(),
                            score(word, SLIP * SPLIT, both, shared, articles)));
                }
            }
        }
    }

    // Without the other words: one of them is a part of it.
    private void join(@Nullable Token first, @Nullable Token second, List<Choice> choices) throws IOException {
        if (first != null && second != null) {
            String whole = first.word() + second.word();
            if (whole.length() <= LONGEST && publics.any(holds(whole))) {
                double score = score(whole, SLIP * JOINED, holds(whole), List.of(), 0);
                choices.add(new Choice(whole, first.start(), second.end(), score));
            }
        }
    }

    private int articles(String field, String word) throws IOException {
        return reader.docFreq(new Term(field, word));
    }

    /** What a choice looks for. */
    Query meaning(Choice choice) {
        int space = choice.text.indexOf(' ');
        return space < 0
                ? holds(choice.text)
                : sideBySide(choice.text.substring(0, space), choice.text.substring(space + 1));
    }

    /** What has a word, as it is written here. */
    static Query holds(String word) {
        return Filters.anyOf(new TermQuery(new Term(Field.TEXT, word)), new TermQuery(new Term(Field.FILED, word)));
    }

    private static Query sideBySide(String first, String second) {
        return new PhraseQuery(Field.TEXT, first, second);
    }

    private static Query allOf(List<Query> queries) {
        return Filters.allOf(queries.toArray(Query[]::new));
    }

    /** The terms that stand for the second and third choice, and how much each counts. */
    static Map<String, Float> besides(List<Choice> choices) {
        Map<String, Float> terms = new LinkedHashMap<>();
        Choice best = choices.get(0);
        for (Choice choice : choices.subList(1, choices.size())) {
            float weight = weight(choice, best);
            if (weight > 0 && choice.text.indexOf(' ') < 0 && best.text.indexOf(' ') < 0) {
                WordForms.of(choice.text).forEach((term, part) -> terms.putIfAbsent(term, part * weight));
            }
        }
        return terms;
    }
}
