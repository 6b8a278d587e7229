package dev.byline.examples.cli;

import dev.byline.taxonomy.Menu;
import dev.byline.taxonomy.MenuTarget;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows the site's menus. */
@Command(name = "menu", mixinStandardHelpOptions = true, description = "Shows the site's menus.")
final class MenuCommand extends SiteCommand {
    @Parameters(arity = "0..1", paramLabel = "KEY", description = "The key of one menu; all of them if not given.")
    @Nullable
    String key;

    @Override
    int run(Path folder) {
        try (Newsroom newsroom = Newsroom.read(folder, clock())) {
            List<Menu> menus = key == null
                    ? newsroom.site().menus()
                    : List.of(newsroom.site()
                            .menu(key)
                            .orElseThrow(() -> new Refusal("there is no menu \"" + key + "\"; the site has "
                                    + newsroom.site().menus().stream()
                                            .map(Menu::key)
                                            .toList())));
            if (json) {
                terminal().json(menus);
            } else {
                menus.forEach(this::print);
            }
            return Byline.DONE;
        }
    }

    private void print(Menu menu) {
        terminal().line(menu.name() + " (" + menu.key() + ", " + PageText.count(menu.size(), "item") + ")");
        print(menu.entries(), "  ");
        terminal().line();
    }

    // Menu.MOST_LEVELS bounds the depth.
    private void print(List<Menu.Entry> entries, String indent) {
        for (Menu.Entry entry : entries) {
            terminal().line(indent + entry.label() + "  → " + target(entry.target()));
            print(entry.entries(), indent + "  ");
        }
    }

    private static String target(MenuTarget target) {
        return target.kind() == MenuTarget.Kind.URL
                ? target.key()
                : (target.kind().name().toLowerCase(Locale.ROOT) + " " + target.key()).strip();
    }
}
