package dev.byline.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class SearchPolicyTest {
    @Test
    void a_policy_is_written_and_read() {
        SearchPolicy policy = SearchPolicy.archive()
                .zone(ZoneId.of("Asia/Baghdad"))
                .cursors(Duration.ofMinutes(7), 3)
                .synonyms(Synonyms.none().and("IRGC", "Revolutionary Guards"));
        var json = new tools.jackson.databind.json.JsonMapper();
        String written = json.writeValueAsString(policy);
        assertThat(written).contains("\"cursorLife\":\"PT7M\",\"cursors\":3,\"zone\":\"Asia/Baghdad\"");
        assertThat(json.readValue(written, SearchPolicy.class)).isEqualTo(policy);
        String before = written.replace(",\"zone\":\"Asia/Baghdad\"", "");
        assertThat(json.readValue(before, SearchPolicy.class).zone())
                .isEqualTo(SearchPolicy.defaults().zone());
    }

    @Test
    void numbers_have_bounds() {
        SearchPolicy policy = SearchPolicy.defaults();
        assertThatIllegalArgumentException().isThrownBy(() -> policy.recency(1.1));
        assertThatIllegalArgumentException().isThrownBy(() -> policy.halfLife(Duration.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> policy.cursors(Duration.ofMinutes(-1), 1));
        assertThatIllegalArgumentException().isThrownBy(() -> policy.cursors(Duration.ofMinutes(1), -1));
    }
}
