package dev.byline.publish;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the files of a sitemap go. */
@FunctionalInterface
public interface SitemapFiles {
    /** Opens a file by its name, for example {@code sitemap-1.xml}; whoever asked for it closes it before the next. */
    OutputStream open(String name) throws IOException;

    /** Files in a folder, which is there; those that it has by these names are replaced. */
    static SitemapFiles in(Path folder) {
        return name -> Files.newOutputStream(folder.resolve(name));
    }
}
