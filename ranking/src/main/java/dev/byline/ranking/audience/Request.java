package dev.byline.ranking.audience;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a request for a page, to tell who is behind it.
 *
 * @param method the HTTP method; empty if not known
 * @param status the status that was answered; 0 if not known, as where the page itself reports its view
 * @param agent the {@code User-Agent} header, empty or {@code -} if the request had none, null if that is not known.
 *     Personal data: in no {@code toString}
 * @param purposes the values of those headers that say what for: {@code Sec-Purpose}, {@code Purpose}, {@code X-Purpose},
 *     {@code X-Moz}
 * @param roles what the host's users may be, such as {@code editor}; empty for somebody who is not signed in
 */
public record Request(String method, int status, @Nullable String agent, List<String> purposes, Set<String> roles) {
    private static final List<String> PURPOSE_HEADERS = List.of("Sec-Purpose", "Purpose", "X-Purpose", "X-Moz");

    /** Copies lists and checks that nothing is missing. */
    public Request {
        Objects.requireNonNull(method, "method");
        purposes = List.copyOf(purposes);
        roles = Set.copyOf(roles);
    }

    /** A page that was read with this agent. */
    public static Request of(String agent) {
        return new Request("GET", 200, agent, List.of(), Set.of());
    }

    /**
     * A request as a web framework has it.
     *
     * @param header gives a header by its name, or null, for example {@code request::getHeader}
     */
    public static Request of(String method, int status, Function<String, @Nullable String> header, Set<String> roles) {
        List<String> purposes = new ArrayList<>();
        for (String name : PURPOSE_HEADERS) {
            String value = header.apply(name);
            if (value != null) {
                purposes.add(value);
            }
        }
        String agent = header.apply("User-Agent");
        return new Request(method, status, agent == null ? "" : agent, purposes, roles);
    }

    @Override
    public String toString() {
        return "Request[" + method + " " + status + "]";
    }
}
