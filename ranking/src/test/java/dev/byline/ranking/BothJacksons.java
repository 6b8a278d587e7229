package dev.byline.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import tools.jackson.databind.json.JsonMapper;

/** JSON by Jackson 2 and by Jackson 3, which must agree. */
public final class BothJacksons {
    private static final com.fasterxml.jackson.databind.ObjectMapper TWO =
            com.fasterxml.jackson.databind.json.JsonMapper.builder()
                    .addModule(new JavaTimeModule())
                    .build();
    private static final JsonMapper THREE = JsonMapper.builder().build();

    private BothJacksons() {}

    /** Writes with both, and returns what both wrote. */
    public static String write(Object value) throws Exception {
        String two = TWO.writeValueAsString(value);
        assertThat(THREE.writeValueAsString(value)).isEqualTo(two);
        return two;
    }

    /** Reads with both, and returns what both read. */
    public static <T> T read(String json, Class<T> type) throws Exception {
        T two = TWO.readValue(json, type);
        assertThat(THREE.readValue(json, type)).isEqualTo(two);
        return two;
    }
}
