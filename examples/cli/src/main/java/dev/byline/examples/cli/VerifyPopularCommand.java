package dev.byline.examples.cli;

import dev.byline.ranking.popular.CountersCheck;
import dev.byline.ranking.popular.EngagementStore;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Says whether counters are whole. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = "Checks the counters of a site, and changes nothing.",
        footer = {
            "",
            "Reads the snapshot and the journal by their checksums, replays the journal, and compares all",
            "time with its days, days with their hours, and hours with their minutes, as far as each is",
            "kept. A torn end of the journal is what a killed process leaves, and no fault. Exit code 1 if",
            "anything is damaged or does not add up, 3 if the counters are in use or missing."
        })
final class VerifyPopularCommand extends SiteCommand {
    @ParentCommand
    @Nullable
    PopularCommand popular;

    @Parameters(
            arity = "0..1",
            paramLabel = "DIR",
            description = "The site's folder, or that of its counters; that of --site if not given.")
    @Nullable
    Path directory;

    @Override
    int run(Path site) {
        PopularCommand before = popular;
        if (before != null && (before.sample || before.now != null)) {
            throw Refusal.usage("--sample and --now go behind verify: byline popular verify --sample");
        }
        Path said = before != null && !sample && folder.equals(Path.of("site")) ? before.folder : site;
        Path named = directory != null ? directory : said;
        Path counters = named.resolve("counters");
        CountersCheck check = EngagementStore.check(Files.isDirectory(counters) ? counters : named, clock());
        if (json) {
            terminal().json(check);
        } else {
            print(check);
        }
        return check.sound() ? Byline.DONE : Byline.REFUSED;
    }

    private void print(CountersCheck check) {
        String damage = check.damage();
        if (damage != null) {
            terminal().line("Damaged: " + damage);
            return;
        }
        terminal()
                .line(PageText.count(check.articles(), "article") + ", newest event "
                        + (check.newest() == null ? "none" : check.newest()));
        terminal()
                .line("snapshot " + check.snapshotBytes() + " bytes, journal " + check.journalBytes() + " bytes in "
                        + PageText.count(check.records(), "record"));
        if (check.tornBytes() > 0) {
            terminal().line("a torn end of " + check.tornBytes() + " bytes, which the next opening cuts off");
        }
        check.differences()
                .forEach(one -> terminal()
                        .line("different: " + one.counted() + " of " + one.article() + " in "
                                + switch (one.level()) {
                                    case ALL -> "all time are " + one.kept() + ", in its days ";
                                    case DAY -> "the day from " + one.from() + " are " + one.kept() + ", in its hours ";
                                    case HOUR ->
                                        "the hour from " + one.from() + " are " + one.kept() + ", in its minutes ";
                                }
                                + one.sum()));
        if (check.differing() > check.differences().size()) {
            terminal().line("… and " + (check.differing() - check.differences().size()) + " more");
        }
        terminal().line(check.sound() ? "All adds up" : "Not all adds up");
    }
}
