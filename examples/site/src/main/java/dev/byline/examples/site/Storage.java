package dev.byline.examples.site;

import dev.byline.article.ArticleStore;
import dev.byline.article.Publication;
import dev.byline.examples.sql.ArticleTables;
import dev.byline.examples.sql.JdbcArticleStore;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where articles are kept: in the database that Spring was told of, behind Byline's seam. */
@Configuration(proxyBeanMethods = false)
class Storage {
    @Bean
    ArticleStore store(DataSource database, Publication publication) {
        ArticleTables.create(database);
        return new JdbcArticleStore(database, publication.zone());
    }
}
