package dev.byline.examples.site;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.byline.ranking.audience.Origin;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.event.AuthenticationFailureBadCredentialsEvent;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets nobody try passwords for long: after five wrong ones a network waits for ten minutes. */
@Component
@Order(-200) // Before Spring Security's own filters.
class WrongPasswords extends OncePerRequestFilter {
    private static final int MOST = 5;

    private final Cache<String, Integer> wrong = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofMinutes(10))
            .maximumSize(10_000)
            .build();

    @EventListener
    void count(AuthenticationFailureBadCredentialsEvent failure) {
        if (failure.getAuthentication().getDetails() instanceof WebAuthenticationDetails from) {
            wrong.asMap().merge(Origin.source(from.getRemoteAddress()), 1, Integer::sum);
        }
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean tries =
                request.getMethod().equals("POST") && request.getRequestURI().equals("/login");
        Integer failures = tries ? wrong.getIfPresent(Origin.source(request.getRemoteAddr())) : null;
        if (failures != null && failures >= MOST) {
            response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
        } else {
            chain.doFilter(request, response);
        }
    }
}
