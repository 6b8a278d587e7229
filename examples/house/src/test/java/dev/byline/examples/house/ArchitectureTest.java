package dev.byline.examples.house;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The directions of the house, over the classes of all its modules. */
class ArchitectureTest {
    static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("examples"))
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("dev.byline");

    @Test
    void all_modules_are_looked_at() {
        assertThat(HOUSE)
                .extracting(JavaClass::getPackageName)
                .contains(
                        "dev.byline.article",
                        "dev.byline.comment",
                        "dev.byline.exchange",
                        "dev.byline.search.lucene",
                        "dev.byline.ranking.popular",
                        "dev.byline.ranking.related");
    }

    @Test
    void packages_have_no_cycles() {
        slices().matching("dev.byline.(**)").should().beFreeOfCycles().check(HOUSE);
    }

    @Test
    void core_knows_neither_search_nor_ranking_and_they_do_not_know_each_other() {
        noClasses()
                .that(resideInAPackage("dev.byline..")
                        .and(DescribedPredicate.not(resideInAnyPackage("dev.byline.search..", "dev.byline.ranking.."))))
                .should()
                .dependOnClassesThat(resideInAnyPackage("dev.byline.search..", "dev.byline.ranking.."))
                .check(HOUSE);
        noClasses()
                .that(resideInAPackage("dev.byline.search.."))
                .should()
                .dependOnClassesThat(resideInAPackage("dev.byline.ranking.."))
                .check(HOUSE);
        noClasses()
                .that(resideInAPackage("dev.byline.ranking.."))
                .should()
                .dependOnClassesThat(resideInAPackage("dev.byline.search.."))
                .check(HOUSE);
    }

    @Test
    void text_and_taxonomy_stand_at_the_bottom() {
        classes()
                .that(resideInAPackage("dev.byline.text.."))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        "dev.byline.text..",
                        "java..",
                        "org.jsoup..",
                        "org.jspecify..",
                        "com.fasterxml.jackson.annotation..",
                        "com.google.errorprone.annotations.."))
                .check(HOUSE);
        noClasses()
                .that(resideInAPackage("dev.byline.taxonomy.."))
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        "dev.byline.article..", "dev.byline.score..", "dev.byline.comment..", "dev.byline.exchange.."))
                .check(HOUSE);
    }

    @Test
    void lucene_stays_in_its_room() {
        noClasses()
                .that(DescribedPredicate.not(resideInAPackage("dev.byline.search.lucene..")))
                .should()
                .dependOnClassesThat(resideInAPackage("org.apache.lucene.."))
                .check(HOUSE);
    }

    @Test
    void no_public_signature_shows_lucene_caffeine_jsoup_or_databind() {
        methods()
                .that()
                .arePublic()
                .and()
                .areDeclaredInClassesThat()
                .arePublic()
                .should(showNoTypeOf(Set.of(
                        "org.apache.lucene.",
                        "com.github.benmanes.",
                        "org.jsoup.",
                        "tools.jackson.",
                        "com.fasterxml.jackson.databind.")))
                .check(HOUSE);
    }

    @Test
    void documents_are_read_and_written_in_exchange_alone() {
        noClasses()
                .that(DescribedPredicate.not(resideInAPackage("dev.byline.exchange..")))
                .should()
                .dependOnClassesThat(resideInAnyPackage("tools.jackson..", "com.fasterxml.jackson.databind.."))
                .check(HOUSE);
    }

    @Test
    void time_settings_and_networks_come_from_the_host() {
        nothingOfTheMachine().check(HOUSE);
    }

    /** For the house and for what it publishes for tests. */
    static ArchRule nothingOfTheMachine() {
        return noClasses()
                .should()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(java.time.LocalDate.class, "now")
                .orShould()
                .callMethod(java.time.LocalDateTime.class, "now")
                .orShould()
                .callMethod(java.time.ZonedDateTime.class, "now")
                .orShould()
                .callMethod(java.time.OffsetDateTime.class, "now")
                .orShould()
                .callMethod(java.time.InstantSource.class, "system")
                .orShould()
                .callMethod(java.time.Clock.class, "systemUTC")
                .orShould()
                .callMethod(java.time.Clock.class, "systemDefaultZone")
                .orShould()
                .callMethod(java.time.ZoneId.class, "systemDefault")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "getProperty", String.class)
                .orShould()
                .callMethod(System.class, "getProperty", String.class, String.class)
                .orShould()
                .callMethod(System.class, "getenv", String.class)
                .orShould()
                .callMethod(System.class, "getenv")
                .orShould()
                .callMethod(Boolean.class, "getBoolean", String.class)
                .orShould()
                .callMethod(Integer.class, "getInteger", String.class)
                .orShould()
                .callMethod(Thread.class, "sleep", long.class)
                .orShould()
                .dependOnClassesThat(resideInAnyPackage("java.net.http.."))
                .orShould()
                .dependOnClassesThat()
                .belongToAnyOf(
                        java.net.Socket.class,
                        java.net.ServerSocket.class,
                        java.net.URLConnection.class,
                        java.net.InetSocketAddress.class,
                        java.nio.channels.SocketChannel.class);
    }

    @Test
    void nothing_prints_or_deserialises_objects() {
        noClasses()
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .dependOnClassesThat()
                .belongToAnyOf(java.io.ObjectInputStream.class, java.io.ObjectOutputStream.class)
                .check(HOUSE);
    }

    @Test
    void no_backtracking_expression_reads_foreign_text() {
        noClasses()
                .should()
                .dependOnClassesThat(resideInAPackage("java.util.regex.."))
                .orShould()
                .callMethod(String.class, "matches", String.class)
                .orShould()
                .callMethod(String.class, "replaceAll", String.class, String.class)
                .orShould()
                .callMethod(String.class, "replaceFirst", String.class, String.class)
                .check(HOUSE);
    }

    @Test
    void packages_are_null_marked_and_named_by_feature() {
        classes()
                .that()
                .arePublic()
                .should(new ArchCondition<JavaClass>("live in a null-marked package named by feature") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        boolean marked = type.getPackage().isAnnotatedWith(org.jspecify.annotations.NullMarked.class);
                        boolean named = Set.of("util", "utils", "impl", "manager", "dto", "common", "helper").stream()
                                .noneMatch(word -> ("." + type.getPackageName() + ".").contains("." + word + ".")
                                        || type.getSimpleName()
                                                .toLowerCase(java.util.Locale.ROOT)
                                                .endsWith(word));
                        events.add(new SimpleConditionEvent(type, marked && named, type.getName()));
                    }
                })
                .check(HOUSE);
    }

    @Test
    void engines_and_values_are_closed_for_extension() {
        classes()
                .that()
                .arePublic()
                .and()
                .areTopLevelClasses()
                .and()
                .areNotInterfaces()
                .should()
                .haveModifier(com.tngtech.archunit.core.domain.JavaModifier.FINAL)
                .orShould()
                .beEnums()
                .orShould()
                .beAssignableTo(RuntimeException.class)
                .check(HOUSE);
    }

    private static ArchCondition<JavaMethod> showNoTypeOf(Set<String> vendors) {
        return new ArchCondition<>("show no vendor's type, a factory that takes the host's Directory excepted") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                boolean factory = method.getName().equals("open")
                        && method.getOwner().getPackageName().equals("dev.byline.search.lucene");
                boolean shown = method.getAllInvolvedRawTypes().stream()
                        .anyMatch(type -> vendors.stream().anyMatch(type.getName()::startsWith));
                events.add(new SimpleConditionEvent(method, factory || !shown, method.getFullName()));
            }
        };
    }
}
