package dev.byline.search.lucene;

import dev.byline.search.Facets;
import dev.byline.search.SearchPage;
import dev.byline.search.SearchPolicy;
import dev.byline.search.SearchQuery;
import dev.byline.search.lucene.View.Position;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.search.IndexSearcher;
import org.jspecify.annotations.Nullable;

/**
 * What leads on from page to page through one state of the index (rule S-16): keeps such states for a time, and writes and
 * reads the cursors that point into them.
 *
 * <p>A cursor tells which state, when its first page was found, and where the next page begins, and is sealed together with
 * its query by a secret of this search; so what nobody was given leads nowhere.
 */
final class Cursors implements Closeable {
    private static final int PAYLOAD = Integer.BYTES + Long.BYTES + 3 * Integer.BYTES + Double.BYTES;
    private static final int SEAL = 12;
    private static final int LONGEST = 2 * (PAYLOAD + SEAL);

    /** A state that is kept. */
    private static final class Kept {
        private final int number;
        private final IndexSearcher searcher;
        private final SearchPolicy policy;
        private Instant lastBegun;

        Kept(int number, IndexSearcher searcher, SearchPolicy policy, Instant begun) {
            this.number = number;
            this.searcher = searcher;
            this.policy = policy;
            lastBegun = begun;
        }

        boolean is(IndexSearcher other, SearchPolicy by) {
            return searcher.getIndexReader().equals(other.getIndexReader()) && policy.equals(by);
        }
    }

    private final byte[] secret = new byte[16];
    private final Map<Integer, Kept> states = new LinkedHashMap<>();
    private int numbers;
    private boolean closed;

    Cursors() {
        new SecureRandom().nextBytes(secret);
    }

    /** A cursor that was read. */
    private record Read(int state, Instant first, Position position) {}

    /**
     * Answers a query, behind its cursor if it has one.
     *
     * @param present the present state of the index
     * @param policy the present policy
     */
    SearchPage find(Finder finder, IndexSearcher present, SearchQuery query, SearchPolicy policy, Instant now)
            throws IOException {
        letGo(policy, now);
        if (query.after().isEmpty()) {
            return finder.find(new View(present, present, now, policy, 0, null, null, this), query);
        }
        Read read = read(query);
        Kept kept = read == null || expired(read.first(), policy, now) ? null : take(read.state());
        if (read == null || kept == null) {
            return expired(query);
        }
        try {
            Presence presence = new Presence(kept.searcher, present, now);
            View view = new View(
                    kept.searcher, present, read.first(), kept.policy, kept.number, read.position(), presence, this);
            return finder.find(view, query);
        } finally {
            release(kept);
        }
    }

    private static SearchPage expired(SearchQuery query) {
        return new SearchPage(
                query,
                SearchPage.Outcome.CURSOR_EXPIRED,
                0,
                0,
                false,
                List.of(),
                List.of(),
                Facets.NONE,
                "",
                List.of());
    }

    private static boolean expired(Instant begun, SearchPolicy policy, Instant now) {
        return Duration.between(begun, now).compareTo(policy.cursorLife()) >= 0;
    }

    private synchronized void letGo(SearchPolicy policy, Instant now) throws IOException {
        for (Iterator<Kept> each = states.values().iterator(); each.hasNext(); ) {
            Kept kept = each.next();
            if (states.size() > policy.cursors() || expired(kept.lastBegun, policy, now)) {
                each.remove();
                release(kept);
            }
        }
    }

    private synchronized @Nullable Kept take(int state) {
        Kept kept = states.get(state);
        return kept != null && kept.searcher.getIndexReader().tryIncRef() ? kept : null;
    }

    private static void release(Kept kept) throws IOException {
        kept.searcher.getIndexReader().decRef();
    }

    /** The number of the state of a first page, which from now on is kept; 0 if it can't be. */
    private synchronized int keep(View view) throws IOException {
        for (Kept kept : states.values()) {
            if (kept.is(view.then(), view.policy())) {
                kept.lastBegun = kept.lastBegun.isAfter(view.first()) ? kept.lastBegun : view.first();
                return kept.number;
            }
        }
        int most = view.policy().cursors();
        if (closed || most == 0 || view.policy().cursorLife().isZero()) {
            return 0;
        }
        for (Iterator<Kept> each = states.values().iterator(); states.size() >= most; ) {
            Kept oldest = each.next();
            each.remove();
            release(oldest);
        }
        view.then().getIndexReader().incRef();
        Kept kept = new Kept(++numbers, view.then(), view.policy(), view.first());
        states.put(kept.number, kept);
        return kept.number;
    }

    /** The cursor that leads on to a position; empty if the state of the page can't be kept. */
    String write(View view, SearchQuery query, Position position) throws IOException {
        int state = view.state() > 0 ? view.state() : keep(view);
        if (state == 0) {
            return "";
        }
        Instant first = view.first();
        ByteBuffer bytes = ByteBuffer.allocate(PAYLOAD + SEAL)
                .putInt(state)
                .putLong(first.getEpochSecond())
                .putInt(first.getNano())
                .putInt(position.place())
                .putInt(position.document())
                .putDouble(position.value());
        bytes.put(seal(bytes.array(), query), 0, SEAL);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    private @Nullable Read read(SearchQuery query) {
        if (query.after().length() > LONGEST) {
            return null;
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(query.after());
            if (bytes.length != PAYLOAD + SEAL
                    || !MessageDigest.isEqual(
                            Arrays.copyOf(seal(bytes, query), SEAL),
                            Arrays.copyOfRange(bytes, PAYLOAD, bytes.length))) {
                return null;
            }
            ByteBuffer read = ByteBuffer.wrap(bytes);
            return new Read(
                    read.getInt(),
                    Instant.ofEpochSecond(read.getLong(), read.getInt()),
                    new Position(read.getInt(), read.getInt(), read.getDouble()));
        } catch (IllegalArgumentException | DateTimeException notOurs) {
            return null;
        }
    }

    /** Of a payload and everything in a query that decides on its hits and their order. */
    private byte[] seal(byte[] bytes, SearchQuery query) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(secret);
            digest.update(bytes, 0, PAYLOAD);
            add(digest, query.text());
            query.regions().forEach(region -> add(digest, region));
            add(digest, "");
            add(digest, query.section());
            add(digest, query.tag());
            add(digest, query.author());
            add(digest, String.valueOf(query.from()));
            add(digest, String.valueOf(query.until()));
            add(digest, query.unfinished() + " " + query.asTyped() + " " + query.sort() + " " + query.size());
            return digest.digest();
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException("Java has no SHA-256", never);
        }
    }

    private static void add(MessageDigest digest, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        digest.update(bytes);
    }

    @Override
    public synchronized void close() throws IOException {
        closed = true;
        for (Kept kept : states.values()) {
            release(kept);
        }
        states.clear();
    }
}
