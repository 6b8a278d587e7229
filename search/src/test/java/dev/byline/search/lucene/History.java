package dev.byline.search.lucene;

import dev.byline.article.Article;
import dev.byline.article.ArticleId;
import dev.byline.article.ArticleStatus;
import dev.byline.article.ArticleStore;
import dev.byline.search.ArticleSearch;
import dev.byline.testkit.SampleArticles;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What is done to an index, deed by deed, and the same whenever it is told: so a process does it, and its test knows. */
record History(long seed) {
    private static final int ARTICLES = 150;

    /** A kind of deed. */
    private enum Kind {
        PUT,
        DRAFT,
        WITHDRAW,
        COMMIT,
        REBUILD
    }

    /** A change to one article: what it is then, or that it is no longer there. */
    record Edit(ArticleId id, @Nullable Article article) {
        void on(Map<ArticleId, Article> site) {
            if (article == null) {
                site.remove(id);
            } else {
                site.put(id, article);
            }
        }
    }

    /** One call, and what it changes in which order. */
    record Deed(Kind kind, List<Edit> edits) {
        /** Makes the call. */
        void on(ArticleSearch search, Map<ArticleId, Article> site) {
            List<ArticleId> ids = edits.stream().map(Edit::id).toList();
            switch (kind) {
                case PUT -> search.put(edits.stream().map(Edit::article).toList());
                case DRAFT ->
                    search.put(ids.stream()
                            .map(id -> SampleArticles.article(id.value())
                                    .status(ArticleStatus.DRAFT)
                                    .build())
                            .toList());
                case WITHDRAW -> search.withdraw(ids);
                case COMMIT -> search.commit();
                case REBUILD -> search.rebuildFrom(store(site));
            }
        }

        /** Whether nothing done until it returns may be lost after that; the site is as it was before. */
        boolean isDurable(Map<ArticleId, Article> site) {
            return kind != Kind.PUT
                    && (kind != Kind.DRAFT || edits.stream().anyMatch(edit -> site.containsKey(edit.id())));
        }
    }

    Deed deed(int number) {
        SplittableRandom random = new SplittableRandom(seed * 1_000_003 + number);
        int dice = random.nextInt(100);
        Kind kind = dice < 60
                ? Kind.PUT
                : dice < 70 ? Kind.DRAFT : dice < 84 ? Kind.WITHDRAW : dice < 98 ? Kind.COMMIT : Kind.REBUILD;
        if (kind == Kind.COMMIT || kind == Kind.REBUILD) {
            return new Deed(kind, List.of());
        }
        return new Deed(
                kind,
                IntStream.rangeClosed(0, random.nextInt(4))
                        .mapToObj(each -> {
                            String id = "n" + random.nextInt(ARTICLES);
                            Article article = SampleArticles.article(id)
                                    .headline("Edit " + number + " as " + each)
                                    .build();
                            return new Edit(article.id(), kind == Kind.PUT ? article : null);
                        })
                        .toList());
    }

    /** The site after so many deeds. */
    Map<ArticleId, Article> after(int deeds) {
        Map<ArticleId, Article> site = new TreeMap<>();
        for (int number = 0; number < deeds; number++) {
            deed(number).edits().forEach(edit -> edit.on(site));
        }
        return site;
    }

    /** A store that has what the site has. */
    static ArticleStore store(Map<ArticleId, Article> site) {
        ArticleStore store = ArticleStore.inMemory(ZoneOffset.UTC);
        store.put(site.values());
        return store;
    }
}
