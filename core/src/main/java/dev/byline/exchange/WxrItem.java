package dev.byline.exchange;

import java.util.ArrayList;
import java.util.List;

/** An {@code <item>} or a comment as it stands in the file; texts that are missing are empty. */
final class WxrItem {
    final long line;
    String id = "";
    String type = "";
    String status = "";
    String title = "";
    String slug = "";
    String dateGmt = "";
    String date = "";
    String pubDate = "";
    String modifiedGmt = "";
    String modified = "";
    String creator = "";
    String content = "";
    String excerpt = "";
    String password = "";
    String parent = "";
    String menuOrder = "";
    String sticky = "";
    String commentStatus = "";
    String attachmentUrl = "";
    String guid = "";
    String thumbnail = "";
    String alt = "";
    String primaryCategory = "";
    String canonical = "";
    String subtitle = "";
    boolean sponsored;
    final Author guest;
    String shares = "";
    String sharesByNetwork = "";
    String sharesAt = "";
    final Menu menu = new Menu();
    final List<String> oldSlugs = new ArrayList<>(0);
    final List<Category> categories = new ArrayList<>();
    // Of all its texts, as the cursor counts them; known at its end.
    long size;

    WxrItem(long line) {
        this.line = line;
        guest = new Author(line);
    }

    /** What stands in the {@code _menu_item_*} fields. */
    static final class Menu {
        String type = "";
        String parent = "";
        String objectId = "";
        String object = "";
        String url = "";
    }

    /**
     * A {@code <category>} of an item.
     *
     * @param domain the taxonomy; empty in old files
     * @param nicename the slug; may be empty
     * @param name the name, HTML
     */
    record Category(String domain, String nicename, String name) {}

    /** A comment as it stands in the file. */
    static final class Comment {
        final long line;
        String id = "";
        String parent = "";
        String type = "";
        String approved = "";
        String author = "";
        String url = "";
        String email = "";
        String ip = "";
        String agent = "";
        String user = "";
        String dateGmt = "";
        String date = "";
        String content = "";

        Comment(long line) {
            this.line = line;
        }
    }

    /** A term that the head of the file defines; id and parent may be empty. */
    static final class Term {
        final long line;
        String taxonomy = "";
        String id = "";
        String slug = "";
        String name = "";
        String parent = "";

        Term(long line) {
            this.line = line;
        }
    }

    /** An author that the head of the file defines. */
    static final class Author {
        final long line;
        String login = "";
        String displayName = "";
        String firstName = "";
        String lastName = "";
        String description = "";

        Author(long line) {
            this.line = line;
        }
    }
}
