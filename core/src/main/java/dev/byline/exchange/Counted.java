package dev.byline.exchange;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a report counts; the first eight are {@link Item}s, the others are parts of a source that are none. */
public enum Counted {
    /** {@link Item.Site}. */
    @JsonProperty("sites")
    SITES("site"),
    /** {@link Item.Article}. */
    @JsonProperty("articles")
    ARTICLES("article"),
    /** {@link Item.Page}. */
    @JsonProperty("pages")
    PAGES("page"),
    /** {@link Item.Remark}. */
    @JsonProperty("comments")
    COMMENTS("comment"),
    /** {@link Item.Author}. */
    @JsonProperty("authors")
    AUTHORS("author"),
    /** {@link Item.Navigation}. */
    @JsonProperty("menus")
    MENUS("menu"),
    /** {@link Item.Balance}. */
    @JsonProperty("balances")
    BALANCES("balance"),
    /** {@link Item.Redirect}. */
    @JsonProperty("redirects")
    REDIRECTS("redirect"),
    /** Entries of menus, on all levels. */
    @JsonProperty("menuEntries")
    MENU_ENTRIES("menu entry"),
    /** Pictures and other files that the source names. */
    @JsonProperty("attachments")
    ATTACHMENTS("attachment"),
    /** Categories that the source defines. */
    @JsonProperty("categories")
    CATEGORIES("category"),
    /** Tags that the source defines. */
    @JsonProperty("tags")
    TAGS("tag"),
    /** Articles whose expiry date had passed and was honoured. */
    @JsonProperty("expired")
    EXPIRED("expired article"),
    /** Documents that say who an author is, or head the list of authors. */
    @JsonProperty("authorFiles")
    AUTHOR_FILES("author file"),
    /** Documents that say what a tag or topic is called, or head the list of them. */
    @JsonProperty("tagFiles")
    TAG_FILES("topic file"),
    /** Documents that say what a category is called, or head the list of them. */
    @JsonProperty("categoryFiles")
    CATEGORY_FILES("category file");

    private final String singular;

    Counted(String singular) {
        this.singular = singular;
    }

    static Counted of(Item item) {
        // Item is sealed; a switch over its types needs a later Java.
        if (item instanceof Item.Article) {
            return ARTICLES;
        }
        if (item instanceof Item.Remark) {
            return COMMENTS;
        }
        if (item instanceof Item.Page) {
            return PAGES;
        }
        if (item instanceof Item.Author) {
            return AUTHORS;
        }
        if (item instanceof Item.Navigation) {
            return MENUS;
        }
        if (item instanceof Item.Balance) {
            return BALANCES;
        }
        return item instanceof Item.Redirect ? REDIRECTS : SITES;
    }

    String count(long n) {
        if (n == 1) {
            return "1 " + singular;
        }
        return n + " "
                + (singular.endsWith("y") ? singular.substring(0, singular.length() - 1) + "ies" : singular + "s");
    }
}
