package dev.byline.testkit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A program of the tests in a process of its own, on the Java and the class path that the tests run on. */
public final class JavaProcess {
    private JavaProcess() {}

    /**
     * How to start one; what it writes to the error stream comes out at once.
     *
     * @param program a class with a {@code main}
     * @param options of the JVM, such as {@code -Xmx64m}
     * @param arguments of the program
     */
    public static ProcessBuilder of(Class<?> program, List<String> options, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    }

    /**
     * Runs one to its end.
     *
     * @return what it wrote
     * @throws IOException if it can't be started
     * @throws AssertionError if it ended with another code than 0
     */
    public static String run(Class<?> program, List<String> options, String... arguments)
            throws IOException, InterruptedException {
        Process process = of(program, options, arguments).start();
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new AssertionError(program.getSimpleName() + " ended with " + process.exitValue() + ": " + told);
        }
        return told;
    }
}
