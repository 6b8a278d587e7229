package dev.byline.examples.cli.site;

import dev.byline.article.ArticleId;
import dev.byline.comment.Comment;
import dev.byline.comment.CommentId;
import dev.byline.comment.CommentState;
import dev.byline.comment.Sender;
import dev.byline.examples.cli.site.SiteChanges.Outcome;
import dev.byline.exchange.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * The comments of all articles, oldest first below each, and apart from them who sent them. Only asked and changed
 * within a question or a change of the file.
 */
final class Discussions {
    private static final int BATCH = 256;

    private final MVMap<Place, String> comments;
    private final MVMap<String, Place> places;
    private final MVMap<String, String> senders;
    private final MVMap<String, String> writtenHere;
    private final MVMap<String, String> approvals;

    Discussions(ContentFile file) {
        comments = file.map("comments", DiskTypes.PLACE, DiskTypes.TEXT);
        places = file.map("comment-places", DiskTypes.TEXT, DiskTypes.PLACE);
        senders = file.texts("senders");
        writtenHere = file.texts("comments-written-here");
        approvals = file.texts("approvals");
    }

    /**
     * What makes up the number that an article's card shows.
     *
     * @param imported approved comments that came by imports
     * @param written approved comments that were written on this site
     * @param uncounted comments that the article's source counted and did not hand over
     */
    record Approvals(int imported, int written, int uncounted) {
        int total() {
            return imported + written + uncounted;
        }

        private Approvals plus(boolean own, int more) {
            return own
                    ? new Approvals(imported, Math.max(0, written + more), uncounted)
                    : new Approvals(Math.max(0, imported + more), written, uncounted);
        }

        Approvals uncounted(int number) {
            return new Approvals(imported, written, Math.max(0, number));
        }
    }

    /** What an article has; null where it never had a comment here. */
    @Nullable
    Approvals approvals(String article) {
        String text = approvals.get(article);
        if (text == null) {
            return null;
        }
        int[] numbers = Packed.read(text, int[].class);
        return new Approvals(numbers[0], numbers[1], numbers[2]);
    }

    void approvals(String article, Approvals now) {
        approvals.put(article, Packed.write(new int[] {now.imported(), now.written(), now.uncounted()}));
    }

    /**
     * Stores a comment in the place of the one with its id.
     *
     * @param sender who sent it; null keeps what is known
     * @param imported whether it came by an import
     * @param counted the count that an article without comments here shows
     */
    Outcome put(Comment comment, @Nullable Sender sender, boolean imported, ToIntFunction<String> counted) {
        String id = comment.id().value();
        String article = comment.article().value();
        Place place = Place.of(article, comment.at(), id);
        String text = Packed.write(comment);
        Place placeBefore = places.get(id);
        String before = placeBefore == null ? null : comments.get(placeBefore);
        boolean wasOwn = writtenHere.containsKey(id);
        boolean isOwn = !imported && (before == null || wasOwn);
        Outcome outcome = put(id, place, text, placeBefore, before);
        if (keep(id, sender) && outcome == Outcome.UNCHANGED) {
            outcome = Outcome.REPLACED;
        }
        if (isOwn) {
            writtenHere.put(id, "");
        } else {
            writtenHere.remove(id);
        }
        if (before != null && placeBefore != null && isApproved(Packed.read(before, Comment.class))) {
            add(placeBefore.scope(), wasOwn, -1, counted);
        }
        if (isApproved(comment)) {
            add(article, isOwn, 1, counted);
        }
        return outcome;
    }

    private Outcome put(String id, Place place, String text, @Nullable Place placeBefore, @Nullable String before) {
        if (placeBefore != null && !placeBefore.equals(place)) {
            comments.remove(placeBefore);
        }
        places.put(id, place);
        comments.put(place, text);
        if (before == null) {
            return Outcome.ADDED;
        }
        return before.equals(text) ? Outcome.UNCHANGED : Outcome.REPLACED;
    }

    // Whether anything is known that was not.
    private boolean keep(String id, @Nullable Sender sender) {
        if (sender == null || sender.equals(Sender.unknown())) {
            return false;
        }
        String text = Packed.write(new String[] {sender.email(), sender.ip(), sender.agent(), sender.member()});
        return !text.equals(senders.put(id, text));
    }

    private static boolean isApproved(Comment comment) {
        return comment.state() == CommentState.APPROVED;
    }

    private void add(String article, boolean own, int more, ToIntFunction<String> counted) {
        Approvals now = approvals(article);
        now = now == null ? new Approvals(0, 0, counted.applyAsInt(article)) : now;
        approvals(article, now.plus(own, more));
    }

    Optional<Comment> get(CommentId id) {
        Place place = places.get(id.value());
        return Optional.ofNullable(place == null ? null : comments.get(place))
                .map(text -> Packed.read(text, Comment.class));
    }

    Optional<Sender> sender(CommentId id) {
        return Optional.ofNullable(senders.get(id.value())).map(text -> {
            String[] parts = Packed.read(text, String[].class);
            return new Sender(parts[0], parts[1], parts[2], parts[3]);
        });
    }

    /** The comments of an article in every state, by {@link Comment#OLDEST_FIRST}. */
    List<Comment> of(ArticleId article) {
        List<Comment> found = new ArrayList<>();
        Cursor<Place, String> cursor =
                comments.cursor(Place.first(article.value()), Place.last(article.value()), false);
        while (cursor.hasNext()) {
            cursor.next();
            found.add(Packed.read(cursor.getValue(), Comment.class));
        }
        return found;
    }

    /** Some comments with their senders, by article, from behind one on; empty at the end. */
    List<Item.Remark> behind(Item.@Nullable Remark last) {
        List<Item.Remark> batch = new ArrayList<>(BATCH);
        Place next = last == null
                ? comments.firstKey()
                : comments.higherKey(Place.of(
                        last.comment().article().value(),
                        last.comment().at(),
                        last.comment().id().value()));
        while (next != null && batch.size() < BATCH) {
            Comment comment = Packed.read(String.valueOf(comments.get(next)), Comment.class);
            batch.add(new Item.Remark(comment, sender(comment.id()).orElse(null)));
            next = comments.higherKey(next);
        }
        return batch;
    }
}
