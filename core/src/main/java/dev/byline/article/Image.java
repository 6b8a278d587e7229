package dev.byline.article;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A picture by its address, with what must be said beside it.
 *
 * @param url the address, not blank; not checked, so it is sanitised where it is printed
 * @param alt what the picture shows, for readers who don't see it, plain text; empty where it is decoration
 * @param caption the line below it, plain text; may be empty
 * @param credit who made it, plain text; may be empty
 * @param width pixels, or null where unknown
 * @param height pixels, or null where unknown
 */
@JsonPropertyOrder({"url", "alt", "caption", "credit", "width", "height"})
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonIgnoreProperties(ignoreUnknown = true)
public record Image(
        String url,
        String alt,
        String caption,
        String credit,
        @Nullable Integer width,
        @Nullable Integer height) {
    /** Checks the address and that sizes are above zero. */
    public Image {
        Objects.requireNonNull(url, "url");
        if (url.isBlank()) {
            throw new IllegalArgumentException("an image needs an address");
        }
        alt = alt == null ? "" : alt;
        caption = caption == null ? "" : caption;
        credit = credit == null ? "" : credit;
        if ((width != null && width <= 0) || (height != null && height <= 0)) {
            throw new IllegalArgumentException("an image can't be " + width + " by " + height + " pixels");
        }
    }

    /** A picture with its alternative text alone. */
    public static Image of(String url, String alt) {
        return new Image(url, alt, "", "", null, null);
    }

    /** The same at another address. */
    public Image url(String address) {
        return new Image(address, alt, caption, credit, width, height);
    }
}
