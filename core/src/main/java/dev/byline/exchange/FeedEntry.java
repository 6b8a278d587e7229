package dev.byline.exchange;

import java.util.ArrayList;
import java.util.List;

/** An item of RSS or an entry of Atom as it stands in the feed, addresses resolved; what is missing is empty. */
final class FeedEntry {
    final long line;
    String id = "";
    String link = "";
    String about = "";
    String title = "";
    String content = "";
    String summary = "";
    String published = "";
    String updated = "";
    String language = "";
    String base = "";
    boolean elsewhere;
    final List<String> authors = new ArrayList<>(1);
    final List<Category> categories = new ArrayList<>();
    final List<String> keywords = new ArrayList<>(0);
    final List<Picture> pictures = new ArrayList<>(0);

    FeedEntry(long line) {
        this.line = line;
    }

    /**
     * A category.
     *
     * @param term what it is called in addresses; may be empty
     * @param name plain text
     */
    record Category(String term, String name) {}

    /** A picture that goes with the entry. */
    static final class Picture {
        String url = "";
        String width = "";
        String height = "";
        String title = "";
        String description = "";
        String credit = "";
        // A thumbnail counts where there is nothing else.
        boolean thumbnail;
    }
}
