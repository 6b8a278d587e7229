package dev.byline.comment;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.byline.comment.SenderRules.Flood;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** See {@link CommentHistory#inMemory}. */
final class InMemoryCommentHistory implements CommentHistory {
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

    /** How many comments under a key were sent when. */
    @GuardedBy("this")
    private final Map<String, TreeMap<Instant, Integer>> said = new HashMap<>();

    /** How many comments speak for a sender, by key. */
    @GuardedBy("this")
    private final Map<String, Integer> counts = new HashMap<>();

    @GuardedBy("this")
    private final Map<String, Deque<Claim>> claims = new LinkedHashMap<>();

    @GuardedBy("this")
    private int claimed;

    @GuardedBy("this")
    private final Cache<String, Deque<Instant>> seen;

    @GuardedBy("this")
    private final Cache<String, Boolean> tokens;

    @GuardedBy("this")
    private final Cache<String, Deque<Sketched>> sketches;

    /** What a stored comment is found and counted under. */
    private record Known(List<String> said, Instant at, List<String> counted, List<String> senders) {}

    /** What was claimed until it is stored; edited is null for a new comment. */
    private record Claim(
            List<String> said, Instant at, @Nullable CommentId edited) {}

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
            String who = HistoryKeys.person(name, sender);
            boolean member = told || (visitor && counts.containsKey(HistoryKeys.account(sender.email())));
            return who == null
                    ? new Standing(0, 0, member)
                    : new Standing(
                            counts.getOrDefault("approved" + who, 0), counts.getOrDefault("refused" + who, 0), member);
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
        List<String> place = HistoryKeys.places(
                attempt.article(), attempt.parent(), attempt.name(), attempt.sender(), attempt.fingerprint());
        List<String> keys = attempt.state() == CommentState.TRASH ? List.of() : place;
        add(keys, attempt.at());
        claims.computeIfAbsent(place.get(0), k -> new ArrayDeque<>(1))
                .add(new Claim(keys, attempt.at(), attempt.edited()));
        claimed++;
        if (claimed > capacity) {
            released(claims.keySet().iterator().next(), claim -> true);
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
        List<String> place =
                HistoryKeys.places(comment.article(), comment.parent(), comment.name(), sender, fingerprint);
        boolean stored = forgotten(comment.id());
        boolean claim = released(
                place.get(0),
                one -> one.edited() == null ? !stored : one.edited().equals(comment.id()));
        boolean trash = comment.state() == CommentState.TRASH;
        List<String> counted = counted(comment, sender);
        counted.forEach(key -> counts.merge(key, 1, Integer::sum));
        List<String> keys = trash ? List.of() : place;
        add(keys, comment.at());
        known.put(comment.id(), new Known(keys, comment.at(), counted, HistoryKeys.kept(sender)));
        if (known.size() > capacity) {
            forgotten(known.keySet().iterator().next());
        }
        unsketched(HistoryKeys.kept(sender), comment.id(), fingerprint);
        if (!trash) {
            sketched(sender, new Sketched(comment.id(), fingerprint, sketch));
        }
        if (!claim && !stored) {
            seen(sender, comment.at());
        }
    }

    @Override
    public synchronized void forget(CommentId comment) {
        Known before = known.get(comment);
        if (forgotten(comment) && before != null) {
            unsketched(before.senders(), comment, "");
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
        List<String> keys = HistoryKeys.sought(
                attempt.article(), attempt.parent(), attempt.name(), attempt.sender(), attempt.fingerprint());
        for (String key : keys) {
            if (isTaken(key, attempt)) {
                return true;
            }
        }
        return false;
    }

    @GuardedBy("this")
    private boolean isTaken(String key, Attempt attempt) {
        Known own = attempt.edited() == null ? null : known.get(attempt.edited());
        int mine = own != null && own.said().contains(key) && isRecent(own.at(), attempt) ? 1 : 0;
        int found = 0;
        for (Map.Entry<Instant, Integer> at : said.getOrDefault(key, new TreeMap<>())
                .tailMap(earliest(attempt))
                .entrySet()) {
            found += isRecent(at.getKey(), attempt) ? at.getValue() : 0;
            if (found > mine || (at.getKey().isAfter(attempt.at()) && !isRecent(at.getKey(), attempt))) {
                break;
            }
        }
        return found > mine;
    }

    private static Instant earliest(Attempt attempt) {
        int seconds = attempt.rules().repeatSeconds();
        boolean any =
                seconds == 0 || Duration.between(Instant.MIN, attempt.at()).toSeconds() <= seconds;
        return any ? Instant.MIN : attempt.at().minusSeconds(seconds);
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
        for (String key : HistoryKeys.asked(attempt.sender())) {
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
            List<String> keys = flood.by() == Flood.By.SENDER
                    ? HistoryKeys.asked(attempt.sender())
                    : HistoryKeys.network(attempt.sender());
            for (String key : keys) {
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
        List<String> keys = new ArrayList<>(HistoryKeys.kept(sender));
        keys.addAll(HistoryKeys.network(sender));
        for (String key : keys) {
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
        for (String key : HistoryKeys.kept(sender)) {
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
    private void unsketched(List<String> senders, CommentId id, String fingerprint) {
        for (String key : senders) {
            Deque<Sketched> latest = sketches.getIfPresent(key);
            if (latest != null) {
                latest.removeIf(one -> id.equals(one.id())
                        || (one.id() == null && one.fingerprint().equals(fingerprint)));
            }
        }
    }

    @GuardedBy("this")
    private void add(List<String> keys, Instant at) {
        for (String key : keys) {
            said.computeIfAbsent(key, k -> new TreeMap<>()).merge(at, 1, Integer::sum);
        }
    }

    @GuardedBy("this")
    private void take(String key, Instant at) {
        TreeMap<Instant, Integer> instants = said.get(key);
        if (instants != null) {
            instants.computeIfPresent(at, (k, n) -> n == 1 ? null : n - 1);
            if (instants.isEmpty()) {
                said.remove(key);
            }
        }
    }

    /** Gives up the first such claim of a place; whether there was one. */
    @GuardedBy("this")
    private boolean released(String place, Predicate<Claim> which) {
        Deque<Claim> waiting = claims.getOrDefault(place, new ArrayDeque<>());
        Claim first = waiting.stream().filter(which).findFirst().orElse(null);
        if (first == null) {
            return false;
        }
        waiting.removeFirstOccurrence(first);
        claimed--;
        if (waiting.isEmpty()) {
            claims.remove(place);
        }
        first.said().forEach(key -> take(key, first.at()));
        return true;
    }

    private static List<String> counted(Comment comment, Sender sender) {
        List<String> keys = new ArrayList<>(2);
        String who = HistoryKeys.person(comment.name(), sender);
        if (who != null && comment.state() != CommentState.HELD) {
            keys.add((comment.state() == CommentState.APPROVED ? "approved" : "refused") + who);
        }
        if (!sender.member().isEmpty() && !sender.email().isEmpty()) {
            keys.add(HistoryKeys.account(sender.email()));
        }
        return keys;
    }
}
