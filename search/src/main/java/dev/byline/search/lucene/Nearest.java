package dev.byline.search.lucene;

import dev.byline.search.likeness.Portrait;
import dev.byline.search.likeness.Surroundings;
import dev.byline.search.likeness.TextModel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.LongHeap;

/** Those of all segments whose words point most nearly where an article's do; of equally near ones those with the least ids. */
final class Nearest {
    private record Near(Hanging segment, int document, double cosine) {}

    /** An article that is near. */
    interface Listener {
        void near(Hanging segment, int document) throws IOException;
    }

    private final Surroundings surroundings;
    private final int most;
    private final LongHeap cosines;
    private final List<Near> near = new ArrayList<>();

    private Nearest(Surroundings surroundings, int most) {
        this.surroundings = surroundings;
        this.most = most;
        cosines = new LongHeap(most);
    }

    /**
     * Looks at all segments.
     *
     * @param most how many at the most
     */
    static Nearest of(List<Hanging> segments, TextModel model, Portrait asked, int most) {
        Nearest nearest = new Nearest(new Surroundings(model, asked, most), most);
        for (Hanging segment : segments) {
            nearest.surroundings.count(segment.gallery(), segment::lists);
        }
        segments.forEach(nearest::in);
        return nearest;
    }

    private void in(Hanging segment) {
        surroundings.look(segment.gallery(), segment::lists, this::least, (document, cosine) -> {
            near.add(new Near(segment, document, cosine));
            // Above 0, the bits of a number are in the order of numbers.
            cosines.insertWithOverflow(Double.doubleToLongBits(cosine));
        });
    }

    private double least() {
        return cosines.size() < most ? 0 : Double.longBitsToDouble(cosines.top());
    }

    /** Tells of the nearest, in any order. */
    void tell(Listener listener) throws IOException {
        double least = least();
        int left = most;
        List<Near> equal = new ArrayList<>();
        for (Near one : near) {
            if (one.cosine > least) {
                left--;
                listener.near(one.segment, one.document);
            } else if (one.cosine == least) {
                equal.add(one);
            }
        }
        if (equal.size() > left) {
            List<Named> named = new ArrayList<>();
            for (Near one : equal) {
                named.add(new Named(id(one), one));
            }
            named.sort(Comparator.comparing(Named::id));
            equal = named.subList(0, left).stream().map(Named::near).toList();
        }
        for (Near one : equal) {
            listener.near(one.segment, one.document);
        }
    }

    private record Named(BytesRef id, Near near) {}

    private static BytesRef id(Near near) throws IOException {
        BinaryDocValues ids = DocValues.getBinary(near.segment.segment().reader(), Field.ID);
        return ids.advanceExact(near.document) ? BytesRef.deepCopyOf(ids.binaryValue()) : new BytesRef();
    }
}
