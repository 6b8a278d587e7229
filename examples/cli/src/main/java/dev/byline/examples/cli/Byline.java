package dev.byline.examples.cli;

import dev.byline.article.ContentException;
import dev.byline.examples.cli.site.SiteException;
import dev.byline.ranking.RankingException;
import dev.byline.search.SearchException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The {@code byline} command. */
@Command(
        name = "byline",
        mixinStandardHelpOptions = true,
        version = "byline 0.1.0",
        description = "A news site in a folder.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Exit codes: 0 done; 1 refused, or nothing by that name; 2 the command line is",
            "wrong; 3 the site's folder is missing or damaged, or the machine failed."
        })
public final class Byline {
    /** Done. */
    static final int DONE = 0;
    /** The input was refused, or there is nothing by that name. */
    static final int REFUSED = 1;
    /** The command line is wrong. */
    static final int USAGE = 2;
    /** The site's folder is missing or damaged, or the machine failed. */
    static final int FAILED = 3;

    private static final List<Class<? extends BylineCommand>> COMMANDS = List.of(
            ImportCommand.class,
            PageCommand.class,
            MenuCommand.class,
            SearchCommand.class,
            IndexCommand.class,
            SuggestCommand.class,
            RelatedCommand.class,
            PopularCommand.class,
            RecordCommand.class,
            CommentCommand.class,
            ThreadCommand.class,
            ExportCommand.class,
            PublishCommand.class,
            SanitiseCommand.class,
            RegionsCommand.class,
            EvaluateCommand.class);

    private Byline() {}

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] args) {
        // Not System.out, which keeps it to itself when the disk is full.
        OutputStream out = new FileOutputStream(FileDescriptor.out);
        System.exit(run(args, System.in, out, System.err, InstantSource.system(), Terminal.isInteractive()));
    }

    /** Runs one command. */
    static int run(
            String[] args,
            InputStream in,
            OutputStream out,
            OutputStream err,
            InstantSource clock,
            boolean interactive) {
        PrintWriter printer = new PrintWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), false);
        PrintWriter complaints = new PrintWriter(new OutputStreamWriter(err, StandardCharsets.UTF_8), true);
        Terminal terminal = new Terminal(in, out, printer, complaints, clock, interactive);
        CommandLine line = new CommandLine(new Byline(), new Commands(terminal));
        addCommands(line, args);
        line.setOut(printer);
        line.setErr(complaints);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        // "@word" is a word, not a file of further arguments.
        line.setExpandAtFiles(false);
        for (String asked : List.of("search", "suggest", "regions")) {
            CommandLine command = line.getSubcommands().get(asked);
            if (command != null) {
                command.setUnmatchedOptionsArePositionalParams(true);
            }
        }
        line.setParameterExceptionHandler((wrong, given) -> usage(wrong, given, terminal));
        line.registerConverter(Instant.class, Byline::instant);
        line.setExecutionExceptionHandler((failure, command, parsed) -> {
            if (failure instanceof Refusal refusal) {
                terminal.complain(refusal, parsed);
                return refusal.code();
            }
            if (failure instanceof SiteException
                    || failure instanceof ContentException
                    || failure instanceof SearchException
                    || failure instanceof RankingException
                    || failure instanceof UncheckedIOException) {
                terminal.complain(failure, parsed);
                return FAILED;
            }
            terminal.complain(new IllegalStateException("that failed unexpectedly: " + failure, failure), parsed);
            return FAILED;
        });
        int code = execute(line, Limits.withoutMinus(args), terminal);
        printer.flush();
        complaints.flush();
        return code;
    }

    private static int usage(ParameterException wrong, String[] args, Terminal terminal) {
        CommandLine command = wrong.getCommandLine();
        terminal.complain(wrong, command.getParseResult());
        String name = command.getCommandSpec().qualifiedName();
        if (Arrays.asList(args).contains("--json") && !command.getParseResult().hasMatchedOption("--json")) {
            terminal.json(Map.of("error", String.valueOf(wrong.getMessage())));
        }
        if (!UnmatchedArgumentException.printSuggestions(wrong, terminal.err())) {
            if (command.getSubcommands().isEmpty()) {
                terminal.remark(name + " --help tells what there is.");
            } else {
                command.usage(terminal.err());
            }
        }
        return USAGE;
    }

    // What was open is closed by now, and an import has left no trace.
    private static int execute(CommandLine line, String[] args, Terminal terminal) {
        try {
            return line.execute(args);
        } catch (OutOfMemoryError full) {
            terminal.complain(
                    new IllegalStateException("there is not enough memory; give more with java -Xmx1g"), null);
            return FAILED;
        }
    }

    // Describing a command to picocli costs tens of milliseconds, which a process that runs one should not pay for all.
    private static void addCommands(CommandLine line, String[] args) {
        List<Class<? extends BylineCommand>> asked = COMMANDS.stream()
                .filter(command -> args.length > 0
                        && command.getAnnotation(Command.class).name().equals(args[0]))
                .toList();
        (asked.isEmpty() ? COMMANDS : asked).forEach(line::addSubcommand);
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (java.time.format.DateTimeParseException e) {
            throw new CommandLine.TypeConversionException(
                    "\"" + text + "\" is no instant such as 2026-11-20T12:00:00Z");
        }
    }
}
