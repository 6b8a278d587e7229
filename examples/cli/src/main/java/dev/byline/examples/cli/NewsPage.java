package dev.byline.examples.cli;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.byline.article.Correction;
import dev.byline.article.Image;
import dev.byline.article.Publication;
import dev.byline.comment.CommentForm;
import dev.byline.publish.Alternate;
import dev.byline.score.Reason;
import dev.byline.taxonomy.Menu;
import dev.byline.text.Language;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything that the page of one article or static page shows, block by block; all text is plain, but for bodies, which
 * are sanitised HTML.
 *
 * @param publication who publishes it
 * @param at the instant as of which the page is right
 * @param menu the menu that is printed at the top, in the side bar and at the foot, or null
 * @param search what the search box says
 * @param article the article or static page
 * @param alternates where the article is in each of its languages, itself too; empty where it is in one
 * @param related posts to read next
 * @param comments the thread in the order in which it is printed
 * @param form the comment form, or null where no comments are taken
 * @param popular the most read posts, first to last
 * @param previous the nearest older post, or null
 * @param next the nearest newer post, or null
 * @param pages the publication's own pages
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record NewsPage(
        Publication publication,
        @JsonFormat(shape = JsonFormat.Shape.STRING) Instant at,
        @Nullable Menu menu,
        SearchBox search,
        Story article,
        List<Alternate> alternates,
        List<Card> related,
        List<Remark> comments,
        @Nullable CommentForm form,
        List<Popular> popular,
        @Nullable Link previous,
        @Nullable Link next,
        List<Link> pages) {

    /** Where the article can be read in another language than its own. */
    List<Alternate> otherLanguages() {
        Language own = Language.of(article.language());
        return alternates.stream().filter(version -> version.isOther(own)).toList();
    }

    /**
     * What the search box says.
     *
     * @param placeholder in the empty box
     * @param nothing when nothing is found
     * @param all on the link to every result
     */
    record SearchBox(String placeholder, String nothing, String all) {
        static final SearchBox DEFAULT = new SearchBox("Search...", "No Result", "View All Result");
    }

    /**
     * The article itself.
     *
     * @param id its id, or the slug of a static page
     * @param slug the readable part of its address
     * @param redirectedFrom the old slug that was asked for, or null
     * @param headline the headline
     * @param standfirst the lines below it
     * @param credit who wrote it, as printed
     * @param authors who they are
     * @param publishedAt when, or null for a page without a date
     * @param modifiedAt when its text was last changed, or null
     * @param categories its regions and sections, by name
     * @param image the picture, or null
     * @param body sanitised HTML
     * @param tags its tags, by name
     * @param corrections published notes
     * @param readingMinutes how long reading takes
     * @param commentCount how many approved comments it has
     * @param language BCP 47
     * @param direction {@code ltr} or {@code rtl}
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Story(
            String id,
            String slug,
            @Nullable String redirectedFrom,
            String headline,
            String standfirst,
            String credit,
            List<Writer> authors,

            @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
            Instant publishedAt,

            @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
            Instant modifiedAt,

            List<String> categories,
            @Nullable Image image,
            String body,
            List<String> tags,
            List<Correction> corrections,
            int readingMinutes,
            int commentCount,
            String language,
            String direction) {}

    /**
     * Somebody who wrote the article.
     *
     * @param slug the key of their listing
     * @param name as printed
     * @param picture a portrait's address, or empty
     * @param biography a few lines, or empty
     */
    record Writer(String slug, String name, String picture, String biography) {}

    /**
     * A post in a list.
     *
     * @param id its id
     * @param slug the readable part of its address
     * @param label its one section or region, or empty
     * @param headline the headline
     * @param publishedAt when it was published
     * @param excerpt its first twenty words
     * @param image the picture, or null
     * @param score from 0 to 1
     * @param reasons why it is here
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Card(
            String id,
            String slug,
            String label,
            String headline,
            @JsonFormat(shape = JsonFormat.Shape.STRING) Instant publishedAt,
            String excerpt,
            @Nullable Image image,
            double score,
            List<Reason> reasons) {}

    /**
     * A popular post.
     *
     * @param position from 1
     * @param id its id
     * @param slug the readable part of its address
     * @param headline the headline
     * @param publishedAt when it was published
     * @param value what it is ranked by
     * @param unit what the value counts
     * @param shares shares on all networks together
     * @param sharesByNetwork shares on each network
     * @param reasons why it is here
     */
    record Popular(
            int position,
            String id,
            String slug,
            String headline,
            @JsonFormat(shape = JsonFormat.Shape.STRING) Instant publishedAt,
            double value,
            String unit,
            long shares,
            Map<String, Long> sharesByNetwork,
            List<Reason> reasons) {}

    /**
     * A comment in its place.
     *
     * @param id its id
     * @param depth 0 for a comment on the article, 1 for a reply to it, and so on
     * @param name who wrote it
     * @param at when
     * @param text sanitised HTML
     */
    record Remark(
            String id,
            int depth,
            String name,
            @JsonFormat(shape = JsonFormat.Shape.STRING) Instant at,
            String text) {}

    /**
     * A link to a post or a page.
     *
     * @param slug the readable part of its address
     * @param label what is printed
     */
    record Link(String slug, String label) {}
}
