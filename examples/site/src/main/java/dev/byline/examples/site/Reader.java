package dev.byline.examples.site;

import dev.byline.comment.Sender;
import dev.byline.ranking.audience.Origin;
import dev.byline.ranking.audience.Request;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.util.WebUtils;

/** Who asks, as far as counting and comments need to know; nobody gets a cookie who doesn't comment. */
final class Reader {
    private static final String COOKIE = "byline_writer";
    private static final int LONGEST_AGENT = 500;

    private Reader() {}

    /** The network address: the servlet container has asked the proxies that it trusts, and no others. */
    static Origin origin(HttpServletRequest http) {
        return Origin.of(http.getRemoteAddr(), http.getHeader(HttpHeaders.USER_AGENT));
    }

    /** The request as Byline's audience wants to see it. */
    static Request request(HttpServletRequest http) {
        return Request.of(http.getMethod(), 200, http::getHeader, member() == null ? Set.of() : Set.of("editor"));
    }

    /** Who sends a comment. */
    static Sender sender(HttpServletRequest http, String email) {
        String agent = http.getHeader(HttpHeaders.USER_AGENT);
        String member = member();
        return new Sender(
                email,
                http.getRemoteAddr(),
                agent == null ? "" : agent.substring(0, Math.min(agent.length(), LONGEST_AGENT)),
                member == null ? "" : member);
    }

    /** The id of the member who is signed in, or null. */
    static @Nullable String member() {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        if (who == null) {
            return null;
        }
        boolean signedIn = who.getAuthorities().stream().anyMatch(role -> "ROLE_MODERATOR".equals(role.getAuthority()));
        return signedIn ? who.getName() : null;
    }

    /** What tells whether this browser wrote a comment: a hash of its cookie; empty where it has none. */
    static String author(HttpServletRequest http) {
        Cookie cookie = WebUtils.getCookie(http, COOKIE);
        return cookie == null ? "" : hash(cookie.getValue());
    }

    /** The same for one that sends a comment and so gets a cookie. */
    static String author(HttpServletRequest http, HttpServletResponse response) {
        String known = author(http);
        if (!known.isEmpty()) {
            return known;
        }
        String made = UUID.randomUUID().toString();
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(COOKIE, made)
                        .path("/")
                        .httpOnly(true)
                        .secure(http.isSecure())
                        .sameSite("Lax")
                        .maxAge(Duration.ofDays(90))
                        .build()
                        .toString());
        return hash(made);
    }

    private static String hash(String value) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
