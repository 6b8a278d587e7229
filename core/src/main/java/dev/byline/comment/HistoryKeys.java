package dev.byline.comment;

import dev.byline.article.ArticleId;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What comments and their senders are found under in {@link InMemoryCommentHistory}. Hold personal data. */
final class HistoryKeys {
    /** No email is this, since it has no {@code @}. */
    private static final String ANY_EMAIL = "*";

    private static final String ANY_MEMBERS_EMAIL = "**";

    private HistoryKeys() {}

    /** Where an attempt looks for its like: under its email, or any where it has none. */
    static String place(ArticleId article, @Nullable CommentId parent, String name, Sender sender, String fingerprint) {
        String email = sender.email().isEmpty() ? ANY_EMAIL : folded(sender.email());
        return place(article, parent, name, email, fingerprint);
    }

    /**
     * Where a visitor looks too: what a member said is found under any email, so that a visitor who repeats it does not
     * learn which one is the member's.
     */
    static List<String> sought(
            ArticleId article, @Nullable CommentId parent, String name, Sender sender, String fingerprint) {
        String own = place(article, parent, name, sender, fingerprint);
        return sender.member().isEmpty()
                ? List.of(own, place(article, parent, name, ANY_MEMBERS_EMAIL, fingerprint))
                : List.of(own);
    }

    /** Where a comment is found: under its email, if it has one, and any; the first tells it from others' comments. */
    static List<String> places(
            ArticleId article, @Nullable CommentId parent, String name, Sender sender, String fingerprint) {
        List<String> places = new ArrayList<>(3);
        places.add(place(article, parent, name, sender, fingerprint));
        if (!sender.email().isEmpty()) {
            places.add(place(article, parent, name, ANY_EMAIL, fingerprint));
        }
        if (!sender.member().isEmpty()) {
            places.add(place(article, parent, name, ANY_MEMBERS_EMAIL, fingerprint));
        }
        return places;
    }

    private static String place(
            ArticleId article, @Nullable CommentId parent, String name, String email, String fingerprint) {
        return key(article.value(), parent == null ? "" : parent.value(), bare(name), email, fingerprint);
    }

    /** Whose comments speak for each other; null for a visitor without name or email. */
    static @Nullable String person(String name, Sender sender) {
        if (!sender.member().isEmpty()) {
            return key("member", sender.member());
        }
        return name.isEmpty() || sender.email().isEmpty() ? null : key("visitor", bare(name), folded(sender.email()));
    }

    /** The account that this email belongs to. */
    static String account(String email) {
        return key("account", folded(email));
    }

    /** What a sender is known by when one is asked for; a visitor not by the email of a member, which may be guessed. */
    static List<String> asked(Sender sender) {
        boolean visitor = sender.member().isEmpty();
        List<String> keys = of(sender, visitor);
        if (!visitor && !sender.email().isEmpty()) {
            keys.add(key("email", folded(sender.email())));
        }
        return keys;
    }

    /** What a sender is remembered by: under the IP even where a member sends. */
    static List<String> kept(Sender sender) {
        return of(sender, true);
    }

    private static List<String> of(Sender sender, boolean ip) {
        boolean visitor = sender.member().isEmpty();
        List<String> keys = new ArrayList<>(4);
        if (!visitor) {
            keys.add(key("member", sender.member()));
        }
        if (!sender.ip().isEmpty() && ip) {
            keys.add(key("ip", sender.ip()));
        }
        if (!sender.email().isEmpty()) {
            keys.add(key(visitor ? "email" : "member's email", folded(sender.email())));
        }
        return keys;
    }

    /** The network that a sender is in; what is no address is a network of its own. */
    static List<String> network(Sender sender) {
        return sender.ip().isEmpty() ? List.of() : List.of(key("network", network(sender.ip())));
    }

    private static String network(String ip) {
        String network = NetworkAddress.network(ip, 24, 48);
        return network.isEmpty() ? ip : network;
    }

    /** One text, which a map tells apart fast even where strangers choose the parts so that their hashes are equal. */
    private static String key(String... parts) {
        StringBuilder key = new StringBuilder();
        for (String part : parts) {
            key.append(part.length()).append(':').append(part);
        }
        return key.toString();
    }

    /** A name without accents, which a returning reader types now and then, and which WordPress' database ignores too. */
    private static String bare(String name) {
        if (name.chars().allMatch(c -> c < 0x80)) {
            return folded(name);
        }
        // Marks first, since putting many of them in order would take quadratic time.
        return folded(unmarked(Normalizer.normalize(unmarked(name), Normalizer.Form.NFD)));
    }

    private static String unmarked(String name) {
        StringBuilder letters = new StringBuilder(name.length());
        name.codePoints().filter(c -> !Legible.isMark(c)).forEach(letters::appendCodePoint);
        return letters.toString();
    }

    private static String folded(String text) {
        return text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }
}
