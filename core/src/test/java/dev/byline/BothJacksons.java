package dev.byline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.UncheckedIOException;
import tools.jackson.databind.json.JsonMapper;

/** Jackson 2 with the module for {@code java.time} and Jackson 3, both as they come, held to one JSON. */
public final class BothJacksons {
    public static final ObjectMapper TWO = new ObjectMapper().registerModule(new JavaTimeModule());
    public static final JsonMapper THREE = JsonMapper.shared();

    private BothJacksons() {}

    /** The JSON that both write for a value. */
    public static String write(Object value) {
        try {
            String three = THREE.writeValueAsString(value);
            assertThat(TWO.writeValueAsString(value)).as("Jackson 2 and 3").isEqualTo(three);
            return three;
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The value that both read from JSON. */
    public static <T> T read(String json, Class<T> type) {
        try {
            T three = THREE.readValue(json, type);
            assertThat(TWO.readValue(json, type)).as("Jackson 2 and 3").isEqualTo(three);
            return three;
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What both read from the one JSON that both wrote. */
    public static <T> T roundTrip(T value, Class<T> type) {
        return read(write(value), type);
    }
}
