package dev.byline.examples.cli.site;

import dev.byline.article.ArticleStore;
import dev.byline.testkit.ArticleStoreContract;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

final class FileArticleStoreTest extends ArticleStoreContract {
    @TempDir
    Path folder;

    private final List<ContentFile> files = new ArrayList<>();

    @Override
    protected ArticleStore create(ZoneId zone) {
        String name = "store-" + files.size();
        ContentFile file = ContentFile.open(folder.resolve(name), ContentFile.Use.FILL);
        files.add(file);
        return new FileArticleStore(file, name, () -> zone);
    }

    @AfterEach
    void close() {
        files.forEach(ContentFile::close);
    }
}
