package dev.byline.ranking.audience;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Who is told apart from people who read. {@link #defaults()}: programs that say so, requests without an agent, browsers
 * ahead of their readers, and the roles of those who write; {@link #open()}: nobody.
 *
 * @param bots whether programs that say so are told apart
 * @param nameless whether requests without an agent are taken for programs
 * @param prefetches whether browsers that fetch ahead, and requests for the head alone, are told apart
 * @param editors the roles of people of the house, in lower case
 */
@JsonPropertyOrder({"bots", "nameless", "prefetches", "editors"})
@JsonIgnoreProperties(ignoreUnknown = true)
public record AudiencePolicy(boolean bots, boolean nameless, boolean prefetches, Set<String> editors) {
    // The roles that WordPress knows, without the subscriber, who only reads.
    private static final AudiencePolicy DEFAULTS = new AudiencePolicy(
            true, true, true, Set.of("super_admin", "administrator", "editor", "author", "contributor"));

    private static final AudiencePolicy OPEN = new AudiencePolicy(false, false, false, Set.of());

    /** Brings the roles into their form. */
    public AudiencePolicy {
        Set<String> roles = new TreeSet<>();
        editors.forEach(role -> roles.add(role(role)));
        editors = Collections.unmodifiableSet(roles);
    }

    /** Programs, prefetches and those who write are told apart. */
    public static AudiencePolicy defaults() {
        return DEFAULTS;
    }

    /** Everybody is taken for a person who reads. */
    public static AudiencePolicy open() {
        return OPEN;
    }

    /** Binds JSON; what is missing is as in {@link #defaults()}. */
    @JsonCreator
    public static AudiencePolicy fromJson(
            @JsonProperty("bots") @Nullable Boolean bots,
            @JsonProperty("nameless") @Nullable Boolean nameless,
            @JsonProperty("prefetches") @Nullable Boolean prefetches,
            @JsonProperty("editors") @Nullable List<String> editors) {
        return new AudiencePolicy(
                bots == null ? DEFAULTS.bots : bots,
                nameless == null ? DEFAULTS.nameless : nameless,
                prefetches == null ? DEFAULTS.prefetches : prefetches,
                editors == null ? DEFAULTS.editors : Set.copyOf(editors));
    }

    /** With programs told apart or not. */
    public AudiencePolicy bots(boolean bots) {
        return new AudiencePolicy(bots, nameless, prefetches, editors);
    }

    /** With requests without an agent told apart or not. */
    public AudiencePolicy nameless(boolean nameless) {
        return new AudiencePolicy(bots, nameless, prefetches, editors);
    }

    /** With prefetches told apart or not. */
    public AudiencePolicy prefetches(boolean prefetches) {
        return new AudiencePolicy(bots, nameless, prefetches, editors);
    }

    /** With these roles of people of the house. */
    public AudiencePolicy editors(Collection<String> editors) {
        return new AudiencePolicy(bots, nameless, prefetches, Set.copyOf(editors));
    }

    /** The form in which a role is compared. */
    static String role(String role) {
        return role.strip().toLowerCase(Locale.ROOT);
    }
}
