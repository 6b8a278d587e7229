package dev.byline.examples.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every rule has an id, a sentence in docs/rules.md, a place in the code and a test. */
class RulesTest {
    private static final Pattern SENTENCE = Pattern.compile("(?m)^- \\*\\*([A-Z]-\\d\\d)\\*\\* (\\S)");
    private static final Pattern ID = Pattern.compile("\\b([ACGPRSUV]-\\d\\d)\\b");
    private static final Pattern TESTED = Pattern.compile("@Rule\\(([^)]*)\\)");

    private final List<String> documented = found(SENTENCE, Sources.text(Sources.ROOT.resolve("docs/rules.md")));

    @Test
    void no_id_is_given_twice() {
        assertThat(documented).isNotEmpty().doesNotHaveDuplicates();
    }

    @Test
    void every_rule_has_a_test() {
        Set<String> tested = new TreeSet<>();
        for (Path file : Sources.tests()) {
            for (String ids : found(TESTED, Sources.text(file))) {
                tested.addAll(found(ID, ids));
            }
        }
        assertThat(tested).containsAll(documented);
    }

    @Test
    void the_code_speaks_of_no_rule_that_the_document_does_not_have() {
        Set<String> inCode = Sources.main().stream()
                .flatMap(file -> found(ID, Sources.text(file)).stream())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(new TreeSet<>(documented)).isNotEmpty().containsAll(inCode);
    }

    @Test
    void no_link_of_the_documents_leads_nowhere() throws IOException {
        Pattern link = Pattern.compile("\\]\\(([^)#:]+)(?:#[^)]*)?\\)");
        try (Stream<Path> files = Files.walk(Sources.ROOT.resolve("docs"))) {
            List<Path> documents = Stream.concat(
                            files.filter(file -> file.toString().endsWith(".md")),
                            Stream.of("README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md")
                                    .map(Sources.ROOT::resolve))
                    .toList();
            assertThat(documents)
                    .allSatisfy(document -> assertThat(found(link, Sources.text(document)))
                            .allSatisfy(target ->
                                    assertThat(document.resolveSibling(target)).exists()));
        }
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(result -> result.group(1)).toList();
    }
}
