package dev.byline.examples.cli.site;

import tools.jackson.databind.json.JsonMapper;

/** How values lie in the maps: as the JSON that their own annotations describe. */
final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Json() {}

    static String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    static <T> T read(String json, Class<T> type) {
        return MAPPER.readValue(json, type);
    }
}
