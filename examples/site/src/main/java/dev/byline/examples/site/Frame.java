package dev.byline.examples.site;

import dev.byline.article.*;
import dev.byline.ranking.popular.Counts;
import dev.byline.ranking.popular.PopularArticles;
import dev.byline.ranking.popular.Window;
import dev.byline.score.Ranked;
import dev.byline.taxonomy.Menu;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import org.springframework.web.servlet.view.RedirectView;

/**
 * What stands around every page: name, menus, the site's own pages, and the popular posts; and for how long caches may keep
 * pages that are everybody's.
 */
@ControllerAdvice
public record Frame(Publication publication, Notes notes, PopularArticles popular, Print print, InstantSource clock)
        implements WebMvcConfigurer, HandlerInterceptor {
    private static final Logger LOG = LoggerFactory.getLogger(Frame.class);
    private static final int POPULAR = 5;

    /** What is the same for all readers; a minute is how long a withdrawn article may stay in a cache before the site. */
    private static final Set<String> EVERYBODYS =
            Set.of("article", "home", "listing", "archive", "page", "popular", "parts :: popular");

    static final String MINUTE = "public, max-age=0, s-maxage=60";

    /**
     * The block of popular posts.
     *
     * @param window the code of the chosen window
     * @param shares what all time holds of each post
     */
    public record Popular(String window, List<Ranked<ArticleSummary>> posts, Map<ArticleId, Counts> shares) {
        /** How often a post was passed on. */
        public long shares(ArticleSummary post) {
            return shares.getOrDefault(post.id(), Counts.NONE).allShares();
        }
    }

    /** Puts what every template uses into its model. */
    @ModelAttribute
    public void frame(Model model, HttpServletRequest http) {
        model.addAttribute("print", print);
        model.addAttribute("publication", publication);
        Menu main = notes.mainMenu();
        model.addAttribute("menu", main);
        model.addAttribute(
                "moreMenus",
                notes.all(Menu.class).stream()
                        .filter(menu ->
                                !menu.key().equals(main.key()) && !menu.key().equals("footer"))
                        .toList());
        model.addAttribute(
                "pages",
                (publication.pages().isEmpty()
                                ? notes.all(StaticPage.class).stream()
                                : publication.pages().stream()
                                        .flatMap(slug -> notes.find(StaticPage.class, slug).stream()))
                        .filter(page -> page.isPublic(clock.instant()))
                        .toList());
        model.addAttribute("moderator", Reader.member());
        model.addAttribute("here", http.getRequestURI());
        model.addAttribute("today", print.day(clock.instant()));
    }

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(this);
    }

    /** Browsers ask again each time; caches that many readers share keep a page for a minute. A moderator's has more on it. */
    @Override
    public void postHandle(
            HttpServletRequest http, HttpServletResponse response, Object handler, @Nullable ModelAndView view) {
        if (view != null && EVERYBODYS.contains(String.valueOf(view.getViewName())) && Reader.member() == null) {
            response.setHeader(HttpHeaders.CACHE_CONTROL, MINUTE);
        }
    }

    /** What no route and no file has: an address from before the site was here, or none. */
    @ExceptionHandler(NoResourceFoundException.class)
    @Nullable
    RedirectView elsewhere(HttpServletRequest http, HttpServletResponse response) throws IOException {
        Optional<String> moved = notes.moved(http.getRequestURI());
        if (moved.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
        return moved.map(FrontController::redirect).orElse(null);
    }

    /** An id, a key or a page that can't be is what somebody made up, and no fault of the machine. */
    @ExceptionHandler({IllegalArgumentException.class, InvalidParameterException.class})
    void refuse(RuntimeException madeUp, HttpServletResponse response) throws IOException {
        LOG.debug("refused", madeUp);
        response.sendError(
                madeUp instanceof InvalidParameterException
                        ? HttpServletResponse.SC_BAD_REQUEST
                        : HttpServletResponse.SC_NOT_FOUND);
    }

    /** The popular posts of a window that a reader chose: today, 7d, 30d or all. */
    Popular popular(@Nullable String window) {
        String code = window != null && List.of("today", "7d", "30d", "all").contains(window) ? window : "7d";
        Window chosen = Window.parse(code, publication.zone()).orElseGet(() -> Window.last(Duration.ofDays(7)));
        List<Ranked<ArticleSummary>> top = popular.top(POPULAR, chosen);
        return new Popular(
                code,
                top,
                popular.shares(top.stream().map(post -> post.item().id()).toList()));
    }
}
