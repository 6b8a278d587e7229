package dev.byline.ranking.popular;

import dev.byline.testkit.JavaProcess;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** A {@link RecordingProcess} seen from outside. */
final class OtherProcess {
    private OtherProcess() {}

    /** What another process says when it opens a folder and closes it again. */
    static String opening(Path folder) {
        try {
            Process process = start(folder.toString());
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Lets another process record from a number on and kills it after so many; returns the last that it recorded. */
    static int killedAfter(Path folder, int from, int events) throws IOException, InterruptedException {
        Process process = start(folder.toString(), Integer.toString(from));
        int last = -1;
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            String line = out.readLine();
            if (!"opened".equals(line)) {
                throw new IOException("the other process said: " + line);
            }
            while ((line = out.readLine()) != null) {
                // The kill may cut the last line.
                if (line.length() == 0 || Integer.parseInt(line) != Math.max(last + 1, from)) {
                    break;
                }
                last = Integer.parseInt(line);
                if (last == from + events) {
                    // Not by the process itself, which would close the stream that is being read.
                    process.toHandle().destroyForcibly();
                }
            }
        }
        process.waitFor();
        return last;
    }

    private static Process start(String... arguments) throws IOException {
        return JavaProcess.of(RecordingProcess.class, List.of("-Xshare:auto", "-XX:TieredStopAtLevel=1"), arguments)
                .start();
    }
}
