package dev.byline.comment;

import dev.byline.article.Listed;
import dev.byline.comment.CommentContext.Account;
import dev.byline.comment.CommentContext.Role;
import dev.byline.comment.KeyList.Field;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

    final FormToken token;

    /** The comments above a reply, the one replied to first; empty for one on the article itself. */
    final List<Comment> above;

    private final Map<Field, WordViews> views = new EnumMap<>(Field.class);
    private @Nullable WordViews raw;
    private CommentHistory.@Nullable Standing standing;

    Submission(
            CommentRules rules, CommentDraft draft, CommentContext context, @Nullable FormTokens tokens, Instant now) {
        this.rules = rules;
        this.draft = draft;
        this.context = context;
        this.now = now;
        CommentContext.Edit edit = context.edit();
        CommentContext.Edit others = edit != null && isModerator() && !isOwn(edit) ? edit : null;
        Account account = others == null ? context.account() : null;
        Sender from = others == null ? context.sender() : others.author();
        if (others != null) {
            // A moderator mends what somebody else said, who goes on saying it.
            sentName = others.comment().name();
            sentUrl = others.comment().url();
            sentEmail = from.email();
        } else if (account != null) {
            String named = account.name().isBlank() ? draft.name() : account.name();
            sentName = CommentDraft.trimmed(CommentMarkup.withoutTags(named));
            sentUrl = account.url();
            sentEmail = account.email();
        } else {
            sentName = CommentDraft.trimmed(CommentMarkup.withoutTags(draft.name()));
            sentUrl = draft.url();
            sentEmail = from.member().isEmpty() ? draft.email() : from.email();
        }
        name = Legible.line(sentName);
        url = Links.site(sentUrl);
        text = CommentMarkup.read(draft.text());
        boolean usable = CommentEmail.Check.isAddress(sentEmail);
        sender = new Sender(
                usable ? sentEmail : "", from.ip(), from.agent(), account == null ? from.member() : account.id());
        token = FormToken.of(tokens, context, sender);
        above = edit == null && draft.parent() != null ? above(context) : List.of();
    }

    /** Parents may lead in a circle, which has no top. */
    private static List<Comment> above(CommentContext context) {
        Comment parent = context.parent();
        if (parent == null) {
            return List.of();
        }
        List<Comment> above = new ArrayList<>(context.above().size() + 1);
        Set<CommentId> met = new HashSet<>();
        above.add(parent);
        met.add(parent.id());
        for (Comment comment : context.above()) {
            if (!met.add(comment.id())) {
                break;
            }
            above.add(comment);
        }
        return above;
    }

    /** The comment to store it under. */
    @Nullable
    CommentId parent() {
        if (context.edit() != null) {
            return context.edit().comment().parent();
        }
        int levels = rules.replies().levels();
        int tooDeep = above.size() + 1 - levels;
        boolean moved = rules.replies().tooDeep() == ReplyRules.TooDeep.MOVE && levels > 0 && tooDeep > 0;
        if (!moved) {
            return draft.parent();
        }
        return levels == 1 ? null : above.get(tooDeep).id();
    }

    /** Whether the name was not typed by whoever sends this. */
    boolean isNameVouched() {
        Account account = context.account();
        return account != null && (!account.name().isBlank() || (context.edit() != null && !isOwn(context.edit())));
    }

    private boolean isOwn(CommentContext.Edit edit) {
        Account account = context.account();
        return edit.author().member().equals(account == null ? context.sender().member() : account.id());
    }

    boolean signedIn() {
        return context.account() != null || !context.sender().member().isEmpty();
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

    /** What is known of the sender; asked at most once. */
    CommentHistory.Standing standing(CommentHistory history) {
        CommentHistory.Standing found = standing;
        if (found == null) {
            found = history.standing(name, sender);
            standing = found;
        }
        return found;
    }

    /** The views of a field that word lists look at. */
    WordViews views(Field field) {
        return views.computeIfAbsent(field, f -> WordViews.of(read(f)));
    }

    /** The views of the text as it was sent, in which a tag may hide a word. */
    WordViews raw() {
        WordViews found = raw;
        if (found == null) {
            found = WordViews.of(draft.text());
            raw = found;
        }
        return found;
    }

    private String read(Field field) {
        return switch (field) {
            case NAME -> name;
            case EMAIL -> sentEmail;
            case URL -> sentUrl;
            case TEXT -> seen();
            case IP -> sender.ip();
            case AGENT -> sender.agent();
        };
    }

    /** What a reader sees of the text, then each on its own line what stays in its tags. */
    private String seen() {
        if (text.targets().isEmpty() && text.remarks().isEmpty()) {
            return text.plain();
        }
        StringBuilder seen = new StringBuilder(text.plain());
        text.targets().forEach(target -> seen.append('\n').append(target));
        text.remarks().forEach(remark -> seen.append('\n').append(remark));
        return seen.toString();
    }

    @Override
    public String toString() {
        return "Submission[" + draft + ", " + context + "]";
    }
}
