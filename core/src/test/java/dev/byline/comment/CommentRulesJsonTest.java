package dev.byline.comment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** The rules for comments as a document, under both Jacksons: each part, its defaults, and what is refused. */
final class CommentRulesJsonTest {
    private static final JsonMapper THREE = JsonMapper.builder().build();
    private static final ObjectMapper TWO = new ObjectMapper();

    static Stream<Object> parts() {
        return Stream.of(
                CommentRules.defaults(),
                CommentRules.defaults().limits(),
                TextRules.defaults(),
                FormTokens.Ages.defaults(),
                LinkRules.defaults(),
                SenderRules.defaults(),
                ReplyRules.defaults(),
                EditRules.defaults(),
                Scoring.defaults());
    }

    @ParameterizedTest
    @MethodSource("parts")
    void anEmptyDocumentIsTheDefault(Object part) throws Exception {
        assertThat(THREE.readValue("{}", part.getClass())).isEqualTo(part);
        assertThat(TWO.readValue("{}", part.getClass())).isEqualTo(part);
        assertThat(THREE.readValue("{\"unknown\":[1]}", part.getClass())).isEqualTo(part);
        assertThat(TWO.readValue("{\"unknown\":[1]}", part.getClass())).isEqualTo(part);
    }

    static Stream<Object> others() {
        return Stream.of(
                CommentRules.wordPress(),
                CommentRules.strict(),
                CommentRules.open(),
                CommentRules.wordPress().limits(),
                new TextRules(1, 2, 3),
                new FormTokens.Ages(1, 2),
                new LinkRules(1, 2, 3, false, true, List.of("a.example"), List.of("b.example", "c.example")),
                new SenderRules(false, 1, 2, List.of(new SenderRules.Flood(SenderRules.Flood.By.NETWORK, 3, 4)), 5, 6),
                new SenderRules(true, 0, 0, List.of(), 0, 0),
                new ReplyRules(1, ReplyRules.TooDeep.REFUSE, true),
                new ReplyRules(0, ReplyRules.TooDeep.FLATTEN, false),
                new EditRules(1, true),
                new Scoring(1, Map.of("C-22", 2, "C-56", 3)),
                KeyList.spam("a", List.of("one", "two")).in(KeyList.Field.IP, KeyList.Field.NAME),
                KeyList.trash("b", List.of()));
    }

    @ParameterizedTest
    @MethodSource({"parts", "others"})
    void whatIsWrittenReadsBack(Object part) throws Exception {
        String json = THREE.writeValueAsString(part);
        assertThat(TWO.writeValueAsString(part)).isEqualTo(json);
        assertThat(THREE.readValue(json, part.getClass())).isEqualTo(part);
        assertThat(TWO.readValue(json, part.getClass())).isEqualTo(part);
    }

    @Test
    void partsThatAreNullAreAsByDefault() throws Exception {
        String json = "{\"limits\":{\"name\":null},\"text\":null,\"reservedNames\":null,\"links\":{\"allowed\":null},"
                + "\"keys\":null,\"senders\":{\"floods\":null,\"approvals\":null},\"replies\":{\"tooDeep\":null},"
                + "\"edits\":null,\"scoring\":{\"weights\":null},\"unusable\":null,\"formAges\":null,\"nudge\":null}";
        assertThat(THREE.readValue(json, CommentRules.class)).isEqualTo(CommentRules.defaults());
        assertThat(TWO.readValue(json, CommentRules.class)).isEqualTo(CommentRules.defaults());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'closeAfterDays':-1} | closeAfterDays can't be -1",
                "{'text':{'leastCharacters':-1}} | leastCharacters can't be -1",
                "{'text':{'leastDistinct':-2}} | leastDistinct can't be -2",
                "{'text':{'capitalsFrom':-3}} | capitalsFrom can't be -3",
                "{'links':{'holdAt':-1}} | holdAt can't be -1",
                "{'links':{'spamAt':-1}} | spamAt can't be -1",
                "{'links':{'newcomersHoldAt':-1}} | newcomersHoldAt can't be -1",
                "{'senders':{'repeatSeconds':-1}} | repeatSeconds can't be -1",
                "{'senders':{'approvals':-1}} | approvals can't be -1",
                "{'senders':{'nearPercent':101}} | nearPercent is 0 to 100, not 101",
                "{'senders':{'refusedPercent':-1}} | refusedPercent is 0 to 100, not -1",
                "{'senders':{'floods':[{'by':'sender','comments':0,'seconds':1}]}} | comments is 1 to 50, not 0",
                "{'senders':{'floods':[{'by':'sender','comments':51,'seconds':1}]}} | comments is 1 to 50, not 51",
                "{'senders':{'floods':[{'by':'sender','comments':1,'seconds':0}]}} | seconds is 1 to 86400, not 0",
                "{'senders':{'floods':[{'by':'sender','comments':1,'seconds':86401}]}} | seconds is 1 to 86400, not 86401",
                "{'senders':{'floods':[{'comments':1,'seconds':1}]}} | by",
                "{'senders':{'floods':[{'by':'sender','seconds':1}]}} | comments",
                "{'senders':{'floods':[{'by':'world','comments':1,'seconds':1}]}} | by",
                "{'senders':{'floods':[null]}} | floods",
                "{'replies':{'levels':-1}} | levels can't be -1",
                "{'replies':{'tooDeep':'burn'}} | tooDeep",
                "{'edits':{'seconds':-1}} | seconds can't be -1",
                "{'scoring':{'spamAt':-1}} | spamAt can't be -1",
                "{'scoring':{'weights':{'C-22':-1}}} | C-22 can't be -1",
                "{'scoring':{'weights':{'C-22':null}}} | weights",
                "{'limits':{'name':{'bytes':1021}}} | the limit of name is at most 1020 bytes, not 1021",
                "{'limits':{'text':{'bytes':65536}}} | the limit of text is at most 65535 bytes, not 65536",
                "{'limits':{'text':{'characters':-1}}} | text",
                "{'limits':{'measured':'twice'}} | measured",
                "{'unusable':'maybe'} | unusable",
                "{'formAges':{'leastSeconds':-1}} | formAges",
                "{'formAges':{'leastSeconds':2,'mostSeconds':1}} | formAges",
                "{'closeAfterDays':3000000000} | closeAfterDays",
                "{'closeAfterDays':'soon'} | closeAfterDays",
                "{'holdAll':'perhaps'} | holdAll",
                "{'reservedNames':'Editor'} | reservedNames",
                "{'reservedNames':[null]} | reservedNames",
                "{'links':{'denied':[null]}} | denied",
                "{'keys':[{'action':'hold'}]} | name",
                "{'keys':[{'name':null,'action':'hold'}]} | name",
                "{'keys':[{'name':' ','action':'hold'}]} | the name of a list of words is not blank",
                "{'keys':[{'name':'a'}]} | action",
                "{'keys':[{'name':'a','action':'burn'}]} | action",
                "{'keys':[{'name':'a','action':'hold','fields':['shoe']}]} | fields",
                "{'keys':[{'name':'a','action':'hold','keys':[null]}]} | keys",
                "{'keys':[null]} | keys",
                "{'keys':[{'name':'a','action':'hold'},{'name':'a','action':'spam'}]} | two lists of words have one name: [a, a]",
            })
    void whatCannotBeIsRefusedByItsName(String document, String message) {
        String json = document.replace('\'', '"');
        assertThatThrownBy(() -> THREE.readValue(json, CommentRules.class)).hasMessageContaining(message);
        assertThatThrownBy(() -> TWO.readValue(json, CommentRules.class)).hasMessageContaining(message);
    }

    @Test
    void thePartsRefuseItWithoutADocumentToo() {
        assertThatThrownBy(() -> CommentRules.defaults().closeAfterDays(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("closeAfterDays can't be -1");
        assertThatThrownBy(() -> LinkRules.defaults().holdAt(-1)).hasMessage("holdAt can't be -1");
        assertThatThrownBy(() -> SenderRules.defaults().nearPercent(101)).hasMessageContaining("not 101");
        assertThatThrownBy(() -> Scoring.defaults().weight("C-22", -1)).hasMessage("C-22 can't be -1");
        assertThatThrownBy(() -> ReplyRules.defaults().levels(-1)).hasMessage("levels can't be -1");
        assertThatThrownBy(() -> EditRules.defaults().seconds(-1)).hasMessage("seconds can't be -1");
        assertThatThrownBy(() -> KeyList.hold("\t", List.of())).hasMessageContaining("not blank");
    }
}
