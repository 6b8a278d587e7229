package dev.byline.examples.cli.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.byline.article.ContentException;
import java.nio.file.Path;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ContentFileTest {
    @TempDir
    Path folder;

    private static void failInTheMiddle(ContentFile file, MVMap<String, String> map) {
        assertThatThrownBy(() -> file.changing(() -> {
                    map.put("half", "done");
                    map.put("kept", "lost");
                    throw new UnsupportedOperationException("broken");
                }))
                .isInstanceOf(ContentException.class)
                .hasRootCauseMessage("broken");
    }

    @Test
    void anEditThatFailsIsUndone() {
        Path path = folder.resolve("file");
        try (ContentFile file = ContentFile.open(path, ContentFile.Use.FILL)) {
            MVMap<String, String> map = file.texts("map");
            file.changing(() -> map.put("kept", "as it was"));
            file.save();
            file.finish();
        }
        try (ContentFile file = ContentFile.open(path, ContentFile.Use.EDIT)) {
            MVMap<String, String> map = file.texts("map");
            failInTheMiddle(file, map);
            assertThat(file.reading(() -> map.get("half"))).isNull();
            assertThat(file.reading(() -> map.get("kept"))).isEqualTo("as it was");
            file.changing(() -> map.put("next", "works"));
        }
        try (ContentFile file = ContentFile.open(path, ContentFile.Use.READ)) {
            MVMap<String, String> map = file.texts("map");
            assertThat(file.reading(() -> map.keyList())).containsExactly("kept", "next");
        }
    }

    @Test
    void aFullHeapIsNoDamage() {
        try (ContentFile file = ContentFile.open(folder.resolve("file"), ContentFile.Use.FILL)) {
            file.texts("map");
            assertThatThrownBy(() -> file.changing(() -> {
                        throw DataUtils.newMVStoreException(
                                DataUtils.ERROR_INTERNAL, "ended", new OutOfMemoryError("full"));
                    }))
                    .isInstanceOf(OutOfMemoryError.class)
                    .hasMessage("full");
        }
    }

    @Test
    void whatFailedToBeFilledCannotBeFinished() {
        try (ContentFile file = ContentFile.open(folder.resolve("file"), ContentFile.Use.FILL)) {
            failInTheMiddle(file, file.texts("map"));
            assertThatThrownBy(file::save)
                    .isInstanceOf(ContentException.class)
                    .hasMessageContaining("can't be finished");
        }
    }
}
