package dev.byline.examples.site;

import dev.byline.article.*;
import dev.byline.comment.CommentText;
import dev.byline.publish.*;
import dev.byline.taxonomy.Menu;
import dev.byline.taxonomy.Term;
import dev.byline.text.*;
import java.time.Instant;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How templates print what Byline gives; every body, comment and address goes through Byline's own cleaning. */
@Component
public record Print(Publication publication, Addresses addresses, Notes notes) {
    private static final Excerpt CARD = Excerpt.jnews();
    private static final ReadingTime READING = ReadingTime.jnews();
    private static final Sanitiser BODY = Sanitiser.news();

    /** A date in the publication's zone. */
    public String day(@Nullable Instant at) {
        return at == null ? "" : printed(at, "d MMMM yyyy");
    }

    /** A date with its time. */
    public String minute(Instant at) {
        return printed(at, "d MMMM yyyy, HH:mm");
    }

    /** A month such as 2026-11, with its name. */
    public String month(String month) {
        return pattern("LLLL yyyy").format(YearMonth.parse(month));
    }

    private String printed(Instant at, String pattern) {
        return pattern(pattern).format(at.atZone(publication.zone()));
    }

    private DateTimeFormatter pattern(String pattern) {
        return DateTimeFormatter.ofPattern(
                pattern, Locale.forLanguageTag(publication.language().tag()));
    }

    /** The first twenty words. */
    public String excerpt(ArticleSummary post) {
        return CARD.cut(post.lead());
    }

    /** The body as it may be printed. */
    public String body(String html) {
        return BODY.clean(html);
    }

    /** A comment as it may be printed, its lines kept. */
    public String comment(String html) {
        return CommentText.clean(html).replace("\n", "<br>");
    }

    /** The one section or region that a card prints, or null. */
    public @Nullable Term label(Listed post) {
        return post.label().orElse(null);
    }

    /** How long it takes to read. */
    public int minutes(Article article) {
        return READING.minutes(article.body());
    }

    /** The language of a text, the publication's where nobody stated one. */
    public String lang(Language own) {
        return language(own).tag();
    }

    /** Which way a text runs. */
    public String dir(Language own) {
        return language(own).direction() == Language.Direction.RTL ? "rtl" : "ltr";
    }

    /** The language of another version of a page. */
    public Language language(Alternate version) {
        return Language.of(version.language());
    }

    Language language(Language own) {
        return own.equals(Language.UNDETERMINED) ? publication.language() : own;
    }

    /** An article's page. */
    public String article(Listed post) {
        return addresses.article(post);
    }

    /** A region's, section's or tag's listing. */
    public String term(Term term) {
        return addresses.term(term);
    }

    /** An author's listing. */
    public String author(Author author) {
        return addresses.author(author);
    }

    /** The page of which the slug is known, an article's or the site's own. */
    public String page(String slug) {
        return addresses.page(slug);
    }

    /** Where a menu's entry leads. */
    public String entry(Menu.Entry entry) {
        return addresses.of(entry.target(), slug -> Optional.empty());
    }

    /** A picture's address, or null where a page may not show it. */
    public @Nullable String picture(@Nullable Image image) {
        return image == null ? null : SafeUrl.of(image.url()).orElse(null);
    }

    /** A sender's own site, or null. */
    public @Nullable String site(String url) {
        return SafeUrl.of(url).orElse(null);
    }

    /** The author with picture and biography, as the site knows them. */
    public Author known(Author author) {
        return notes.author(author);
    }

    /** A number with its noun. */
    public String count(long number, String noun) {
        return String.format(Locale.ROOT, "%,d %s%s", number, noun, number == 1 ? "" : "s");
    }

    /** The part of a reason, with its sign. */
    public String part(double part) {
        return String.format(Locale.ROOT, "%+.2f", part);
    }
}
