package dev.byline.taxonomy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.BothJacksons;
import dev.byline.text.Excerpt;
import dev.byline.text.Language;
import dev.byline.text.ReadingTime;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TaxonomyJsonTest {
    static Stream<Arguments> values() {
        Region iran = new Region("ir", "Iran", Region.of("asia", "Asia \"East\""));
        return Stream.of(
                Arguments.of(Region.of("ae"), "{\"key\":\"ae\",\"name\":\"UAE\"}"),
                Arguments.of(
                        iran,
                        "{\"key\":\"ir\",\"name\":\"Iran\",\"parent\":{\"key\":\"asia\",\"name\":\"Asia \\\"East\\\"\"}}"),
                Arguments.of(
                        new Section("war", "War", Section.of("news", "News")),
                        "{\"key\":\"war\",\"name\":\"War\",\"parent\":{\"key\":\"news\",\"name\":\"News\"}}"),
                Arguments.of(Tag.of("سيل", "سيل"), "{\"key\":\"سيل\",\"name\":\"سيل\"}"),
                Arguments.of(
                        RegionGroup.of("gulf", "The Gulf", Region.of("qa")),
                        "{\"key\":\"gulf\",\"name\":\"The Gulf\",\"members\":[{\"key\":\"qa\",\"name\":\"Qatar\"}]}"),
                Arguments.of(
                        RegionGroup.ofGroups("east", "East", RegionGroup.of("gulf", "Gulf", Region.of("qa"))),
                        "{\"key\":\"east\",\"name\":\"East\",\"members\":[{\"key\":\"qa\",\"name\":\"Qatar\"}],"
                                + "\"groups\":[{\"key\":\"gulf\",\"name\":\"Gulf\","
                                + "\"members\":[{\"key\":\"qa\",\"name\":\"Qatar\"}]}]}"),
                Arguments.of(MenuTarget.home(), "{\"kind\":\"home\"}"),
                Arguments.of(
                        MenuTarget.url("https://a.example/?a=1&b=2"),
                        "{\"kind\":\"url\",\"key\":\"https://a.example/?a=1&b=2\"}"),
                Arguments.of(
                        Menu.of(
                                "main",
                                "Main",
                                Menu.Entry.of("Home", MenuTarget.home()),
                                Menu.Entry.of(
                                        "News",
                                        MenuTarget.section("news"),
                                        Menu.Entry.of("Iran", MenuTarget.region("ir")))),
                        "{\"key\":\"main\",\"name\":\"Main\",\"entries\":["
                                + "{\"label\":\"Home\",\"target\":{\"kind\":\"home\"}},"
                                + "{\"label\":\"News\",\"target\":{\"kind\":\"section\",\"key\":\"news\"},\"entries\":["
                                + "{\"label\":\"Iran\",\"target\":{\"kind\":\"region\",\"key\":\"ir\"}}]}]}"),
                Arguments.of(Menu.of("empty", "Empty"), "{\"key\":\"empty\",\"name\":\"Empty\",\"entries\":[]}"),
                Arguments.of(Excerpt.wordPress(), "{\"words\":55,\"ellipsis\":\" […]\",\"manualWhole\":true}"),
                Arguments.of(ReadingTime.hugo(), "{\"wordsPerMinute\":212,\"charactersPerMinute\":500}"),
                Arguments.of(Language.of("az-Arab"), "\"az-Arab\""));
    }

    @ParameterizedTest
    @MethodSource("values")
    void isTheSameUnderBothJacksonsAndComesBack(Object value, String json) {
        assertThat(BothJacksons.write(value)).isEqualTo(json);
        assertThat((Object) BothJacksons.read(json, value.getClass())).isEqualTo(value);
    }

    @Test
    void everyTargetHasItsLowerCaseName() {
        for (MenuTarget.Kind kind : MenuTarget.Kind.values()) {
            String json = "\"" + kind.name().toLowerCase(Locale.ROOT) + "\"";

            assertThat(BothJacksons.write(kind)).isEqualTo(json);
            assertThat(BothJacksons.read(json, MenuTarget.Kind.class)).isEqualTo(kind);
        }
    }

    @Test
    void unknownFieldsAreIgnoredAndMissingOnesHaveTheirUsualValue() {
        String menu = "{\"key\":\"m\",\"later\":1,\"entries\":[{\"target\":{\"kind\":\"home\",\"x\":{}},\"y\":[]}]}";
        Menu expected = new Menu("m", "m", List.of(Menu.Entry.of("", MenuTarget.home())));

        assertThat(BothJacksons.read(menu, Menu.class)).isEqualTo(expected);
        assertThat(BothJacksons.read("{\"key\":\"ir\",\"iso3\":\"IRN\"}", Region.class))
                .isEqualTo(Region.of("ir", "ir"));
        String excerpt = "{\"words\":20,\"ellipsis\":\"...\"}";
        assertThat(BothJacksons.read(excerpt, Excerpt.class)).isEqualTo(Excerpt.jnews());
    }
}
