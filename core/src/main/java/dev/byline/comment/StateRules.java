package dev.byline.comment;

import dev.byline.comment.CommentDecision.Finding;
import dev.byline.comment.CommentHistory.Standing;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** In which state a comment is kept; each answers null where it has nothing to say. */
final class StateRules {
    private StateRules() {}

    /** C-20: the article's author and moderators are approved. */
    static @Nullable Finding staff(Submission comment) {
        return comment.isStaff()
                ? Finding.of("C-20", CommentState.APPROVED, "", "sent by the author or a moderator")
                : null;
    }

    /** C-21: every comment waits where the site says so. */
    static @Nullable Finding all(Submission comment) {
        return comment.rules.holdAll()
                ? Finding.of("C-21", CommentState.HELD, "", "every comment waits for a moderator")
                : null;
    }

    /** C-22: a text with many links waits. */
    static @Nullable Finding links(Submission comment) {
        return links(comment, "C-22", comment.rules.links().holdAt(), CommentState.HELD);
    }

    /** C-19: one with very many is spam. */
    static @Nullable Finding manyLinks(Submission comment) {
        return links(comment, "C-19", comment.rules.links().spamAt(), CommentState.SPAM);
    }

    /** C-29: one of a newcomer waits with fewer. */
    static @Nullable Finding newcomersLinks(Submission comment, CommentHistory history) {
        int most = comment.rules.links().newcomersHoldAt();
        return most == 0 || comment.standing(history).approved() > 0
                ? null
                : links(comment, "C-29", most, CommentState.HELD);
    }

    /** C-56: a comment that leads to a denied host is spam. */
    static @Nullable Finding deniedHosts(Submission comment) {
        List<String> denied = comment.rules.links().denied();
        if (denied.isEmpty()) {
            return null;
        }
        if (Links.isUnder(Links.host(comment.url.orElse("")), denied)) {
            return Finding.of("C-56", CommentState.SPAM, "url", "leads to a denied host");
        }
        boolean found = comment.text.links().stream().anyMatch(link -> Links.isUnder(Links.host(link), denied));
        return found ? Finding.of("C-56", CommentState.SPAM, "text", "leads to a denied host") : null;
    }

    private static @Nullable Finding links(Submission comment, String rule, int most, CommentState state) {
        if (most == 0) {
            return null;
        }
        int links = count(comment);
        String verb = state == CommentState.HELD ? "it waits" : "it is spam";
        return links >= most
                ? Finding.of(rule, state, "text", links + " links, and from " + most + " on " + verb)
                : null;
    }

    private static int count(Submission comment) {
        LinkRules rules = comment.rules.links();
        List<String> links = new ArrayList<>(comment.text.links());
        if (rules.site() && !comment.url.orElse("").isEmpty()) {
            links.add(comment.url.orElse(""));
        }
        long counted = rules.allowed().isEmpty()
                ? links.size()
                : links.stream()
                        .filter(link -> !Links.isUnder(Links.host(link), rules.allowed()))
                        .count();
        return (int) counted + (rules.bbcode() ? Links.bbcode(comment.text.plain()) : 0);
    }

    /** C-24: a sender without enough approved comments waits; one who has them does not. */
    static @Nullable Finding newcomer(Submission comment, CommentHistory history) {
        int needed = comment.rules.senders().approvals();
        if (needed == 0) {
            return null;
        }
        int approved = comment.standing(history).approved();
        if (needed == 1) {
            return approved > 0
                    ? Finding.of("C-24", CommentState.APPROVED, "", "the sender has an approved comment")
                    : Finding.of("C-24", CommentState.HELD, "", "the sender has no approved comment yet");
        }
        return approved >= needed
                ? Finding.of("C-24", CommentState.APPROVED, "", "the sender has " + needed + " approved comments")
                : Finding.of(
                        "C-24",
                        CommentState.HELD,
                        "",
                        "the sender has " + approved + " of the " + needed + " approved comments needed");
    }

    /** C-59: where senders are known by their comments, a visitor who gives a member's address waits. */
    static @Nullable Finding membersEmail(Submission comment, CommentHistory history) {
        return !comment.signedIn()
                        && comment.rules.senders().approvals() > 0
                        && comment.standing(history).membersEmail()
                ? Finding.of("C-59", CommentState.HELD, "email", "a visitor gave the address of a member")
                : null;
    }

    /** C-35: a sender waits many of whose comments were refused. */
    static @Nullable Finding oftenRefused(Submission comment, CommentHistory history) {
        int most = comment.rules.senders().refusedPercent();
        if (most == 0) {
            return null;
        }
        Standing standing = comment.standing(history);
        int decided = standing.approved() + standing.refused();
        return decided >= SenderRules.LEAST_DECIDED && standing.refused() * 100L >= (long) most * decided
                ? Finding.of(
                        "C-35",
                        CommentState.HELD,
                        "",
                        standing.refused() + " of the sender's " + decided + " comments were refused")
                : null;
    }

    /** C-97: what was held or refused is not let out by its sender's changing it. */
    static @Nullable Finding stillHeld(Submission comment) {
        CommentContext.Edit edit = comment.context.edit();
        return edit == null || edit.comment().state() == CommentState.APPROVED
                ? null
                : Finding.of("C-97", edit.comment().state(), "", "the comment stood so before it was changed");
    }

    /** C-36: whoever fills the field that people don't see is a program. */
    static @Nullable Finding trapped(Submission comment) {
        return Legible.hasVisible(comment.context.form().trap())
                ? Finding.of("C-36", CommentState.SPAM, "", "the field that people don't see was filled")
                : null;
    }
}
