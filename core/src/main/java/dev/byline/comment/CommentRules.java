package dev.byline.comment;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a site asks of comments; by default name and email are required, whoever has no approved comment yet waits for a
 * moderator, and so does a text with two links.
 *
 * <p>Read from JSON, what is missing is as in {@link #defaults()}. Word lists match whole words and phrases, ignoring
 * letter case, invisible characters and compatibility forms, in name, email, address, text, IP and agent; an entry may
 * hold several lines, each of which is a key.
 *
 * @param nameAndEmailRequired whether visitors must give name and email (WordPress: require_name_email)
 * @param registrationRequired whether only signed-in members may comment (comment_registration)
 * @param closeAfterDays after how many days from publication comments close; 0 for never (close_comments_days_old)
 * @param holdAll whether every reader's comment waits for a moderator (comment_moderation)
 * @param holdUnknown whether a comment waits unless its sender has an approved one (comment_previously_approved)
 * @param holdAtLinks from how many links on a text waits; 0 for any number (comment_max_links)
 * @param holdKeys words that make a comment wait (moderation_keys)
 * @param disallowedKeys words that send a comment to {@code disallowedState} (disallowed_keys)
 * @param disallowedState trash or spam
 * @param refuseDuplicates whether the same words by the same sender in the same place are refused
 * @param floodSeconds how many seconds a sender must wait between two comments; 0 for none
 * @param unusable what becomes of an email or address that nobody required and that is none
 * @param limits how long each field may be
 */
@JsonPropertyOrder({
    "nameAndEmailRequired",
    "registrationRequired",
    "closeAfterDays",
    "holdAll",
    "holdUnknown",
    "holdAtLinks",
    "holdKeys",
    "disallowedKeys",
    "disallowedState",
    "refuseDuplicates",
    "floodSeconds",
    "unusable",
    "limits"
})
@JsonIgnoreProperties(ignoreUnknown = true)
public record CommentRules(
        boolean nameAndEmailRequired,
        boolean registrationRequired,
        int closeAfterDays,
        boolean holdAll,
        boolean holdUnknown,
        int holdAtLinks,
        List<String> holdKeys,
        List<String> disallowedKeys,
        CommentState disallowedState,
        boolean refuseDuplicates,
        int floodSeconds,
        Unusable unusable,
        Limits limits) {
    private static final CommentRules DEFAULTS = new CommentRules(
            true,
            false,
            0,
            false,
            true,
            2,
            List.of(),
            List.of(),
            CommentState.TRASH,
            true,
            15,
            Unusable.REFUSE,
            new Limits(
                    Measured.STORED,
                    new TextLimit(100, 400),
                    TextLimit.ofBytes(CommentDraft.EMAIL_BYTES),
                    TextLimit.ofBytes(1_000),
                    new TextLimit(10_000, CommentDraft.TEXT_BYTES)));

    /** What becomes of an email or an address of a site that nobody required and that is none. */
    public enum Unusable {
        /** The comment is refused, and the sender told. */
        @JsonProperty("refuse")
        REFUSE,

        /** The field is emptied without a word, as WordPress does. */
        @JsonProperty("drop")
        DROP
    }

    /** Which text is measured. */
    public enum Measured {
        /** What was sent, trimmed. */
        @JsonProperty("sent")
        SENT,

        /** What will be stored: cleaned and escaped. */
        @JsonProperty("stored")
        STORED
    }

    /**
     * How long each field may be; none longer than {@link CommentDraft} says.
     *
     * @param measured which text is measured
     * @param name of the name
     * @param email of the email address
     * @param url of the address of the sender's site
     * @param text of the comment
     */
    @JsonPropertyOrder({"measured", "name", "email", "url", "text"})
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Limits(Measured measured, TextLimit name, TextLimit email, TextLimit url, TextLimit text) {
        /** Checks that no field may be longer than under any rules; the default stands in for what is missing. */
        public Limits {
            measured = measured == null ? Measured.STORED : measured;
            name = (name == null ? defaults().name() : name).within(CommentDraft.NAME_BYTES, "name");
            email = (email == null ? defaults().email() : email).within(CommentDraft.EMAIL_BYTES, "email");
            url = (url == null ? defaults().url() : url).within(CommentDraft.URL_BYTES, "url");
            text = (text == null ? defaults().text() : text).within(CommentDraft.TEXT_BYTES, "text");
        }

        private static Limits defaults() {
            return DEFAULTS.limits();
        }
    }

    /** Copies and splits the lists, and checks the numbers. */
    public CommentRules {
        holdKeys = keys(holdKeys);
        disallowedKeys = keys(disallowedKeys);
        Objects.requireNonNull(unusable, "unusable");
        Objects.requireNonNull(limits, "limits");
        if (disallowedState != CommentState.TRASH && disallowedState != CommentState.SPAM) {
            throw new IllegalArgumentException("disallowedState is trash or spam, not " + disallowedState);
        }
        positive("closeAfterDays", closeAfterDays);
        positive("holdAtLinks", holdAtLinks);
        positive("floodSeconds", floodSeconds);
    }

    /** The usual rules; names up to 100 characters, texts up to 10,000. */
    public static CommentRules defaults() {
        return DEFAULTS;
    }

    /** WordPress as it comes: its limits in bytes of what was sent, its lists and its 15 seconds. */
    public static CommentRules wordPress() {
        return DEFAULTS.unusable(Unusable.DROP)
                .limits(new Limits(
                        Measured.SENT,
                        TextLimit.ofBytes(245),
                        TextLimit.ofBytes(100),
                        TextLimit.ofBytes(200),
                        TextLimit.ofBytes(65_525)));
    }

    /** Nobody needs a name, and nothing waits: only empty, overlong and repeated comments are refused. */
    public static CommentRules open() {
        return DEFAULTS.nameAndEmailRequired(false).holdUnknown(false).holdAtLinks(0);
    }

    /** The rules in a JSON document; what is null is as in {@link #defaults()}. */
    @JsonCreator
    public static CommentRules fromJson(
            @JsonProperty("nameAndEmailRequired") @Nullable Boolean nameAndEmailRequired,
            @JsonProperty("registrationRequired") @Nullable Boolean registrationRequired,
            @JsonProperty("closeAfterDays") @Nullable Integer closeAfterDays,
            @JsonProperty("holdAll") @Nullable Boolean holdAll,
            @JsonProperty("holdUnknown") @Nullable Boolean holdUnknown,
            @JsonProperty("holdAtLinks") @Nullable Integer holdAtLinks,
            @JsonProperty("holdKeys") @Nullable List<String> holdKeys,
            @JsonProperty("disallowedKeys") @Nullable List<String> disallowedKeys,
            @JsonProperty("disallowedState") @Nullable CommentState disallowedState,
            @JsonProperty("refuseDuplicates") @Nullable Boolean refuseDuplicates,
            @JsonProperty("floodSeconds") @Nullable Integer floodSeconds,
            @JsonProperty("unusable") @Nullable Unusable unusable,
            @JsonProperty("limits") @Nullable Limits limits) {
        return new CommentRules(
                or(nameAndEmailRequired, DEFAULTS.nameAndEmailRequired),
                or(registrationRequired, DEFAULTS.registrationRequired),
                or(closeAfterDays, DEFAULTS.closeAfterDays),
                or(holdAll, DEFAULTS.holdAll),
                or(holdUnknown, DEFAULTS.holdUnknown),
                or(holdAtLinks, DEFAULTS.holdAtLinks),
                or(holdKeys, DEFAULTS.holdKeys),
                or(disallowedKeys, DEFAULTS.disallowedKeys),
                or(disallowedState, DEFAULTS.disallowedState),
                or(refuseDuplicates, DEFAULTS.refuseDuplicates),
                or(floodSeconds, DEFAULTS.floodSeconds),
                or(unusable, DEFAULTS.unusable),
                or(limits, DEFAULTS.limits));
    }

    /** The same, but visitors must give name and email, or need not. */
    public CommentRules nameAndEmailRequired(boolean required) {
        return copy(rules -> rules.nameAndEmailRequired = required);
    }

    /** The same, but only members may comment, or everyone. */
    public CommentRules registrationRequired(boolean required) {
        return copy(rules -> rules.registrationRequired = required);
    }

    /** The same, but comments close so many days after publication; 0 for never. */
    public CommentRules closeAfterDays(int days) {
        return copy(rules -> rules.closeAfterDays = days);
    }

    /** The same, but every reader's comment waits, or only some. */
    public CommentRules holdAll(boolean hold) {
        return copy(rules -> rules.holdAll = hold);
    }

    /** The same, but a sender without an approved comment waits, or does not. */
    public CommentRules holdUnknown(boolean hold) {
        return copy(rules -> rules.holdUnknown = hold);
    }

    /** The same, but a text waits from so many links on; 0 for any number. */
    public CommentRules holdAtLinks(int links) {
        return copy(rules -> rules.holdAtLinks = links);
    }

    /** The same with these words that make a comment wait. */
    public CommentRules holdKeys(List<String> keys) {
        return copy(rules -> rules.holdKeys = keys);
    }

    /** The same with these words that send a comment to trash or spam. */
    public CommentRules disallowedKeys(List<String> keys) {
        return copy(rules -> rules.disallowedKeys = keys);
    }

    /** The same, but disallowed words lead to this state: trash or spam. */
    public CommentRules disallowedState(CommentState state) {
        return copy(rules -> rules.disallowedState = state);
    }

    /** The same, but repeated comments are refused, or not. */
    public CommentRules refuseDuplicates(boolean refuse) {
        return copy(rules -> rules.refuseDuplicates = refuse);
    }

    /** The same, but a sender waits so many seconds between two comments; 0 for none. */
    public CommentRules floodSeconds(int seconds) {
        return copy(rules -> rules.floodSeconds = seconds);
    }

    /** The same, but this becomes of an optional email or address that is none. */
    public CommentRules unusable(Unusable unusable) {
        return copy(rules -> rules.unusable = unusable);
    }

    /** The same with these limits. */
    public CommentRules limits(Limits limits) {
        return copy(rules -> rules.limits = limits);
    }

    private CommentRules copy(Consumer<Parts> change) {
        Parts parts = new Parts(this);
        change.accept(parts);
        return parts.build();
    }

    private static <T> T or(@Nullable T value, T fallback) {
        return value == null ? fallback : value;
    }

    private static List<String> keys(@Nullable List<String> keys) {
        return keys == null
                ? List.of()
                : keys.stream()
                        .flatMap(String::lines)
                        .map(String::strip)
                        .filter(key -> !key.isEmpty())
                        .toList();
    }

    private static void positive(String name, int value) {
        if (value < 0) {
            throw new IllegalArgumentException(name + " can't be " + value);
        }
    }

    private static final class Parts {
        private boolean nameAndEmailRequired;
        private boolean registrationRequired;
        private int closeAfterDays;
        private boolean holdAll;
        private boolean holdUnknown;
        private int holdAtLinks;
        private List<String> holdKeys;
        private List<String> disallowedKeys;
        private CommentState disallowedState;
        private boolean refuseDuplicates;
        private int floodSeconds;
        private Unusable unusable;
        private Limits limits;

        Parts(CommentRules rules) {
            nameAndEmailRequired = rules.nameAndEmailRequired;
            registrationRequired = rules.registrationRequired;
            closeAfterDays = rules.closeAfterDays;
            holdAll = rules.holdAll;
            holdUnknown = rules.holdUnknown;
            holdAtLinks = rules.holdAtLinks;
            holdKeys = rules.holdKeys;
            disallowedKeys = rules.disallowedKeys;
            disallowedState = rules.disallowedState;
            refuseDuplicates = rules.refuseDuplicates;
            floodSeconds = rules.floodSeconds;
            unusable = rules.unusable;
            limits = rules.limits;
        }

        CommentRules build() {
            return new CommentRules(
                    nameAndEmailRequired,
                    registrationRequired,
                    closeAfterDays,
                    holdAll,
                    holdUnknown,
                    holdAtLinks,
                    holdKeys,
                    disallowedKeys,
                    disallowedState,
                    refuseDuplicates,
                    floodSeconds,
                    unusable,
                    limits);
        }
    }
}
