package dev.byline.examples.cli;

import dev.byline.article.Publication;
import dev.byline.publish.AddressPolicy;
import dev.byline.publish.Addresses;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** What all commands that publish have: where the site is on the web. */
abstract class PublishingCommand extends SiteCommand {
    @Option(
            names = "--base-url",
            paramLabel = "URL",
            description = "The address of the front page, e.g. https://example.org; the site's own if not given.")
    @Nullable
    String base;

    @Option(
            names = "--addresses",
            paramLabel = "POLICY",
            description =
                    "Where pages are: defaults (/slug, /section/key), wordPress (/2026/11/20/slug/), or a file with"
                            + " an AddressPolicy in JSON; defaults if not given.")
    String policy = "defaults";

    @Override
    final int run(Path folder) {
        try (Newsroom newsroom = Newsroom.read(folder, clock())) {
            Publication publication = at(newsroom.publication());
            return publish(newsroom, publication, addresses(publication, policy()));
        }
    }

    private static Addresses addresses(Publication publication, AddressPolicy policy) {
        try {
            return Addresses.of(publication, policy);
        } catch (IllegalArgumentException odd) {
            throw new Refusal("" + odd.getMessage());
        }
    }

    /** Does the work and gives the exit code. */
    abstract int publish(Newsroom newsroom, Publication publication, Addresses addresses);

    private Publication at(Publication own) {
        String given = base;
        String url = given == null ? own.baseUrl() : given;
        if (!url.startsWith("https://") && !url.startsWith("http://")) {
            throw given == null
                    ? new Refusal(
                            "the site does not say where it is on the web; say it with --base-url https://example.org")
                    : Refusal.usage("--base-url is a whole address such as https://example.org, not " + given);
        }
        return new Publication(
                own.name(), url, own.tagline(), own.logo(), own.language(), own.zone(), own.copyright(), own.pages());
    }

    private AddressPolicy policy() {
        return switch (policy) {
            case "defaults" -> AddressPolicy.defaults();
            case "wordPress", "wordpress" -> AddressPolicy.wordPress();
            default -> {
                Path file = Path.of(policy);
                try {
                    yield JsonMapper.shared().readValue(SmallFile.text(file), AddressPolicy.class);
                } catch (JacksonException | IllegalArgumentException wrong) {
                    throw new Refusal(file + " is no policy of addresses: "
                            + (wrong instanceof JacksonException json
                                    ? json.getOriginalMessage()
                                    : wrong.getMessage()));
                }
            }
        };
    }
}
