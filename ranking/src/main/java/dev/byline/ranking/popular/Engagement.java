package dev.byline.ranking.popular;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.byline.article.ArticleId;
import dev.byline.ranking.audience.Audience;
import dev.byline.ranking.audience.Origin;
import dev.byline.ranking.audience.Reader;
import dev.byline.ranking.audience.Request;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something that a reader did with an article.
 *
 * <p>Its JSON is one line of what {@code byline record} reads, for example
 * {@code {"kind":"view","article":"17","at":"2026-11-01T12:00:00Z","visitor":"a1"}}.
 * A page's own report of its view is made by {@link #beacon}, which takes nothing on trust.
 *
 * @param kind what was done
 * @param article the article
 * @param at when
 * @param visitor what tells one visitor from another for as long as a repeat slot lasts, for example a session id; empty
 *     where that is not known. Personal data: in no {@code toString}, and kept by no store but as a keyed hash
 * @param network where a share went, in lower case, 1 to {@value #LONGEST_NETWORK} of the characters {@code a-z 0-9 . _ -};
 *     anything else that is given for a share becomes {@value #OTHER}; empty for all else
 * @param reader who is behind it; a person if not given
 * @param source where it came from, as {@link Origin#source()} says, up to {@value #LONGEST_SOURCE} characters; empty where that
 *     is not known. A visitor is one from there; the same key from elsewhere is another. Personal data as the visitor is
 * @param weight for how many events it stands, 1 to {@value #HEAVIEST}, as in a log of which every hundredth line was kept; 1 if
 *     it has a visitor or a source, for then it is one
 */
@JsonPropertyOrder({"kind", "article", "at", "visitor", "network", "reader", "source", "weight"})
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonIgnoreProperties(ignoreUnknown = true)
public record Engagement(
        Kind kind,
        ArticleId article,
        @JsonFormat(shape = JsonFormat.Shape.STRING) Instant at,
        String visitor,
        String network,
        Reader reader,
        String source,

        @JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = One.class)
        int weight) {
    /** The network of a share of which no proper name is known. */
    public static final String OTHER = "other";

    /** The most characters of a network's name. */
    public static final int LONGEST_NETWORK = 40;

    /** The most characters of a source. */
    public static final int LONGEST_SOURCE = 64;

    /** The most that an event may weigh. */
    public static final int HEAVIEST = 1_000_000;

    /** What a reader can do. */
    public enum Kind {
        /** Read the article. */
        @JsonProperty("view")
        VIEW,

        /** Pass it on. */
        @JsonProperty("share")
        SHARE,

        /** Comment on it. */
        @JsonProperty("comment")
        COMMENT,

        /** React to it by a click, such as a like. */
        @JsonProperty("reaction")
        REACTION
    }

    /** Checks that kind, article and instant are there, and brings the network into its form. */
    public Engagement {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(article, "article");
        Objects.requireNonNull(at, "at");
        visitor = visitor == null ? "" : visitor;
        network = kind == Kind.SHARE ? networkName(network) : "";
        reader = reader == null ? Reader.PERSON : reader;
        source = source == null ? "" : source;
        if (source.length() > LONGEST_SOURCE) {
            throw new IllegalArgumentException("a source is at most " + LONGEST_SOURCE + " characters long");
        }
        if (weight < 1 || weight > HEAVIEST) {
            throw new IllegalArgumentException("an event weighs 1 to " + HEAVIEST + ", not " + weight);
        }
        if (weight > 1 && !(visitor.isEmpty() && source.isEmpty())) {
            throw new IllegalArgumentException("an event with a visitor or a source weighs 1, not " + weight);
        }
    }

    /** One event, of whose source nothing is known. */
    public Engagement(Kind kind, ArticleId article, Instant at, String visitor, String network, Reader reader) {
        this(kind, article, at, visitor, network, reader, "", 1);
    }

    /** Binds JSON. */
    @JsonCreator
    static Engagement fromJson(
            @JsonProperty("kind") Kind kind,
            @JsonProperty("article") ArticleId article,
            @JsonProperty("at") @JsonFormat(shape = JsonFormat.Shape.STRING) Instant at,
            @JsonProperty("visitor") String visitor,
            @JsonProperty("network") String network,
            @JsonProperty("reader") Reader reader,
            @JsonProperty("source") String source,
            @JsonProperty("weight") @Nullable Integer weight) {
        return new Engagement(kind, article, at, visitor, network, reader, source, weight == null ? 1 : weight);
    }

    /**
     * A view.
     *
     * @param visitor tells visitors apart, or empty: then every view counts
     */
    public static Engagement view(ArticleId article, String visitor, Instant at) {
        return new Engagement(Kind.VIEW, article, at, visitor, "", Reader.PERSON);
    }

    /**
     * A view that the page itself reports to an address which anybody can call. It is one view, now, by whoever the request is
     * from: what it says of its time, its weight or its reader is for nobody to take over.
     *
     * @param request what asks for the report; its method, and what it was answered, do not matter
     * @param origin the address of the connection, or what a proxy that the host trusts says of it, and a session of the host's
     *     own if there is one
     * @param audience tells who is behind it
     */
    public static Engagement beacon(
            ArticleId article, Request request, Origin origin, Audience audience, InstantSource clock) {
        Request shown = new Request("", 0, request.agent(), request.purposes(), request.roles());
        return view(article, "", clock.instant())
                .from(origin)
                .reader(audience.of(shown).reader());
    }

    /** A share on a network, for example {@code facebook}. */
    public static Engagement share(ArticleId article, String network, Instant at) {
        return new Engagement(Kind.SHARE, article, at, "", network, Reader.PERSON);
    }

    /** A comment that readers can see. */
    public static Engagement comment(ArticleId article, Instant at) {
        return new Engagement(Kind.COMMENT, article, at, "", "", Reader.PERSON);
    }

    /** A reaction. */
    public static Engagement reaction(ArticleId article, Instant at) {
        return new Engagement(Kind.REACTION, article, at, "", "", Reader.PERSON);
    }

    /** The same by another reader. */
    public Engagement reader(Reader reader) {
        return new Engagement(kind, article, at, visitor, network, reader, source, weight);
    }

    /** The same by this visitor from there. */
    public Engagement from(Origin origin) {
        return new Engagement(kind, article, at, origin.visitor(), network, reader, origin.source(), weight);
    }

    /** The same from this source. */
    public Engagement source(String source) {
        return new Engagement(kind, article, at, visitor, network, reader, source, weight);
    }

    /** The same, but for so many events. */
    public Engagement weight(int weight) {
        return new Engagement(kind, article, at, visitor, network, reader, source, weight);
    }

    /** The form in which a network is counted. */
    static String networkName(String network) {
        if (network == null) {
            return OTHER;
        }
        String name = network.strip();
        if (name.isEmpty() || name.length() > LONGEST_NETWORK) {
            return OTHER;
        }
        name = name.toLowerCase(Locale.ROOT);
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if ("abcdefghijklmnopqrstuvwxyz0123456789._-".indexOf(c) < 0) {
                return OTHER;
            }
        }
        return name;
    }

    @Override
    public String toString() {
        return "Engagement[" + kind.name().toLowerCase(Locale.ROOT) + " of " + article + " at " + at
                + (network.isEmpty() ? "" : " on " + network) + (weight == 1 ? "" : " times " + weight) + "]";
    }

    /** What JSON leaves out as the weight. */
    static final class One {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Integer weight && weight == 1;
        }

        @Override
        public int hashCode() {
            return 1;
        }
    }
}
