package dev.byline.examples.site;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.byline.ranking.audience.Origin;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** Lets nobody try passwords for long: after five wrong ones a network waits for ten minutes. */
@Component
class WrongPasswords {
    private static final int MOST = 5;

    private final Cache<String, Integer> tried = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofMinutes(10))
            .maximumSize(10_000)
            .build();

    /** Counts before the password is looked at, so that many at once are no way around it. */
    void guard(ServletRequest asked, ServletResponse answer, FilterChain chain) throws IOException, ServletException {
        HttpServletRequest http = (HttpServletRequest) asked;
        String network = Origin.source(http.getRemoteAddr());
        // The path as it is matched, however it was written.
        boolean tries = http.getMethod().equals("POST") && http.getServletPath().equals("/login");
        if (tries && (tried.get(network, first -> 0) >= MOST || tried.asMap().merge(network, 1, Integer::sum) > MOST)) {
            ((HttpServletResponse) answer).sendError(HttpStatus.TOO_MANY_REQUESTS.value());
        } else {
            chain.doFilter(asked, answer);
        }
    }

    @EventListener
    void forget(AuthenticationSuccessEvent success) {
        if (success.getAuthentication().getDetails() instanceof WebAuthenticationDetails from) {
            tried.invalidate(Origin.source(from.getRemoteAddress()));
        }
    }
}
