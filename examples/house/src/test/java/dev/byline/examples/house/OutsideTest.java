package dev.byline.examples.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A stranger's module that requires Byline's, compiled and run on the module path as a host would. */
class OutsideTest {
    private static final Path HOST = Path.of("src/test/resources/outside");

    @TempDir
    Path folder;

    @Test
    void core_validates_a_draft_and_binds_an_article() throws Exception {
        String asked = "Please fill in the required fields: name and email.";
        assertThat(run("core"))
                .contains(
                        "violations [email, text]",
                        "asked [email: " + asked + ", name: " + asked + "]",
                        "form RTL 4",
                        "token Valid",
                        "article a \"A headline\"");
    }

    @Test
    void search_finds_an_article() throws Exception {
        assertThat(run("search")).contains("found a");
    }

    @Test
    void ranking_lists_articles() throws Exception {
        assertThat(run("ranking")).contains("popular a", "related b");
    }

    private String run(String name) throws IOException, InterruptedException {
        String modulePath = modulePath();
        Path classes = Files.createDirectories(folder.resolve(name));
        List<String> compile = new ArrayList<>(List.of("--module-path", modulePath, "-d", classes.toString()));
        try (var files = Files.walk(HOST.resolve(name))) {
            files.filter(file -> file.toString().endsWith(".java"))
                    .map(Path::toString)
                    .forEach(compile::add);
        }
        int failed = ToolProvider.getSystemJavaCompiler().run(null, null, null, compile.toArray(String[]::new));
        assertThat(failed).as("the host compiles").isZero();

        Path out = folder.resolve(name + ".out");
        Process host = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Duser.language=en",
                        "--module-path",
                        classes + File.pathSeparator + modulePath,
                        "--module",
                        "outside." + name + "/outside." + name + ".Host")
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        assertThat(host.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return Files.readString(out);
    }

    // Test frameworks stay off it: two of their jars share packages, which the module path refuses.
    private static String modulePath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.contains("test-classes") && !entry.endsWith("-tests.jar"))
                .filter(entry -> List.of(
                                "junit",
                                "jqwik",
                                "assertj",
                                "archunit",
                                "surefire",
                                "opentest4j",
                                "apiguardian",
                                "byte-buddy",
                                "error_prone",
                                "slf4j")
                        .stream()
                        .noneMatch(Path.of(entry).getFileName().toString()::contains))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
