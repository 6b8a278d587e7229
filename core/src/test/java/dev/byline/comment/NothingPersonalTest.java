package dev.byline.comment;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.byline.article.ArticleId;
import dev.byline.article.Listed;
import dev.byline.testkit.Rule;
import dev.byline.testkit.SampleArticles;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * That no email, IP, agent or secret stands in the JSON or the text of any public type of the package.
 *
 * <p>The types are found, not listed: of a record, every value is made from its components; a type of another sort needs
 * a line in {@link #MADE} or {@link #WITHOUT_VALUES}.
 */
final class NothingPersonalTest {
    private static final String EMAIL = "marked@person.example";
    private static final String IP = "192.0.2.177";
    private static final String AGENT = "MarkedAgent/7.7";
    private static final String SECRET = "marked-secret-marked-secret-marked-secret";
    private static final Sender SENDER = new Sender(EMAIL, IP, AGENT, "m1");
    private static final CommentKey KEY = CommentKey.of("k", SECRET.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    private static final InstantSource CLOCK = InstantSource.fixed(SampleArticles.NOW);

    private static final JsonMapper THREE = JsonMapper.builder().build();
    private static final ObjectMapper TWO =
            new ObjectMapper().registerModule(new JavaTimeModule()).disable(SerializationFeature.FAIL_ON_EMPTY_BEANS);

    /** The one type whose JSON is for the person it speaks of. */
    private static final Set<Class<?>> FOR_THE_PERSON = Set.of(PersonalData.class, PersonalData.Entry.class);

    /** What is no record; engines and seams too, for somebody may hand them to a JSON library. */
    private static final Map<Class<?>, Supplier<Object>> MADE = Map.ofEntries(
            entry(CommentKey.class, () -> KEY),
            entry(FormTokens.class, () -> FormTokens.with(List.of(KEY), CLOCK)),
            entry(CommentPrivacy.class, () -> CommentPrivacy.with(PrivacyRules.strict(), KEY)),
            entry(CommentHistory.class, NothingPersonalTest::history),
            entry(
                    CommentReviewer.class,
                    () -> CommentReviewer.with(CommentRules.defaults(), CommentHistory.inMemory(1), CLOCK)),
            entry(CommentThread.class, () -> CommentThread.of(List.of(comment()))),
            entry(Listed.class, () -> SampleArticles.article("bridge").build()),
            entry(ArticleId.class, () -> ArticleId.of("bridge")),
            entry(CommentId.class, () -> CommentId.of("c1")),
            entry(Instant.class, () -> SampleArticles.NOW),
            entry(Duration.class, () -> Duration.ofSeconds(5)),
            entry(TextLimit.class, () -> TextLimit.ofBytes(9)),
            entry(CommentRules.Limits.class, () -> CommentRules.defaults().limits()),
            entry(CommentRules.class, CommentRules::defaults),
            entry(boolean.class, () -> true),
            entry(Boolean.class, () -> true),
            entry(int.class, () -> 1),
            entry(Integer.class, () -> 1),
            entry(long.class, () -> 1L),
            entry(double.class, () -> 0.5),
            entry(Double.class, () -> 0.5),
            entry(Sender.class, () -> SENDER));

    /** Functions and markers alone: there is no value of these. */
    private static final Set<Class<?>> WITHOUT_VALUES = Set.of(CommentText.class, CommentChecker.class);

    /** A value of a public type with the marks in it. */
    private record Made(Object value) {
        @Override
        public String toString() {
            return value.getClass().getName().substring("dev.byline.comment.".length());
        }
    }

    /** As a host's own answer may hold it. */
    private record Envelope(Object value, List<Object> values, Map<String, Object> named, Optional<Object> perhaps) {}

    static Stream<Made> values() throws Exception {
        return types().flatMap(NothingPersonalTest::valuesOf).map(Made::new);
    }

    @ParameterizedTest
    @MethodSource("values")
    @Rule("C-80")
    void neitherJsonNorTextTellsIt(Made made) throws Exception {
        Object value = made.value();
        assertClean(value.toString());
        assertClean(String.valueOf(List.of(value)));
        if (!FOR_THE_PERSON.contains(value.getClass())) {
            Object envelope = new Envelope(value, List.of(value), Map.of("it", value), Optional.of(value));
            for (Object root : List.of(value, List.of(value), Map.of("it", value), envelope)) {
                assertClean(three(root));
                assertClean(two(root));
            }
        }
    }

    @Test
    @Rule("C-80")
    void itIsTheTestThatSeesIt() throws Exception {
        PersonalData data =
                PersonalData.of(PersonalData.Person.withEmail(EMAIL), Stream.of(new StoredComment(comment(), SENDER)));
        assertThat(three(data)).contains(EMAIL, IP, AGENT).isEqualTo(TWO.writeValueAsString(data));
        assertThat(values().map(Made::toString))
                .contains("Sender", "CommentDraft", "CommentContext$Account", "CommentHistory$Attempt", "StoredComment")
                .hasSizeGreaterThan(30);
    }

    @Test
    @Rule("C-80")
    void aSenderByItselfIsNothingInJsonButCanBeRead() throws Exception {
        assertThat(three(SENDER)).isEqualTo("{}");
        assertThat(TWO.writeValueAsString(SENDER)).isEqualTo("{}");
        String json = "{\"email\":\"a@b.co\",\"ip\":\"192.0.2.1\",\"agent\":\"A\",\"member\":\"m\"}";
        assertThat(THREE.readValue(json, Sender.class)).isEqualTo(new Sender("a@b.co", "192.0.2.1", "A", "m"));
        assertThat(TWO.readValue(json, Sender.class)).isEqualTo(new Sender("a@b.co", "192.0.2.1", "A", "m"));
    }

    private static void assertClean(String told) {
        assertThat(told)
                .doesNotContainIgnoringCase("marked")
                .doesNotContainIgnoringCase("person.example")
                .doesNotContain("192.0.2");
    }

    /** What can't be written tells nothing but perhaps by its refusal. */
    private static String three(Object value) {
        try {
            return THREE.writeValueAsString(value);
        } catch (RuntimeException refused) {
            return String.valueOf(refused.getMessage());
        }
    }

    private static String two(Object value) {
        try {
            return TWO.writeValueAsString(value);
        } catch (IOException refused) {
            return String.valueOf(refused.getMessage());
        }
    }

    private static Stream<Class<?>> types() throws IOException, URISyntaxException {
        Path classes = Path.of(Comment.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        List<Class<?>> types = new ArrayList<>();
        try (Stream<Path> files = Files.list(classes.resolve("dev/byline/comment"))) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString();
                if (name.endsWith(".class") && !name.equals("package-info.class")) {
                    types.add(load("dev.byline.comment." + name.substring(0, name.length() - ".class".length())));
                }
            }
        }
        return types.stream().filter(NothingPersonalTest::isPublic);
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    private static boolean isPublic(@Nullable Class<?> type) {
        return type == null || (Modifier.isPublic(type.getModifiers()) && isPublic(type.getEnclosingClass()));
    }

    private static Stream<Object> valuesOf(Class<?> type) {
        boolean without = type.isAnnotation()
                || jakarta.validation.ConstraintValidator.class.isAssignableFrom(type)
                || (type.isInterface() && (type.isSealed() || type.getMethods().length == 0))
                || WITHOUT_VALUES.contains(type);
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants());
        }
        return without ? Stream.empty() : Stream.of(make(type, type.getSimpleName()));
    }

    private static Object make(Type type, String name) {
        if (type instanceof ParameterizedType of) {
            Object[] parts = Arrays.stream(of.getActualTypeArguments())
                    .map(part -> make(part, name))
                    .toArray();
            Class<?> raw = (Class<?>) of.getRawType();
            return raw == Map.class
                    ? Map.of(parts[0], parts[1])
                    : raw == Set.class
                            ? Set.of(parts[0])
                            : raw == Optional.class ? Optional.of(parts[0]) : List.of(parts[0]);
        }
        Class<?> raw = (Class<?>) type;
        Supplier<Object> made = MADE.get(raw);
        if (raw == String.class) {
            return text(name);
        } else if (made != null) {
            return made.get();
        } else if (raw.isEnum()) {
            return raw.getEnumConstants()[0];
        } else if (raw.isSealed()) {
            return make(raw.getPermittedSubclasses()[0], name);
        } else if (raw.isRecord()) {
            return record(raw);
        }
        throw new AssertionError("no way to make a " + raw + ": add it to MADE or WITHOUT_VALUES");
    }

    private static Object record(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        try {
            return type.getDeclaredConstructor(Arrays.stream(components)
                            .map(RecordComponent::getType)
                            .toArray(Class<?>[]::new))
                    .newInstance(Arrays.stream(components)
                            .map(part -> make(part.getGenericType(), part.getName()))
                            .toArray());
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("no way to make a " + type + ": add it to MADE", e);
        }
    }

    private static String text(String name) {
        return switch (name) {
            case "email" -> EMAIL;
            case "ip" -> IP;
            case "agent" -> AGENT;
            default -> "x";
        };
    }

    private static Object history() {
        CommentHistory history = CommentHistory.inMemory(9);
        history.remember(comment(), SENDER);
        return history;
    }

    private static Comment comment() {
        return (Comment) record(Comment.class);
    }
}
