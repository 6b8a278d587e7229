package dev.byline.exchange;

import dev.byline.exchange.FrontMatter.Fields;
import dev.byline.exchange.FrontMatter.Several;
import dev.byline.exchange.FrontMatter.Text;
import dev.byline.exchange.FrontMatter.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Front matter in TOML: tables, lists of tables, dotted names, all kinds of strings, lists and inline tables. Numbers, dates
 * and truth values stay as they are written. Linear in the length, without recursion; what is more than front matter can
 * be is refused. Minds neither missing commas nor names that stand twice: the last one counts.
 */
final class TomlFields {
    private static final int MOST_CHARACTERS = 256 << 10;
    private static final int DEEPEST = 32;
    private static final int MOST_VALUES = 10_000;

    private final String toml;
    private final long firstLine;
    private final Map<String, Value> root = new LinkedHashMap<>();
    private int at;
    private int counted;
    private long feeds;
    private int values;

    /** A list or an inline table that is being read. */
    private static final class Open {
        private final @Nullable List<Value> list;
        private final Map<String, Value> map = new LinkedHashMap<>(0);
        private final long line;
        private @Nullable List<String> key;

        Open(boolean isList, long line) {
            list = isList ? new ArrayList<>() : null;
            this.line = line;
        }

        Value close() {
            return list == null ? new Fields(map, line) : new Several(list, line);
        }
    }

    private TomlFields(String toml, long firstLine) {
        this.toml = toml;
        this.firstLine = firstLine;
    }

    /**
     * The fields that TOML writes.
     *
     * @param firstLine the line of the document in which it begins
     * @throws Refused if it is none, or more than front matter can be
     */
    static FrontMatter read(String toml, long firstLine) throws Refused {
        if (toml.length() > MOST_CHARACTERS) {
            throw new Refused(firstLine, "has front matter of more than " + (MOST_CHARACTERS >> 10) + " Ki characters");
        }
        return new TomlFields(toml, firstLine).read();
    }

    private FrontMatter read() throws Refused {
        Map<String, Value> table = root;
        for (blank(true); at < toml.length(); blank(true)) {
            if (toml.charAt(at) == '[') {
                boolean several = toml.startsWith("[[", at);
                at += several ? 2 : 1;
                List<String> path = key();
                take(several ? "]]" : "]");
                table = table(path, several);
            } else {
                List<String> path = key();
                take("=");
                put(table, path, value());
            }
            blank(false);
            if (at < toml.length() && toml.charAt(at) != '\n') {
                throw broken("something follows a value on its line");
            }
        }
        return new FrontMatter(root);
    }

    private Refused broken(String reason) {
        return new Refused(line(), "has front matter that is no TOML: " + reason);
    }

    private long line() {
        for (; counted < at && counted < toml.length(); counted++) {
            feeds += toml.charAt(counted) == '\n' ? 1 : 0;
        }
        return firstLine + feeds;
    }

    /** Goes over blanks and comments, and perhaps line ends. */
    private void blank(boolean lines) {
        while (at < toml.length()) {
            char c = toml.charAt(at);
            if (c == '#') {
                int end = toml.indexOf('\n', at);
                at = end < 0 ? toml.length() : end;
            } else if (c == ' ' || c == '\t' || (lines && c == '\n')) {
                at++;
            } else {
                return;
            }
        }
    }

    private void take(String expected) throws Refused {
        blank(false);
        if (!toml.startsWith(expected, at)) {
            throw broken("a \"" + expected + "\" is missing");
        }
        at += expected.length();
    }

    /** A name, perhaps of several parts between dots. */
    private List<String> key() throws Refused {
        List<String> path = new ArrayList<>(1);
        do {
            at += path.isEmpty() ? 0 : 1;
            blank(false);
            path.add(FrontMatter.fold(part()));
            blank(false);
        } while (at < toml.length() && toml.charAt(at) == '.' && path.size() < DEEPEST);
        return path;
    }

    private String part() throws Refused {
        char first = at < toml.length() ? toml.charAt(at) : '\n';
        if (first == '"' || first == '\'') {
            return string();
        }
        int from = at;
        while (at < toml.length()
                && (Character.isLetterOrDigit(toml.charAt(at)) || "-_".indexOf(toml.charAt(at)) >= 0)) {
            at++;
        }
        if (at == from) {
            throw broken("a name is missing");
        }
        return toml.substring(from, at);
    }

    private Map<String, Value> table(List<String> path, boolean several) throws Refused {
        Map<String, Value> table = inside(root, path.subList(0, path.size() - 1));
        String last = path.get(path.size() - 1);
        if (!several) {
            return inside(table, List.of(last));
        }
        Map<String, Value> added = new LinkedHashMap<>();
        if (!(table.get(last) instanceof Several)) {
            table.put(last, new Several(new ArrayList<>(), line()));
        }
        if (table.get(last) instanceof Several list) {
            list.values().add(count(new Fields(added, line())));
        }
        return added;
    }

    /** The table at a path, which is made where it is not there; of a list, its last one. */
    private Map<String, Value> inside(Map<String, Value> from, List<String> path) throws Refused {
        Map<String, Value> table = from;
        for (String name : path) {
            Value known = table.get(name);
            if (known instanceof Several list && !list.values().isEmpty()) {
                known = list.values().get(list.values().size() - 1);
            }
            if (!(known instanceof Fields)) {
                known = count(new Fields(new LinkedHashMap<>(), line()));
                table.put(name, known);
            }
            if (known instanceof Fields fields) {
                table = fields.fields();
            }
        }
        return table;
    }

    private void put(Map<String, Value> table, List<String> path, Value value) throws Refused {
        inside(table, path.subList(0, path.size() - 1)).put(path.get(path.size() - 1), value);
    }

    private Value count(Value value) throws Refused {
        if (++values > MOST_VALUES) {
            throw new Refused(value.line(), "has front matter of more than " + MOST_VALUES + " values");
        }
        return value;
    }

    private Value value() throws Refused {
        Deque<Open> open = new ArrayDeque<>();
        while (true) {
            blank(!open.isEmpty());
            if (at >= toml.length()) {
                throw broken("a value is missing or has no end");
            }
            char c = toml.charAt(at);
            Open around = open.peek();
            Value done = null;
            if (c == '[' || c == '{') {
                if (open.size() == DEEPEST) {
                    throw new Refused(line(), "has front matter nested deeper than " + DEEPEST + " levels");
                }
                open.push(new Open(c == '[', line()));
                at++;
            } else if (around != null && c == (around.list == null ? '}' : ']')) {
                at++;
                done = count(open.pop().close());
            } else if (around != null && c == ',') {
                at++;
            } else if (around != null && around.list == null && around.key == null) {
                around.key = key();
                take("=");
            } else {
                done = count(scalar());
            }
            if (done != null) {
                Open outer = open.peek();
                if (outer == null) {
                    return done;
                }
                if (outer.list != null) {
                    outer.list.add(done);
                } else if (outer.key != null) {
                    put(outer.map, outer.key, done);
                    outer.key = null;
                }
            }
        }
    }

    private Text scalar() throws Refused {
        long line = line();
        char first = toml.charAt(at);
        if (first == '"' || first == '\'') {
            return new Text(string(), line);
        }
        int from = at;
        while (at < toml.length() && ",]}#\n".indexOf(toml.charAt(at)) < 0) {
            at++;
        }
        String text = toml.substring(from, at).strip();
        if (text.isEmpty()) {
            throw broken("a value is missing");
        }
        return new Text(text, line);
    }

    private String string() throws Refused {
        char quote = toml.charAt(at);
        String three = String.valueOf(quote).repeat(3);
        boolean lines = toml.startsWith(three, at);
        at += lines ? 3 : 1;
        if (lines && at < toml.length() && toml.charAt(at) == '\n') {
            at++;
        }
        StringBuilder text = new StringBuilder();
        while (at < toml.length()) {
            char c = toml.charAt(at);
            if (lines ? toml.startsWith(three, at) : c == quote) {
                at += lines ? 3 : 1;
                return text.toString();
            }
            if (c == '\n' && !lines) {
                break;
            }
            at++;
            if (c == '\\' && quote == '"') {
                escaped(text);
            } else {
                text.append(c);
            }
        }
        throw broken("a text has no end");
    }

    private void escaped(StringBuilder text) throws Refused {
        char c = at < toml.length() ? toml.charAt(at++) : ' ';
        switch (c) {
            case 'n' -> text.append('\n');
            case 't' -> text.append('\t');
            case 'r' -> text.append('\r');
            case 'b' -> text.append('\b');
            case 'f' -> text.append('\f');
            case 'e' -> text.append('\u001b');
            case 'u' -> code(text, 4);
            case 'U' -> code(text, 8);
            case '\n' -> {
                // The line goes on where the next one's text begins.
                while (at < toml.length() && toml.charAt(at) <= ' ') {
                    at++;
                }
            }
            default -> text.append(c);
        }
    }

    private void code(StringBuilder text, int digits) throws Refused {
        int point = 0;
        for (int i = 0; i < digits; i++) {
            int digit = at < toml.length() ? Character.digit(toml.charAt(at), 16) : -1;
            if (digit < 0 || point >= 1 << 24) {
                throw broken("an escape is none");
            }
            point = point << 4 | digit;
            at++;
        }
        if (!Character.isValidCodePoint(point) || (point >= 0xD800 && point <= 0xDFFF)) {
            throw broken("an escape is none");
        }
        text.appendCodePoint(point);
    }
}
