package dev.byline.examples.cli.site;

import dev.byline.comment.CommentState;
import dev.byline.exchange.Item;
import dev.byline.testkit.JavaProcess;
import dev.byline.testkit.SampleArticles;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** A process of its own that works on a site, says when it is in the middle of it, and then is killed. */
final class OtherProcess implements AutoCloseable {
    private static final String READY = "in the middle of it";

    private final Process process;

    private OtherProcess(Process process) {
        this.process = process;
    }

    /** Starts one and returns when it is in the middle of its work. */
    static OtherProcess doing(String work, Path folder) throws IOException {
        Process process = JavaProcess.of(
                        OtherProcess.class, List.of("-Xmx128m", "-XX:TieredStopAtLevel=1"), work, folder.toString())
                .redirectErrorStream(true)
                .start();
        StringBuilder told = new StringBuilder();
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.equals(READY)) {
                return new OtherProcess(process);
            }
            told.append(line).append('\n');
        }
        throw new AssertionError("the other process ended: " + told);
    }

    /** Kills it, as {@code kill -9} does, and returns when it is dead. */
    @Override
    public void close() {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[1]);
        switch (arguments[0]) {
            case "import" -> importForEver(folder);
            case "edit" -> {
                try (Site site = Site.edit(folder)) {
                    site.addComment(Items.comment("own", "one", CommentState.APPROVED), Items.SENDER);
                    untilKilled();
                }
            }
            case "read" -> {
                try (Site site = Site.read(folder)) {
                    site.publication();
                    untilKilled();
                }
            }
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }

    private static void importForEver(Path folder) {
        SiteStaging staging = Site.stage(folder);
        for (int number = 0; ; number++) {
            if (number == 200) {
                staging.settled();
                System.out.println(READY);
            }
            staging.take(new Item.Article(SampleArticles.article("n" + number % 5000)
                    .headline("Edit " + number)
                    .build()));
        }
    }

    private static void untilKilled() throws IOException {
        System.out.println(READY);
        // Nobody ever writes anything.
        System.in.read();
    }
}
