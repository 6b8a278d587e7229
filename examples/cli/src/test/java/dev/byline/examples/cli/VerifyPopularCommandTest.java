package dev.byline.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.ranking.popular.EngagementStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class VerifyPopularCommandTest {
    @TempDir
    Path folder;

    @BeforeEach
    void aSite() {
        Run.of("import", "--site", folder.toString(), "../sample/site.jsonl").succeeds();
        Run.with("""
                {"kind":"view","article":"norias","at":"2026-11-20T11:00:30Z"}
                {"kind":"share","article":"norias","at":"2026-11-20T11:00:00Z","network":"x"}
                """, "record", "--site", folder.toString()).succeeds();
    }

    @Test
    void whatIsWholeAddsUp() {
        String out = Run.of("popular", "verify", folder.toString()).succeeds().out();
        assertThat(out).contains("newest event 2026-11-20T11:00:00Z").endsWith("All adds up\n");
        assertThat(Run.of("popular", "verify", folder.resolve("counters").toString())
                        .succeeds()
                        .out())
                .isEqualTo(out);
        JsonNode json = Run.of("popular", "verify", folder.toString(), "--json")
                .succeeds()
                .json();
        assertThat(json.path("sound").asBoolean()).isTrue();
        assertThat(json.path("records").asLong()).isPositive();
        assertThat(json.path("newest").asString()).isEqualTo("2026-11-20T11:00:00Z");
        assertThat(json.path("differences").isArray()).isTrue();
    }

    @Test
    void aTornEndIsNoFaultAndDamageIs() throws IOException {
        Path journal = folder.resolve("counters").resolve("journal-0");
        Files.write(journal, new byte[] {0, 0, 0, 9, 1}, StandardOpenOption.APPEND);
        assertThat(Run.of("popular", "verify", folder.toString()).succeeds().out())
                .contains("a torn end of 5 bytes");
        Files.write(journal, new byte[Math.toIntExact(Files.size(journal))]);
        Run damaged = Run.of("popular", "verify", folder.toString());
        assertThat(damaged.code()).isEqualTo(Byline.REFUSED);
        assertThat(damaged.out()).startsWith("Damaged: ");
    }

    @Test
    void theSiteMayBeNamedBeforeAndBehind() {
        assertThat(Run.of("popular", "--site", folder.toString(), "verify")
                        .succeeds()
                        .out())
                .contains("All adds up");
        assertThat(Run.of("popular", "verify", "--site", folder.toString())
                        .succeeds()
                        .out())
                .contains("All adds up");
        assertThat(Run.of("popular", "--site", folder.resolve("nowhere").toString(), "verify")
                        .code())
                .isEqualTo(Byline.FAILED);
        assertThat(Run.of("popular", "--sample", "verify").code()).isEqualTo(Byline.USAGE);
        assertThat(Run.of("popular", "verify", "--sample").succeeds().out()).contains("All adds up");
    }

    @Test
    void whatIsInUseOrMissingIsRefused() {
        InstantSource clock = InstantSource.fixed(Instant.parse("2026-11-20T12:00:00Z"));
        try (EngagementStore open = EngagementStore.open(folder.resolve("counters"), clock)) {
            assertThat(open.status().articles()).isPositive();
            Run refused = Run.of("popular", "verify", folder.toString());
            assertThat(refused.code()).isEqualTo(Byline.FAILED);
            assertThat(refused.err()).contains("are open in this process already");
        }
        Run missing = Run.of("popular", "verify", folder.resolve("nowhere").toString());
        assertThat(missing.code()).isEqualTo(Byline.FAILED);
        assertThat(missing.err()).contains("there are no counters in");
    }
}
