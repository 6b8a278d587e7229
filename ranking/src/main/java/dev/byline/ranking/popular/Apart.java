package dev.byline.ranking.popular;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.jspecify.annotations.Nullable;

/**
 * Events of an article that do not count, by why; each 0 or more. Opening balances have none.
 *
 * @param repeats views by a visitor who had seen the article in the same slot
 * @param bots of programs
 * @param prefetches of browsers ahead of their readers
 * @param editors of people of the house
 * @param floods views and shares from a source from which enough others had come in the same slot
 */
@JsonPropertyOrder({"repeats", "bots", "prefetches", "editors", "floods"})
@JsonInclude(JsonInclude.Include.NON_DEFAULT)
@JsonIgnoreProperties(ignoreUnknown = true)
public record Apart(long repeats, long bots, long prefetches, long editors, long floods) {
    /** Nothing was counted apart. */
    public static final Apart NONE = new Apart(0, 0, 0, 0, 0);

    /** Binds JSON; what is missing is none. */
    @JsonCreator
    public static Apart fromJson(
            @JsonProperty("repeats") @Nullable Long repeats,
            @JsonProperty("bots") @Nullable Long bots,
            @JsonProperty("prefetches") @Nullable Long prefetches,
            @JsonProperty("editors") @Nullable Long editors,
            @JsonProperty("floods") @Nullable Long floods) {
        return new Apart(
                repeats == null ? 0 : repeats,
                bots == null ? 0 : bots,
                prefetches == null ? 0 : prefetches,
                editors == null ? 0 : editors,
                floods == null ? 0 : floods);
    }

    /** All together. */
    public long all() {
        return repeats + bots + prefetches + editors + floods;
    }
}
