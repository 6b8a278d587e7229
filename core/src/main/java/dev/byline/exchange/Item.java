package dev.byline.exchange;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.byline.article.ArticleId;
import dev.byline.article.Publication;
import dev.byline.article.StaticPage;
import dev.byline.comment.Comment;
import dev.byline.comment.Sender;
import dev.byline.taxonomy.Menu;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One thing that came out of a source, or goes into a file.
 *
 * <p>What items say of each other is said by ids, slugs and keys alone, so each can be stored by itself and in any order.
 */
public sealed interface Item {
    /**
     * What the source says of the site itself; at most one of a source.
     *
     * @param publication the site
     */
    record Site(Publication publication) implements Item {
        /** Checks that it is there. */
        public Site {
            Objects.requireNonNull(publication, "publication");
        }
    }

    /**
     * An article.
     *
     * @param article with everything that the source says of it
     */
    record Article(dev.byline.article.Article article) implements Item {
        /** Checks that it is there. */
        public Article {
            Objects.requireNonNull(article, "article");
        }
    }

    /**
     * A static page.
     *
     * @param page with everything that the source says of it
     */
    record Page(StaticPage page) implements Item {
        /** Checks that it is there. */
        public Page {
            Objects.requireNonNull(page, "page");
        }
    }

    /**
     * A comment; it may come before or after its article and its parent, or without them.
     *
     * @param comment what everybody may see
     * @param sender who sent it; null where the source does not say or was not asked
     */
    record Remark(Comment comment, @Nullable Sender sender) implements Item {
        /** Checks that the comment is there. */
        public Remark {
            Objects.requireNonNull(comment, "comment");
        }
    }

    /**
     * An author.
     *
     * @param author with everything that the source says of them
     */
    record Author(dev.byline.article.Author author) implements Item {
        /** Checks that it is there. */
        public Author {
            Objects.requireNonNull(author, "author");
        }
    }

    /**
     * A menu.
     *
     * @param menu with all its entries
     */
    record Navigation(Menu menu) implements Item {
        /** Checks that it is there. */
        public Navigation {
            Objects.requireNonNull(menu, "menu");
        }
    }

    /**
     * What an article had been counted before it came here.
     *
     * @param article the article
     * @param at the instant up to which it was counted
     * @param views views, 0 or more
     * @param shares shares by network, each 0 or more
     */
    @JsonPropertyOrder({"article", "at", "views", "shares"})
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Balance(
            ArticleId article,
            @JsonFormat(shape = JsonFormat.Shape.STRING) Instant at,
            long views,
            Map<String, Long> shares)
            implements Item {
        /** Checks that nothing is below zero and that each network has a name. */
        public Balance {
            Objects.requireNonNull(article, "article");
            Objects.requireNonNull(at, "at");
            shares = shares == null ? Map.of() : Map.copyOf(shares);
            if (views < 0 || shares.values().stream().anyMatch(count -> count < 0)) {
                throw new IllegalArgumentException("article " + article + " can't have been counted below zero");
            }
            for (String network : shares.keySet()) {
                // Half a surrogate pair can't be the name of a field in JSON.
                if (network.isBlank() || !StandardCharsets.UTF_8.newEncoder().canEncode(network)) {
                    throw new IllegalArgumentException(
                            "article " + article + " was shared on a network without a name");
                }
            }
        }
    }

    /**
     * An address that leads to another.
     *
     * @param from the old path, beginning with a slash
     * @param to the new path or address
     */
    @JsonPropertyOrder({"from", "to"})
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Redirect(String from, String to) implements Item {
        /** Checks that both are there and that the old one is a path. */
        public Redirect {
            Objects.requireNonNull(from, "from");
            Objects.requireNonNull(to, "to");
            if (!from.startsWith("/") || to.isBlank()) {
                throw new IllegalArgumentException("no redirect leads from \"" + from + "\" to \"" + to + "\"");
            }
        }
    }
}
