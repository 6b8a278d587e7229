package dev.byline.taxonomy;

import dev.byline.matching.AhoCorasick;
import dev.byline.taxonomy.GazetteerEntry.Word;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The words of a gazetteer, made ready to be found in texts: immutable. */
final class WordIndex {
    /** How a word must be written in the text. */
    enum Spelling {
        /** As anybody likes. */
        ANY,
        /** With a capital. */
        CAPITAL,
        /** In capitals, as an abbreviation. */
        CAPITALS
    }

    /** The shortest word that is a region's even where it is written small. */
    private static final int SURE_IN_SMALL = 5;

    private static final double AMERICANS = 0.3;
    private static final List<String> AMERICAN = List.of(Letters.key("American"), Letters.key("Americans"));
    private static final int MOST_TICKER = 3;

    private final AhoCorasick matcher;
    private final Sense[][] senses;
    private final byte[] lengths;
    private final Region[] regions;
    private final Map<Integer, Integer> tickers;

    private WordIndex(
            AhoCorasick matcher, Sense[][] senses, byte[] lengths, Region[] regions, Map<Integer, Integer> tickers) {
        this.matcher = matcher;
        this.senses = senses;
        this.lengths = lengths;
        this.regions = regions;
        this.tickers = tickers;
    }

    /**
     * What a word means.
     *
     * @param region the number of the region
     * @param kind what it has to do with it
     * @param text the word as the gazetteer writes it
     * @param weight how much it counts
     * @param spelling how it must be written
     * @param personal whether persons are called so
     * @param common whether it is another word in small letters
     * @param unsure whether it counts only beside others
     */
    record Sense(
            int region,
            WordKind kind,
            String text,
            double weight,
            Spelling spelling,
            boolean personal,
            boolean common,
            boolean unsure) {}

    static WordIndex of(Collection<GazetteerEntry> entries) {
        Map<String, List<Sense>> words = new LinkedHashMap<>();
        List<Region> regions = new ArrayList<>();
        Map<Integer, List<Sense>> codes = new HashMap<>();
        for (GazetteerEntry entry : entries) {
            if (entry.region().key().equals(GazetteerFile.NOWHERE)) {
                entry.words(WordKind.PHRASES)
                        .forEach(word -> words.computeIfAbsent(Letters.key(word.text()), k -> new ArrayList<>()));
                continue;
            }
            int region = regions.size();
            regions.add(entry.region());
            for (WordKind kind : WordKind.values()) {
                if (kind != WordKind.TICKERS && (kind.isEvidence() || kind == WordKind.NEAR || kind == WordKind.FAR)) {
                    entry.words(kind).forEach(word -> add(words, entry, region, kind, word));
                }
            }
            for (Word word : entry.words(WordKind.TICKERS)) {
                String key = Letters.key(word.text());
                Sense sense = sense(entry, region, WordKind.TICKERS, word);
                codes.computeIfAbsent(code(key.substring(1, key.length() - 1)), k -> new ArrayList<>())
                        .add(sense);
            }
        }
        americans(words);
        List<AhoCorasick.Entry> strings = new ArrayList<>();
        List<List<Sense>> all = new ArrayList<>();
        words.forEach((key, its) -> {
            strings.add(new AhoCorasick.Entry(key, all.size()));
            all.add(its);
        });
        Map<Integer, Integer> tickers = new HashMap<>();
        codes.forEach((code, its) -> {
            tickers.put(code, all.size());
            all.add(its);
        });
        byte[] lengths = new byte[all.size()];
        strings.forEach(string -> lengths[string.number()] = (byte) Letters.words(string.string()));
        Sense[][] senses = all.stream().map(its -> its.toArray(Sense[]::new)).toArray(Sense[][]::new);
        return new WordIndex(AhoCorasick.of(strings), senses, lengths, regions.toArray(Region[]::new), tickers);
    }

    /** The matcher, whose strings are keys of {@link Letters#key}; its numbers are the words. */
    AhoCorasick matcher() {
        return matcher;
    }

    /** What a word means; nothing where it means no region. */
    Sense[] senses(int word) {
        return senses[word];
    }

    /** How many words a phrase has. */
    int length(int word) {
        return lengths[word];
    }

    Region region(int number) {
        return regions[number];
    }

    int regions() {
        return regions.length;
    }

    /** The word that stands for the code of an exchange, or -1. */
    int ticker(int code) {
        return tickers.getOrDefault(code, -1);
    }

    /** Up to three letters as one number; 0 for more. */
    static int code(CharSequence letters) {
        int code = 0;
        for (int i = 0; i < letters.length(); i++) {
            code = i < MOST_TICKER ? code << 8 | (letters.charAt(i) & 0xFF) : 0;
        }
        return code;
    }

    private static void add(
            Map<String, List<Sense>> words, GazetteerEntry entry, int region, WordKind kind, Word word) {
        Sense sense = sense(entry, region, kind, word);
        for (String form : WordForms.of(word.text(), kind)) {
            add(words, form, sense);
        }
        // An Iranian-American is first of all an American.
        if (kind == WordKind.PEOPLE
                && word.text().codePointAt(0) < 0x250
                && !entry.region().key().equals("us")) {
            Sense less = new Sense(
                    region, kind, word.text(), word.weight() * AMERICANS, sense.spelling(), false, false, false);
            AMERICAN.forEach(american -> add(words, Letters.key(word.text()) + american.substring(1), less));
        }
    }

    private static void americans(Map<String, List<Sense>> words) {
        words.forEach((key, senses) -> AMERICAN.forEach(american -> {
            if (key.endsWith(american) && key.length() > american.length() && !senses.isEmpty()) {
                words.getOrDefault(american, List.of()).forEach(sense -> add(senses, sense));
            }
        }));
    }

    private static void add(Map<String, List<Sense>> words, String form, Sense sense) {
        add(words.computeIfAbsent(form, k -> new ArrayList<>(1)), sense);
    }

    private static void add(List<Sense> senses, Sense sense) {
        // The strongest kind counts, and kinds come in that order.
        if (senses.stream()
                .noneMatch(other -> other.region() == sense.region()
                        && (other.kind() == sense.kind()
                                || (other.kind().isEvidence() && sense.kind().isEvidence())))) {
            senses.add(sense);
        }
    }

    private static Sense sense(GazetteerEntry entry, int region, WordKind kind, Word word) {
        boolean common = entry.has(WordKind.COMMON, word.text());
        return new Sense(
                region,
                kind,
                word.text(),
                word.weight(),
                common ? Spelling.CAPITAL : spelling(kind, word.text()),
                entry.has(WordKind.PERSONAL, word.text()),
                common,
                entry.has(WordKind.UNSURE, word.text()));
    }

    private static Spelling spelling(WordKind kind, String text) {
        if (!Letters.isCased(text)) {
            return Spelling.ANY;
        }
        if (text.chars().noneMatch(Character::isLowerCase)) {
            return Spelling.CAPITALS;
        }
        boolean capital = Character.isUpperCase(text.codePointAt(0));
        long letters = text.chars().filter(Character::isLetter).count();
        boolean sureInSmall = letters >= SURE_IN_SMALL
                && (kind == WordKind.ALSO || kind == WordKind.PEOPLE || kind == WordKind.CAPITAL);
        return capital && !sureInSmall ? Spelling.CAPITAL : Spelling.ANY;
    }
}
