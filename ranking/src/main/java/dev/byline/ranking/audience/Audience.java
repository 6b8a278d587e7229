package dev.byline.ranking.audience;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Tells who is behind a request, by what it says of itself, and whether it is a view at all.
 *
 * <p>The first that fits is said: people of the house, programs, browsers ahead of their readers, else a person. What
 * does not count is counted apart, so pass it on: {@code popular.record(view.reader(audience.of(request).reader()))}.
 * A page that a browser made ready is read only when it is shown; then the page itself has to report the view, for no
 * request comes any more.
 *
 * <p>Thread-safe; keeps nothing. Takes time in proportion to what it reads, at most {@link AgentList#READ} characters of
 * the agent and 256 of each purpose.
 */
public final class Audience {
    private static final int OK = 200;
    private static final int NOT_MODIFIED = 304;
    private static final int PURPOSE_READ = 256;
    private static final List<String> AHEAD = List.of("prefetch", "prerender", "preview");

    private final AudiencePolicy policy;
    private final AgentList agents;

    /**
     * What was told.
     *
     * @param reader who is behind it
     * @param view whether a page was asked for and shown; if not, it is nothing to count, not even apart
     * @param rule the id of the rule that says so
     * @param reason why, in words; nothing of the request is in them
     */
    @JsonPropertyOrder({"reader", "view", "rule", "reason"})
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Told(Reader reader, boolean view, String rule, String reason) {
        /** Checks that nothing is missing. */
        public Told {
            Objects.requireNonNull(reader, "reader");
            Objects.requireNonNull(rule, "rule");
            Objects.requireNonNull(reason, "reason");
        }
    }

    private Audience(AudiencePolicy policy, AgentList agents) {
        this.policy = Objects.requireNonNull(policy, "policy");
        this.agents = Objects.requireNonNull(agents, "agents");
    }

    /** By Byline's own list of agents. */
    public static Audience with(AudiencePolicy policy) {
        return new Audience(policy, AgentList.defaults());
    }

    /** By a list of agents of the host's own. */
    public static Audience with(AudiencePolicy policy, AgentList agents) {
        return new Audience(policy, agents);
    }

    /** Who is behind a request. */
    public Told of(Request request) {
        Told who = reader(request);
        if (!isPage(request.method())) {
            return new Told(who.reader(), false, "P-35", "asks for no page");
        }
        int status = request.status();
        if (status != 0 && status != OK && status != NOT_MODIFIED) {
            return new Told(who.reader(), false, "P-35", "was answered " + status);
        }
        return who;
    }

    private Told reader(Request request) {
        for (String role : request.roles()) {
            if (policy.editors().contains(AudiencePolicy.role(role))) {
                return new Told(Reader.EDITOR, true, "P-34", "comes from the house");
            }
        }
        String agent = request.agent();
        if (agent != null && policy.nameless() && isNone(agent)) {
            return new Told(Reader.BOT, true, "P-31", "names no agent");
        }
        if (agent != null && policy.bots()) {
            Optional<AgentList.Sign> sign = agents.find(agent);
            if (sign.isPresent()) {
                return new Told(
                        Reader.BOT,
                        true,
                        "P-30",
                        "says \"" + sign.get().phrase() + "\": " + sign.get().what());
            }
        }
        if (policy.prefetches()) {
            for (String purpose : request.purposes()) {
                String ahead = ahead(purpose);
                if (!ahead.isEmpty()) {
                    return new Told(Reader.PREFETCH, true, "P-32", "is a " + ahead);
                }
            }
            if (request.method().equalsIgnoreCase("HEAD")) {
                return new Told(Reader.PREFETCH, true, "P-33", "asks for the head alone");
            }
        }
        return new Told(Reader.PERSON, true, "P-36", "nothing says otherwise");
    }

    private static boolean isPage(String method) {
        return method.isEmpty() || method.equalsIgnoreCase("GET") || method.equalsIgnoreCase("HEAD");
    }

    // Logs write a hyphen for a header that is missing.
    private static boolean isNone(String agent) {
        for (int i = 0; i < agent.length(); i++) {
            char c = agent.charAt(i);
            if (c > ' ' && !(c == '-' && agent.length() == 1)) {
                return false;
            }
        }
        return true;
    }

    /** The word for fetching ahead that a purpose has, or nothing. */
    private static String ahead(String purpose) {
        String read = purpose.length() > PURPOSE_READ ? purpose.substring(0, PURPOSE_READ) : purpose;
        int start = 0;
        for (int i = 0; i <= read.length(); i++) {
            if (i == read.length() || !isLetter(read.charAt(i))) {
                for (String word : AHEAD) {
                    if (i - start == word.length() && read.regionMatches(true, start, word, 0, word.length())) {
                        return word;
                    }
                }
                start = i + 1;
            }
        }
        return "";
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
