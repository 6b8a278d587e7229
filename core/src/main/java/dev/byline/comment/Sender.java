package dev.byline.comment;

import com.fasterxml.jackson.annotation.JsonIgnoreType;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Who sent a comment: personal data, which is in no JSON, no {@code toString} and no message.
 *
 * <p>As a part of another value it is left out of JSON; by itself it is written as {@code {}}, though it can be read.
 * What a person may see of their own is {@link PersonalData}.
 *
 * @param email the address, or empty
 * @param ip the network address, or empty
 * @param agent the user agent, or empty
 * @param member the id of the signed-in member, or empty for a visitor
 */
@JsonIgnoreType
public record Sender(
        @JsonProperty(access = JsonProperty.Access.WRITE_ONLY)
        String email,

        @JsonProperty(access = JsonProperty.Access.WRITE_ONLY)
        String ip,

        @JsonProperty(access = JsonProperty.Access.WRITE_ONLY)
        String agent,

        @JsonProperty(access = JsonProperty.Access.WRITE_ONLY)
        String member) {
    /** Puts empty text in the place of what is missing. */
    public Sender {
        email = email == null ? "" : email;
        ip = ip == null ? "" : ip;
        agent = agent == null ? "" : agent;
        member = member == null ? "" : member;
    }

    /** A sender of whom nothing is known. */
    public static Sender unknown() {
        return new Sender("", "", "", "");
    }

    @Override
    public String toString() {
        return "Sender[…]";
    }
}
