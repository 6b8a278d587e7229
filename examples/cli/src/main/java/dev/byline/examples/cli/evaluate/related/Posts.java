package dev.byline.examples.cli.evaluate.related;

import dev.byline.article.Article;
import dev.byline.article.ArticleId;
import dev.byline.article.ArticleKind;
import dev.byline.article.Listed;
import dev.byline.examples.cli.evaluate.BadInput;
import dev.byline.examples.cli.evaluate.LanguageGuess;
import dev.byline.text.Language;
import dev.byline.text.PlainText;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The posts of a collection, by id, so that the order in which they came makes no difference. */
public final class Posts {
    private static final int YOUNG = 90;
    private static final int NONE = -1;

    private final List<Post> all;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Language language;
    private final Instant now;
    private final @Nullable BadInput undated;

    Posts(List<Post> all, Language language, Instant now, @Nullable BadInput undated) {
        this.all = List.copyOf(all);
        this.language = language;
        this.now = now;
        this.undated = undated;
        all.forEach(post -> numbers.put(post.id(), post.number()));
    }

    /**
     * Reads articles from JSON lines.
     *
     * @param stated the language of articles that name none, or null
     * @param now later articles are left out; null for a day after the newest
     * @param remarks told what was passed over
     */
    public static Posts of(Path file, @Nullable Language stated, @Nullable Instant now, Consumer<String> remarks)
            throws BadInput {
        return new ArticlesFile(file, stated).read(now, remarks);
    }

    /**
     * Takes the articles of a site that are public and not sponsored, as related posts are.
     *
     * @param zone whose calendar days count
     * @param path what to call the site where it has none
     */
    public static Posts of(Stream<Article> articles, ZoneId zone, Instant now, Path path) throws BadInput {
        List<Article> taken = articles.filter(
                        article -> article.isPublic(now) && article.kind() != ArticleKind.SPONSORED)
                .sorted(Comparator.comparing(Article::id))
                .toList();
        if (taken.isEmpty()) {
            throw new BadInput(path, "holds no public article");
        }
        LanguageGuess guess = new LanguageGuess();
        List<Post> posts = new ArrayList<>(taken.size());
        for (Article article : taken) {
            Instant published = article.publishedAt();
            LocalDate day = LocalDate.ofInstant(published == null ? now : published, zone);
            posts.add(post(posts.size(), article, PlainText.of(article.body()), day, published != null));
            guess.add(
                    article.language(),
                    article.headline() + "\n" + posts.get(posts.size() - 1).body());
        }
        Posts all = new Posts(posts, guess.language(), now, null);
        // Two of one slug are not told apart by it.
        Map<String, Integer> slugs = new HashMap<>();
        posts.forEach(post -> slugs.merge(post.article().slug(), post.number(), (one, other) -> NONE));
        slugs.forEach(all.numbers::putIfAbsent);
        return all;
    }

    static Post post(int number, Article article, String body, LocalDate day, boolean dated) {
        String text = article.headline() + "\n" + article.standfirst() + "\n" + body;
        return new Post(number, article, text, body, day, dated);
    }

    List<Post> all() {
        return all;
    }

    int count() {
        return all.size();
    }

    Post get(int number) {
        return all.get(number);
    }

    /** The one with this id or, of a site, this slug or path, or null. */
    @Nullable
    Post find(String name) {
        Integer number = numbers.get(name);
        if (number == null && name.startsWith("/")) {
            number = numbers.get(name.substring(1, Math.max(1, name.length() - (name.endsWith("/") ? 1 : 0))));
        }
        return number == null || number == NONE ? null : all.get(number);
    }

    /** Those of less than {@value #YOUNG} days before the newest; what has no date is none of them. */
    List<Post> young() {
        LocalDate newest = all.stream()
                .filter(Post::dated)
                .map(Post::day)
                .max(Comparator.naturalOrder())
                .orElse(LocalDate.MIN);
        return all.stream()
                .filter(post -> post.dated() && ChronoUnit.DAYS.between(post.day(), newest) < YOUNG)
                .toList();
    }

    int number(ArticleId id) {
        return numbers.getOrDefault(id.value(), NONE);
    }

    /** The language that most of them state, or else that their letters speak for. */
    Language language() {
        return language;
    }

    /** Stands still at an instant at which all of them are public. */
    InstantSource clock() {
        return InstantSource.fixed(now);
    }

    /** The order in which equals stand. */
    Comparator<Integer> newestFirst() {
        return Comparator.comparing(number -> all.get(number).article(), Listed.NEWEST_FIRST);
    }

    /**
     * The same posts, each as old as its calendar day, so that no order within a day counts.
     *
     * @throws BadInput if one has no date
     */
    Posts byDay() throws BadInput {
        if (undated != null) {
            throw undated;
        }
        List<Post> dated = new ArrayList<>(all.size());
        for (Post post : all) {
            Instant morning = post.day().atStartOfDay(ZoneOffset.UTC).toInstant();
            Article article = post.article().toBuilder().published(morning).build();
            dated.add(new Post(post.number(), article, post.text(), post.body(), post.day(), post.dated()));
        }
        // A day that has begun in the east has not begun in UTC.
        Posts days = new Posts(dated, language, now.plus(Duration.ofDays(1)), null);
        days.numbers.putAll(numbers);
        return days;
    }
}
