package dev.byline.ranking.audience;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Who is behind an event. Only people are counted; the others are counted apart. */
public enum Reader {
    /** Somebody who reads. */
    @JsonProperty("person")
    PERSON,

    /** A program that says so, such as a crawler, a reader of feeds or a monitor. */
    @JsonProperty("bot")
    BOT,

    /** A browser that fetches what may be read later, or only asks whether there is something. */
    @JsonProperty("prefetch")
    PREFETCH,

    /** Somebody of the house. */
    @JsonProperty("editor")
    EDITOR
}
