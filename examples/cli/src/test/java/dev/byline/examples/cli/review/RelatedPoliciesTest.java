package dev.byline.examples.cli.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.byline.ranking.related.RelatedPolicy;
import dev.byline.ranking.related.RelatedPolicy.Age;
import dev.byline.ranking.related.RelatedPolicy.Dates;
import dev.byline.ranking.related.RelatedPolicy.Order;
import dev.byline.ranking.related.RelatedPolicy.Variety;
import dev.byline.ranking.related.Weights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class RelatedPoliciesTest {
    private static final RelatedPolicy CHANGED = new RelatedPolicy(
            Order.NEWEST,
            new Weights(1, 2, 3, 4, 5, 6, 7, 8, .5),
            new Age(Duration.ofDays(30), .25),
            Dates.NEWER_FIRST,
            .5,
            new Variety(2, 1),
            false,
            true,
            true);

    @TempDir
    Path folder;

    private RelatedPolicy read(String name, String text) throws IOException, BadInput {
        return PolicyFile.related(Files.writeString(folder.resolve(name), text));
    }

    private RelatedPolicy json(String text) throws IOException, BadInput {
        return read("policy.json", text);
    }

    @Test
    void every_component_can_be_said_as_the_policy_writes_itself() throws IOException, BadInput {
        assertThat(json(JsonMapper.builder().build().writeValueAsString(CHANGED)))
                .isEqualTo(CHANGED);
    }

    @Test
    void what_is_not_said_is_as_in_the_preset() throws IOException, BadInput {
        assertThat(json("{}")).isEqualTo(RelatedPolicy.defaults());
        assertThat(json("\"followup\"")).isEqualTo(RelatedPolicy.followUp());
        assertThat(json("{\"preset\":\"Background\",\"copies\":true,\"variety\":null}"))
                .isEqualTo(RelatedPolicy.background().copies(true));
        assertThat(json("{\"weights\":{\"tags\":1},\"age\":{\"halfLife\":\"P90D\"},\"variety\":{\"mostPerAuthor\":1}}"))
                .isEqualTo(RelatedPolicy.defaults()
                        .weights(Weights.defaults().tags(1))
                        .age(Age.defaults().halfLife(Duration.ofDays(90)))
                        .variety(Variety.NO_LIMIT.mostPerAuthor(1)));
        assertThat(read("policy.yaml", "preset: jnews\ndates: OLDER\nage:\n  floor: 1\n"))
                .isEqualTo(RelatedPolicy.jnews()
                        .dates(Dates.OLDER)
                        .age(Age.defaults().floor(1)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"copies\":true         | column 15: is no JSON",
                "{\"copies\":true,\"copies\":true} | column 24: has a field twice",
                "[]                          | must be an object, not a list",
                "{\"preset\":\"loud\"}    | preset: must be one of defaults, jnews, background, followUp, not \"loud\"",
                "{\"preset\":1}             | preset: must be one of defaults, jnews, background, followUp, not 1",
                "{\"minimum\":1}            | minimum: is unknown here, where there are preset, order, weights, age, dates,"
                        + " minimumScore, variety, backfill, sponsored, copies",
                "{\"minimumScore\":2}       | minimumScore: the minimum score is from 0 to 1, not 2.0",
                "{\"minimumScore\":\"1\"} | minimumScore: must be a number, not \"1\"",
                "{\"minimumScore\":NaN}     | column 20: is no JSON",
                "{\"weights\":{\"tags\":1e999}} | weights.tags: a weight is from 0 to 1000000, not Infinity",
                "{\"weights\":{\"tag\":1}} | weights.tag: is unknown here, where there are words, meaning, headline, tags,"
                        + " regions, sections, authors, popularity, crowd",
                "{\"age\":{\"halfLife\":90}} | age.halfLife: must be a length of time such as P365D or PT12H, not 90",
                "{\"age\":{\"halfLife\":\"PT0S\"}} | age.halfLife: the half-life of age is a second or more, not PT0S",
                "{\"dates\":\"newer\"}   | dates: must be one of any, older, newerFirst, not \"newer\"",
                "{\"variety\":{\"mostPerAuthor\":1.5}} | variety.mostPerAuthor: must be a whole number, not 1.5",
                "{\"backfill\":\"yes\"}  | backfill: must be true or false, not \"yes\""
            })
    void what_cannot_be_is_refused_with_its_path(String text, String message) {
        assertThatThrownBy(() -> json(text)).isInstanceOf(BadInput.class).hasMessage(message);
    }
}
