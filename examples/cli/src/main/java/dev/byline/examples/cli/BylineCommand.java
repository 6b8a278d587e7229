package dev.byline.examples.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What all commands have: where they print, and the form of the answer. */
abstract class BylineCommand implements Callable<Integer> {
    @Option(names = "--json", description = "Answer with one JSON document.")
    boolean json;

    private @Nullable Terminal terminal;

    final void terminal(Terminal terminal) {
        this.terminal = terminal;
    }

    final Terminal terminal() {
        Terminal own = terminal;
        if (own == null) {
            throw new IllegalStateException("commands are made by Commands, which gives them the terminal");
        }
        return own;
    }
}
