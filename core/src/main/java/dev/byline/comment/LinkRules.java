package dev.byline.comment;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How many links a comment may have and where they may lead; by default two make it wait.
 *
 * <p>A host name stands for itself and everything under it: {@code news.example} for {@code www.news.example} too.
 *
 * @param holdAt from how many links on a comment waits; 0 for any number (WordPress: comment_max_links)
 * @param spamAt from how many on it is spam; 0 for any number
 * @param newcomersHoldAt from how many on the comment of a sender waits who has no approved one; 0 for any number
 * @param bbcode whether {@code [url]} and {@code [link]} count as links, which no page prints as such
 * @param site whether the address of the sender's own site counts
 * @param allowed hosts whose links don't count
 * @param denied hosts whose links make a comment spam, the sender's own site included
 */
@JsonPropertyOrder({"holdAt", "spamAt", "newcomersHoldAt", "bbcode", "site", "allowed", "denied"})
@JsonIgnoreProperties(ignoreUnknown = true)
public record LinkRules(
        int holdAt,
        int spamAt,
        int newcomersHoldAt,
        boolean bbcode,
        boolean site,
        List<String> allowed,
        List<String> denied) {
    private static final LinkRules DEFAULTS = new LinkRules(2, 0, 0, true, false, List.of(), List.of());

    /** Copies the lists, hosts in lower case, and checks the numbers. */
    public LinkRules {
        CommentRulesCopy.notNegative("holdAt", holdAt);
        CommentRulesCopy.notNegative("spamAt", spamAt);
        CommentRulesCopy.notNegative("newcomersHoldAt", newcomersHoldAt);
        allowed = hosts("allowed", allowed);
        denied = hosts("denied", denied);
    }

    /** Two links wait; BBCode counts. */
    public static LinkRules defaults() {
        return DEFAULTS;
    }

    /** The rules in a JSON document; what is missing is as in {@link #defaults()}. */
    @JsonCreator
    static LinkRules fromJson(
            @JsonProperty("holdAt") @Nullable Integer holdAt,
            @JsonProperty("spamAt") @Nullable Integer spamAt,
            @JsonProperty("newcomersHoldAt") @Nullable Integer newcomersHoldAt,
            @JsonProperty("bbcode") @Nullable Boolean bbcode,
            @JsonProperty("site") @Nullable Boolean site,
            @JsonProperty("allowed") @Nullable List<String> allowed,
            @JsonProperty("denied") @Nullable List<String> denied) {
        return new LinkRules(
                CommentRulesCopy.or(holdAt, DEFAULTS.holdAt),
                CommentRulesCopy.or(spamAt, DEFAULTS.spamAt),
                CommentRulesCopy.or(newcomersHoldAt, DEFAULTS.newcomersHoldAt),
                CommentRulesCopy.or(bbcode, DEFAULTS.bbcode),
                CommentRulesCopy.or(site, DEFAULTS.site),
                CommentRulesCopy.or(allowed, List.of()),
                CommentRulesCopy.or(denied, List.of()));
    }

    /** The same, but a comment waits from so many links on; 0 for any number. */
    public LinkRules holdAt(int links) {
        return new LinkRules(links, spamAt, newcomersHoldAt, bbcode, site, allowed, denied);
    }

    /** The same, but a comment is spam from so many links on; 0 for any number. */
    public LinkRules spamAt(int links) {
        return new LinkRules(holdAt, links, newcomersHoldAt, bbcode, site, allowed, denied);
    }

    /** The same, but a newcomer's comment waits from so many links on; 0 for any number. */
    public LinkRules newcomersHoldAt(int links) {
        return new LinkRules(holdAt, spamAt, links, bbcode, site, allowed, denied);
    }

    /** The same, but BBCode counts, or not. */
    public LinkRules bbcode(boolean counts) {
        return new LinkRules(holdAt, spamAt, newcomersHoldAt, counts, site, allowed, denied);
    }

    /** The same, but the sender's own site counts, or not. */
    public LinkRules site(boolean counts) {
        return new LinkRules(holdAt, spamAt, newcomersHoldAt, bbcode, counts, allowed, denied);
    }

    /** The same, but links to these hosts don't count. */
    public LinkRules allowed(List<String> hosts) {
        return new LinkRules(holdAt, spamAt, newcomersHoldAt, bbcode, site, hosts, denied);
    }

    /** The same, but links to these hosts make a comment spam. */
    public LinkRules denied(List<String> hosts) {
        return new LinkRules(holdAt, spamAt, newcomersHoldAt, bbcode, site, allowed, hosts);
    }

    private static List<String> hosts(String name, @Nullable List<String> hosts) {
        return CommentRulesCopy.copy(name, hosts).stream()
                .map(host -> host.strip().toLowerCase(Locale.ROOT))
                .filter(host -> !host.isEmpty())
                .toList();
    }
}
