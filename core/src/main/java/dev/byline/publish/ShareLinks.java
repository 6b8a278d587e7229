package dev.byline.publish;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.byline.article.Image;
import dev.byline.article.Listed;
import dev.byline.text.SafeUrl;
import dev.byline.text.Slug;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Links by which readers pass an article on, from a table of templates. {@link #defaults()}: Facebook, X, WhatsApp, Telegram,
 * LinkedIn, Reddit, Pinterest and email.
 *
 * <p>Plain links without scripts, so no network hears of a reader who doesn't click. How often one was clicked is the host's to
 * count, by the key of the target as the network of a share.
 *
 * @param targets where readers may pass it on to, in the order of the buttons; no key twice
 */
@JsonPropertyOrder({"targets"})
@JsonIgnoreProperties(ignoreUnknown = true)
public record ShareLinks(List<Target> targets) {
    private static final ShareLinks DEFAULTS = new ShareLinks(List.of(
            new Target("facebook", "Facebook", "https://www.facebook.com/sharer/sharer.php?u={url}"),
            new Target("x", "X", "https://x.com/intent/post?url={url}&text={title}"),
            new Target("whatsapp", "WhatsApp", "https://api.whatsapp.com/send?text={title}%20{url}"),
            new Target("telegram", "Telegram", "https://t.me/share/url?url={url}&text={title}"),
            new Target("linkedin", "LinkedIn", "https://www.linkedin.com/sharing/share-offsite/?url={url}"),
            new Target("reddit", "Reddit", "https://www.reddit.com/submit?url={url}&title={title}"),
            new Target(
                    "pinterest",
                    "Pinterest",
                    "https://www.pinterest.com/pin/create/button/?url={url}&media={image}&description={title}"),
            new Target("email", "Email", "mailto:?subject={title}&body={url}")));

    /** Copies the list and refuses a key that is there twice. */
    public ShareLinks {
        targets = List.copyOf(targets);
        Set<String> keys = new HashSet<>();
        for (Target target : targets) {
            if (!keys.add(target.key)) {
                throw new IllegalArgumentException("there are two targets \"" + target.key + "\"");
            }
        }
    }

    /**
     * Where readers may pass an article on to.
     *
     * @param key tells targets apart, for example {@code facebook}; the network by which shares are counted
     * @param label what the button says, plain text
     * @param template an address that a page may link to, with {@code {url}}, {@code {title}} and {@code {image}} to fill
     */
    @JsonPropertyOrder({"key", "label", "template"})
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Target(String key, String label, String template) {
        /** Checks the key and the template. */
        public Target {
            if (key.isBlank()) {
                throw new IllegalArgumentException("a target needs a key");
            }
            if (SafeUrl.of(fill(template, "", "", "")).isEmpty() || !template.contains("{url}")) {
                throw new IllegalArgumentException("\"" + template + "\" is no address with {url} in it");
            }
        }
    }

    /**
     * A link.
     *
     * @param key the target's
     * @param label the target's
     * @param address whole and percent-encoded; escape it where it is printed
     */
    @JsonPropertyOrder({"key", "label", "address"})
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Link(String key, String label, String address) {}

    /** The usual eight. */
    public static ShareLinks defaults() {
        return DEFAULTS;
    }

    /** Only these of the targets, in this order; unknown keys are passed over. */
    public ShareLinks only(String... keys) {
        List<Target> chosen = new ArrayList<>();
        for (String key : keys) {
            targets.stream()
                    .filter(target -> target.key.equals(key))
                    .findFirst()
                    .ifPresent(chosen::add);
        }
        return new ShareLinks(chosen);
    }

    /** With another target at the end, or in the place of the one with its key. */
    public ShareLinks with(Target target) {
        List<Target> all = new ArrayList<>(targets);
        int place = all.stream().map(Target::key).toList().indexOf(target.key);
        if (place < 0) {
            all.add(target);
        } else {
            all.set(place, target);
        }
        return new ShareLinks(all);
    }

    /** The links of an article; a target that wants a picture is left out where there is none. */
    public List<Link> of(Listed article, Addresses addresses) {
        String url = addresses.article(article);
        Image image = article.image();
        String picture = image == null ? "" : StructuredData.picture(image.url(), addresses);
        return targets.stream()
                .filter(target -> !picture.isEmpty() || !target.template.contains("{image}"))
                .map(target ->
                        new Link(target.key, target.label, fill(target.template, url, article.headline(), picture)))
                .toList();
    }

    private static String fill(String template, String url, String title, String image) {
        StringBuilder filled = new StringBuilder();
        int from = 0;
        for (int open = template.indexOf('{'); open >= 0; open = template.indexOf('{', from)) {
            filled.append(template, from, open);
            int close = template.indexOf('}', open);
            String place = close < 0 ? "" : template.substring(open + 1, close);
            switch (place) {
                case "url" -> filled.append(Slug.encoded(url));
                case "title" -> filled.append(Slug.encoded(title));
                case "image" -> filled.append(Slug.encoded(image));
                default -> throw new IllegalArgumentException("\"" + template + "\" has a place that nothing fills");
            }
            from = close + 1;
        }
        return filled.append(template, from, template.length()).toString();
    }
}
