package dev.byline.examples.site;

import dev.byline.article.ArticleStore;
import dev.byline.article.Publication;
import dev.byline.comment.CommentHistory;
import dev.byline.examples.sql.ArticleTables;
import dev.byline.examples.sql.CommentTables;
import dev.byline.examples.sql.JdbcArticleStore;
import dev.byline.examples.sql.JdbcCommentHistory;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.support.TransactionTemplate;

/** Where articles are kept, and what comments were said: in the database that Spring was told of, behind Byline's seams. */
@Configuration(proxyBeanMethods = false)
class Storage {
    @Bean
    ArticleStore store(DataSource database, Publication publication) {
        ArticleTables.create(database);
        return new JdbcArticleStore(database, publication.zone());
    }

    /** Within Spring's transactions, so that a claim is stored with its comment or not at all. */
    @Bean
    CommentHistory history(DataSource database, Members members, TransactionTemplate transaction) {
        CommentTables.create(database);
        return new JdbcCommentHistory(
                new TransactionAwareDataSourceProxy(database),
                members::isMembersEmail,
                work -> transaction.executeWithoutResult(status -> work.run()));
    }
}
