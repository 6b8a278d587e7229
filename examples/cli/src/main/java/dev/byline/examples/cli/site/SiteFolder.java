package dev.byline.examples.cli.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where things stand in a site's folder, which generation is the live one, and who may change it.
 *
 * @param path the folder, absolute
 */
record SiteFolder(Path path) {
    /** The format that this version reads and writes. */
    static final int FORMAT = 1;

    private static final Pattern CURRENT = Pattern.compile("byline site, format ([0-9]{1,6}), generation ([0-9]{1,9})");
    private static final Pattern GENERATION = Pattern.compile("[0-9]{1,9}");
    private static final int LONGEST_CURRENT = 200;
    private static final int TRIES = 10;
    private static final Set<String> OURS = Set.of("generations", "counters", "lock", "current.new");

    SiteFolder {
        path = path.toAbsolutePath().normalize();
    }

    /** The site's folder that a file of a generation lies in. */
    static Path of(Path content) {
        return content.resolve("../../..").normalize();
    }

    Path generation(int number) {
        return path.resolve("generations").resolve(Integer.toString(number));
    }

    Path content(int number) {
        return generation(number).resolve("content.mv");
    }

    Path index(int number) {
        return generation(number).resolve("index");
    }

    Path counters() {
        return path.resolve("counters");
    }

    /**
     * The number of the live generation.
     *
     * @return null where there is no site
     * @throws SiteException if that can't be told, or it has another format
     */
    @Nullable
    Integer current() {
        String text;
        try {
            Path file = path.resolve("current");
            if (Files.size(file) > LONGEST_CURRENT) {
                throw damaged(null);
            }
            text = Files.readString(file, StandardCharsets.ISO_8859_1).strip();
        } catch (NoSuchFileException lost) {
            return newestPublished();
        } catch (IOException failure) {
            throw damaged(failure);
        }
        Matcher parts = CURRENT.matcher(text);
        if (!parts.matches()) {
            throw damaged(null);
        }
        int format = Integer.parseInt(parts.group(1));
        if (format != FORMAT) {
            throw new SiteException("The site in " + path + " was made by another version of byline (it has format "
                    + format + ", and this one works with " + FORMAT + "). Use that version, or name a new folder: "
                    + "byline import FILE --site DIR");
        }
        return Integer.valueOf(parts.group(2));
    }

    // Where the file that names the live generation is lost, the site is not.
    private @Nullable Integer newestPublished() {
        return generations().stream()
                .filter(number -> Files.exists(published(number)))
                .max(Integer::compare)
                .orElse(null);
    }

    private Path published(int number) {
        return generation(number).resolve("published");
    }

    private SiteException damaged(@Nullable IOException failure) {
        String message = ContentFile.damaged(path, path.resolve("current"));
        return failure == null ? new SiteException(message) : new SiteException(message, failure);
    }

    /** What to say where there is no site. */
    SiteException missing() {
        return new SiteException("There is no site in " + path + ". Make one with: byline import FILE --site " + path
                + ", or name the folder of another with --site DIR.");
    }

    static String busy(Path folder) {
        return "Another byline command is at work in " + folder + ". Try again when it has ended.";
    }

    /**
     * Makes the folder where it is missing, and keeps every other process from changing what is in it.
     *
     * @throws SiteException if another one does, or nothing can be made there
     */
    Claim claim() {
        List<Path> made = new ArrayList<>();
        for (int tries = 1; ; tries++) {
            Path generations = path.resolve("generations");
            for (Path missing = generations; missing != null && !Files.exists(missing); missing = missing.getParent()) {
                made.add(missing);
            }
            try {
                make(generations);
            } catch (SiteException failure) {
                removeEmpty(made);
                throw failure;
            }
            try {
                SiteHold hold = SiteHold.of(path);
                makeAgain(generations, hold);
                return new Claim(hold, made);
            } catch (SiteException failure) {
                // Another import was refused at this moment and took the empty folder away with it.
                if (tries == TRIES || !(failure.getCause() instanceof NoSuchFileException)) {
                    removeEmpty(made);
                    throw failure;
                }
            }
        }
    }

    // An import that was refused may have taken it away before the lock was taken.
    private void makeAgain(Path generations, SiteHold hold) {
        try {
            make(generations);
        } catch (SiteException failure) {
            hold.close();
            throw failure;
        }
    }

    // An import that is refused takes empty folders away, also while this one is at it: then one of them is missing, or
    // was there when it was to be made and is no more when it is looked at.
    private void make(Path generations) {
        for (int tries = 1; ; tries++) {
            try {
                Files.createDirectories(generations);
                return;
            } catch (NoSuchFileException | FileAlreadyExistsException gone) {
                if (tries == TRIES) {
                    throw gone instanceof NoSuchFileException ? new SiteException(busy(path), gone) : unmade(gone);
                }
            } catch (IOException failure) {
                throw unmade(failure);
            }
        }
    }

    private SiteException unmade(IOException failure) {
        return new SiteException("No site can be made in " + path + "; see whether it may be written to.", failure);
    }

    /**
     * A folder that is kept for an import.
     *
     * @param hold the right to change it
     * @param made the folders that were made for it
     */
    record Claim(SiteHold hold, List<Path> made) {}

    /** Takes away what an import made of a folder in which no site has come to be; what was there before stays. */
    void abandon(Claim claim) {
        Path generations = path.resolve("generations");
        if (current() == null && removeEmpty(List.of(generations))) {
            try {
                Files.deleteIfExists(path.resolve("current.new"));
                Files.deleteIfExists(SiteHold.file(path));
            } catch (IOException later) {
                return;
            }
            // From here on another import may hold the folder.
            removeEmpty(claim.made().stream()
                    .filter(made -> !made.equals(generations))
                    .toList());
        }
    }

    // From the innermost on; whether all are gone.
    private static boolean removeEmpty(List<Path> folders) {
        for (Path folder : folders) {
            try {
                Files.deleteIfExists(folder);
            } catch (IOException notEmpty) {
                return false;
            }
        }
        return true;
    }

    /** Refuses a folder that holds something other than a site. */
    void checkOurs() {
        if (!Files.exists(path) || Files.exists(path.resolve("current"))) {
            return;
        }
        if (!Files.isDirectory(path)) {
            throw new SiteException(path + " is a file, and a site needs a folder. Name another: --site DIR");
        }
        try (Stream<Path> files = Files.list(path)) {
            if (!files.allMatch(file -> OURS.contains(String.valueOf(file.getFileName())))) {
                throw new SiteException("The folder " + path
                        + " holds other files and no site. Name a new or empty one: " + "--site DIR");
            }
        } catch (IOException | UncheckedIOException failure) {
            throw new SiteException("The folder " + path + " can't be read.", failure);
        }
    }

    /** A number that no generation has. */
    int unused() {
        return generations().stream().mapToInt(Integer::intValue).max().orElse(0) + 1;
    }

    private List<Integer> generations() {
        try (Stream<Path> files = Files.list(path.resolve("generations"))) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> GENERATION.matcher(name).matches())
                    .map(Integer::valueOf)
                    .toList();
        } catch (NoSuchFileException none) {
            return List.of();
        } catch (IOException | UncheckedIOException failure) {
            throw new SiteException("The folder " + path.resolve("generations") + " can't be read.", failure);
        }
    }

    /** Makes a generation the live one, in one step that a crash can't halve. */
    void switchTo(int number) {
        String text = "byline site, format " + FORMAT + ", generation " + number + "\n";
        Path next = path.resolve("current.new");
        try {
            Files.writeString(published(number), text, StandardCharsets.ISO_8859_1);
            force(published(number));
            force(generation(number));
            force(path.resolve("generations"));
            Files.writeString(next, text, StandardCharsets.ISO_8859_1);
            force(next);
            try {
                Files.move(next, path.resolve("current"), StandardCopyOption.ATOMIC_MOVE);
            } catch (AtomicMoveNotSupportedException failure) {
                throw new SiteException(
                        "The file system of " + path
                                + " can't replace a file in one step. Name a folder elsewhere: --site DIR",
                        failure);
            }
            force(path);
        } catch (IOException failure) {
            throw new SiteException("Nothing can be written to " + path + "; see whether the disk is full.", failure);
        }
    }

    // A folder can't be forced on every system, and where it can't, the system does so by itself.
    static void force(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
                channel.force(true);
            } catch (IOException notHere) {
                return;
            }
        } else {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
        }
    }

    /** Removes the generations that are not live and that nobody reads; what can't be removed stays for next time. */
    void clean() {
        Integer current = current();
        for (int number : generations()) {
            if (current == null || number != current) {
                try {
                    if (!isRead(content(number))) {
                        delete(generation(number));
                    }
                } catch (IOException later) {
                    // Somebody has its files open on a system that then keeps them.
                }
            }
        }
    }

    private static boolean isRead(Path content) throws IOException {
        if (!Files.exists(content)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(content, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            return lock == null;
        } catch (OverlappingFileLockException readHere) {
            return true;
        }
    }

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure) throws IOException {
                if (failure != null) {
                    throw failure;
                }
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** Begins an empty generation. */
    void begin(int number) {
        try {
            Files.createDirectories(generation(number));
        } catch (IOException failure) {
            throw new SiteException("Nothing can be written to " + path + "; see whether the disk is full.", failure);
        }
    }

    /**
     * Fills an empty generation with another: the content copied, the files of the index linked, as they never change
     * once they are written.
     */
    void copy(int from, int to) {
        try {
            Files.copy(content(from), content(to));
            if (Files.isDirectory(index(from))) {
                Files.createDirectories(index(to));
                try (Stream<Path> files = Files.list(index(from))) {
                    for (Path file : files.filter(Files::isRegularFile).toList()) {
                        link(file, index(to).resolve(file.getFileName()));
                    }
                }
            }
        } catch (NoSuchFileException failure) {
            throw new SiteException(ContentFile.damaged(content(from)), failure);
        } catch (IOException | UncheckedIOException failure) {
            throw new SiteException("The site in " + path + " can't be copied; see whether the disk is full.", failure);
        }
    }

    private static void link(Path file, Path copy) throws IOException {
        if (String.valueOf(file.getFileName()).equals("write.lock")) {
            return;
        }
        try {
            Files.createLink(copy, file);
        } catch (IOException | UnsupportedOperationException noLinks) {
            Files.copy(file, copy);
        }
    }
}
