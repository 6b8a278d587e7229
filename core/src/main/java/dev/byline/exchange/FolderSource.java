package dev.byline.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/** The files of a folder, by their path in it. */
record FolderSource(String name, Path folder) implements ContentSource {
    private static final int MOST_FILES = 500_000;

    /** A file and what the documents of the source call it. */
    private record Found(String document, Path file) {}

    @Override
    public void visit(Visitor visitor) throws IOException {
        for (Found found : files(visitor)) {
            try (InputStream in = Files.newInputStream(found.file())) {
                if (!visitor.visit(found.document(), in)) {
                    return;
                }
            }
        }
    }

    // One folder is open at a time, however deep they lie in each other: the machine opens only so many.
    private List<Found> files(Visitor visitor) throws IOException {
        List<Found> found = new ArrayList<>();
        Deque<Path> folders = new ArrayDeque<>(List.of(folder));
        while (!folders.isEmpty()) {
            try (DirectoryStream<Path> inside = Files.newDirectoryStream(folders.remove())) {
                for (Path path : inside) {
                    look(path, folders, found, visitor);
                }
            } catch (DirectoryIteratorException e) {
                throw e.getCause();
            }
        }
        found.sort(Comparator.comparing(Found::document));
        return found;
    }

    private void look(Path path, Deque<Path> folders, List<Found> found, Visitor visitor) throws IOException {
        BasicFileAttributes attributes =
                Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        String document = folder.relativize(path)
                .toString()
                .replace(folder.getFileSystem().getSeparator(), "/");
        if (attributes.isDirectory()) {
            folders.add(path);
        } else if (attributes.isSymbolicLink()) {
            visitor.passOver("link, which is not followed");
        } else if (!attributes.isRegularFile()) {
            visitor.passOver("device or other thing that is no file");
        } else if (document.chars().anyMatch(Character::isISOControl)) {
            visitor.passOver("file whose path holds a control character");
        } else {
            found.add(new Found(document, path));
        }
        if (found.size() + folders.size() > MOST_FILES) {
            throw new RefusedSource(name, "holds more than " + MOST_FILES + " files and folders");
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
