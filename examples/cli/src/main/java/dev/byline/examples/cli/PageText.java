package dev.byline.examples.cli;

import dev.byline.article.Correction;
import dev.byline.article.Image;
import dev.byline.examples.cli.NewsPage.Card;
import dev.byline.examples.cli.NewsPage.Link;
import dev.byline.examples.cli.NewsPage.Popular;
import dev.byline.examples.cli.NewsPage.Remark;
import dev.byline.examples.cli.NewsPage.Story;
import dev.byline.taxonomy.Menu;
import dev.byline.text.Language;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Prints a news page to the terminal. */
final class PageText {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", Locale.ENGLISH);

    private static final Instant FIRST = Instant.parse("0001-01-02T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-30T00:00:00Z");

    private final Terminal terminal;
    private final NewsPage page;
    private final ZoneId zone;

    private PageText(Terminal terminal, NewsPage page) {
        this.terminal = terminal;
        this.page = page;
        this.zone = page.publication().zone();
    }

    static void print(Terminal terminal, NewsPage page) {
        new PageText(terminal, page).print();
    }

    /** A date as the site prints it. */
    static String date(@Nullable Instant at, ZoneId zone) {
        return at == null ? "" : DATE.format(local(at, zone));
    }

    /** A date and time as the site prints it. */
    static String minute(Instant at, ZoneId zone) {
        return MINUTE.format(local(at, zone));
    }

    // Foreign dates may lie where no calendar goes.
    private static ZonedDateTime local(Instant at, ZoneId zone) {
        Instant bounded = at.isBefore(FIRST) ? FIRST : at.isAfter(LAST) ? LAST : at;
        return bounded.atZone(zone);
    }

    private void print() {
        masthead();
        story(page.article());
        related();
        comments();
        popular();
        foot();
    }

    private void masthead() {
        rule('=');
        terminal.line(page.publication().name());
        if (!page.publication().tagline().isEmpty()) {
            terminal.line(page.publication().tagline());
        }
        Menu menu = page.menu();
        if (menu != null) {
            terminal.wrapped(labels(menu), "");
        }
        terminal.line("[ " + page.search().placeholder() + " ]");
        rule('=');
        terminal.line();
    }

    private void story(Story story) {
        if (story.redirectedFrom() != null) {
            terminal.line("(moved here from " + story.redirectedFrom() + ")");
        }
        terminal.wrapped(story.headline().isBlank() ? "(no headline)" : story.headline(), "");
        if (!story.standfirst().isBlank()) {
            terminal.wrapped(story.standfirst(), "");
        }
        terminal.line();
        List<String> facts = new ArrayList<>();
        if (!story.credit().isBlank()) {
            facts.add("by " + story.credit());
        }
        if (story.publishedAt() != null) {
            facts.add(date(story.publishedAt(), zone));
            facts.add(count(story.commentCount(), "comment"));
        }
        if (story.readingMinutes() > 0) {
            facts.add(story.readingMinutes() + " min read");
        }
        terminal.wrapped(String.join(" · ", facts), "");
        if (!story.categories().isEmpty()) {
            terminal.wrapped("in " + String.join(", ", story.categories()), "");
        }
        if (!page.otherLanguages().isEmpty()) {
            List<String> names = page.otherLanguages().stream()
                    .map(version -> Language.of(version.language()).name())
                    .toList();
            terminal.wrapped("Also in: " + String.join(" · ", names), "");
        }
        terminal.line();
        picture(story.image());
        BodyText.print(terminal, story.body(), "");
        terminal.line();
        for (Correction correction : story.corrections()) {
            terminal.wrapped("Correction, " + date(correction.at(), zone) + ": " + correction.text(), "");
            terminal.line();
        }
        if (!story.tags().isEmpty()) {
            terminal.wrapped("Tags: " + String.join(" · ", story.tags()), "");
            terminal.line();
        }
        for (NewsPage.Writer writer : story.authors()) {
            if (!writer.biography().isBlank()) {
                terminal.line("About " + writer.name());
                terminal.wrapped("  " + writer.biography(), "  ");
                terminal.line();
            }
        }
    }

    private void picture(@Nullable Image image) {
        if (image != null) {
            terminal.wrapped(image.alt().isBlank() ? "[image]" : "[image: " + image.alt() + "]", "");
            String below = image.credit().isBlank() ? image.caption() : image.caption() + " (" + image.credit() + ")";
            if (!below.isBlank()) {
                terminal.wrapped("  " + below.strip(), "  ");
            }
            terminal.line();
        }
    }

    private void related() {
        if (page.related().isEmpty()) {
            return;
        }
        title("Related Posts");
        for (Card card : page.related()) {
            String label = card.label().isEmpty() ? "" : "[" + card.label() + "] ";
            terminal.wrapped(label + card.headline(), "");
            terminal.line("  " + date(card.publishedAt(), zone));
            if (!card.excerpt().isBlank()) {
                terminal.wrapped("  " + card.excerpt(), "  ");
            }
            terminal.line();
        }
    }

    private void comments() {
        if (page.form() == null && page.comments().isEmpty()) {
            return;
        }
        title(count(page.comments().size(), "Comment"));
        for (Remark remark : page.comments()) {
            String indent = "    ".repeat(Math.min(remark.depth(), 8));
            String name = remark.name().isBlank() ? "Anonymous" : remark.name();
            terminal.line(indent + name + ", " + minute(remark.at(), zone) + "  #" + remark.id());
            // Cleaned comments keep their line breaks as line feeds.
            BodyText.print(terminal, remark.text().replace("\n", "<br>"), indent + "  ");
            terminal.line();
        }
        if (page.form() != null) {
            title("Leave a Reply");
            FormText.print(terminal, page.form());
            terminal.line();
        } else {
            terminal.line("Comments are closed.");
            terminal.line();
        }
    }

    private void popular() {
        if (page.popular().isEmpty()) {
            return;
        }
        title("Popular Posts");
        for (Popular post : page.popular()) {
            terminal.wrapped(post.position() + ". " + post.headline(), "");
            // What merely fills the list has no value.
            String worth = post.value() == 0 ? "" : " · " + Amounts.of(post.value(), post.unit());
            if (post.shares() > 0 || post.value() != 0) {
                terminal.line("   " + count(post.shares(), "share") + worth);
            }
        }
        terminal.line();
    }

    private void foot() {
        rule('-');
        Link previous = page.previous();
        Link next = page.next();
        if (previous != null) {
            terminal.wrapped("Previous Post: " + previous.label() + "  /" + previous.slug(), "");
        }
        if (next != null) {
            terminal.wrapped("Next Post: " + next.label() + "  /" + next.slug(), "");
        }
        Menu menu = page.menu();
        if (menu != null) {
            terminal.wrapped(labels(menu), "");
        }
        if (!page.pages().isEmpty()) {
            terminal.wrapped(
                    String.join(" | ", page.pages().stream().map(Link::label).toList()), "");
        }
        if (!page.publication().copyright().isBlank()) {
            terminal.wrapped(page.publication().copyright(), "");
        }
    }

    private void title(String text) {
        terminal.line(text);
        rule('-');
    }

    private void rule(char dash) {
        terminal.line(String.valueOf(dash).repeat(Terminal.COLUMNS));
    }

    private static String labels(Menu menu) {
        return String.join(" | ", menu.entries().stream().map(Menu.Entry::label).toList());
    }

    static String count(long number, String noun) {
        return String.format(Locale.ENGLISH, "%,d %s%s", number, noun, number == 1 ? "" : "s");
    }
}
