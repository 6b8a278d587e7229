package dev.byline.comment;

import dev.byline.article.Listed;
import dev.byline.comment.CommentContext.Account;
import dev.byline.comment.CommentContext.Role;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A draft under review with all that the rules read of it. Holds personal data. */
final class Submission {
    final CommentRules rules;
    final CommentDraft draft;
    final CommentContext context;
    final Instant now;

    /** Name, email and address as they came, from the form or from the account. */
    final String sentName;

    final String sentEmail;
    final String sentUrl;

    /** As they may be stored; the address is absent where it is unsafe. */
    final String name;

    final Optional<String> url;
    final CommentMarkup.Result text;

    /** Who sends, with the email that counts. */
    final Sender sender;

    private @Nullable Map<String, String> views;

    Submission(CommentRules rules, CommentDraft draft, CommentContext context, Instant now) {
        this.rules = rules;
        this.draft = draft;
        this.context = context;
        this.now = now;
        Account account = context.account();
        Sender from = context.sender();
        sentName = CommentDraft.trimmed(
                CommentMarkup.withoutTags(account == null || account.name().isBlank() ? draft.name() : account.name()));
        sentUrl = account == null ? draft.url() : account.url();
        sentEmail = account != null
                ? account.email()
                : !from.member().isEmpty() && !from.email().isEmpty() ? from.email() : draft.email();
        name = Legible.line(sentName);
        url = Links.site(sentUrl);
        text = CommentMarkup.read(draft.text());
        boolean usable = CommentEmail.Check.isAddress(sentEmail);
        sender = new Sender(
                usable ? sentEmail : "", from.ip(), from.agent(), account == null ? from.member() : account.id());
    }

    boolean signedIn() {
        return !sender.member().isEmpty();
    }

    boolean isModerator() {
        return has(Role.MODERATOR);
    }

    boolean isStaff() {
        return has(Role.MODERATOR) || has(Role.AUTHOR);
    }

    private boolean has(Role role) {
        Account account = context.account();
        return account != null && account.role() == role;
    }

    /** Whether everybody may know that the article exists: it is public, or would be with its password. */
    boolean isArticleKnown() {
        Listed article = context.article();
        return article != null && (article.isPublic(now) || GateRules.asksForPassword(article, now));
    }

    /** The views that word lists look at, by field, in the order of the form. */
    Map<String, String> views() {
        Map<String, String> found = views;
        if (found == null) {
            found = new LinkedHashMap<>();
            found.put("name", WordView.of(name));
            found.put("email", WordView.of(sentEmail));
            found.put("url", WordView.of(sentUrl));
            found.put("text", WordView.of(text.plain() + "\n" + String.join("\n", text.targets())));
            found.put("ip", WordView.of(sender.ip()));
            found.put("agent", WordView.of(sender.agent()));
            views = found;
        }
        return found;
    }

    @Override
    public String toString() {
        return "Submission[" + draft + ", " + context + "]";
    }
}
