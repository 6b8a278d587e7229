package dev.byline.examples.cli;

import dev.byline.article.ArticleId;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the article that is meant by an id, a slug, or the path of its page; knows the last ten thousand answers, also
 * that there is none, so that a crawler's inventions cost no memory.
 *
 * <p>A path leads to the article that its last segment is the slug of, whatever stands before, such as a date or a
 * section; or to the one with the id in {@code ?p=}, or where a redirect of the site leads. Lists of a tag, an author or
 * the like, feeds and further pages of them are no articles; pages for slow connections ({@code /amp/}) are.
 */
final class ArticlePaths {
    private static final int REMEMBERED = 10_000;
    private static final int LONGEST = 1_000;
    private static final int LONGEST_ID = 200;
    private static final Set<String> LISTS =
            Set.of("tag", "tags", "category", "author", "region", "search", "feed", "page", "comments");

    private final Newsroom newsroom;
    private final String above;
    private final Map<String, Optional<ArticleId>> known = new LinkedHashMap<>(16, .75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Optional<ArticleId>> eldest) {
            return size() > REMEMBERED;
        }
    };

    ArticlePaths(Newsroom newsroom) {
        this.newsroom = newsroom;
        this.above = pathOf(newsroom.publication().baseUrl());
    }

    private static String pathOf(String baseUrl) {
        try {
            String path = URI.create(baseUrl).getPath();
            return path == null ? "" : path;
        } catch (IllegalArgumentException noAddress) {
            return "";
        }
    }

    /** The article that is meant. */
    Optional<ArticleId> find(String item) {
        if (item.length() > LONGEST) {
            return Optional.empty();
        }
        Optional<ArticleId> before = known.get(item);
        if (before == null) {
            before = item.startsWith("/") || item.startsWith("http://") || item.startsWith("https://")
                    ? byPath(item)
                    : byName(item);
            known.put(item, before);
        }
        return before;
    }

    /** How many answers are kept. */
    int remembered() {
        return known.size();
    }

    private Optional<ArticleId> byName(String name) {
        if (name.isBlank()
                || name.length() > LONGEST_ID
                || !StandardCharsets.UTF_8.newEncoder().canEncode(name)) {
            return Optional.empty();
        }
        return newsroom.idOf(ArticleId.of(name));
    }

    private Optional<ArticleId> byPath(String target) {
        int scheme = target.indexOf("://");
        int start = target.startsWith("/") ? 0 : target.indexOf('/', scheme + 3);
        String local = start < 0 ? "/" : target.substring(start);
        int fragment = local.indexOf('#');
        local = fragment < 0 ? local : local.substring(0, fragment);
        int question = local.indexOf('?');
        String query = question < 0 ? "" : local.substring(question + 1);
        String path = decoded(question < 0 ? local : local.substring(0, question));
        if (!above.isEmpty() && path.startsWith(above + "/")) {
            path = path.substring(above.length());
        }
        Optional<ArticleId> found = bySegments(path).or(() -> byParameter(query));
        if (found.isPresent()) {
            return found;
        }
        return newsroom.site().redirect(path).flatMap(to -> to.startsWith("/") ? bySegments(to) : Optional.empty());
    }

    private Optional<ArticleId> bySegments(String path) {
        String slug = "";
        for (String segment : path.split("/", -1)) {
            if (LISTS.contains(slug) || LISTS.contains(segment)) {
                return Optional.empty();
            }
            slug = segment.isEmpty() || (segment.equals("amp") && !slug.isEmpty()) ? slug : segment;
        }
        if (slug.isBlank() || slug.length() > LONGEST_ID) {
            return Optional.empty();
        }
        Optional<ArticleId> found = bySlug(slug);
        int dot = slug.lastIndexOf('.');
        return found.isPresent() || dot <= 0 || !slug.substring(dot).startsWith(".htm")
                ? found
                : bySlug(slug.substring(0, dot));
    }

    private Optional<ArticleId> bySlug(String slug) {
        return newsroom.articles()
                .bySlug(slug, newsroom.clock().instant())
                .map(match -> match.article().id());
    }

    private Optional<ArticleId> byParameter(String query) {
        for (String pair : query.split("&", 20)) {
            if (pair.startsWith("p=")) {
                return byName(decoded(pair.substring(2)));
            }
        }
        return Optional.empty();
    }

    /** The text without percent signs; malformed ones stay, malformed UTF-8 becomes replacement characters. */
    private static String decoded(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        byte[] raw = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(raw.length);
        for (int i = 0; i < raw.length; i++) {
            int high = raw[i] == '%' && i + 2 < raw.length ? Character.digit(raw[i + 1], 16) : -1;
            int low = high < 0 ? -1 : Character.digit(raw[i + 2], 16);
            bytes.write(low < 0 ? raw[i] : 16 * high + low);
            i += low < 0 ? 0 : 2;
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
