package dev.byline.examples.site;

import dev.byline.article.*;
import dev.byline.publish.*;
import dev.byline.taxonomy.*;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.util.*;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.view.RedirectView;

/** The front page and every listing. */
@Controller
record FrontController(
        ArticleStore store,
        Notes notes,
        Frame frame,
        Addresses addresses,
        Publication publication,
        InstantSource clock) {
    private static final int FRONT = 9;
    private static final int BLOCK = 4;
    private static final int BLOCKS = 5;

    /**
     * A listing's own: what it is, its name where no article prints another, and its address.
     *
     * @param known asked where it has no article: whether it is a page all the same
     */
    private record Place(String kind, String name, String address, BooleanSupplier known) {}

    /** Articles of one section on the front page. */
    record Block(Section section, List<ArticleSummary> posts) {}

    @GetMapping("/")
    String home(Model model) {
        Instant now = clock.instant();
        List<ArticleSummary> newest =
                store.page(ArchiveQuery.at(now).limit(FRONT)).articles();
        // At most five blocks, so that the page costs eight calls of the store, the popular posts' two among them.
        List<Block> blocks = new ArrayList<>();
        Set<ArticleId> shown = newest.stream().map(ArticleSummary::id).collect(Collectors.toCollection(HashSet::new));
        for (Section section : sections(now)) {
            ArchiveQuery query = ArchiveQuery.at(now).section(section.key()).limit(3 * BLOCK);
            List<ArticleSummary> posts = store.page(query).articles().stream()
                    .filter(post -> !shown.contains(post.id()))
                    .limit(BLOCK)
                    .toList();
            posts.forEach(post -> shown.add(post.id()));
            Section named = posts.stream()
                    .flatMap(post -> post.sections().stream())
                    .filter(own -> own.key().equals(section.key()))
                    .findFirst()
                    .orElse(section);
            blocks.add(new Block(named, posts));
        }
        blocks.removeIf(block -> block.posts().isEmpty());
        model.addAttribute("newest", newest);
        model.addAttribute("blocks", blocks);
        model.addAttribute("popular", frame.popular(null));
        return "home";
    }

    /** The address by which an article is known for ever. */
    @GetMapping(value = "/", params = "p")
    RedirectView permanent(@RequestParam String p) {
        if (p.isBlank()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return store.summaries(List.of(ArticleId.of(p))).stream()
                .filter(article -> article.isPublic(clock.instant()))
                .map(article -> redirect(addresses.article(article)))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    static RedirectView redirect(String address) {
        RedirectView view = new RedirectView(address);
        view.setStatusCode(HttpStatus.MOVED_PERMANENTLY);
        view.setExposeModelAttributes(false);
        return view;
    }

    /** Those of the menus, else those with the most articles. */
    private List<Section> sections(Instant now) {
        List<Section> named = sections(notes.all(Menu.class));
        return named.isEmpty()
                ? sections(List.of(LargestTerms.menu("main", "Main menu", "Home", store, now, BLOCKS)))
                : named;
    }

    private static List<Section> sections(List<Menu> menus) {
        return menus.stream()
                .flatMap(menu -> menu.entries().stream())
                .filter(entry -> entry.target().kind() == MenuTarget.Kind.SECTION)
                .map(entry -> Section.of(entry.target().key(), entry.label()))
                .distinct()
                .limit(BLOCKS)
                .toList();
    }

    @GetMapping("/region/{key}")
    String region(@PathVariable String key, @RequestParam(required = false) String after, Model model) {
        Region region = Region.of(key);
        return listing("Region", region, query -> query.in(region), after, model);
    }

    @GetMapping("/section/{key}")
    String section(@PathVariable String key, @RequestParam(required = false) String after, Model model) {
        return listing("Section", Section.of(key, key), query -> query.section(key), after, model);
    }

    @GetMapping("/tag/{key}")
    String tag(@PathVariable String key, @RequestParam(required = false) String after, Model model) {
        return listing("Tag", Tag.of(key, key), query -> query.tag(key), after, model);
    }

    @GetMapping("/group/{key}")
    String group(@PathVariable String key, @RequestParam(required = false) String after, Model model) {
        RegionGroup group = notes.group(key).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Place place = new Place("Regions", group.name(), addresses.group(key), () -> true);
        return listing(place, post -> Optional.empty(), query -> query.in(group), after, model);
    }

    @GetMapping("/author/{slug}")
    String author(@PathVariable String slug, @RequestParam(required = false) String after, Model model) {
        Author author = notes.author(Author.of(slug, slug));
        model.addAttribute("author", author);
        BooleanSupplier known = () -> notes.find(Author.class, slug).isPresent();
        return listing(
                new Place("Author", author.name(), addresses.author(author), known),
                post -> post.authors().stream()
                        .filter(one -> one.slug().equals(slug))
                        .map(one -> notes.author(one).name())
                        .findFirst(),
                query -> query.author(slug),
                after,
                model);
    }

    @GetMapping("/month/{month:[0-9]{4}-[0-9]{2}}")
    String month(@PathVariable String month, @RequestParam(required = false) String after, Model model) {
        YearMonth asked;
        try {
            asked = YearMonth.parse(month);
        } catch (DateTimeException noMonth) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, null, noMonth);
        }
        Place place = new Place("Archive", frame.print().month(month), "/month/" + asked, () -> false);
        return listing(place, post -> Optional.empty(), query -> query.month(asked, publication.zone()), after, model);
    }

    /** The months that have articles. */
    @GetMapping("/archive")
    String archive(Model model) {
        model.addAttribute("months", store.counts(ArticleStore.By.MONTH, clock.instant()));
        model.addAttribute("popular", frame.popular(null));
        return "archive";
    }

    /** The popular posts of another window: the block alone for a script that asks, else a page. */
    @GetMapping("/popular")
    String popular(
            @RequestParam(required = false) String window, @RequestParam(required = false) boolean block, Model model) {
        model.addAttribute("popular", frame.popular(window));
        return block ? "parts :: popular" : "popular";
    }

    /** A term's listing, under the name that the articles in it print. */
    private String listing(
            String kind, Term term, Function<ArchiveQuery, ArchiveQuery> filter, @Nullable String after, Model model) {
        Function<ArticleSummary, Optional<String>> printed = post -> Stream.concat(
                        Stream.<Term>concat(post.regions().stream(), post.sections().stream()), post.tags().stream())
                .filter(own -> own.getClass() == term.getClass() && own.key().equals(term.key()))
                .map(Term::name)
                .findFirst();
        BooleanSupplier known = () -> notes.leadsTo(MenuTarget.of(term));
        Place place = new Place(kind, term.name(), addresses.term(term), known);
        return listing(place, printed, filter, after, model);
    }

    private String listing(
            Place place,
            Function<ArticleSummary, Optional<String>> printed,
            Function<ArchiveQuery, ArchiveQuery> filter,
            @Nullable String after,
            Model model) {
        ArchiveQuery whole = filter.apply(ArchiveQuery.at(clock.instant()));
        ArchiveCursor cursor = after == null ? null : ArchiveCursor.parse(after).orElse(null);
        ArchivePage page = store.page(whole.after(cursor));
        long total = store.count(whole);
        if (total == 0 && !place.known().getAsBoolean()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        model.addAttribute("kind", place.kind());
        model.addAttribute(
                "title",
                page.articles().stream()
                        .flatMap(post -> printed.apply(post).stream())
                        .findFirst()
                        .orElse(place.name()));
        model.addAttribute("total", total);
        model.addAttribute("posts", page.articles());
        model.addAttribute("address", place.address());
        model.addAttribute("first", cursor == null);
        model.addAttribute("next", page.next());
        model.addAttribute("popular", frame.popular(null));
        return "listing";
    }
}
