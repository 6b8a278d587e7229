package dev.byline.ranking.audience;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What programs call themselves, for example in the {@code User-Agent} header.
 *
 * <p>Looking takes one pass over the agent's first {@value #READ} characters, however long the list. It knows only what
 * programs say of themselves: one that says it is a browser is taken for one. Thread-safe.
 */
public final class AgentList {
    /** How much of an agent is read. */
    public static final int READ = 1024;

    private static final int MOST_CHARACTERS = 50_000;
    private static final String RESOURCE = "agents.txt";

    private static final class Own {
        static final AgentList LIST = read();

        private static AgentList read() {
            try (InputStream in = AgentList.class.getResourceAsStream(RESOURCE)) {
                if (in == null) {
                    throw new IllegalStateException(RESOURCE + " is missing from byline-ranking");
                }
                return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(RESOURCE + " can't be read", e);
            }
        }
    }

    /**
     * What gave a program away.
     *
     * @param phrase the phrase, as the list has it but in lower case
     * @param what what programs with it are, such as {@code crawler}; {@code program} where the list does not say
     */
    public record Sign(String phrase, String what) {}

    private final List<Sign> signs;
    private final PhraseSearch phrases;
    private final PhraseSearch noSigns;

    private AgentList(List<Sign> signs, List<String> phrases, List<String> noSigns) {
        this.signs = List.copyOf(signs);
        this.phrases = new PhraseSearch(phrases);
        this.noSigns = new PhraseSearch(noSigns);
    }

    /**
     * Byline's own list: crawlers, readers of feeds, link previewers, monitors, HTTP libraries and browsers without a
     * screen. A host whose own application reports views through an HTTP library wants a list without that one.
     */
    public static AgentList defaults() {
        return Own.LIST;
    }

    /**
     * Reads a list of a host's own.
     *
     * <p>A line holds one phrase, which is found anywhere in an agent and in any case; with {@code ^} before it only at
     * the agent's beginning. {@code !} makes a phrase no sign, whatever other phrases lie within it. A line in brackets
     * says what those below it are. Empty lines and those that begin with {@code #} are passed over.
     *
     * @throws IllegalArgumentException if a phrase has other characters than those of ASCII, or there are more than 50,000
     *     in all
     */
    public static AgentList parse(String text) {
        List<Sign> signs = new ArrayList<>();
        List<String> phrases = new ArrayList<>();
        List<String> noSigns = new ArrayList<>();
        String what = "program";
        int number = 0;
        int characters = 0;
        for (String raw : (Iterable<String>) text.lines()::iterator) {
            String line = raw.strip();
            number++;
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            if (line.startsWith("[") && line.endsWith("]")) {
                what = line.substring(1, line.length() - 1).strip();
                continue;
            }
            boolean none = line.startsWith("!");
            line = none ? line.substring(1).strip() : line;
            boolean first = line.startsWith("^");
            String phrase = (first ? line.substring(1).strip() : line).toLowerCase(Locale.ROOT);
            if (phrase.isEmpty() || phrase.chars().anyMatch(c -> c < ' ' || c > '~')) {
                throw new IllegalArgumentException("line " + number + " holds no phrase of ASCII");
            }
            characters += phrase.length() + 1;
            if (characters > MOST_CHARACTERS) {
                throw new IllegalArgumentException("a list of agents has at most " + MOST_CHARACTERS + " characters");
            }
            String bound = first ? PhraseSearch.BEGINNING + phrase : phrase;
            if (none) {
                noSigns.add(bound);
            } else {
                phrases.add(bound);
                signs.add(new Sign(phrase, what));
            }
        }
        return new AgentList(signs, phrases, noSigns);
    }

    /** What gives an agent away as a program's: the phrase that ends first in it; empty if nothing does. */
    public Optional<Sign> find(String agent) {
        String read = agent.length() > READ ? agent.substring(0, READ) : agent;
        int found = phrases.first(read);
        if (found != PhraseSearch.NONE) {
            // Most agents are nobody's in the list, so what is no sign is looked for last.
            found = phrases.first(noSigns.without(read));
        }
        return found == PhraseSearch.NONE ? Optional.empty() : Optional.of(signs.get(found));
    }

    @Override
    public String toString() {
        return "AgentList[" + signs.size() + " phrases]";
    }
}
