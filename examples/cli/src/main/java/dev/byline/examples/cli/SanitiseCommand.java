package dev.byline.examples.cli;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.byline.text.PlainText;
import dev.byline.text.ReadingTime;
import dev.byline.text.Sanitiser;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what is printed of a body. */
@Command(
        name = "sanitise",
        mixinStandardHelpOptions = true,
        description = "Takes HTML and gives what Byline prints of it. Needs no site.",
        footer = {
            "",
            "news is for the bodies of articles, basic for simple text, none leaves no tag. At most 4 MiB of UTF-8."
        })
final class SanitiseCommand extends BylineCommand {
    /** The presets of {@link Sanitiser}. */
    enum Preset {
        NEWS,
        BASIC,
        NONE
    }

    @Parameters(arity = "0..1", paramLabel = "FILE", description = "The HTML; standard input if not given.")
    @Nullable
    Path file;

    @Option(
            names = "--preset",
            paramLabel = "PRESET",
            defaultValue = "NEWS",
            description = "news, basic or none; news if not given.")
    Preset preset = Preset.NEWS;

    @Option(
            names = "--embeds-from",
            paramLabel = "HOST",
            description = "Let embedded pages from this host and its subdomains pass; may be given more than once.")
    List<String> hosts = List.of();

    @Option(names = "--text", description = "Give the text alone, as excerpts and search see it.")
    boolean text;

    /**
     * What is printed.
     *
     * @param preset the preset
     * @param html what passes
     * @param changed whether that is other than what came in
     * @param text the text alone
     * @param words words, each character of Chinese, Japanese and Korean being one
     * @param readingMinutes the minutes that it takes to read
     */
    @JsonPropertyOrder({"preset", "html", "changed", "text", "words", "readingMinutes"})
    record Sanitised(String preset, String html, boolean changed, String text, int words, int readingMinutes) {}

    @Override
    public Integer call() {
        Sanitiser sanitiser = sanitiser();
        String html = input();
        if (json) {
            String clean = sanitiser.clean(html);
            terminal()
                    .json(new Sanitised(
                            preset.name().toLowerCase(Locale.ROOT),
                            clean,
                            !clean.equals(html),
                            PlainText.of(html),
                            new ReadingTime(1, 1).minutes(html),
                            ReadingTime.jnews().minutes(html)));
        } else {
            // To the letter, since a program may read it; no control character passes the sanitiser.
            String answer = text ? PlainText.of(html) : sanitiser.clean(html);
            terminal().out().print(answer);
            // A line feed more each time would be another text each time.
            if (!answer.isEmpty() && !answer.endsWith("\n")) {
                terminal().out().print('\n');
            }
        }
        return Byline.DONE;
    }

    private Sanitiser sanitiser() {
        Sanitiser chosen = switch (preset) {
            case NEWS -> Sanitiser.news();
            case BASIC -> Sanitiser.basic();
            case NONE -> Sanitiser.none();
        };
        try {
            return chosen.embedsFrom(hosts.toArray(String[]::new));
        } catch (IllegalArgumentException noHost) {
            throw Refusal.usage("--embeds-from: " + noHost.getMessage());
        }
    }

    private String input() {
        Path named = file;
        return named == null ? SmallFile.text(terminal().in(), "standard input") : SmallFile.text(named);
    }
}
