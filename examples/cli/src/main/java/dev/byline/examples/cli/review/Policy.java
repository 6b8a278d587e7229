package dev.byline.examples.cli.review;

import dev.byline.comment.CommentRules;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A policy document: {@code {"preset": "wordPress", "comment_max_links": 3}}, or the name of a preset alone. */
final class Policy {
    private static final String OVERRIDES = "overrides";
    private static final String HOLD_KEYS = "holdKeys";
    private static final String DISALLOWED_KEYS = "disallowedKeys";

    /** WordPress' options, and the components that say the same. */
    private static final Map<String, String> OPTIONS = new TreeMap<>(Map.of(
            "require_name_email", "nameAndEmailRequired",
            "comment_registration", "registrationRequired",
            "close_comments_for_old_posts", "closeAfterDays",
            "close_comments_days_old", "closeAfterDays",
            "comment_moderation", "holdAll",
            "comment_max_links", "links.holdAt",
            "comment_previously_approved", "senders.approvals",
            "comment_whitelist", "senders.approvals",
            "thread_comments", "replies.levels",
            "thread_comments_depth", "replies.levels"));

    /** Options and shortcuts for the words of a list, by the name of the list. */
    private static final Map<String, String> WORDS = Map.of(
            "moderation_keys",
            "moderation",
            HOLD_KEYS,
            "moderation",
            "disallowed_keys",
            "disallowed",
            "blacklist_keys",
            "disallowed",
            DISALLOWED_KEYS,
            "disallowed");

    private enum Preset {
        DEFAULTS("defaults"),
        WORDPRESS("wordPress"),
        STRICT("strict"),
        OPEN("open");

        private final String name;

        Preset(String name) {
            this.name = name;
        }

        CommentRules rules() {
            return switch (this) {
                case DEFAULTS -> CommentRules.defaults();
                case WORDPRESS -> CommentRules.wordPress();
                case STRICT -> CommentRules.strict();
                case OPEN -> CommentRules.open();
            };
        }

        static Preset of(JsonNode value) throws BadInput {
            String text = value.isString() ? value.stringValue().strip().toLowerCase(Locale.ROOT) : "";
            String name = text.endsWith("()") ? text.substring(0, text.length() - 2) : text;
            List<String> names = new ArrayList<>();
            for (Preset preset : values()) {
                if (preset.name.toLowerCase(Locale.ROOT).equals(name) || (preset == WORDPRESS && name.equals("wp"))) {
                    return preset;
                }
                names.add(preset.name);
            }
            throw Values.notOneOf("preset", names, value);
        }
    }

    private final Preset preset;

    /** What the document says beside the preset, by name, and the path of each. */
    private final Map<String, JsonNode> said = new LinkedHashMap<>();

    private final Map<String, String> paths = new LinkedHashMap<>();

    private Policy(Preset preset) {
        this.preset = preset;
    }

    static CommentRules rules(JsonNode document) throws BadInput {
        if (document.isString()) {
            return Preset.of(document).rules();
        }
        if (!document.isObject()) {
            throw new BadInput("", "must be an object with a preset, not " + Values.kind(document));
        }
        JsonNode named = document.path("preset");
        Policy policy = new Policy(named.isMissingNode() ? Preset.DEFAULTS : Preset.of(named));
        for (Map.Entry<String, JsonNode> field : document.properties()) {
            if (field.getKey().equals(OVERRIDES)) {
                policy.say(OVERRIDES, field.getValue());
            } else if (!field.getKey().equals("preset")) {
                policy.say("", field.getKey(), field.getValue());
            }
        }
        return policy.rules();
    }

    private void say(String path, JsonNode overrides) throws BadInput {
        if (!overrides.isObject()) {
            throw Values.wrong(path, "an object", overrides);
        }
        for (Map.Entry<String, JsonNode> field : overrides.properties()) {
            say(path, field.getKey(), field.getValue());
        }
    }

    private void say(String above, String name, JsonNode value) throws BadInput {
        String path = Values.path(above, name);
        String other = paths.put(name, path);
        if (other != null) {
            throw new BadInput(path, "stands beside \"overrides\" and in it");
        }
        if (!value.isNull()) {
            said.put(name, value);
        }
    }

    private CommentRules rules() throws BadInput {
        for (String name : paths.keySet()) {
            checkKnown(name);
        }
        CommentRules rules = preset == Preset.WORDPRESS ? options() : preset.rules();
        for (Map.Entry<String, JsonNode> field : said.entrySet()) {
            String name = field.getKey();
            if (WORDS.containsKey(name) || OPTIONS.containsKey(name)) {
                checkSaidOnce(name);
            }
            if (name.equals(HOLD_KEYS) || name.equals(DISALLOWED_KEYS)) {
                List<String> words = words(field.getValue(), path(name));
                rules = name.equals(HOLD_KEYS) ? rules.holdKeys(words) : rules.disallowedKeys(words);
            } else if (!isOption(name)) {
                ObjectNode change = JsonNodeFactory.instance.objectNode();
                change.set(name, field.getValue());
                rules = Components.over(rules, change, path(name).equals(name) ? "" : OVERRIDES);
            }
        }
        return rules;
    }

    private static boolean isOption(String name) {
        return OPTIONS.containsKey(name) || (WORDS.containsKey(name) && name.indexOf('_') >= 0);
    }

    private CommentRules options() throws BadInput {
        Map<String, Object> options = new LinkedHashMap<>();
        CommentRules rules = CommentRules.wordPress();
        for (Map.Entry<String, JsonNode> field : said.entrySet()) {
            String name = field.getKey();
            if (isOption(name)) {
                options.put(name, plain(field.getValue()));
                try {
                    rules = CommentRules.wordPress(options);
                } catch (IllegalArgumentException refused) {
                    String message = String.valueOf(refused.getMessage());
                    throw new BadInput(
                            path(name),
                            message.startsWith(name + " ") ? message.substring(name.length() + 1) : message);
                }
            }
        }
        return rules;
    }

    private static Object plain(JsonNode value) {
        if (value.isArray()) {
            List<Object> list = new ArrayList<>();
            value.forEach(one -> list.add(plain(one)));
            return list;
        }
        return switch (value.getNodeType()) {
            case STRING -> value.stringValue();
            case NUMBER -> value.numberValue();
            case BOOLEAN -> value.booleanValue();
            default -> Map.of();
        };
    }

    private static List<String> words(JsonNode value, String path) throws BadInput {
        if (!value.isArray()) {
            return List.of(Components.word(value, path));
        }
        List<String> words = new ArrayList<>();
        for (int i = 0; i < value.size(); i++) {
            words.add(Components.word(value.get(i), Values.path(path, i)));
        }
        return words;
    }

    private void checkKnown(String name) throws BadInput {
        if (isOption(name)) {
            if (preset != Preset.WORDPRESS) {
                throw new BadInput(path(name), "is an option of WordPress and goes with the preset wordPress alone");
            }
            return;
        }
        Set<String> known = new LinkedHashSet<>(Components.names(CommentRules.class));
        known.addAll(List.of(HOLD_KEYS, DISALLOWED_KEYS));
        if (!known.contains(name)) {
            if (preset == Preset.WORDPRESS) {
                known.addAll(OPTIONS.keySet());
                known.addAll(List.of("moderation_keys", "disallowed_keys"));
            }
            throw Components.unknown(path(name), known);
        }
    }

    /** That no two names say the same thing, so that none is passed over. */
    private void checkSaidOnce(String name) throws BadInput {
        String list = WORDS.get(name);
        String other = null;
        if (list == null) {
            String component = OPTIONS.getOrDefault(name, "");
            other = at(component) == null ? null : component;
        } else {
            for (JsonNode keys : said.getOrDefault("keys", JsonNodeFactory.instance.arrayNode())) {
                other = keys.path("name").asString("").equals(list) ? "the list \"" + list + "\" of keys" : other;
            }
            for (String word : WORDS.keySet()) {
                other = !word.equals(name) && said.containsKey(word) && list.equals(WORDS.get(word)) ? word : other;
            }
        }
        if (other != null) {
            throw new BadInput(path(name), "says the same as " + other + "; leave one of them out");
        }
    }

    private @Nullable JsonNode at(String component) {
        int dot = component.indexOf('.');
        JsonNode top = said.get(dot < 0 ? component : component.substring(0, dot));
        return top == null || dot < 0 ? top : top.get(component.substring(dot + 1));
    }

    private String path(String name) {
        return paths.getOrDefault(name, name);
    }
}
