package dev.byline.ranking.popular;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.byline.article.ArticleId;
import dev.byline.ranking.audience.Reader;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;

/**
 * Something that a reader did with an article.
 *
 * <p>Its JSON is one line of what {@code byline record} reads, for example
 * {@code {"kind":"view","article":"17","at":"2026-11-01T12:00:00Z","visitor":"a1"}}.
 *
 * @param kind what was done
 * @param article the article
 * @param at when
 * @param visitor what tells one visitor from another for as long as a repeat slot lasts, for example a session id; empty
 *     where that is not known. Personal data: in no {@code toString}, and kept by no store but as a keyed hash
 * @param network where a share went, in lower case, 1 to {@value #LONGEST_NETWORK} of the characters {@code a-z 0-9 . _ -};
 *     anything else that is given for a share becomes {@value #OTHER}; empty for all else
 * @param reader who is behind it; a person if not given
 */
@JsonPropertyOrder({"kind", "article", "at", "visitor", "network", "reader"})
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonIgnoreProperties(ignoreUnknown = true)
public record Engagement(
        Kind kind,
        ArticleId article,
        @JsonFormat(shape = JsonFormat.Shape.STRING) Instant at,
        String visitor,
        String network,
        Reader reader) {
    /** The network of a share of which no proper name is known. */
    public static final String OTHER = "other";

    /** The most characters of a network's name. */
    public static final int LONGEST_NETWORK = 40;

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
    }

    /**
     * A view.
     *
     * @param visitor tells visitors apart, or empty: then every view counts
     */
    public static Engagement view(ArticleId article, String visitor, Instant at) {
        return new Engagement(Kind.VIEW, article, at, visitor, "", Reader.PERSON);
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
        return new Engagement(kind, article, at, visitor, network, reader);
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
                + (network.isEmpty() ? "" : " on " + network) + "]";
    }
}
