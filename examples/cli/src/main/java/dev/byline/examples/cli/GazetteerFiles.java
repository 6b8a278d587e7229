package dev.byline.examples.cli;

import dev.byline.taxonomy.Gazetteer;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;

/** Reads an editor's words over Byline's own. */
final class GazetteerFiles {
    private GazetteerFiles() {}

    /** The standard gazetteer with these files over it, one after the other. */
    static Gazetteer with(List<Path> files) {
        Gazetteer gazetteer = Gazetteer.standard();
        for (Path file : files) {
            try {
                gazetteer = gazetteer.with(new StringReader(SmallFile.text(file)));
            } catch (IllegalArgumentException broken) {
                throw new Refusal(file + ": " + broken.getMessage());
            }
        }
        return gazetteer;
    }
}
