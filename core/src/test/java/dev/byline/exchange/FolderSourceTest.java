package dev.byline.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.byline.article.ContentException;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderSourceTest {
    private static final String BRIDGE = "---\ntitle: Bridge closed\ndate: 2026-10-05\n---\n";

    @TempDir
    Path outside;

    private Path folder = Path.of("");

    @BeforeEach
    void make() throws IOException {
        folder = Files.createDirectory(outside.resolve("folder"));
    }

    @Test
    void showsFilesByTheirPathsInTheOrderOfThese() throws IOException {
        for (String file : List.of("b.md", "a/z.md", "a/b/c.md", "a.md", "a-.md", "B.md")) {
            Files.createDirectories(folder.resolve(file).getParent());
            Files.writeString(folder.resolve(file), "1");
        }
        Files.createDirectories(folder.resolve("empty/too"));
        assertThat(Packs.documents(ContentSource.folder(folder)))
                .containsExactly("B.md=1", "a-.md=1", "a.md=1", "a/b/c.md=1", "a/z.md=1", "b.md=1");
    }

    @Test
    void anEmptyFolderHoldsNothing() {
        ContentSource source = ContentSource.at(folder);
        assertThat(source.name()).isEqualTo("folder");
        assertThat(Packs.documents(source)).isEmpty();
        assertThat(ContentReader.recognising(source, ImportOptions.defaults())).isEmpty();
    }

    @Test
    void linksAreNotFollowedButCounted() throws IOException {
        Path secret = Files.writeString(outside.resolve("secret.md"), BRIDGE);
        Files.createDirectory(outside.resolve("other"));
        Files.writeString(outside.resolve("other/secret.md"), BRIDGE);
        Files.writeString(folder.resolve("own.md"), BRIDGE);
        Map<String, Path> links = Map.of(
                "file.md", secret,
                "own-again.md", folder.resolve("own.md"),
                "folder", outside.resolve("other"),
                "loop", folder,
                "dangling.md", outside.resolve("nowhere"));
        for (Map.Entry<String, Path> link : links.entrySet()) {
            link(folder.resolve(link.getKey()), link.getValue());
        }
        Wxrs.Result result = Packs.read(ContentSource.folder(folder));
        assertThat(result.articles()).hasSize(1);
        assertThat(result.report().lines())
                .containsExactly("folder (Markdown): 1 article", "skipped: 5 × link, which is not followed");
    }

    @Test
    void theFolderThatIsNamedMayBeALink() throws IOException {
        Files.writeString(folder.resolve("own.md"), BRIDGE);
        Path link = link(outside.resolve("link"), folder);
        assertThat(Packs.read(ContentSource.at(link)).articles()).hasSize(1);
        assertThat(Packs.read(ContentSource.folder(link)).articles()).hasSize(1);
    }

    private static Path link(Path link, Path to) {
        try {
            return Files.createSymbolicLink(link, to);
        } catch (IOException | UnsupportedOperationException e) {
            return Assumptions.abort("no symbolic links here");
        }
    }

    @Test
    void namesWithControlCharactersArePassedOver() throws IOException {
        Files.writeString(folder.resolve("own.md"), BRIDGE);
        try {
            Files.writeString(folder.resolve("two\nlines.md"), BRIDGE);
        } catch (IOException | IllegalArgumentException e) {
            Assumptions.abort("no such names here");
        }
        Wxrs.Result result = Packs.read(ContentSource.folder(folder));
        assertThat(result.articles()).hasSize(1);
        assertThat(result.report().skipped()).isEqualTo(Map.of("file whose path holds a control character", 1L));
    }

    @Test
    void takesAThousandFoldersInEachOther() throws IOException {
        // Outside of what JUnit deletes, which takes it half a minute.
        Path top = Files.createTempDirectory("byline");
        List<Path> made = new ArrayList<>(List.of(top));
        try {
            for (int level = 0; level < 1000; level++) {
                made.add(Files.createDirectory(made.get(level).resolve("d")));
            }
            made.add(Files.writeString(made.get(1000).resolve("a.md"), "1"));
            assertThat(Packs.documents(ContentSource.folder(top))).containsExactly("d/".repeat(1000) + "a.md=1");
        } finally {
            for (int i = made.size() - 1; i >= 0; i--) {
                Files.delete(made.get(i));
            }
        }
    }

    @Test
    void aFileThatVanishesIsTheMachinesFailure() throws IOException {
        for (String name : List.of("a.md", "b.md", "c.md")) {
            Files.writeString(folder.resolve(name), BRIDGE);
        }
        List<String> seen = new ArrayList<>();
        assertThatThrownBy(() -> ContentSource.folder(folder).visit((document, in) -> {
                    seen.add(document);
                    Files.deleteIfExists(folder.resolve("b.md"));
                    return true;
                }))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessageContaining("b.md");
        assertThat(seen).containsExactly("a.md");
        ContentSource gone = ContentSource.folder(folder.resolve("gone"));
        assertThatThrownBy(() -> Packs.read(MarkdownReader.with(ImportOptions.defaults()), gone))
                .isInstanceOf(ContentException.class)
                .hasMessage("can't read gone")
                .hasCauseInstanceOf(NoSuchFileException.class);
        assertThatThrownBy(() -> ContentSource.at(folder.resolve("gone")))
                .isInstanceOf(ContentException.class)
                .hasMessage("can't read gone");
    }

    @Test
    void whatMayNotBeReadIsTheMachinesFailure() throws IOException {
        Path closed = Files.writeString(folder.resolve("closed.md"), BRIDGE);
        Assumptions.assumeTrue(closed.toFile().setReadable(false, false) && !Files.isReadable(closed));
        assertThatThrownBy(
                        () -> Packs.read(MarkdownReader.with(ImportOptions.defaults()), ContentSource.folder(folder)))
                .isInstanceOf(ContentException.class)
                .hasMessage("can't read folder");
    }

    @Test
    void aFolderMayLieInAnotherFileSystem() throws IOException {
        Path zip = Files.write(outside.resolve("x.zip"), Packs.zip(Map.of("in/a.md", BRIDGE)));
        try (FileSystem inside = FileSystems.newFileSystem(zip)) {
            assertThat(Packs.documents(ContentSource.folder(inside.getPath("/in"))))
                    .containsExactly("a.md=" + BRIDGE);
            Files.write(inside.getPath("/y.zip"), Packs.zip(Map.of("b.md", "1")));
            assertThat(Packs.documents(ContentSource.at(inside.getPath("/y.zip"))))
                    .containsExactly("b.md=1");
        }
    }
}
