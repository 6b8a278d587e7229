package dev.byline.examples.cli.site;

import dev.byline.article.Article;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** All that a site answers, each sort asked for by itself, to be compared with another's. */
public final class SiteContent {
    private SiteContent() {}

    public static List<Object> of(Path folder) {
        List<Object> content = new ArrayList<>();
        try (Site site = Site.read(folder)) {
            content.add(site.publication());
            content.add(site.authors());
            content.add(site.menus());
            content.add(site.pages());
            try (Stream<Article> articles = site.articles().stream()) {
                articles.forEach(article -> {
                    content.add(article);
                    content.add(article.body());
                    content.add(site.comments(article.id()));
                });
            }
            site.remarks().forEach(remark -> {
                content.add(remark);
                content.add(site.sender(remark.comment().id()));
            });
            content.add(site.balances().toList());
            content.add(site.redirects().toList());
        }
        return content;
    }
}
