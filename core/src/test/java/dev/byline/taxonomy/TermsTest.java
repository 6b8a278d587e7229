package dev.byline.taxonomy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class TermsTest {
    private static Region region(int levels) {
        Region region = null;
        for (int level = 1; level <= levels; level++) {
            region = new Region("r" + level, "", region);
        }
        return Objects.requireNonNull(region);
    }

    private static Section section(int levels) {
        Section section = null;
        for (int level = 1; level <= levels; level++) {
            section = new Section("s" + level, "", section);
        }
        return Objects.requireNonNull(section);
    }

    @Test
    void aMissingNameIsTheKey() {
        assertThat(new Region("xx", " ", null).name()).isEqualTo("xx");
        assertThat(Section.of("s", "").name()).isEqualTo("s");
        assertThat(Tag.of("t", "").name()).isEqualTo("t");
        assertThat(new Menu("m", "", List.of()).name()).isEqualTo("m");
        assertThat(RegionGroup.of("g", "", Region.of("ir")).name()).isEqualTo("g");
    }

    @Test
    void aKeyIsNeitherBlankNorLong() {
        assertThatThrownBy(() -> Region.of(" ")).hasMessageContaining("region key");
        assertThatThrownBy(() -> Section.of("", "x")).hasMessageContaining("section key");
        assertThatThrownBy(() -> Tag.of("x".repeat(201), "x")).hasMessageContaining("tag key");
        assertThatThrownBy(() -> Menu.of("", "x")).hasMessageContaining("menu key");
        assertThat(Tag.of("x".repeat(200), "x").key()).hasSize(200);
    }

    @Test
    void aPathGoesFromInsideOutwards() {
        Region asia = Region.of("asia", "Asia");
        Region iran = new Region("ir", "Iran", asia);
        Region tehran = new Region("ir-23", "Tehran", iran);

        assertThat(tehran.path()).containsExactly(tehran, iran, asia);
        assertThat(asia.path()).containsExactly(asia);
        assertThat(section(3).path()).extracting(Section::key).containsExactly("s3", "s2", "s1");
    }

    @Test
    void eightLevelsAreTheMost() {
        assertThat(region(8).path()).hasSize(8);
        assertThat(section(8).path()).hasSize(8);
        assertThatThrownBy(() -> region(9)).hasMessageContaining("\"r9\"").hasMessageContaining("8 levels");
        assertThatThrownBy(() -> section(9)).hasMessageContaining("\"s9\"");
    }

    @Test
    void aGroupHasMembersEachOnce() {
        RegionGroup gulf = RegionGroup.of("gulf", "The Gulf", Region.of("sa"), Region.of("ae"));

        assertThat(gulf.members()).extracting(Region::name).containsExactly("Saudi Arabia", "UAE");
        assertThatThrownBy(() -> RegionGroup.of("gulf", "The Gulf")).hasMessageContaining("no members");
        assertThatThrownBy(() -> RegionGroup.of("gulf", "", Region.of("sa"), Region.of("sa", "KSA")))
                .hasMessageContaining("twice");
        assertThatThrownBy(() -> gulf.members().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void aGroupCoversTheGroupsInside() {
        RegionGroup gulf = RegionGroup.of("gulf", "The Gulf", Region.of("sa"), Region.of("ae"));
        RegionGroup levant = RegionGroup.of("levant", "Levant", Region.of("lb"), Region.of("sy"));
        RegionGroup east = new RegionGroup(
                "middle-east", "Middle East", List.of(Region.of("ir"), Region.of("sy")), List.of(gulf, levant));

        assertThat(east.members()).extracting(Region::key).containsExactly("ir", "sy", "sa", "ae", "lb");
        assertThat(east.groups()).containsExactly(gulf, levant);
        assertThat(RegionGroup.ofGroups("all", "", levant, gulf).members())
                .extracting(Region::key)
                .containsExactly("lb", "sy", "sa", "ae");
        assertThat(new RegionGroup("middle-east", "Middle East", east.members(), east.groups()))
                .isEqualTo(east);
        assertThatThrownBy(() -> RegionGroup.ofGroups("all", "", gulf, gulf)).hasMessageContaining("twice");
        assertThatThrownBy(() -> {
                    RegionGroup group = gulf;
                    for (int i = 0; i < 8; i++) {
                        group = RegionGroup.ofGroups("g" + i, "", group);
                    }
                })
                .hasMessageContaining("g7")
                .hasMessageContaining("deeper than 8");
    }

    @Test
    void aMenuCountsItsEntriesOnAllLevels() {
        Menu menu = Menu.of(
                "main",
                "Main",
                Menu.Entry.of("Home", MenuTarget.home()),
                Menu.Entry.of(
                        "The Gulf",
                        MenuTarget.group("gulf"),
                        Menu.Entry.of("UAE", MenuTarget.region("ae")),
                        Menu.Entry.of("Qatar", MenuTarget.region("qa"))));

        assertThat(menu.size()).isEqualTo(4);
        assertThat(Menu.of("empty", "").size()).isZero();
    }

    @Test
    void aMenuIsNoDeeperThanItsLevels() {
        Menu.Entry entry = Menu.Entry.of("leaf", MenuTarget.home());
        for (int level = 1; level < Menu.MOST_LEVELS; level++) {
            entry = Menu.Entry.of("above", MenuTarget.home(), entry);
        }
        Menu.Entry deepest = entry;
        Menu.Entry tooDeep = Menu.Entry.of("above", MenuTarget.home(), deepest);

        assertThat(Menu.of("m", "", deepest).size()).isEqualTo(Menu.MOST_LEVELS);
        assertThatThrownBy(() -> Menu.of("m", "", tooDeep)).hasMessageContaining("deeper than 16");
    }

    @Test
    void everythingButHomeHasAKey() {
        assertThat(MenuTarget.home().key()).isEmpty();
        assertThat(MenuTarget.page("about")).isEqualTo(new MenuTarget(MenuTarget.Kind.PAGE, "about"));
        for (MenuTarget.Kind kind : MenuTarget.Kind.values()) {
            String wrong = kind == MenuTarget.Kind.HOME ? "x" : " ";
            assertThatThrownBy(() -> new MenuTarget(kind, wrong)).hasMessageContaining(kind.name());
        }
    }

    @Test
    void a_menu_leads_to_the_listing_of_a_term() {
        assertThat(MenuTarget.of(Region.of("iq"))).isEqualTo(MenuTarget.region("iq"));
        assertThat(MenuTarget.of(Section.of("trade", "Trade"))).isEqualTo(MenuTarget.section("trade"));
        assertThat(MenuTarget.of(Tag.of("dhow", "Dhow"))).isEqualTo(MenuTarget.tag("dhow"));
    }

    @Test
    void a_menu_leads_where_an_entry_on_any_level_does() {
        Menu menu = Menu.of(
                "main",
                "Main",
                Menu.Entry.of(
                        "The Gulf",
                        MenuTarget.group("gulf"),
                        Menu.Entry.of("Qatar", MenuTarget.of(Region.of("QA"))),
                        Menu.Entry.of("Oil", MenuTarget.of(Tag.of("oil", "Oil"))),
                        Menu.Entry.of("Doha", MenuTarget.of(Region.of("QA")))),
                Menu.Entry.of("Empty", MenuTarget.group("empty")));

        assertThat(menu.leadsTo(MenuTarget.of(Tag.of("oil", "Oil")))).isTrue();
        assertThat(menu.leadsTo(MenuTarget.of(Tag.of("gas", "Gas")))).isFalse();
        assertThat(menu.group("gulf")).contains(RegionGroup.of("gulf", "The Gulf", Region.of("QA", "Qatar")));
        assertThat(menu.group("empty")).isEmpty();
        assertThat(menu.group("none")).isEmpty();
    }
}
