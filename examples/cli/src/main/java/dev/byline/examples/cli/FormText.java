package dev.byline.examples.cli;

import static dev.byline.text.Html.escape;

import dev.byline.comment.CommentForm;
import java.util.Locale;

/** Prints the comment form as its rules describe it. */
final class FormText {
    private static final Locale LANGUAGE = Locale.ENGLISH;

    private FormText() {}

    static void print(Terminal terminal, CommentForm form) {
        terminal.wrapped(form.note(LANGUAGE), "");
        for (CommentForm.Field field : form.fields()) {
            terminal.line("  " + label(field) + ": " + "_".repeat(30));
        }
        terminal.line("  [ Post Comment ]  [ Cancel reply ]");
    }

    static String html(CommentForm form) {
        StringBuilder html = new StringBuilder("<form method=\"post\" action=\"/comment\">\n<p class=\"meta\">")
                .append(escape(form.note(LANGUAGE)))
                .append("</p>\n");
        for (CommentForm.Field field : form.fields()) {
            String common = " name=\"" + escape(field.name()) + "\" maxlength=\"" + field.longest() + "\""
                    + (field.required() ? " required" : "");
            html.append("<label>").append(escape(label(field))).append(' ');
            html.append(
                    field.type() == CommentForm.Type.TEXTAREA
                            ? "<textarea" + common + "></textarea>"
                            : "<input type=\"" + field.type().name().toLowerCase(Locale.ROOT) + "\"" + common + ">");
            html.append("</label>\n");
        }
        return html.append("<button>Post Comment</button> <button type=\"reset\">Cancel reply</button>\n</form>\n")
                .toString();
    }

    private static String label(CommentForm.Field field) {
        return field.label(LANGUAGE) + (field.required() ? " *" : "");
    }
}
