package dev.byline.ranking.popular;

import dev.byline.testkit.JavaProcess;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
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

    /**
     * What a process has told before it died.
     *
     * @param last the number of the last event that it recorded
     * @param times when it recorded each of its events, in milliseconds
     */
    record Told(int last, List<Long> times) {}

    /** Lets another process record from a number on, and kills it so many milliseconds after the first event. */
    static Told killed(Path folder, int from, Duration interval, long after) throws IOException, InterruptedException {
        Process process = start(folder.toString(), Integer.toString(from), Long.toString(interval.toMillis()));
        List<Long> times = new ArrayList<>();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            String line = out.readLine();
            if (!"opened".equals(line)) {
                throw new IOException("the other process said: " + line);
            }
            while ((line = out.readLine()) != null) {
                // The kill may cut the last line.
                int end = line.indexOf(' ');
                if (end < 0 || Integer.parseInt(line.substring(0, end)) != from + times.size()) {
                    break;
                }
                long last = times.isEmpty() ? 0 : times.get(times.size() - 1);
                String time = line.substring(end + 1);
                times.add(Math.max(last, time.isEmpty() ? 0 : Long.parseLong(time)));
                if (times.get(times.size() - 1) - times.get(0) >= after) {
                    // Not by the process itself, which would close the stream that is being read.
                    process.toHandle().destroyForcibly();
                }
            }
        }
        process.waitFor();
        return new Told(from + times.size() - 1, times);
    }

    private static Process start(String... arguments) throws IOException {
        return JavaProcess.of(RecordingProcess.class, List.of("-Xshare:auto", "-XX:TieredStopAtLevel=1"), arguments)
                .start();
    }
}
