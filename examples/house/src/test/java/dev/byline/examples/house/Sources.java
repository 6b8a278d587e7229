package dev.byline.examples.house;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files of the house as they lie in the checkout. */
final class Sources {
    /** Two levels above examples/house, where its tests run. */
    static final Path ROOT = Path.of("").toAbsolutePath().getParent().getParent();

    private static final List<String> MODULES = List.of("core", "search", "ranking");

    private Sources() {}

    static List<Path> main() {
        return java("src/main/java", MODULES);
    }

    static List<Path> tests() {
        return java(
                "src/test/java",
                List.of(
                        "core",
                        "search",
                        "ranking",
                        "examples/cli",
                        "examples/embed",
                        "examples/house",
                        "examples/site",
                        "examples/sql",
                        "examples/testing"));
    }

    /** What the test-jars hold. */
    static List<Path> testkits() {
        return java("src/test/java", MODULES).stream()
                .filter(file -> file.getParent().endsWith("testkit"))
                .toList();
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(file + " can't be read", e);
        }
    }

    private static List<Path> java(String folder, List<String> modules) {
        return modules.stream()
                .map(module -> ROOT.resolve(module).resolve(folder))
                .filter(Files::isDirectory)
                .flatMap(Sources::javaBelow)
                .toList();
    }

    private static Stream<Path> javaBelow(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).sorted().toList().stream();
        } catch (IOException e) {
            throw new AssertionError(folder + " can't be read", e);
        }
    }
}
