package dev.byline.examples.cli;

import dev.byline.text.Language.Direction;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where a command reads and prints.
 *
 * @param in what is piped in
 * @param bytes where {@code out} prints, for an answer in bytes; whoever writes to it prints nothing to {@code out}
 * @param out what the command answers
 * @param err complaints and progress
 * @param clock the machine's
 * @param interactive whether somebody is looking at {@code err}
 */
record Terminal(
        InputStream in,
        OutputStream bytes,
        PrintWriter out,
        PrintWriter err,
        InstantSource clock,
        boolean interactive) {
    /** How many columns text is wrapped at. */
    static final int COLUMNS = 80;

    private static final ObjectWriter COMPACT = JsonMapper.builder().build().writer();
    private static final ObjectWriter JSON = COMPACT.withDefaultPrettyPrinter();

    /** Whether the process talks to a person. */
    @SuppressWarnings("SystemConsoleNull") // the method that tells is asked where there is one
    static boolean isInteractive() {
        java.io.Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            // From JDK 22 on there is a console even where the output is piped, and a method that tells.
            return Boolean.TRUE.equals(
                    java.io.Console.class.getMethod("isTerminal").invoke(console));
        } catch (ReflectiveOperationException olderJdk) {
            return true;
        }
    }

    /** Prints a line of text that may hold foreign content. */
    void line(String text) {
        out.print(safe(text));
        out.print('\n');
    }

    /** Prints a line beside the answer, for whoever looks. */
    void remark(String text) {
        err.print(safe(text));
        err.print('\n');
        err.flush();
    }

    /** Prints an empty line. */
    void line() {
        out.print('\n');
    }

    /** Prints a text in lines of at most {@link #COLUMNS}, of which all but the first begin with the indent. */
    void wrapped(String text, String indent) {
        String safe = safe(text);
        int start = 0;
        while (start < safe.length() && safe.charAt(start) == ' ') {
            start++;
        }
        StringBuilder line = new StringBuilder(safe.substring(0, start));
        boolean empty = true;
        for (String word : safe.substring(start).split("\\s+", -1)) {
            int width = line.codePointCount(0, line.length()) + 1 + word.codePointCount(0, word.length());
            if (!empty && width > COLUMNS) {
                line(line.toString());
                line.setLength(0);
                line.append(indent);
                empty = true;
            }
            line.append(empty ? "" : " ").append(word);
            empty = false;
        }
        line(line.toString());
    }

    /** Prints a value as JSON. */
    void json(Object value) {
        out.print(JSON.writeValueAsString(value));
        out.print('\n');
    }

    /** Prints a value as JSON on one line, which whoever reads has when this returns. */
    void jsonLine(Object value) {
        out.print(COMPACT.writeValueAsString(value));
        out.print('\n');
        flush();
    }

    /** Sends on what was printed; a pipe that nobody reads any more ends the command. */
    void flush() {
        if (out.checkError()) {
            throw new UncheckedIOException("the output can't be written", new IOException("nobody reads it"));
        }
    }

    /** Says what went wrong, also as JSON where that was asked for. */
    void complain(Throwable failure, CommandLine.@Nullable ParseResult parsed) {
        String message = String.valueOf(failure.getMessage());
        err.println("byline: " + safe(message));
        // A command may lie below another.
        for (CommandLine.ParseResult level = parsed; level != null; level = level.subcommand()) {
            if (level.hasMatchedOption("--json")) {
                json(Map.of("error", message));
                return;
            }
        }
    }

    /** A line that is replaced by the next one, printed only where somebody looks. */
    void progress(String format, Object... values) {
        if (interactive) {
            err.print("\r\u001b[K" + safe(String.format(Locale.ROOT, format, values)));
            err.flush();
        }
    }

    /** Ends the line of {@link #progress}. */
    void progressDone() {
        if (interactive) {
            err.print("\r\u001b[K");
            err.flush();
        }
    }

    /** The text without anything that could move the cursor, change colours or turn the writing direction around. */
    static String safe(String text) {
        StringBuilder safe = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean control = (c < ' ' && c != '\n' && c != '\t')
                    || (c >= 0x7f && c < 0xa0)
                    || (c >= '\u202a' && c <= '\u202e')
                    || (c >= '\u2066' && c <= '\u2069')
                    || c == '\u2028'
                    || c == '\u2029';
            if (control && safe == null) {
                safe = new StringBuilder(text.length()).append(text, 0, i);
            }
            if (safe != null) {
                safe.append(control ? ' ' : c);
            }
        }
        return safe == null ? text : safe.toString();
    }

    /** The value of an HTML {@code dir} attribute. */
    static String dir(Direction direction) {
        return direction == Direction.RTL ? "rtl" : "ltr";
    }
}
