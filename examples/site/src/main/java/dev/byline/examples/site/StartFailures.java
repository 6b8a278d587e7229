package dev.byline.examples.site;

import dev.byline.ranking.RankingException;
import dev.byline.search.SearchException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzedException;
import org.springframework.boot.diagnostics.FailureAnalyzer;

/** Says in a sentence why the site can't start, and in another what to do, where Spring would print its whole stack. */
public class StartFailures implements FailureAnalyzer {
    private static final String FOLDER =
            "Is another process at work on byline.folder? One folder is one site, and one process. May this one write there?";

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String what = String.valueOf(cause.getMessage());
            if (cause instanceof FailureAnalyzedException told) {
                return told.analysis();
            }
            if (cause instanceof SearchException || cause instanceof RankingException) {
                return new FailureAnalysis(what, FOLDER, failure);
            }
            if (cause instanceof SQLException sql) {
                return new FailureAnalysis(
                        "the database does not open (" + sql.getSQLState() + "): " + what,
                        "See spring.datasource.url, .username and .password. " + FOLDER,
                        failure);
            }
        }
        return null;
    }
}
