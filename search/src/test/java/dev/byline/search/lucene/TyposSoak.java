package dev.byline.search.lucene;

import dev.byline.testkit.Rule;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class TyposSoak {
    @Test
    @Rule("S-12")
    void ten_thousand_queries_that_are_spelled_right_are_answered_alike() throws IOException {
        TypoData data = TypoData.read();
        try (LuceneSearch search = data.search()) {
            TypoFiguresTest.cleanQueries(data, search, 10_000);
        }
    }
}
