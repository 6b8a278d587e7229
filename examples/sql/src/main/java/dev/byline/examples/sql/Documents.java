package dev.byline.examples.sql;

import dev.byline.article.Article;
import dev.byline.article.ArticleSummary;
import dev.byline.article.ContentException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Articles as JSON and back; equal articles have equal JSON. */
final class Documents {
    private final JsonMapper mapper = JsonMapper.builder().build();

    String write(Object value) {
        String json = mapper.writeValueAsString(value);
        int half = Stored.halfPair(json, 0);
        if (half < 0) {
            return json;
        }
        // Databases keep UTF-8, which has no half of a surrogate pair; JSON has a way to say it.
        StringBuilder said = new StringBuilder(json.length() + 100);
        int from = 0;
        for (; half >= 0; half = Stored.halfPair(json, from)) {
            said.append(json, from, half).append("\\u").append(Integer.toHexString(json.charAt(half)));
            from = half + 1;
        }
        return said.append(json, from, json.length()).toString();
    }

    Article article(String json) {
        return read(json, Article.class);
    }

    ArticleSummary summary(String json) {
        return read(json, ArticleSummary.class);
    }

    private <T> T read(String json, Class<T> type) {
        try {
            return mapper.readValue(json, type);
        } catch (JacksonException e) {
            throw new ContentException("a stored article is damaged", e);
        }
    }
}
