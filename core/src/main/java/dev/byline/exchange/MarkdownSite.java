package dev.byline.exchange;

import dev.byline.article.Publication;
import dev.byline.text.Language;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a generator's own configuration says of the site: Hugo's {@code hugo.toml} and its like, Jekyll's
 * {@code _config.yml}. Of several the one that lies highest counts, since themes bring their own.
 */
final class MarkdownSite {
    private static final List<String> NAMES = List.of(
            "hugo.toml",
            "hugo.yaml",
            "hugo.yml",
            "_config.yml",
            "_config.yaml",
            "_config.toml",
            "config.toml",
            "config.yaml",
            "config.yml");
    /** Where Jekyll's themes look for who the authors are. */
    private static final List<String> AUTHORS =
            List.of("_data/authors.yml", "_data/authors.yaml", "_data/authors.json");

    private static final int LONGEST = 256 << 10;

    private final ZoneId zone;
    private @Nullable FrontMatter fields;
    private int depth = Integer.MAX_VALUE;
    private String document = "";
    private @Nullable Refused broken;
    private FrontMatter authors = FrontMatter.EMPTY;
    private String authorsDocument = "";
    private @Nullable Refused brokenAuthors;

    /** @param zone the zone of the options */
    MarkdownSite(ZoneId zone) {
        this.zone = zone;
    }

    /** How documents end that are Markdown or such a configuration. */
    static List<String> endings() {
        List<String> endings = new ArrayList<>(MarkdownDocument.ENDINGS);
        endings.addAll(NAMES);
        endings.addAll(AUTHORS);
        return endings;
    }

    static boolean isConfiguration(String document) {
        return isOfAuthors(document)
                || NAMES.contains(
                        document.substring(document.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT));
    }

    private static boolean isOfAuthors(String document) {
        String path = document.toLowerCase(Locale.ROOT);
        return AUTHORS.stream().anyMatch(name -> path.equals(name) || path.endsWith("/" + name));
    }

    /** Takes a configuration, or what a file says of authors; of several of these the first by its path counts. */
    void take(String document, InputStream in) throws IOException {
        if (!isOfAuthors(document)) {
            takeConfiguration(document, in);
        } else if (authorsDocument.isEmpty() || document.compareTo(authorsDocument) < 0) {
            authorsDocument = document;
            authors = FrontMatter.EMPTY;
            brokenAuthors = null;
            try {
                authors = YamlFields.read(decoded(in.readNBytes(LONGEST + 1)), 1);
            } catch (Refused e) {
                brokenAuthors = e;
            }
        }
    }

    /** Tells of the authors of whom a file says something. */
    void tellAuthors(MarkdownNames names) {
        names.authors(authorsDocument, authors);
    }

    private void takeConfiguration(String document, InputStream in) throws IOException {
        // Hugo's default ones lie in two folders of their own.
        String path = document.replace("config/_default/", "");
        int level = (int) path.chars().filter(c -> c == '/').count();
        if (level >= depth) {
            return;
        }
        depth = level;
        this.document = document;
        fields = null;
        broken = null;
        byte[] bytes = in.readNBytes(LONGEST + 1);
        try {
            String text = decoded(bytes);
            fields = document.toLowerCase(Locale.ROOT).endsWith(".toml")
                    ? TomlFields.read(text, 1)
                    : YamlFields.read(text, 1);
        } catch (Refused e) {
            broken = e;
        }
    }

    private static String decoded(byte[] bytes) throws Refused {
        if (bytes.length > LONGEST) {
            throw new Refused(0, "is longer than " + (LONGEST >> 10) + " KiB");
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            String whole = text.startsWith("\uFEFF") ? text.substring(1) : text;
            return whole.replace("\r\n", "\n").replace('\r', '\n');
        } catch (CharacterCodingException e) {
            throw new Refused(0, "is not UTF-8");
        }
    }

    /** Tells what was wrong with the files that count, if anything was. */
    void tell(Tally tally) {
        if (broken != null) {
            tally.warn(document, broken.line(), "", broken.reason().replace("has front matter", "has a configuration"));
        }
        if (brokenAuthors != null) {
            tally.warn(
                    authorsDocument,
                    brokenAuthors.line(),
                    "",
                    brokenAuthors.reason().replace("has front matter that", "says of authors what"));
        }
    }

    /** What the site says of itself; null if it says neither a name nor an address. */
    @Nullable
    Publication publication() {
        if (fields == null) {
            return null;
        }
        FrontMatter all = fields.withParams();
        String name = WxrSlugs.plain(all.plain("title", "name"));
        String address = all.plain("baseurl");
        // Jekyll parts the address of the host from the folder.
        String host = all.plain("url");
        String base = host.isEmpty() ? address : host + (address.startsWith("/") ? address : "");
        if (name.isEmpty() && base.isEmpty()) {
            return null;
        }
        String language = all.plain("languagecode", "locale", "lang", "language", "defaultcontentlanguage");
        return new Publication(
                name,
                base.indexOf("://") > 0 ? base : "",
                WxrSlugs.plain(all.plain("description", "tagline", "subtitle")),
                null,
                Language.of(language.isEmpty() ? "und" : language.replace('_', '-')),
                zone(all.plain("timezone")),
                WxrSlugs.plain(all.plain("copyright")),
                List.of());
    }

    private ZoneId zone(String stated) {
        if (stated.isEmpty() || !zone.equals(ImportOptions.defaults().zone())) {
            return zone;
        }
        try {
            return ZoneId.of(stated);
        } catch (DateTimeException unknown) {
            return zone;
        }
    }
}
