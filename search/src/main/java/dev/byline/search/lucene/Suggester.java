package dev.byline.search.lucene;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.byline.score.Ranked;
import dev.byline.search.SearchHit;
import dev.byline.search.SearchPage;
import dev.byline.search.SearchPolicy;
import dev.byline.search.SearchQuery;
import dev.byline.search.SuggestQuery;
import dev.byline.search.Suggestions;
import dev.byline.search.Suggestions.Kind;
import dev.byline.search.Suggestions.Suggestion;
import dev.byline.search.lucene.NewsAnalyzer.Token;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/** Answers while a reader types, on one state of the index (rule S-15). */
final class Suggester {
    /** How many terms are counted for, at most. */
    private static final int COUNTED = 64;

    private static final int COUNTED_AMONG = 32;

    /** With fewer suggestions than these, other spellings come into question. */
    private static final int TOO_FEW = 4;

    private static final int SHORTEST_MISSPELT = 4;
    // Of Latin letters: other scripts write no short vowels.
    private static final int SHORTEST_SOUNDED = 4;
    private static final int SHORTEST_ALONE = 3;

    // The steps in which candidates come: as typed, with a longer word where the last one was ended, spelt otherwise.
    private static final int AS_TYPED = 0;
    private static final int GOES_ON = 1;
    private static final int OTHERWISE = 2;

    private static final int LONGEST = 40;
    private static final int MOST_CHARACTERS = 1 << 24;

    private final NewsAnalyzer analyzer;
    private final Finder finder;
    private final Completions completions = new Completions();
    private final PublicArticles publicArticles;
    private final Behind behind;
    private volatile @Nullable Answered answered;

    Suggester(NewsAnalyzer analyzer, Finder finder) {
        this.analyzer = analyzer;
        this.finder = finder;
        publicArticles = finder.publicArticles();
        behind = new Behind(publicArticles);
    }

    Suggestions suggest(IndexSearcher searcher, SuggestQuery query, SearchPolicy policy, Instant now)
            throws IOException {
        SearchQuery all = SearchQuery.text(query.text()).whileTyping();
        Answer answer = answer(searcher, query, policy, now);
        return new Suggestions(query, answer.suggestions, answer.articles, answer.total, all);
    }

    private record Asked(String text, int suggestions, int articles) {}

    private record Answer(List<Suggestion> suggestions, List<SearchHit> articles, long total) {
        private static final int BESIDES = 100;

        private int characters() {
            int characters = BESIDES * (1 + suggestions.size() + articles.size());
            for (Suggestion one : suggestions) {
                characters +=
                        one.key().length() + one.text().length() + one.html().length();
            }
            for (SearchHit one : articles) {
                characters += one.headline().length() + one.headlineHtml().length();
                characters += one.snippetHtml().length();
            }
            return characters;
        }
    }

    /** All that an answer depends on besides what was asked: the same until an article comes, goes or is a whole hour older. */
    private record Moment(IndexReader.CacheKey reader, List<Object> states, Instant hour, SearchPolicy policy) {
        boolean isSame(Moment other) {
            if (reader != other.reader || !hour.equals(other.hour) || !policy.equals(other.policy)) {
                return false;
            }
            for (int i = 0; i < states.size(); i++) {
                if (states.get(i) != other.states.get(i)) {
                    return false;
                }
            }
            return true;
        }
    }

    /** What was answered at one moment. */
    private record Answered(Moment moment, Cache<Asked, Answer> answers) {
        Answered(Moment moment) {
            this(
                    moment,
                    Caffeine.newBuilder()
                            .<Asked, Answer>weigher((asked, answer) -> answer.characters())
                            .maximumWeight(MOST_CHARACTERS)
                            .executor(Runnable::run)
                            .build());
        }
    }

    private Answer answer(IndexSearcher searcher, SuggestQuery query, SearchPolicy policy, Instant now)
            throws IOException {
        IndexReader reader = searcher.getIndexReader();
        IndexReader.@Nullable CacheHelper cache = reader.getReaderCacheHelper();
        if (cache == null || query.text().length() > LONGEST) {
            return fresh(searcher, query, policy, now);
        }
        List<Object> states = new ArrayList<>();
        for (LeafReaderContext segment : reader.leaves()) {
            states.add(publicArticles.state(segment.reader(), now));
        }
        Moment moment = new Moment(cache.getKey(), states, BestHits.hour(now), policy);
        Answered known = answered;
        if (known == null || !known.moment.isSame(moment)) {
            known = new Answered(moment);
            answered = known;
        }
        Asked asked = new Asked(query.text(), query.suggestions(), query.articles());
        Answer answer = known.answers.getIfPresent(asked);
        if (answer == null) {
            answer = fresh(searcher, query, policy, now);
            known.answers.put(asked, answer);
        }
        return answer;
    }

    private Answer fresh(IndexSearcher searcher, SuggestQuery query, SearchPolicy policy, Instant now)
            throws IOException {
        SearchQuery all = SearchQuery.text(query.text()).whileTyping().page(0, Math.max(1, query.articles()));
        View view = new View(searcher, searcher, now, policy, 0, null, null, null);
        SearchPage page = finder.find(view, all);
        List<SearchHit> articles =
                page.hits().stream().limit(query.articles()).map(Ranked::item).toList();
        return new Answer(fresh(searcher.getIndexReader(), query, now), articles, page.total());
    }

    private List<Suggestion> fresh(IndexReader reader, SuggestQuery query, Instant now) throws IOException {
        Typed typed = Typed.read(analyzer, query.text());
        if (typed.isEmpty() || query.suggestions() == 0) {
            return List.of();
        }
        List<Suggestion> found = new Round(reader, typed, query.suggestions(), now).answer();
        return typed.abbreviates() && found.stream().noneMatch(one -> one.kind() == Kind.HEADLINE)
                ? new Round(reader, typed.inSmallLetters(), query.suggestions(), now).answer()
                : found;
    }

    /** One answer in the making. */
    private final class Round {
        private final IndexReader reader;
        private final Typed typed;
        private final int most;
        private final Behind.At at;
        private final List<Candidate> candidates = new ArrayList<>();
        private final @Nullable List<@Nullable FixedBitSet> among;

        Round(IndexReader reader, Typed typed, int most, Instant now) throws IOException {
            this.reader = reader;
            this.typed = typed;
            this.most = most;
            at = behind.at(reader, now);
            among = FinishedWords.headlines(reader, typed.finished());
        }

        List<Suggestion> answer() throws IOException {
            String last = typed.last().word();
            if (typed.words().length() <= LONGEST) {
                names(AS_TYPED, completions.of(reader, Field.NAME, typed.words()));
            }
            if (last.length() <= LONGEST) {
                words(AS_TYPED, completions.of(reader, Field.HEADLINE, last));
            }
            if (candidates.size() < TOO_FEW && last.length() <= LONGEST) {
                if (last.charAt(0) > 'z' || typed.words().length() >= SHORTEST_SOUNDED) {
                    sounded(last);
                }
                misspelt(last);
            }
            return printed(Candidate.spread(candidates, most));
        }

        private void misspelt(String last) throws IOException {
            if (last.length() < (candidates.isEmpty() || typed.ended() ? SHORTEST_ALONE : SHORTEST_MISSPELT)) {
                return;
            }
            if (typed.words().length() <= LONGEST) {
                names(OTHERWISE, completions.like(reader, Field.NAME, typed.words()));
            }
            words(OTHERWISE, completions.like(reader, Field.HEADLINE, last));
        }

        private void names(int step, List<Completions.Found> found) throws IOException {
            List<Integer> live = new ArrayList<>();
            for (Completions.Found one : found.subList(0, Math.min(COUNTED, found.size()))) {
                if (one.most() < fewestOf(live)) {
                    break;
                }
                SuggestedName name = SuggestedName.read(one.term());
                if (name != null) {
                    int articles = name(
                            step,
                            Field.NAME,
                            one,
                            name,
                            name.word(typed.finished().size()));
                    if (articles > 0) {
                        live.add(articles);
                    }
                }
            }
        }

        // How many articles the last has of those that are enough, so that what has fewer need not be counted.
        private int fewestOf(List<Integer> live) {
            int place = 2 * most;
            if (live.size() < place) {
                return 0;
            }
            int[] sorted = live.stream().mapToInt(Integer::intValue).sorted().toArray();
            return sorted[sorted.length - place];
        }

        private int name(int step, String field, Completions.Found one, SuggestedName name, String completion)
                throws IOException {
            int articles = at.articles(field, one);
            if (articles > 0) {
                candidates.add(new Candidate(
                        step(step, completion),
                        name.first() ? name.words().equals(completion) ? 0 : 1 : 2,
                        completion,
                        articles,
                        name.kind(),
                        name.key(),
                        name.text(),
                        null));
            }
            return articles;
        }

        private void words(int step, List<Completions.Found> found) throws IOException {
            int counted = 0;
            List<Integer> live = new ArrayList<>();
            for (Completions.Found one : found) {
                if (counted++ == (among == null ? COUNTED : COUNTED_AMONG)
                        || (among == null && one.most() < fewestOf(live))) {
                    break;
                }
                if (WordForms.isMark(one.term())) {
                    continue;
                }
                Behind.Found articles = at.headlines(one, among);
                if (articles.articles() > 0) {
                    live.add(articles.articles());
                }
                for (Behind.Article headline : articles.newest()) {
                    candidates.add(new Candidate(
                            step(step, one.term()),
                            3,
                            one.term(),
                            articles.articles(),
                            Kind.HEADLINE,
                            headline.id(),
                            "",
                            headline));
                }
            }
        }

        private int step(int step, String completion) {
            return step == AS_TYPED
                            && typed.ended()
                            && !completion.equals(typed.last().word())
                    ? GOES_ON
                    : step;
        }

        private void sounded(String last) throws IOException {
            List<Token> tokens = new ArrayList<>(typed.finished());
            tokens.add(typed.last());
            List<String> words = NameSounds.withoutArticles(tokens);
            List<String> before = words.subList(0, words.size() - 1);
            String bare = NameSounds.withoutArticle(last);
            if (words.size() < tokens.size()) {
                names(OTHERWISE, completions.of(reader, Field.NAME, String.join(" ", words)));
            }
            Set<String> seen = new HashSet<>();
            for (String key : NameSounds.keys(before, bare)) {
                List<Completions.Found> found = completions.of(reader, Field.NAME_KEY, key);
                for (Completions.Found one : found.subList(0, Math.min(COUNTED, found.size()))) {
                    SuggestedName name = SuggestedName.read(one.term());
                    if (name != null && seen.add(name.kind().name() + ' ' + name.key() + ' ' + name.text())) {
                        String completion = NameSounds.completion(
                                analyzer.tokens(name.text(), SuggestedName.MOST_WORDS), before, bare);
                        if (!completion.isEmpty()) {
                            name(OTHERWISE, Field.NAME_KEY, one, name, completion);
                        }
                    }
                }
            }
        }

        private List<Suggestion> printed(List<Candidate> best) throws IOException {
            List<Suggestion> printed = new ArrayList<>();
            for (Candidate one : best) {
                Behind.Article headline = one.headline();
                String text = one.text();
                if (headline != null) {
                    text = ArticleDocument.headline(reader, headline.document());
                }
                String key = headline == null
                        ? one.key()
                        : ArticleDocument.id(headline.id()).value();
                printed.add(new Suggestion(
                        one.kind(),
                        key,
                        text,
                        typed.mark(analyzer, text, one.completion()),
                        headline == null ? articles(one) : 1));
            }
            return printed;
        }

        private int articles(Candidate name) throws IOException {
            String field = switch (name.kind()) {
                case REGION -> Field.REGION;
                case SECTION -> Field.SECTION;
                case TAG -> Field.TAG;
                default -> Field.AUTHOR;
            };
            return at.articles(field, new Completions.Found(name.key(), 0, -1L));
        }
    }
}
