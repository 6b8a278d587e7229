package dev.byline.comment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The texts that readers see, from the files that a validation provider reads too.
 *
 * <p>Not a ResourceBundle, which would answer in the machine's own language where a locale has none of these.
 */
final class CommentMessages {
    private static final String FILE = "/ContributorValidationMessages";
    private static final Properties ENGLISH = read("");
    private static final Map<String, Properties> OTHERS =
            Stream.of("ar", "fa", "he").collect(Collectors.toUnmodifiableMap(Function.identity(), l -> read("_" + l)));

    private CommentMessages() {}

    /** The text under a key of this package; the key itself where there is none. */
    static String text(String key, Locale locale) {
        String name = "dev.byline.comment." + key;
        String english = ENGLISH.getProperty(name, key);
        // Java 17 says "he", and a host may have told it to say "iw" as before.
        String language = locale.getLanguage().equals("iw") ? "he" : locale.getLanguage();
        return OTHERS.getOrDefault(language, ENGLISH).getProperty(name, english);
    }

    private static Properties read(String suffix) {
        Properties properties = new Properties();
        try (InputStream in = CommentMessages.class.getResourceAsStream(FILE + suffix + ".properties")) {
            if (in == null) {
                throw new IllegalStateException(FILE + suffix + ".properties is missing from byline-core");
            }
            properties.load(in);
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
