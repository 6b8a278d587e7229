package dev.byline.comment;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.byline.article.ArticleId;
import dev.byline.comment.SenderRules.Flood;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** See {@link CommentHistory#inMemory}. */
final class InMemoryCommentHistory implements CommentHistory {
    /** No email is this, since it has no {@code @}. */
    private static final String ANY_EMAIL = "*";

    /** More than any flood limit counts. */
    private static final int INSTANTS_KEPT = 64;

    private static final int SKETCHES_KEPT = 20;

    /** Longer than any flood limit and than any form is open. */
    private static final Duration WINDOW = Duration.ofDays(2);

    private static final long MOST_SECONDS = 9_000_000_000L;

    private final int capacity;
    private final Predicate<String> membersEmails;

    /** When the first claim came and the latest; windows move with these, never by the machine's own clock. */
    @GuardedBy("this")
    private @Nullable Instant first;

    @GuardedBy("this")
    private Instant now = Instant.MIN;

    @GuardedBy("this")
    private final Map<CommentId, Known> known = new LinkedHashMap<>();

    /** When the comments under a key were sent. */
    @GuardedBy("this")
    private final Map<List<String>, List<Instant>> said = new HashMap<>();

    /** How many comments speak for a sender, by key. */
    @GuardedBy("this")
    private final Map<List<String>, Integer> counts = new HashMap<>();

    @GuardedBy("this")
    private final Map<List<String>, Claim> claims = new LinkedHashMap<>();

    @GuardedBy("this")
    private final Cache<List<String>, Deque<Instant>> seen;

    @GuardedBy("this")
    private final Cache<String, Boolean> tokens;

    @GuardedBy("this")
    private final Cache<List<String>, Deque<Sketched>> sketches;

    /** What a stored comment is found and counted under. */
    private record Known(List<List<String>> said, Instant at, List<List<String>> counted) {}

    private record Claim(List<List<String>> said, Instant at) {}

    /** What somebody said lately; the id is null until the comment is stored. */
    private record Sketched(@Nullable CommentId id, String fingerprint, String sketch) {}

    InMemoryCommentHistory(int capacity, Predicate<String> membersEmails) {
        if (capacity < 1) {
            throw new IllegalArgumentException("a history remembers at least 1 comment, not " + capacity);
        }
        this.capacity = capacity;
        this.membersEmails = membersEmails;
        this.seen = window(3L * capacity);
        this.tokens = window(capacity);
        this.sketches = window(capacity);
    }

    private <K, V> Cache<K, V> window(long most) {
        return Caffeine.newBuilder()
                .maximumSize(Math.max(most, 1_000))
                .expireAfterWrite(WINDOW)
                .ticker(this::nanos)
                .executor(Runnable::run)
                .build();
    }

    /** Caffeine asks within calls that hold the lock; what was remembered before the first claim is as old as that. */
    @SuppressWarnings("GuardedBy")
    private long nanos() {
        long seconds = first == null ? 0 : Duration.between(first, now).toSeconds();
        return Math.min(seconds, MOST_SECONDS) * 1_000_000_000;
    }

    @Override
    public Standing standing(String name, Sender sender) {
        boolean visitor = sender.member().isEmpty() && !sender.email().isEmpty();
        boolean told = visitor && membersEmails.test(sender.email());
        synchronized (this) {
            List<String> who = person(name, sender);
            boolean member = told || (visitor && counts.containsKey(List.of("account", folded(sender.email()))));
            return who == null
                    ? new Standing(0, 0, member)
                    : new Standing(
                            counts.getOrDefault(counted("approved", who), 0),
                            counts.getOrDefault(counted("refused", who), 0),
                            member);
        }
    }

    @Override
    public synchronized Found check(Attempt attempt) {
        return new Found(
                isDuplicate(attempt), isNear(attempt), floods(attempt), tokens.getIfPresent(attempt.token()) != null);
    }

    @Override
    public synchronized Found claim(Attempt attempt) {
        first = first == null ? attempt.at() : first;
        now = attempt.at().isAfter(now) ? attempt.at() : now;
        Found found = check(attempt);
        if (!found.clear()) {
            return found;
        }
        List<List<String>> place =
                saidKeys(attempt.article(), attempt.parent(), attempt.name(), attempt.sender(), attempt.fingerprint());
        List<List<String>> keys = attempt.state() == CommentState.TRASH ? List.of() : place;
        release(claims.remove(place.get(0)));
        add(keys, attempt.at());
        claims.put(place.get(0), new Claim(keys, attempt.at()));
        if (claims.size() > capacity) {
            release(claims.remove(claims.keySet().iterator().next()));
        }
        if (!keys.isEmpty()) {
            sketched(attempt.sender(), new Sketched(attempt.edited(), attempt.fingerprint(), attempt.sketch()));
        }
        if (attempt.edited() == null) {
            seen(attempt.sender(), attempt.at());
        }
        if (!attempt.token().isEmpty()) {
            tokens.put(attempt.token(), true);
        }
        return found;
    }

    @Override
    public void remember(Comment comment, Sender sender) {
        CommentMarkup.Result text = CommentMarkup.read(comment.text());
        remember(comment, sender, CommentText.fingerprint(text), CommentText.sketch(text));
    }

    private synchronized void remember(Comment comment, Sender sender, String fingerprint, String sketch) {
        List<List<String>> place = saidKeys(comment.article(), comment.parent(), comment.name(), sender, fingerprint);
        boolean claimed = claims.containsKey(place.get(0));
        release(claims.remove(place.get(0)));
        boolean stored = forgotten(comment.id());
        boolean trash = comment.state() == CommentState.TRASH;
        List<List<String>> counted = counted(comment, sender);
        counted.forEach(key -> counts.merge(key, 1, Integer::sum));
        List<List<String>> keys = trash ? List.of() : place;
        add(keys, comment.at());
        known.put(comment.id(), new Known(keys, comment.at(), counted));
        if (known.size() > capacity) {
            forgotten(known.keySet().iterator().next());
        }
        unsketched(sender, comment.id(), fingerprint);
        if (!trash) {
            sketched(sender, new Sketched(comment.id(), fingerprint, sketch));
        }
        if (!claimed && !stored) {
            seen(sender, comment.at());
        }
    }

    @Override
    public synchronized void forget(CommentId comment) {
        if (forgotten(comment)) {
            sketches.asMap().values().forEach(latest -> latest.removeIf(one -> comment.equals(one.id())));
        }
    }

    @GuardedBy("this")
    private boolean forgotten(CommentId comment) {
        Known before = known.remove(comment);
        if (before == null) {
            return false;
        }
        before.said().forEach(key -> take(key, before.at()));
        before.counted().forEach(key -> counts.computeIfPresent(key, (k, n) -> n == 1 ? null : n - 1));
        return true;
    }

    @GuardedBy("this")
    private boolean isDuplicate(Attempt attempt) {
        if (!attempt.rules().refuseDuplicates()) {
            return false;
        }
        List<String> key =
                said(attempt.article(), attempt.parent(), attempt.name(), attempt.sender(), attempt.fingerprint());
        Known own = attempt.edited() == null ? null : known.get(attempt.edited());
        int others = 0;
        for (Instant at : said.getOrDefault(key, List.of())) {
            others += isRecent(at, attempt) ? 1 : 0;
        }
        return others > (own != null && own.said().contains(key) && isRecent(own.at(), attempt) ? 1 : 0);
    }

    private static boolean isRecent(Instant at, Attempt attempt) {
        int seconds = attempt.rules().repeatSeconds();
        return seconds == 0 || isWithin(at, attempt.at(), seconds);
    }

    private static boolean isWithin(Instant one, Instant other, int seconds) {
        return Duration.between(one, other).abs().compareTo(Duration.ofSeconds(seconds)) < 0;
    }

    @GuardedBy("this")
    private boolean isNear(Attempt attempt) {
        int percent = attempt.rules().nearPercent();
        if (percent == 0 || attempt.sketch().isEmpty()) {
            return false;
        }
        for (List<String> key : senderKeys(attempt.sender(), false)) {
            Deque<Sketched> latest = sketches.getIfPresent(key);
            for (Sketched one : latest == null ? List.<Sketched>of() : latest) {
                boolean own = attempt.edited() != null && attempt.edited().equals(one.id());
                if (!own && CommentText.resemblance(one.sketch(), attempt.sketch()) * 100 >= percent) {
                    return true;
                }
            }
        }
        return false;
    }

    @GuardedBy("this")
    private List<Flood> floods(Attempt attempt) {
        List<Flood> reached = new ArrayList<>();
        for (Flood flood : attempt.rules().floods()) {
            List<List<String>> keys =
                    flood.by() == Flood.By.SENDER ? senderKeys(attempt.sender(), false) : networkKeys(attempt.sender());
            for (List<String> key : keys) {
                Deque<Instant> instants = seen.getIfPresent(key);
                long near = instants == null
                        ? 0
                        : instants.stream()
                                .filter(at -> isWithin(at, attempt.at(), flood.seconds()))
                                .count();
                if (near >= flood.comments()) {
                    reached.add(flood);
                    break;
                }
            }
        }
        return reached;
    }

    @GuardedBy("this")
    private void seen(Sender sender, Instant at) {
        List<List<String>> keys = new ArrayList<>(senderKeys(sender, true));
        keys.addAll(networkKeys(sender));
        for (List<String> key : keys) {
            Deque<Instant> instants = seen.getIfPresent(key);
            Deque<Instant> latest = instants == null ? new ArrayDeque<>(2) : instants;
            latest.addLast(at);
            if (latest.size() > INSTANTS_KEPT) {
                latest.removeFirst();
            }
            seen.put(key, latest);
        }
    }

    @GuardedBy("this")
    private void sketched(Sender sender, Sketched one) {
        if (one.sketch().isEmpty()) {
            return;
        }
        for (List<String> key : senderKeys(sender, true)) {
            Deque<Sketched> before = sketches.getIfPresent(key);
            Deque<Sketched> latest = before == null ? new ArrayDeque<>(2) : before;
            latest.addLast(one);
            if (latest.size() > SKETCHES_KEPT) {
                latest.removeFirst();
            }
            sketches.put(key, latest);
        }
    }

    /** Takes out what was kept of a comment or, until it was stored, of its claim. */
    @GuardedBy("this")
    private void unsketched(Sender sender, CommentId id, String fingerprint) {
        for (List<String> key : senderKeys(sender, true)) {
            Deque<Sketched> latest = sketches.getIfPresent(key);
            if (latest != null) {
                latest.removeIf(one -> id.equals(one.id())
                        || (one.id() == null && one.fingerprint().equals(fingerprint)));
            }
        }
    }

    @GuardedBy("this")
    private void add(List<List<String>> keys, Instant at) {
        for (List<String> key : keys) {
            said.computeIfAbsent(key, k -> new ArrayList<>(1)).add(at);
        }
    }

    @GuardedBy("this")
    private void take(List<String> key, Instant at) {
        List<Instant> instants = said.get(key);
        if (instants != null && instants.remove(at) && instants.isEmpty()) {
            said.remove(key);
        }
    }

    @GuardedBy("this")
    private void release(@Nullable Claim claim) {
        if (claim != null) {
            claim.said().forEach(key -> take(key, claim.at()));
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

    private static List<List<String>> counted(Comment comment, Sender sender) {
        List<List<String>> keys = new ArrayList<>(2);
        List<String> who = person(comment.name(), sender);
        if (who != null && comment.state() != CommentState.HELD) {
            keys.add(counted(comment.state() == CommentState.APPROVED ? "approved" : "refused", who));
        }
        if (!sender.member().isEmpty() && !sender.email().isEmpty()) {
            keys.add(List.of("account", folded(sender.email())));
        }
        return keys;
    }

    private static List<String> counted(String what, List<String> who) {
        List<String> key = new ArrayList<>(who);
        key.add(what);
        return List.copyOf(key);
    }

    private static @Nullable List<String> person(String name, Sender sender) {
        if (!sender.member().isEmpty()) {
            return List.of("member", sender.member());
        }
        return name.isEmpty() || sender.email().isEmpty()
                ? null
                : List.of("visitor", folded(name), folded(sender.email()));
    }

    /** What a sender is known by; a comment is remembered under its IP even where a member sent it. */
    private static List<List<String>> senderKeys(Sender sender, boolean all) {
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

    private static List<List<String>> networkKeys(Sender sender) {
        String network = NetworkAddress.network(sender.ip(), 24, 48);
        return network.isEmpty() ? List.of() : List.of(List.of("network", network));
    }

    private static String folded(String text) {
        return text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }
}
