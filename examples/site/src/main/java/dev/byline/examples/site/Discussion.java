package dev.byline.examples.site;

import dev.byline.article.Article;
import dev.byline.comment.*;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/**
 * The comments below an article. What anybody may see stands on the article's page, which may come from a cache; the form, and
 * what waits for a moderator, are one reader's, and come when a reader does.
 */
@Component
record Discussion(Comments comments, CommentRules rules, FormTokens tokens, Print print) {
    private static final int ROOTS = 20;
    private static final int DEPTH = 4;

    /** The field that people don't see and programs fill. */
    static final String TRAP = "homepage";

    static final String TOKEN = "token";

    /**
     * Which part a reader asks for.
     *
     * @param page from 1; what holds a comment comes before it
     * @param comment the comment that is wanted, or null
     * @param reply the comment that is being replied to, or null
     */
    record Part(
            int page, @Nullable CommentId comment, @Nullable CommentId reply) {
        static final Part FIRST = new Part(1, null, null);
    }

    /** The first threads, as everybody sees them, without a form. */
    void open(Model model, Article article) {
        thread(model, comments.on(article.id(), ""), Part.FIRST);
    }

    /**
     * What one reader sees, with the form.
     *
     * @param author tells whose waiting comments are shown
     */
    void of(Model model, Article article, String author, Part part) {
        List<Comment> all = comments.on(article.id(), author);
        thread(model, all, part);
        model.addAttribute(
                "replyTo",
                all.stream()
                        .filter(one -> one.id().equals(part.reply()) && one.state() == CommentState.APPROVED)
                        .findFirst()
                        .orElse(null));
        form(model, article);
    }

    private void thread(Model model, List<Comment> all, Part part) {
        CommentThread thread = CommentThread.of(all, comment -> true);
        int number = Stream.of(part.comment(), part.reply())
                .flatMap(Stream::ofNullable)
                .flatMapToInt(id -> thread.pageOf(id, ROOTS).stream())
                .findFirst()
                .orElse(part.page());
        CommentThread.Page page = thread.page(number, ROOTS);
        model.addAttribute("part", page);
        model.addAttribute("thread", page.thread().atMost(DEPTH).entries());
    }

    /** The form as the rules have it, in the language of the article; a member is asked for the text alone. */
    private void form(Model model, Article article) {
        CommentForm form = Reader.member() == null ? CommentForm.of(rules) : CommentForm.forMember(rules);
        model.addAttribute(
                "form",
                form.withHidden(CommentForm.Hidden.trap(TRAP))
                        .withHidden(CommentForm.Hidden.token(TOKEN))
                        .describe(locale(article)));
        model.addAttribute("formToken", tokens.issue(article.id()));
        model.asMap().putIfAbsent("typed", Map.of());
        model.asMap().putIfAbsent("wrong", Map.of());
    }

    Locale locale(Article article) {
        return Locale.forLanguageTag(print.language(article.language()).tag());
    }
}
