package dev.byline.examples.cli;

import dev.byline.comment.Comment;
import dev.byline.comment.CommentId;
import dev.byline.comment.CommentText;
import dev.byline.comment.CommentThread.Votes;
import dev.byline.examples.cli.lines.Lines;
import dev.byline.text.SafeUrl;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a thread is made of.
 *
 * @param title what it is about
 * @param zone where the times are told
 * @param comments the comments in every state, safe to print
 * @param votes the votes on some of them
 */
record ThreadInput(String title, ZoneId zone, List<Comment> comments, Map<CommentId, Votes> votes) {
    /** A comment of the longest text, each character of it written as six in JSON, and what stands around it. */
    static final int LONGEST_LINE = 1 << 19;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Comments on an article, on which nobody voted. */
    static ThreadInput of(String title, ZoneId zone, List<Comment> comments) {
        return new ThreadInput(
                title, zone, comments.stream().map(ThreadInput::safe).toList(), Map.of());
    }

    /** Comments in JSON lines, each with its votes beside its own fields or none; blank lines are passed over. */
    static ThreadInput read(InputStream in, String name) {
        Lines lines = new Lines(in, LONGEST_LINE);
        List<Comment> comments = new ArrayList<>();
        Map<CommentId, Votes> votes = new HashMap<>();
        for (String line = lines.next(); line != null; line = lines.next()) {
            if (line.isBlank()) {
                continue;
            }
            if (lines.tooLong()) {
                throw refusal(lines, "it is longer than " + LONGEST_LINE + " bytes");
            }
            try {
                JsonNode node = JSON.readTree(line);
                // As Byline exports comments, among other things.
                JsonNode own = node.path("comment").isObject() ? node.path("comment") : node;
                if (!own.isObject()) {
                    throw refusal(lines, "it is no JSON object");
                }
                Comment comment = safe(JSON.treeToValue(own, Comment.class));
                comments.add(comment);
                if (!node.path("votes").isMissingNode() && !node.path("votes").isNull()) {
                    votes.putIfAbsent(comment.id(), JSON.treeToValue(node.path("votes"), Votes.class));
                }
            } catch (JacksonException broken) {
                throw refusal(lines, reason(broken));
            }
        }
        return new ThreadInput(name, ZoneOffset.UTC, comments, votes);
    }

    /** Comments in a file of JSON lines. */
    static ThreadInput read(Path file) {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new Refusal("there is no readable file " + file);
        }
        try (InputStream in = Files.newInputStream(file)) {
            return read(in, file.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(file + " can't be read: " + e.getMessage(), e);
        }
    }

    private static Refusal refusal(Lines lines, String reason) {
        return new Refusal("line " + lines.number() + " is no comment: " + reason);
    }

    /** Which field it is, and never what stands in it. */
    private static String reason(JacksonException broken) {
        if (broken instanceof StreamReadException) {
            return "it is no JSON";
        }
        Throwable cause = broken.getCause();
        if (cause instanceof NullPointerException) {
            return "\"" + cause.getMessage() + "\" is missing";
        }
        if (cause instanceof IllegalArgumentException) {
            return String.valueOf(cause.getMessage());
        }
        String field =
                broken.getPath().isEmpty() ? null : broken.getPath().get(0).getPropertyName();
        return field == null ? "it has a field that can't be" : "\"" + field + "\" can't be that";
    }

    private static Comment safe(Comment comment) {
        return new Comment(
                comment.id(),
                comment.article(),
                comment.parent(),
                comment.kind(),
                comment.state(),
                comment.name(),
                SafeUrl.of(comment.url()).orElse(""),
                CommentText.clean(comment.text()),
                comment.at());
    }
}
