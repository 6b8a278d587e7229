package dev.byline.ranking.audience;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** One pass finds what looking for each phrase would. */
class AgentListLaws {
    private static final char BLANK = '\u0000';

    @Provide
    Arbitrary<List<String>> lists() {
        Arbitrary<String> phrase =
                Arbitraries.strings().withChars("abB/").ofMinLength(1).ofMaxLength(4);
        Arbitrary<String> before = Arbitraries.of("", "", "^", "!", "!^");
        return net.jqwik.api.Combinators.combine(before, phrase)
                .as(String::concat)
                .list()
                .ofMaxSize(8);
    }

    @Provide
    Arbitrary<String> agents() {
        return Arbitraries.strings().withChars("aAb/ é").ofMaxLength(20);
    }

    @Property
    void a_program_is_found_exactly_where_a_phrase_stands_that_no_exception_covers(
            @ForAll("lists") List<String> list, @ForAll("agents") String agent) {
        String text = agent.toLowerCase(Locale.ROOT);
        char[] left = text.toCharArray();
        for (String line : list) {
            if (line.startsWith("!")) {
                String phrase = line.substring(1).toLowerCase(Locale.ROOT);
                for (int at : places(text, phrase)) {
                    Arrays.fill(left, at, at + phrase.replace("^", "").length(), BLANK);
                }
            }
        }
        String rest = new String(left);
        boolean found = list.stream()
                .filter(line -> !line.startsWith("!"))
                .anyMatch(line -> places(rest, line.toLowerCase(Locale.ROOT)).length > 0);
        assertThat(AgentList.parse(String.join("\n", list)).find(agent).isPresent())
                .isEqualTo(found);
    }

    @Property
    void whatever_is_sent_somebody_is_told(@ForAll String agent, @ForAll String purpose, @ForAll int status) {
        Audience.Told told = Audience.with(AudiencePolicy.defaults())
                .of(new Request("GET", status, agent, List.of(purpose), java.util.Set.of(purpose)));
        assertThat(told.view()).isEqualTo(status == 0 || status == 200 || status == 304);
        assertThat(told.reason()).isNotBlank();
    }

    private static int[] places(String text, String phrase) {
        if (phrase.startsWith("^")) {
            return text.startsWith(phrase.substring(1)) ? new int[] {0} : new int[0];
        }
        return java.util.stream.IntStream.range(0, text.length())
                .filter(i -> text.startsWith(phrase, i))
                .toArray();
    }
}
