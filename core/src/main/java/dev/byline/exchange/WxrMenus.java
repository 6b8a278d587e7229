package dev.byline.exchange;

import dev.byline.exchange.Item.Navigation;
import dev.byline.taxonomy.Menu;
import dev.byline.taxonomy.MenuTarget;
import dev.byline.taxonomy.Region;
import dev.byline.taxonomy.Section;
import dev.byline.taxonomy.Tag;
import dev.byline.taxonomy.Term;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The menus of a WXR file, put together from their items.
 *
 * <p>The items of a menu stand in the order of their {@code menu_order}, then of their ids, each below its parent if
 * that is in the same menu and at the top otherwise. An item whose target the file does not hold is left out, and what
 * is below it takes its place.
 */
final class WxrMenus {
    /** An article or page that a menu may lead to. */
    record Post(String slug, String title) {}

    /** Tells the posts that menus lead to. */
    interface Posts {
        @Nullable
        Post page(long id);

        @Nullable
        Post article(long id);
    }

    private record Line(String document, WxrItem item, long id, long order) {}

    private final Map<String, List<Line>> menus = new TreeMap<>();
    private final Set<Long> wanted = new HashSet<>();

    /** Takes an item of a menu. */
    void add(String document, String menu, WxrItem item, long id) {
        Line line = new Line(document, item, id, number(item.menuOrder));
        menus.computeIfAbsent(menu, key -> new ArrayList<>()).add(line);
        if (item.menu.type.equals("post_type")) {
            wanted.add(number(item.menu.objectId));
        }
    }

    /** Whether a menu leads to the post with this id. */
    boolean wants(long id) {
        return wanted.contains(id);
    }

    /** Gives the menus in the order of their keys. */
    void build(WxrTerms terms, Posts posts, String home, Tally tally, Consumer<? super Item> items) {
        for (Map.Entry<String, List<Line>> entry : menus.entrySet()) {
            Builder builder = new Builder(terms, posts, home, tally);
            List<Menu.Entry> entries = builder.entries(entry.getValue());
            if (!entries.isEmpty()) {
                Menu menu = new Menu(entry.getKey(), terms.menuName(entry.getKey()), entries);
                tally.count(Counted.MENUS);
                tally.count(Counted.MENU_ENTRIES, menu.size());
                items.accept(new Navigation(menu));
            }
        }
    }

    private static long number(String text) {
        Long number = WxrIndex.number(text);
        return number == null ? 0 : number;
    }

    /** Builds one menu. */
    private static final class Builder {
        private final WxrTerms terms;
        private final Posts posts;
        private final String home;
        private final Tally tally;
        private final Map<Long, List<Line>> below = new HashMap<>();

        Builder(WxrTerms terms, Posts posts, String home, Tally tally) {
            this.terms = terms;
            this.posts = posts;
            this.home = home;
            this.tally = tally;
        }

        /** One item on its way down and up again. */
        private record Step(Line line, int level, List<Menu.Entry> into, List<Menu.Entry> inside) {}

        List<Menu.Entry> entries(List<Line> lines) {
            List<Line> sorted = new ArrayList<>(lines);
            sorted.sort(Comparator.comparingLong(Line::order).thenComparingLong(Line::id));
            Set<Long> ids = new HashSet<>();
            for (Iterator<Line> all = sorted.iterator(); all.hasNext(); ) {
                Line line = all.next();
                if (!ids.add(line.id())) {
                    problem(line, "stands twice in its menu");
                    all.remove();
                }
            }
            List<Line> top = new ArrayList<>();
            for (Line line : sorted) {
                long parent = number(line.item().menu.parent);
                boolean inside = parent != 0 && ids.contains(parent);
                (inside ? below.computeIfAbsent(parent, key -> new ArrayList<>()) : top).add(line);
            }
            List<Menu.Entry> entries = new ArrayList<>();
            int reached = walk(top, entries);
            if (reached < sorted.size()) {
                tally.leaveOut(
                        sorted.get(0).document(),
                        0,
                        "menu",
                        (sorted.size() - reached) + " items lie inside each other in a circle");
            }
            return entries;
        }

        // Down the tree without recursion; an entry is made on the way up, when what is below it is known.
        private int walk(List<Line> top, List<Menu.Entry> entries) {
            Deque<Step> down = new ArrayDeque<>();
            Deque<Step> up = new ArrayDeque<>();
            push(top, 1, entries, down);
            int reached = 0;
            while (!down.isEmpty() || !up.isEmpty()) {
                Step open = up.peek();
                Step next = down.peek();
                if (open != null && (next == null || next.into() != open.inside())) {
                    close(up.pop());
                    continue;
                }
                Step step = down.pop();
                reached++;
                up.push(step);
                push(below.getOrDefault(step.line().id(), List.of()), step.level() + 1, step.inside(), down);
            }
            return reached;
        }

        private static void push(List<Line> lines, int level, List<Menu.Entry> into, Deque<Step> down) {
            for (int i = lines.size() - 1; i >= 0; i--) {
                down.push(new Step(lines.get(i), level, into, new ArrayList<>()));
            }
        }

        private void close(Step step) {
            WxrItem item = step.line().item();
            if (step.level() > Menu.MOST_LEVELS) {
                problem(step.line(), "lies deeper than " + Menu.MOST_LEVELS + " levels");
                return;
            }
            Destination destination = destination(item);
            if (destination == null) {
                problem(
                        step.line(),
                        "leads to " + item.menu.object + " " + Tally.quote(item.menu.objectId)
                                + ", which the file does not hold");
                step.into().addAll(step.inside());
                return;
            }
            String label = WxrSlugs.plain(item.title);
            step.into()
                    .add(new Menu.Entry(
                            label.isEmpty() ? destination.name() : label, destination.target(), step.inside()));
        }

        private void problem(Line line, String message) {
            tally.leaveOut(line.document(), line.item().line, "menu item " + line.id(), message);
        }

        private record Destination(MenuTarget target, String name) {}

        private @Nullable Destination destination(WxrItem item) {
            WxrItem.Menu menu = item.menu;
            switch (menu.type) {
                case "taxonomy" -> {
                    return taxonomy(menu).map(Builder::destination).orElse(null);
                }
                case "post_type" -> {
                    Long id = WxrIndex.number(menu.objectId);
                    Post page = id == null ? null : posts.page(id);
                    if (page != null) {
                        return new Destination(MenuTarget.page(page.slug()), page.title());
                    }
                    Post article = id == null ? null : posts.article(id);
                    return article == null
                            ? null
                            : new Destination(MenuTarget.article(article.slug()), article.title());
                }
                default -> {
                    if (menu.url.isBlank()) {
                        return null;
                    }
                    boolean front = menu.url.equals(home) || menu.url.equals(home + "/");
                    return new Destination(front ? MenuTarget.home() : MenuTarget.url(menu.url), menu.url);
                }
            }
        }

        private Optional<? extends Term> taxonomy(WxrItem.Menu menu) {
            return switch (menu.object) {
                case "category" -> terms.categoryById(menu.objectId);
                case "post_tag" -> terms.tagById(menu.objectId);
                default -> Optional.empty();
            };
        }

        private static Destination destination(Term term) {
            if (term instanceof Region) {
                return new Destination(MenuTarget.region(term.key()), term.name());
            }
            if (term instanceof Section) {
                return new Destination(MenuTarget.section(term.key()), term.name());
            }
            return new Destination(MenuTarget.tag(((Tag) term).key()), term.name());
        }
    }
}
