package dev.byline.comment;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.byline.article.ArticleId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** See {@link CommentHistory#inMemory}. */
final class InMemoryCommentHistory implements CommentHistory {
    /** No email is this, since it has no {@code @}. */
    private static final String ANY_EMAIL = "*";

    private final int capacity;

    @GuardedBy("this")
    private final Map<CommentId, Known> known = new LinkedHashMap<>();

    @GuardedBy("this")
    private final Map<List<String>, Integer> counts = new HashMap<>();

    @GuardedBy("this")
    private final Map<List<String>, List<List<String>>> claims = new LinkedHashMap<>();

    @GuardedBy("this")
    private final Map<List<String>, Instant> latest = new LinkedHashMap<>();

    /** What a stored comment is counted under. */
    private record Known(List<List<String>> keys) {}

    InMemoryCommentHistory(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("a history remembers at least 1 comment, not " + capacity);
        }
        this.capacity = capacity;
    }

    @Override
    public synchronized boolean approvedBefore(String name, Sender sender) {
        List<String> key = approval(name, sender);
        return key != null && counts.containsKey(key);
    }

    @Override
    public synchronized Found check(Attempt attempt) {
        List<String> key =
                said(attempt.article(), attempt.parent(), attempt.name(), attempt.sender(), attempt.fingerprint());
        return new Found(attempt.duplicates() && counts.containsKey(key), isFlood(attempt));
    }

    @Override
    public synchronized Found claim(Attempt attempt) {
        Found found = check(attempt);
        if (found.clear()) {
            List<List<String>> keys = attempt.state() == CommentState.TRASH
                    ? List.of()
                    : saidKeys(
                            attempt.article(),
                            attempt.parent(),
                            attempt.name(),
                            attempt.sender(),
                            attempt.fingerprint());
            if (!keys.isEmpty()) {
                release(claims.remove(keys.get(0)));
                count(keys);
                claims.put(keys.get(0), keys);
                if (claims.size() > capacity) {
                    release(claims.remove(claims.keySet().iterator().next()));
                }
            }
            seen(attempt.sender(), attempt.at(), true);
        }
        return found;
    }

    @Override
    public void remember(Comment comment, Sender sender) {
        String fingerprint = CommentText.fingerprint(comment.text());
        remember(comment, sender, fingerprint);
    }

    private synchronized void remember(Comment comment, Sender sender, String fingerprint) {
        List<List<String>> said = saidKeys(comment.article(), comment.parent(), comment.name(), sender, fingerprint);
        release(claims.remove(said.get(0)));
        Known before = known.remove(comment.id());
        if (before != null) {
            release(before.keys());
        }
        List<List<String>> keys = new ArrayList<>(comment.state() == CommentState.TRASH ? List.of() : said);
        List<String> approval = approval(comment.name(), sender);
        if (approval != null && comment.state() == CommentState.APPROVED) {
            keys.add(approval);
        }
        count(keys);
        known.put(comment.id(), new Known(keys));
        if (known.size() > capacity) {
            Known eldest = known.remove(known.keySet().iterator().next());
            release(eldest == null ? null : eldest.keys());
        }
        seen(sender, comment.at(), false);
    }

    @GuardedBy("this")
    private boolean isFlood(Attempt attempt) {
        Duration wait = Duration.ofSeconds(attempt.floodSeconds());
        for (List<String> key : floodKeys(attempt.sender(), false)) {
            Instant last = latest.get(key);
            if (last != null && Duration.between(last, attempt.at()).abs().compareTo(wait) < 0) {
                return true;
            }
        }
        return false;
    }

    /** Notes when the sender was seen: what comes in now counts whatever the dates of stored comments say. */
    @GuardedBy("this")
    private void seen(Sender sender, Instant at, boolean now) {
        for (List<String> key : floodKeys(sender, true)) {
            Instant before = latest.remove(key);
            latest.put(key, !now && before != null && before.isAfter(at) ? before : at);
        }
        while (latest.size() > capacity * 3L) {
            latest.remove(latest.keySet().iterator().next());
        }
    }

    @GuardedBy("this")
    private void count(List<List<String>> keys) {
        for (List<String> key : keys) {
            counts.merge(key, 1, Integer::sum);
        }
    }

    @GuardedBy("this")
    private void release(@Nullable List<List<String>> keys) {
        if (keys != null) {
            for (List<String> key : keys) {
                counts.computeIfPresent(key, (k, count) -> count == 1 ? null : count - 1);
            }
        }
    }

    /** What an attempt looks for: its email, or any where it has none. */
    private static List<String> said(
            ArticleId article, @Nullable CommentId parent, String name, Sender sender, String fingerprint) {
        String email = sender.email().isEmpty() ? ANY_EMAIL : folded(sender.email());
        return said(article, parent, name, email, fingerprint);
    }

    /** What a comment is found under: its email, if it has one, and any. */
    private static List<List<String>> saidKeys(
            ArticleId article, @Nullable CommentId parent, String name, Sender sender, String fingerprint) {
        List<String> any = said(article, parent, name, ANY_EMAIL, fingerprint);
        List<String> own = said(article, parent, name, sender, fingerprint);
        return own.equals(any) ? List.of(any) : List.of(own, any);
    }

    private static List<String> said(
            ArticleId article, @Nullable CommentId parent, String name, String email, String fingerprint) {
        return List.of("said", article.value(), parent == null ? "" : parent.value(), folded(name), email, fingerprint);
    }

    private static @Nullable List<String> approval(String name, Sender sender) {
        if (!sender.member().isEmpty()) {
            return List.of("member", sender.member());
        }
        return name.isEmpty() || sender.email().isEmpty()
                ? null
                : List.of("visitor", folded(name), folded(sender.email()));
    }

    /** What a sender is known by; a comment is remembered under its IP even where a member sent it. */
    private static List<List<String>> floodKeys(Sender sender, boolean all) {
        List<List<String>> keys = new ArrayList<>(3);
        if (!sender.member().isEmpty()) {
            keys.add(List.of("member", sender.member()));
        }
        if (!sender.ip().isEmpty() && (all || sender.member().isEmpty())) {
            keys.add(List.of("ip", sender.ip()));
        }
        if (!sender.email().isEmpty()) {
            keys.add(List.of("email", folded(sender.email())));
        }
        return keys;
    }

    private static String folded(String text) {
        return text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }
}
