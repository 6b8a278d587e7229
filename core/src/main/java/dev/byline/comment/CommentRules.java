package dev.byline.comment;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.byline.comment.KeyList.Action;
import dev.byline.comment.ReplyRules.TooDeep;
import dev.byline.comment.SenderRules.Flood;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a site asks of comments; by default name and email are required, whoever has no approved comment yet waits for a
 * moderator, and so does a text with two links.
 *
 * <p>Read from JSON, what is missing is as in {@link #defaults()}.
 *
 * @param nameAndEmailRequired whether visitors must give name and email (WordPress: require_name_email)
 * @param registrationRequired whether only signed-in members may comment (comment_registration)
 * @param closeAfterDays after how many days from publication comments close; 0 for never (close_comments_days_old)
 * @param holdAll whether every reader's comment waits for a moderator (comment_moderation)
 * @param nudge whether a comment that would wait for its words or links is first given back to be thought over
 * @param unusable what becomes of an email or address that nobody required and that is none
 * @param limits how long each field may be
 * @param text what a text must be besides
 * @param formAges how old a form may be, where the reviewer checks its token
 * @param reservedNames names that no visitor may bear, nor one that looks like them, such as the publication's
 * @param links how many links a comment may have
 * @param keys lists of words, of which the one that asks for the most counts
 * @param senders what a sender's other comments mean
 * @param replies how deep replies go
 * @param edits when a sender may still change a comment
 * @param scoring how much several findings weigh together
 */
@JsonPropertyOrder({
    "nameAndEmailRequired",
    "registrationRequired",
    "closeAfterDays",
    "holdAll",
    "nudge",
    "unusable",
    "limits",
    "text",
    "formAges",
    "reservedNames",
    "links",
    "keys",
    "senders",
    "replies",
    "edits",
    "scoring"
})
@JsonIgnoreProperties(ignoreUnknown = true)
public record CommentRules(
        boolean nameAndEmailRequired,
        boolean registrationRequired,
        int closeAfterDays,
        boolean holdAll,
        boolean nudge,
        Unusable unusable,
        Limits limits,
        TextRules text,
        FormTokens.Ages formAges,
        List<String> reservedNames,
        LinkRules links,
        List<KeyList> keys,
        SenderRules senders,
        ReplyRules replies,
        EditRules edits,
        Scoring scoring) {
    /** The name of the list that {@link #holdKeys} replaces. */
    static final String MODERATION = "moderation";

    /** The name of the list that {@link #disallowedKeys} replaces. */
    static final String DISALLOWED = "disallowed";

    private static final CommentRules DEFAULTS = new CommentRules(
            true,
            false,
            0,
            false,
            false,
            Unusable.REFUSE,
            new Limits(
                    Measured.STORED,
                    new TextLimit(100, 400),
                    TextLimit.ofBytes(CommentDraft.EMAIL_BYTES),
                    TextLimit.ofBytes(1_000),
                    new TextLimit(10_000, CommentDraft.TEXT_BYTES)),
            TextRules.defaults(),
            FormTokens.Ages.defaults(),
            List.of(),
            LinkRules.defaults(),
            List.of(KeyList.hold(MODERATION, List.of()), KeyList.trash(DISALLOWED, List.of())),
            SenderRules.defaults(),
            ReplyRules.defaults(),
            EditRules.defaults(),
            Scoring.defaults());

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

    /** Copies the lists and checks the numbers. */
    public CommentRules {
        Objects.requireNonNull(unusable, "unusable");
        Objects.requireNonNull(limits, "limits");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(formAges, "formAges");
        Objects.requireNonNull(links, "links");
        Objects.requireNonNull(senders, "senders");
        Objects.requireNonNull(replies, "replies");
        Objects.requireNonNull(edits, "edits");
        Objects.requireNonNull(scoring, "scoring");
        reservedNames = CommentRulesCopy.copy("reservedNames", reservedNames).stream()
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
        keys = CommentRulesCopy.copy("keys", keys);
        CommentRulesCopy.notNegative("closeAfterDays", closeAfterDays);
        long names = keys.stream().map(KeyList::name).distinct().count();
        if (names < keys.size()) {
            throw new IllegalArgumentException("two lists of words have one name: "
                    + keys.stream().map(KeyList::name).toList());
        }
    }

    /** The usual rules; names up to 100 characters, texts up to 10,000, five levels of replies. */
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
                        TextLimit.ofBytes(65_525)))
                .links(DEFAULTS.links.bbcode(false))
                .replies(DEFAULTS.replies.tooDeep(TooDeep.FLATTEN).belowRefused(true));
    }

    /**
     * WordPress with the options of a site, by the names and with the values that they have in its table wp_options:
     * require_name_email, comment_registration, close_comments_for_old_posts, close_comments_days_old,
     * comment_moderation, comment_max_links, moderation_keys, disallowed_keys (blacklist_keys),
     * comment_previously_approved (comment_whitelist), thread_comments and thread_comments_depth.
     *
     * <p>An option that is missing or null is as WordPress ships it. What is on or off is {@code "1"}, {@code "0"} or
     * {@code ""}, a number or a boolean; keys are text with one on each line, or a list.
     *
     * @throws IllegalArgumentException if there is another option or a value can't be; the message begins with the name of
     *     the option and never holds a key
     */
    public static CommentRules wordPress(Map<String, ?> options) {
        return WordPressOptions.rules(options);
    }

    /**
     * For a site under attack or with few moderators: comments close after 14 days, the first three of a sender wait, as
     * do a single link and near repeats; four links are spam, shouting is refused, and a network sends two comments a
     * minute.
     */
    public static CommentRules strict() {
        return DEFAULTS.closeAfterDays(14)
                .nudge(true)
                .text(new TextRules(3, 3, 20))
                .links(DEFAULTS.links.holdAt(1).spamAt(4).site(true))
                .senders(new SenderRules(
                        true,
                        0,
                        80,
                        List.of(new Flood(Flood.By.SENDER, 1, 15), new Flood(Flood.By.NETWORK, 2, 60)),
                        3,
                        30))
                .replies(DEFAULTS.replies.tooDeep(TooDeep.REFUSE));
    }

    /** Nobody needs a name, and nothing waits: only empty, overlong and repeated comments are refused. */
    public static CommentRules open() {
        return DEFAULTS.nameAndEmailRequired(false)
                .senders(DEFAULTS.senders.approvals(0))
                .links(DEFAULTS.links.holdAt(0));
    }

    /** The rules in a JSON document; what is null is as in {@link #defaults()}. */
    @JsonCreator
    public static CommentRules fromJson(
            @JsonProperty("nameAndEmailRequired") @Nullable Boolean nameAndEmailRequired,
            @JsonProperty("registrationRequired") @Nullable Boolean registrationRequired,
            @JsonProperty("closeAfterDays") @Nullable Integer closeAfterDays,
            @JsonProperty("holdAll") @Nullable Boolean holdAll,
            @JsonProperty("nudge") @Nullable Boolean nudge,
            @JsonProperty("unusable") @Nullable Unusable unusable,
            @JsonProperty("limits") @Nullable Limits limits,
            @JsonProperty("text") @Nullable TextRules text,
            @JsonProperty("formAges") FormTokens.@Nullable Ages formAges,
            @JsonProperty("reservedNames") @Nullable List<String> reservedNames,
            @JsonProperty("links") @Nullable LinkRules links,
            @JsonProperty("keys") @Nullable List<KeyList> keys,
            @JsonProperty("senders") @Nullable SenderRules senders,
            @JsonProperty("replies") @Nullable ReplyRules replies,
            @JsonProperty("edits") @Nullable EditRules edits,
            @JsonProperty("scoring") @Nullable Scoring scoring) {
        return new CommentRules(
                CommentRulesCopy.or(nameAndEmailRequired, DEFAULTS.nameAndEmailRequired),
                CommentRulesCopy.or(registrationRequired, DEFAULTS.registrationRequired),
                CommentRulesCopy.or(closeAfterDays, DEFAULTS.closeAfterDays),
                CommentRulesCopy.or(holdAll, DEFAULTS.holdAll),
                CommentRulesCopy.or(nudge, DEFAULTS.nudge),
                CommentRulesCopy.or(unusable, DEFAULTS.unusable),
                CommentRulesCopy.or(limits, DEFAULTS.limits),
                CommentRulesCopy.or(text, DEFAULTS.text),
                CommentRulesCopy.or(formAges, DEFAULTS.formAges),
                CommentRulesCopy.or(reservedNames, DEFAULTS.reservedNames),
                CommentRulesCopy.or(links, DEFAULTS.links),
                CommentRulesCopy.or(keys, DEFAULTS.keys),
                CommentRulesCopy.or(senders, DEFAULTS.senders),
                CommentRulesCopy.or(replies, DEFAULTS.replies),
                CommentRulesCopy.or(edits, DEFAULTS.edits),
                CommentRulesCopy.or(scoring, DEFAULTS.scoring));
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

    /** The same, but what would wait for its words or links is first given back to be thought over, or not. */
    public CommentRules nudge(boolean nudge) {
        return copy(rules -> rules.nudge = nudge);
    }

    /** The same, but this becomes of an optional email or address that is none. */
    public CommentRules unusable(Unusable unusable) {
        return copy(rules -> rules.unusable = unusable);
    }

    /** The same with these limits. */
    public CommentRules limits(Limits limits) {
        return copy(rules -> rules.limits = limits);
    }

    /** The same with these rules for texts. */
    public CommentRules text(TextRules text) {
        return copy(rules -> rules.text = text);
    }

    /** The same, but forms may be so old that come back with a token. */
    public CommentRules formAges(FormTokens.Ages ages) {
        return copy(rules -> rules.formAges = ages);
    }

    /** The same with these names that no visitor may bear. */
    public CommentRules reservedNames(List<String> names) {
        return copy(rules -> rules.reservedNames = names);
    }

    /** The same with these rules for links. */
    public CommentRules links(LinkRules links) {
        return copy(rules -> rules.links = links);
    }

    /** The same with these lists of words and no others. */
    public CommentRules keys(List<KeyList> lists) {
        return copy(rules -> rules.keys = lists);
    }

    /** The same with these rules for a sender's comments. */
    public CommentRules senders(SenderRules senders) {
        return copy(rules -> rules.senders = senders);
    }

    /** The same with these rules for replies. */
    public CommentRules replies(ReplyRules replies) {
        return copy(rules -> rules.replies = replies);
    }

    /** The same with these rules for edits. */
    public CommentRules edits(EditRules edits) {
        return copy(rules -> rules.edits = edits);
    }

    /** The same with these weights. */
    public CommentRules scoring(Scoring scoring) {
        return copy(rules -> rules.scoring = scoring);
    }

    /** The same with this list of words, in the place of the one with its name. */
    public CommentRules keys(KeyList list) {
        List<KeyList> lists = new ArrayList<>(keys);
        lists.removeIf(other -> other.name().equals(list.name()));
        lists.add(list);
        return keys(lists);
    }

    /** The same with these words that make a comment wait, in the list {@code moderation} (WordPress: moderation_keys). */
    public CommentRules holdKeys(List<String> words) {
        return keys(list(MODERATION, Action.HOLD).keys(words));
    }

    /** The same with these words that send a comment to the trash, in the list {@code disallowed} (disallowed_keys). */
    public CommentRules disallowedKeys(List<String> words) {
        return keys(list(DISALLOWED, Action.TRASH).keys(words));
    }

    private KeyList list(String name, Action action) {
        return keys.stream()
                .filter(list -> list.name().equals(name))
                .findFirst()
                .orElseGet(() -> new KeyList(name, action, List.of(), List.of()));
    }

    private CommentRules copy(Consumer<CommentRulesCopy> change) {
        CommentRulesCopy copy = new CommentRulesCopy(this);
        change.accept(copy);
        return copy.rules();
    }
}
