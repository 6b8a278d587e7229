package dev.byline.examples.cli;

import dev.byline.article.ArticleId;
import dev.byline.search.ArticleSearch;
import dev.byline.search.SearchException;
import dev.byline.search.SearchStatus;
import dev.byline.search.Verification;
import dev.byline.search.lucene.LuceneSearch;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Looks after the search index. */
@Command(
        name = "index",
        mixinStandardHelpOptions = true,
        description = "Verifies the search index against the site's articles, or builds it anew from them.",
        footer = {
            "",
            "verify   reads all of both and names what differs; exit code 1 if anything does,",
            "         3 if the index is damaged or missing",
            "rebuild  throws the index away, whatever its state, and builds it anew"
        })
final class IndexCommand extends SiteCommand {
    private static final String OFFER = "byline index rebuild";
    private static final int MOST_NAMED = 10;

    /** What can be done. */
    enum Action {
        VERIFY,
        REBUILD;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Parameters(arity = "1", paramLabel = "ACTION", description = "verify or rebuild.")
    Action action = Action.VERIFY;

    /** What came of a rebuild. */
    record Rebuilt(long articles, SearchStatus status) {}

    @Override
    int run(Path folder) {
        return switch (action) {
            case VERIFY -> verify(folder);
            case REBUILD -> rebuild(folder);
        };
    }

    private int verify(Path folder) {
        Verification verified;
        try (Newsroom newsroom = Newsroom.read(folder, clock());
                ArticleSearch index = LuceneSearch.reading(newsroom.site().index(), clock())) {
            verified = index.verifyAgainst(newsroom.articles());
        } catch (SearchException failure) {
            throw failure.rebuildHelps()
                    ? SearchException.unusable(failure.getMessage() + " (" + OFFER + ")", failure)
                    : failure;
        }
        if (json) {
            terminal().json(verified);
        } else if (verified.clean()) {
            terminal()
                    .line("The index holds " + PageText.count(verified.compared(), "article")
                            + ", each as the site has it, and nothing else.");
        } else {
            print(verified);
        }
        return verified.clean() ? Byline.DONE : Byline.REFUSED;
    }

    private void print(Verification verified) {
        terminal().line("The index is not as the site is; " + OFFER + " builds it anew.");
        named("missing from it", verified.missing(), verified.missingIds());
        named("in it, but not on the site", verified.extra(), verified.extraIds());
        named("otherwise than on the site", verified.different(), verified.differentIds());
    }

    private void named(String how, long count, List<ArticleId> ids) {
        if (count > 0) {
            List<String> names = new ArrayList<>(
                    ids.stream().limit(MOST_NAMED).map(ArticleId::value).toList());
            if (count > names.size()) {
                names.add("…");
            }
            terminal().wrapped(PageText.count(count, "article") + " " + how + ": " + String.join(", ", names), "  ");
        }
    }

    private int rebuild(Path folder) {
        // What is damaged may show only when it is read, so nothing of the old one is kept.
        try (Newsroom newsroom = Newsroom.edit(folder, clock());
                ArticleSearch index = LuceneSearch.anew(newsroom.site().index(), clock())) {
            long told = index.rebuildFrom(newsroom.articles(), soFar -> {
                terminal().progress("%,d articles read", soFar);
                return true;
            });
            terminal().progressDone();
            SearchStatus status = index.status();
            if (json) {
                terminal().json(new Rebuilt(told, status));
            } else {
                terminal()
                        .line("The index is built anew and holds " + PageText.count(status.articles(), "article")
                                + ".");
            }
            return Byline.DONE;
        }
    }
}
