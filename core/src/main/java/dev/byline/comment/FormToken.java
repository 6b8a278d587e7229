package dev.byline.comment;

import dev.byline.article.Listed;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The token of the form that a comment under review came with. */
record FormToken(FormTokens.@Nullable Checked checked, String use) {
    private static final FormToken UNASKED = new FormToken(null, "");

    /** Edits come from a page of their own, which the host guards. */
    static FormToken of(@Nullable FormTokens tokens, CommentContext context, Sender sender) {
        Listed article = context.article();
        if (tokens == null || article == null || context.edit() != null) {
            return UNASKED;
        }
        FormTokens.Checked checked = tokens.check(context.form().token(), article.id());
        return new FormToken(checked, checked instanceof FormTokens.Valid valid ? valid.usedBy(sender) : "");
    }

    /** C-90 to C-93: it was made for a form on this article, not just now and not too long ago. */
    List<CommentViolation> against(FormTokens.Ages ages) {
        return checked == null ? List.of() : ages.against(checked).stream().toList();
    }
}
