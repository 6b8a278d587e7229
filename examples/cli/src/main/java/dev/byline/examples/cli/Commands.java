package dev.byline.examples.cli;

import picocli.CommandLine;

/** Makes the commands, each with the terminal. */
record Commands(Terminal terminal) implements CommandLine.IFactory {
    @Override
    public <K> K create(Class<K> type) throws Exception {
        if (BylineCommand.class.isAssignableFrom(type)) {
            var constructor = type.getDeclaredConstructor();
            K command = constructor.newInstance();
            ((BylineCommand) command).terminal(terminal);
            return command;
        }
        return CommandLine.defaultFactory().create(type);
    }
}
