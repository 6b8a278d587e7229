package dev.byline.comment;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;

/** A host's own message files, seen by this thread until they are closed. */
final class HostMessages implements AutoCloseable {
    private final Path folder;
    private final ClassLoader before = Thread.currentThread().getContextClassLoader();
    private final URLClassLoader loader;

    HostMessages(Path folder) throws IOException {
        this.folder = folder;
        loader = new URLClassLoader(new URL[] {folder.toUri().toURL()}, before);
        Thread.currentThread().setContextClassLoader(loader);
    }

    /** Adds a file, for example {@code ValidationMessages_fa.properties}. */
    HostMessages with(String name, byte[] content) throws IOException {
        Files.write(folder.resolve(name), content);
        return this;
    }

    @Override
    public void close() throws IOException {
        Thread.currentThread().setContextClassLoader(before);
        loader.close();
    }
}
