package dev.byline.examples.cli.evaluate.related;

import dev.byline.article.Article;
import dev.byline.article.ArticleId;
import dev.byline.article.Author;
import dev.byline.examples.cli.evaluate.BadInput;
import dev.byline.examples.cli.evaluate.Dates;
import dev.byline.examples.cli.evaluate.Document;
import dev.byline.examples.cli.evaluate.JsonLinesFile;
import dev.byline.examples.cli.evaluate.LanguageGuess;
import dev.byline.examples.cli.lines.BadLine;
import dev.byline.examples.cli.lines.JsonLine;
import dev.byline.taxonomy.Section;
import dev.byline.taxonomy.Tag;
import dev.byline.text.Language;
import dev.byline.text.PlainText;
import dev.byline.text.Slug;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Articles as JSON lines, whose fields docs/evaluating.md tells. */
final class ArticlesFile {
    /** When articles were published of which none has a date. */
    private static final Instant UNDATED = Instant.parse("2000-01-01T00:00:00Z");

    private static final int LONGEST_ID = 200;

    private final Path path;
    private final @Nullable Language stated;
    private final Map<String, Line> lines = new TreeMap<>();
    private final Map<String, Long> numbers = new HashMap<>();
    private final LanguageGuess guess = new LanguageGuess();
    private int unreadDates;
    private long firstUnreadDate;
    private long firstUndated;

    private record Line(
            String title,
            String summary,
            String body,
            List<String> tags,
            List<String> authors,
            String section,
            @Nullable OffsetDateTime date,
            Language language) {}

    ArticlesFile(Path path, @Nullable Language stated) {
        this.path = path;
        this.stated = stated;
    }

    Posts read(@Nullable Instant now, Consumer<String> remarks) throws BadInput {
        new JsonLinesFile(path).each(this::take);
        if (lines.isEmpty()) {
            throw new BadInput(path, "holds no article");
        }
        if (unreadDates > 0) {
            remarks.accept(path + ": " + unreadDates + " dates can't be read, the first in line " + firstUnreadDate
                    + "; these articles count as undated");
        }
        Instant oldest = null;
        Instant newest = null;
        for (Line line : lines.values()) {
            if (line.date() != null) {
                Instant at = line.date().toInstant();
                oldest = oldest == null || at.isBefore(oldest) ? at : oldest;
                newest = newest == null || at.isAfter(newest) ? at : newest;
            }
        }
        Instant undated = oldest == null ? UNDATED : oldest;
        Instant at = now != null ? now : (newest == null ? UNDATED : newest).plus(Duration.ofDays(1));
        List<Post> posts = new ArrayList<>(lines.size());
        lines.forEach((id, line) -> {
            Article article = article(id, line, undated, posts.size());
            if (article.isPublic(at)) {
                LocalDate day = line.date() == null
                        ? LocalDate.ofInstant(undated, ZoneOffset.UTC)
                        : line.date().toLocalDate();
                posts.add(Posts.post(posts.size(), article, PlainText.of(article.body()), day, line.date() != null));
            }
        });
        if (posts.isEmpty()) {
            throw new BadInput(path, "holds no article from before " + at);
        }
        return new Posts(
                posts,
                stated != null ? stated : guess.language(),
                at,
                firstUndated == 0
                        ? null
                        : new BadInput(path, firstUndated, "has no date that --past-only could go by"));
    }

    private boolean take(JsonLine line) throws BadLine {
        String id = line.required("id").strip();
        if (id.isEmpty() || id.length() > LONGEST_ID) {
            throw new BadLine("an id has 1 to " + LONGEST_ID + " characters");
        }
        Long before = numbers.putIfAbsent(id, line.number());
        if (before != null) {
            throw new BadLine("the article of line " + before + " has this id too");
        }
        String tag = line.text("language");
        Language own = tag.isBlank() ? Language.UNDETERMINED : Language.of(tag.strip());
        String date = line.text("date").strip();
        OffsetDateTime written = Dates.written(date);
        if (written == null) {
            firstUndated = firstUndated == 0 ? line.number() : firstUndated;
            if (!date.isEmpty() && unreadDates++ == 0) {
                firstUnreadDate = line.number();
            }
        }
        Line article = new Line(
                line.text("title").strip(),
                line.text("summary").strip(),
                line.text("body"),
                line.texts("tags"),
                line.texts("authors"),
                line.text("section").strip(),
                written,
                own.equals(Language.UNDETERMINED) && stated != null ? stated : own);
        guess.add(article.language(), article.title() + "\n" + article.body());
        lines.put(id, article);
        return true;
    }

    private static Article article(String id, Line line, Instant undated, int number) {
        return Article.builder(ArticleId.of(id), "post-" + number)
                .headline(line.title())
                .standfirst(line.summary())
                .body(Document.html(line.body()))
                .language(line.language())
                .tags(each(line.tags(), Tag::of))
                .authors(each(line.authors(), Author::of))
                .sections(each(line.section().isEmpty() ? List.of() : List.of(line.section()), Section::of))
                .published(line.date() == null ? undated : line.date().toInstant())
                .build();
    }

    private static <T> List<T> each(List<String> names, BiFunction<String, String, T> of) {
        Map<String, T> byKey = new LinkedHashMap<>();
        names.forEach(name -> byKey.computeIfAbsent(key(name), key -> of.apply(key, name)));
        return List.copyOf(byKey.values());
    }

    // Names without a letter or digit have no slug that tells them apart.
    private static String key(String name) {
        String slug = Slug.of(name);
        return slug.equals(Slug.FALLBACK) ? name : slug;
    }
}
