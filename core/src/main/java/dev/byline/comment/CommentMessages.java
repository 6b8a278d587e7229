package dev.byline.comment;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.ResourceBundle.Control;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The texts that readers see in one language, from the files that a validation provider reads too, and in its order: the
 * host's ValidationMessages before our ContributorValidationMessages, key by key.
 *
 * <p>Not a ResourceBundle, which would answer in the machine's own language where a locale has none of these. Files of
 * the host are looked for by the thread's context class loader, then by our own; one that can't be read is none. They
 * may be UTF-8 or ISO 8859-1, with escapes.
 */
final class CommentMessages {
    private static final String PREFIX = "dev.byline.comment.";
    private static final String HOSTS = "ValidationMessages";
    private static final String OURS = "/ContributorValidationMessages";
    private static final String SUFFIX = ".properties";
    private static final Control NAMES = Control.getControl(Control.FORMAT_PROPERTIES);

    /** A locale may come from a reader's request, so that there is no end to them. */
    private static final int MOST_FILES = 500;

    private static final Map<String, String> ENGLISH = ours("");
    private static final Map<String, Map<String, String>> OTHERS =
            Map.of("ar", ours("_ar"), "fa", ours("_fa"), "he", ours("_he"));

    @GuardedBy("LOADERS")
    private static final Map<ClassLoader, Map<String, Map<String, String>>> LOADERS = new WeakHashMap<>();

    /** The first that has a key answers. */
    private final List<Map<String, String>> files;

    private CommentMessages(List<Map<String, String>> files) {
        this.files = files;
    }

    /** The texts for this locale as the files are now for this thread. */
    static CommentMessages in(Locale locale) {
        List<Map<String, String>> files = new ArrayList<>();
        List<String> names = names(locale);
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        ClassLoader own = CommentMessages.class.getClassLoader();
        addHosts(context, names, files);
        if (own != context) {
            addHosts(own, names, files);
        }
        // Java 17 says "he", and a host may have told it to say "iw" as before.
        String language = locale.getLanguage().equals("iw") ? "he" : locale.getLanguage();
        Map<String, String> other = OTHERS.get(language);
        if (other != null) {
            files.add(other);
        }
        files.add(ENGLISH);
        return new CommentMessages(files);
    }

    /** The text under a key of this package; the key itself where there is none. */
    String text(String key) {
        return text(key, Map.of());
    }

    /**
     * The same with these values in the place of {@code {name}}. A sentence of which a value is null is left out, unless
     * nothing else is there.
     *
     * @param values never anything that a reader typed
     */
    String text(String key, Map<String, ? extends @Nullable Object> values) {
        for (Map<String, String> file : files) {
            String text = file.get(PREFIX + key);
            if (text != null) {
                return filled(text, values);
            }
        }
        return key;
    }

    /** What to tell a reader of a violation. */
    String text(CommentViolation violation) {
        return code(violation.code(), violation.limit(), violation.actual());
    }

    /** The same before anything was sent. */
    String code(String code, @Nullable Integer limit, @Nullable Integer actual) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("limit", limit);
        values.put("seconds", limit);
        values.put("actual", actual);
        return text("code." + code, values);
    }

    private static String filled(String text, Map<String, ? extends @Nullable Object> values) {
        if (text.indexOf('{') < 0 && text.indexOf('\\') < 0) {
            return text;
        }
        String known = filled(text, values, true);
        return known.isEmpty() ? filled(text, values, false) : known;
    }

    private static String filled(String text, Map<String, ? extends @Nullable Object> values, boolean knownOnly) {
        StringBuilder out = new StringBuilder(text.length() + 8);
        boolean whole = true;
        int sentence = 0;
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            int close = c == '{' ? text.indexOf('}', i) : -1;
            String name = close < 0 ? "" : text.substring(i + 1, close);
            if (c == '\\' && i + 1 < text.length() && "{}\\$".indexOf(text.charAt(i + 1)) >= 0) {
                out.append(text.charAt(i + 1));
                i += 2;
            } else if (values.containsKey(name)) {
                Object value = values.get(name);
                whole &= value != null || !knownOnly;
                out.append(value == null ? "…" : value);
                i = close + 1;
            } else {
                out.append(c);
                i++;
            }
            if (i == text.length() || (endsSentence(c) && text.charAt(i) == ' ')) {
                out.setLength(whole ? out.length() : sentence);
                sentence = out.length();
                whole = true;
            }
        }
        return out.toString().strip();
    }

    private static boolean endsSentence(char c) {
        return c == '.' || c == '!' || c == '?' || c == '\u061F' || c == '\u06D4';
    }

    /** The files that a host may have for a locale, the most special first; of a locale only what names a file. */
    private static List<String> names(Locale locale) {
        Locale plain = Locale.ROOT;
        try {
            plain = new Locale.Builder()
                    .setLanguage(locale.getLanguage())
                    .setScript(locale.getScript())
                    .setRegion(locale.getCountry())
                    .build();
        } catch (IllformedLocaleException e) {
            // Nobody speaks it.
        }
        List<String> names = new ArrayList<>();
        for (Locale candidate : NAMES.getCandidateLocales(HOSTS, plain)) {
            String name = NAMES.toBundleName(HOSTS, candidate);
            names.add(name + SUFFIX);
            String before = HOSTS + "_he";
            if (name.startsWith(before)) {
                names.add(HOSTS + "_iw" + name.substring(before.length()) + SUFFIX);
            }
        }
        return names;
    }

    private static void addHosts(@Nullable ClassLoader loader, List<String> names, List<Map<String, String>> files) {
        if (loader == null) {
            return;
        }
        for (String name : names) {
            Map<String, String> file = hosts(loader, name);
            if (!file.isEmpty()) {
                files.add(file);
            }
        }
    }

    private static Map<String, String> hosts(ClassLoader loader, String name) {
        synchronized (LOADERS) {
            Map<String, Map<String, String>> known = LOADERS.get(loader);
            Map<String, String> file = known == null ? null : known.get(name);
            if (file != null) {
                return file;
            }
        }
        Map<String, String> file;
        try (InputStream in = loader.getResourceAsStream(name)) {
            file = in == null ? Map.of() : read(in);
        } catch (IOException | RuntimeException e) {
            // The host's file is broken, or its loader is closed; readers still get an answer.
            file = Map.of();
        }
        synchronized (LOADERS) {
            Map<String, Map<String, String>> known = LOADERS.computeIfAbsent(loader, l -> new HashMap<>());
            if (known.size() >= MOST_FILES) {
                known.clear();
            }
            known.put(name, file);
        }
        return file;
    }

    private static Map<String, String> ours(String language) {
        String name = OURS + language + SUFFIX;
        try (InputStream in = CommentMessages.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing from byline-core");
            }
            return read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What of a file is for this package. */
    private static Map<String, String> read(InputStream in) throws IOException {
        byte[] bytes = in.readAllBytes();
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            text = new String(bytes, StandardCharsets.ISO_8859_1);
        }
        Properties properties = new Properties();
        properties.load(new StringReader(text));
        Map<String, String> messages = new HashMap<>();
        for (String key : properties.stringPropertyNames()) {
            if (key.startsWith(PREFIX)) {
                messages.put(key, properties.getProperty(key));
            }
        }
        return Map.copyOf(messages);
    }
}
