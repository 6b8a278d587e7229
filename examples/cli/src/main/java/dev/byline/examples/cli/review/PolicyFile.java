package dev.byline.examples.cli.review;

import dev.byline.comment.CommentRules;
import dev.byline.ranking.related.RelatedPolicy;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** A file that states the rules for comments or related posts: a preset and what is otherwise, in JSON or YAML. */
public final class PolicyFile {
    /** The most bytes of it. */
    static final int MOST = 4 << 20;

    private PolicyFile() {}

    /**
     * The rules in a file: YAML where its name ends in {@code .yaml} or {@code .yml}, JSON where it ends in
     * {@code .json} or it begins with a brace.
     *
     * @throws BadInput if it can't be read or says what can't be
     */
    public static CommentRules read(Path file) throws BadInput {
        return Policy.rules(tree(file));
    }

    /**
     * The policy of related posts in a file, of the same form.
     *
     * @throws BadInput if it can't be read or says what can't be
     */
    public static RelatedPolicy related(Path file) throws BadInput {
        return RelatedPolicies.of(tree(file));
    }

    private static JsonNode tree(Path file) throws BadInput {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        String text = text(file);
        boolean yaml = name.endsWith(".yaml") || name.endsWith(".yml");
        boolean json = name.endsWith(".json") || (!yaml && text.stripLeading().startsWith("{"));
        return tree(text, json);
    }

    static CommentRules rules(String text, boolean json) throws BadInput {
        return Policy.rules(tree(text, json));
    }

    private static JsonNode tree(String text, boolean json) throws BadInput {
        return json ? JsonTree.read(text) : YamlTree.read(text);
    }

    private static String text(Path file) throws BadInput {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new BadInput("", "there is no such file that can be read");
        }
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(MOST + 1);
        } catch (IOException e) {
            throw new BadInput("", "can't be read");
        }
        if (bytes.length > MOST) {
            throw new BadInput("", "holds more than " + (MOST >> 20) + " MiB");
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new BadInput("", "is not UTF-8");
        }
    }
}
