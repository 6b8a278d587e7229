package dev.byline.examples.site;

import dev.byline.comment.CommentContext.Account;
import dev.byline.comment.CommentContext.Role;
import java.security.SecureRandom;
import java.util.Base64;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Who may sign in. There is one moderator, whose password is a property's, else made up and printed at the first start. */
@Component
class Members implements UserDetailsService, InitializingBean {
    private static final Logger LOG = LoggerFactory.getLogger(Members.class);
    private static final int PASSWORD_BYTES = 12;

    private final JdbcClient db;
    private final PasswordEncoder encoder;
    private final String password;

    Members(JdbcClient db, PasswordEncoder encoder, @Value("${byline.moderator-password:}") String password) {
        this.db = db;
        this.encoder = encoder;
        this.password = password;
    }

    @Override
    public void afterPropertiesSet() {
        if (db.sql("select count(*) from member").query(Integer.class).single() > 0) {
            if (!password.isEmpty()) {
                db.sql("update member set password = ? where id = 'moderator'")
                        .param(encoder.encode(password))
                        .update();
            }
            return;
        }
        String chosen = password;
        if (chosen.isEmpty()) {
            byte[] random = new byte[PASSWORD_BYTES];
            new SecureRandom().nextBytes(random);
            chosen = Base64.getUrlEncoder().encodeToString(random);
            LOG.info("sign in at /login as \"moderator\" with the password {}", chosen);
        }
        db.sql("insert into member (id, name, email, password, role) values (?, ?, ?, ?, ?)")
                .params("moderator", "The moderator", "", encoder.encode(chosen), Role.MODERATOR.name())
                .update();
    }

    /** The account that a comment is sent by. */
    Account account(String id) {
        return db.sql("select id, name, email, role from member where id = ?")
                .param(id)
                .query((row, number) -> new Account(
                        row.getString("id"),
                        row.getString("name"),
                        row.getString("email"),
                        "",
                        Role.valueOf(row.getString("role"))))
                .single();
    }

    boolean isMembersEmail(String email) {
        return db.sql("select count(*) from member where lower(email) = lower(?)")
                        .param(email)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    @Override
    public UserDetails loadUserByUsername(String name) {
        return db.sql("select id, password, role from member where id = ?")
                .param(name)
                .query((row, number) -> User.withUsername(row.getString("id"))
                        .password(row.getString("password"))
                        .roles(row.getString("role"))
                        .build())
                .optional()
                .orElseThrow(() -> new UsernameNotFoundException("nobody by that name"));
    }
}
