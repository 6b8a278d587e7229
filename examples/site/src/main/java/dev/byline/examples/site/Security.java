package dev.byline.examples.site;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.NullRequestCache;

/** Who may do what, and what browsers may do with the site's pages. */
@Configuration(proxyBeanMethods = false)
class Security {
    /** No inline script or style: what runs and how it looks comes from the site's own files. */
    private static final String CONTENT =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' http: https:;"
                    + " media-src 'self' https:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none';"
                    + " manifest-src 'self'";

    @Bean
    SecurityFilterChain chain(HttpSecurity http, WrongPasswords wrong) throws Exception {
        // The token lives in a cookie that no script reads, so that readers need no session.
        CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
        tokens.setCookieCustomizer(cookie -> cookie.sameSite("Lax").httpOnly(true));
        return http.authorizeHttpRequests(requests -> requests.requestMatchers("/moderate/**", "/moderate")
                        .hasRole("MODERATOR")
                        .anyRequest()
                        .permitAll())
                .addFilterBefore(wrong::guard, UsernamePasswordAuthenticationFilter.class)
                // Who has not signed in gets no session, in which what was asked for would be kept.
                .requestCache(cache -> cache.requestCache(new NullRequestCache()))
                .formLogin(form -> form.loginPage("/login").defaultSuccessUrl("/moderate"))
                .logout(logout -> logout.logoutSuccessUrl("/"))
                // A beacon's page may come from a cache and has no token; where it came from is checked instead.
                .csrf(csrf -> csrf.csrfTokenRepository(tokens).ignoringRequestMatchers("/beacon"))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.STRICT_ORIGIN_WHEN_CROSS_ORIGIN)))
                .build();
    }

    @Bean
    PasswordEncoder passwords() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }
}
