package dev.byline.examples.cli.evaluate;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** What documents are put into and questions are asked of. */
interface SearchSystem extends AutoCloseable {
    /** Opens one. */
    interface Opener {
        /** Opens one in an empty folder, which is deleted after it is closed. */
        SearchSystem open(Path folder);
    }

    /** Something to put, made ready so that making it is not timed. */
    interface Batch {
        void put();
    }

    /** Makes documents ready for {@link Batch#put()}. */
    Batch ready(List<Document> documents);

    /** Makes what was put durable, and ready to be asked. */
    void commit();

    /** The ids that a query finds, the best first, each once. */
    List<String> find(String text, int most);

    /** The same, as far down as the last of those that are wanted, at least; further ones may be left out. */
    default List<String> find(String text, int most, Set<String> wanted) {
        return find(text, most);
    }

    @Override
    void close();
}
