package dev.byline.examples.house;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.byline.testkit.JavaProcess;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the test-jars hold works for a host that has nothing but them, and does the same on any day. */
class TestkitTest {
    private static final JavaClasses TESTKITS =
            new ClassFileImporter().importPackages("dev.byline").that(resideInAPackage("dev.byline..testkit.."));

    @Test
    void all_modules_are_looked_at() {
        assertThat(TESTKITS)
                .extracting(JavaClass::getPackageName)
                .contains("dev.byline.testkit", "dev.byline.search.testkit", "dev.byline.ranking.testkit");
    }

    @Test
    void they_stand_on_the_library_and_what_the_documents_name() {
        Set<String> published = Stream.concat(ArchitectureTest.HOUSE.stream(), TESTKITS.stream())
                .map(JavaClass::getName)
                .collect(Collectors.toSet());
        DescribedPredicate<JavaClass> available = new DescribedPredicate<>("in a main jar or a test-jar") {
            @Override
            public boolean test(JavaClass type) {
                return published.contains(type.getBaseComponentType().getName());
            }
        };
        classes()
                .should()
                .onlyDependOnClassesThat(available.or(DescribedPredicate.describe(
                        "of the JDK, JUnit Jupiter, AssertJ, jqwik or JSpecify",
                        type -> type.getBaseComponentType().isPrimitive()
                                || List.of("java.", "org.junit.jupiter.", "org.assertj.", "net.jqwik.", "org.jspecify.")
                                        .stream()
                                        .anyMatch(type.getBaseComponentType().getName()::startsWith))))
                .check(TESTKITS);
    }

    @Test
    void core_ranking_and_search_do_not_meet_in_them() {
        noClasses()
                .that(resideInAPackage("dev.byline.testkit"))
                .should()
                .dependOnClassesThat(
                        resideInAPackage("dev.byline.search..").or(resideInAPackage("dev.byline.ranking..")))
                .check(TESTKITS);
        noClasses()
                .that(resideInAPackage("dev.byline.search.testkit"))
                .should()
                .dependOnClassesThat(resideInAPackage("dev.byline.ranking.."))
                .check(TESTKITS);
        noClasses()
                .that(resideInAPackage("dev.byline.ranking.testkit"))
                .should()
                .dependOnClassesThat(resideInAPackage("dev.byline.search.."))
                .check(TESTKITS);
    }

    @Test
    void they_do_the_same_on_any_day() {
        // What starts a process must know which Java and which classes this one runs on.
        ArchitectureTest.nothingOfTheMachine().check(TESTKITS.that(DescribedPredicate.not(type(JavaProcess.class))));
        noClasses()
                .should()
                .callConstructor(Random.class)
                .orShould()
                .callMethod(Math.class, "random")
                .orShould()
                .dependOnClassesThat()
                .belongToAnyOf(ThreadLocalRandom.class)
                .check(TESTKITS);
    }

    @Test
    void nothing_public_in_them_is_for_nobody() {
        List<Path> tests = Sources.tests();
        assertThat(Sources.testkits())
                .filteredOn(file -> Pattern.compile("(?m)^public ")
                        .matcher(Sources.text(file))
                        .find())
                .hasSizeGreaterThan(15)
                .allSatisfy(file -> {
                    String name = file.getFileName().toString().replace(".java", "");
                    Pattern use = Pattern.compile("\\b" + name + "\\b");
                    assertThat(tests)
                            .as(name)
                            .anyMatch(other -> !other.equals(file)
                                    && !other.endsWith("package-info.java")
                                    && use.matcher(Sources.text(other)).find());
                });
    }
}
