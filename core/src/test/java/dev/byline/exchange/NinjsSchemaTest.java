package dev.byline.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the other tests take for ninjs is ninjs by its own schemas; needs the folder that the system property byline.data names. */
class NinjsSchemaTest {
    private Path folder = Path.of("");

    @BeforeEach
    void findsTheFolder() {
        String data = System.getProperty("byline.data", "");
        assumeTrue(!data.isBlank(), "system property byline.data is not set");
        folder = Path.of(data).resolve("ninjs");
    }

    private List<String> errors(String version, SpecificationVersion dialect, String json) throws IOException {
        Schema schema = SchemaRegistry.withDefaultDialect(dialect)
                .getSchema(
                        Files.readString(folder.resolve("schema/ninjs-schema_" + version + ".json")), InputFormat.JSON);
        return schema.validate(json, InputFormat.JSON).stream()
                .map(Object::toString)
                .toList();
    }

    @Test
    void theItemsOfTheReadersTests() throws IOException {
        assertThat(errors("3.1", SpecificationVersion.DRAFT_2020_12, NinjsReaderTest.ITEM))
                .isEmpty();
        assertThat(errors("1.6", SpecificationVersion.DRAFT_4, NinjsReaderTest.ITEM_OF_VERSION_1))
                .isEmpty();
        assertThat(errors("3.1", SpecificationVersion.DRAFT_2020_12, "{\"uri\": 7}"))
                .isNotEmpty();
    }

    @Test
    void whatIsValidIsReadAndOnlyAMissingDateIsAProblem() throws IOException {
        int valid = 0;
        try (Stream<Path> files = Files.list(folder.resolve("guidelines-3.1"))) {
            for (Path file : files.toList()) {
                if (errors("3.1", SpecificationVersion.DRAFT_2020_12, Files.readString(file))
                        .isEmpty()) {
                    valid++;
                    assertThat(Packs.read(NinjsReader.with(ImportOptions.defaults()), ContentSource.at(file))
                                    .report()
                                    .problems())
                            .allSatisfy(problem -> assertThat(problem.message()).contains("has no date"));
                }
            }
        }
        assertThat(valid).isEqualTo(8);
    }
}
