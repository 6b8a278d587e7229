package dev.byline.examples.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.article.ArticleId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** That what is stored sorts as what it stands for. */
class StoredLaws {
    @Provide
    Arbitrary<ArticleId> ids() {
        return Arbitraries.of(
                        "\u0000",
                        "\u0001",
                        "\u0002",
                        "a",
                        "\uD7FE",
                        "\uD7FF",
                        "\uD83D\uDE00",
                        "\uDBFF\uDFFF",
                        "\uE000",
                        "\uFFFF")
                .list()
                .ofMaxSize(4)
                .map(parts -> ArticleId.of("i" + String.join("", parts)));
    }

    @Property
    void idsSortAlikeInJavaAndByTheirBytes(@ForAll("ids") ArticleId one, @ForAll("ids") ArticleId other) {
        int order = Integer.signum(one.compareTo(other));
        String left = Stored.id(one);
        String right = Stored.id(other);
        assertThat(Integer.signum(left.compareTo(right))).isEqualTo(order);
        byte[] leftBytes = left.getBytes(StandardCharsets.UTF_8);
        byte[] rightBytes = right.getBytes(StandardCharsets.UTF_8);
        assertThat(Integer.signum(Arrays.compareUnsigned(leftBytes, rightBytes)))
                .isEqualTo(order);
        assertThat(left).doesNotContain("\u0000");
    }

    @Property
    void instantsSortAsTheyAre(@ForAll Instant one, @ForAll Instant other) {
        assertThat(Stored.instant(one).compareTo(Stored.instant(other)))
                .isEqualTo(Integer.signum(one.compareTo(other)));
        assertThat(Stored.instant(one)).isBetween(Stored.ALWAYS, Stored.NEVER);
        assertThat(Stored.instant(one).scale()).isEqualTo(9);
    }
}
