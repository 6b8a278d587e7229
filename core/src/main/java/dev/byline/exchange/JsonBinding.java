package dev.byline.exchange;

import dev.byline.article.Article;
import dev.byline.article.Author;
import dev.byline.article.Publication;
import dev.byline.article.StaticPage;
import dev.byline.comment.Comment;
import dev.byline.comment.Sender;
import dev.byline.taxonomy.Menu;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Items as JSON and back: the only class that touches Jackson's databind, so that the rest works without it. */
final class JsonBinding {
    private final JsonMapper mapper = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(JsonLines.DEEPEST)
                            .maxStringLength(JsonLines.LONGEST_LINE)
                            .maxNameLength(1000)
                            .maxNumberLength(100)
                            .maxTokenCount(JsonLines.MOST_TOKENS)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            // What is missing is false or zero, as in the records.
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    /** Why a line is no item, in words that quote nothing of it but keys and ids. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        private final String where;
        private final String reason;

        Unreadable(String where, String reason) {
            super(reason, null, false, false);
            this.where = where;
            this.reason = reason;
        }

        String where() {
            return where;
        }

        String reason() {
            return reason;
        }
    }

    Item read(String line, boolean senders) throws Unreadable {
        JsonNode node = tree(line);
        if (!node.isObject()) {
            throw new Unreadable("", "is no JSON object");
        }
        JsonNode type = node.get("type");
        if (type == null || !type.isString()) {
            throw new Unreadable("", "does not say its type");
        }
        String name = type.stringValue();
        return switch (name) {
            case "site" -> new Item.Site(part(node, name, "publication", Publication.class));
            case "article" -> new Item.Article(part(node, name, "article", Article.class));
            case "page" -> new Item.Page(part(node, name, "page", StaticPage.class));
            case "author" -> new Item.Author(part(node, name, "author", Author.class));
            case "menu" -> new Item.Navigation(part(node, name, "menu", Menu.class));
            case "comment" ->
                new Item.Remark(
                        part(node, name, "comment", Comment.class), senders ? sender(node.get("sender")) : null);
            case "balance" -> bind(node, name, "", Item.Balance.class);
            case "redirect" -> bind(node, name, "", Item.Redirect.class);
            default -> throw new Unreadable("", "has the type " + Tally.quote(name) + ", which nobody knows");
        };
    }

    private JsonNode tree(String line) throws Unreadable {
        try {
            return mapper.readTree(line);
        } catch (StreamConstraintsException e) {
            throw new Unreadable(
                    "",
                    "is nested deeper than " + JsonLines.DEEPEST
                            + " levels, or holds a name or number too long or more than " + JsonLines.MOST_TOKENS
                            + " values");
        } catch (JacksonException e) {
            int column = e.getLocation() == null ? 0 : e.getLocation().getColumnNr();
            throw new Unreadable(column > 0 ? "column " + column : "", "is not well-formed JSON");
        }
    }

    private <T> T part(JsonNode line, String type, String field, Class<T> bound) throws Unreadable {
        JsonNode part = line.get(field);
        if (part == null || !part.isObject()) {
            throw new Unreadable(type, "lacks the object \"" + field + "\"");
        }
        return bind(part, type, field, bound);
    }

    private <T> T bind(JsonNode node, String type, String field, Class<T> bound) throws Unreadable {
        try {
            return mapper.treeToValue(node, bound);
        } catch (JacksonException e) {
            throw new Unreadable(type + path(e, field), reason(e));
        }
    }

    private static String path(JacksonException e, String field) {
        StringBuilder path = new StringBuilder(field.isEmpty() ? "" : " " + field);
        for (JacksonException.Reference step : e.getPath()) {
            String name = step.getPropertyName();
            if (name == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? " " : ".").append(name);
            }
        }
        return path.length() <= 200 ? path.toString() : path.substring(0, 200) + "…";
    }

    private static String reason(JacksonException e) {
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            // The records' own words.
            String message = cause.getMessage();
            if (cause instanceof IllegalArgumentException && message != null) {
                return Tally.clean(message);
            }
            if (cause instanceof NullPointerException && message != null) {
                return "is missing: " + Tally.clean(message);
            }
        }
        return "is not what this field takes";
    }

    private static @Nullable Sender sender(@Nullable JsonNode node) {
        return node == null || !node.isObject()
                ? null
                : new Sender(text(node, "email"), text(node, "ip"), text(node, "agent"), text(node, "member"));
    }

    private static String text(JsonNode node, String field) {
        JsonNode value = node.get(field);
        return value == null || !value.isString() ? "" : value.stringValue();
    }

    /** The item as one line, its end included. */
    byte[] write(Item item, boolean senders) {
        ObjectNode node = mapper.createObjectNode();
        if (item instanceof Item.Article article) {
            node.put("type", "article").putPOJO("article", article.article());
        } else if (item instanceof Item.Remark remark) {
            node.put("type", "comment").putPOJO("comment", remark.comment());
            if (senders && remark.sender() != null) {
                put(node.putObject("sender"), remark.sender());
            }
        } else if (item instanceof Item.Page page) {
            node.put("type", "page").putPOJO("page", page.page());
        } else if (item instanceof Item.Author author) {
            node.put("type", "author").putPOJO("author", author.author());
        } else if (item instanceof Item.Navigation navigation) {
            node.put("type", "menu").putPOJO("menu", navigation.menu());
        } else if (item instanceof Item.Site site) {
            node.put("type", "site").putPOJO("publication", site.publication());
        } else {
            node.put("type", item instanceof Item.Balance ? "balance" : "redirect");
            node.setAll((ObjectNode) mapper.valueToTree(item));
        }
        String line = mapper.writeValueAsString(node) + "\n";
        // Half a surrogate pair has no UTF-8, but can be said as an escape.
        return (StandardCharsets.UTF_8.newEncoder().canEncode(line)
                        ? line
                        : mapper.writer()
                                        .with(JsonWriteFeature.ESCAPE_NON_ASCII)
                                        .writeValueAsString(node) + "\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static void put(ObjectNode node, Sender sender) {
        put(node, "email", sender.email());
        put(node, "ip", sender.ip());
        put(node, "agent", sender.agent());
        put(node, "member", sender.member());
    }

    private static void put(ObjectNode node, String field, String text) {
        if (!text.isEmpty()) {
            node.put(field, text);
        }
    }
}
