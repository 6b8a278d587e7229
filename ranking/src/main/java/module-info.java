/** Weighing signals: related posts and popular posts. */
module dev.byline.ranking {
    requires transitive dev.byline.core;
    requires static transitive org.jspecify;
    requires static com.google.errorprone.annotations;
    requires com.github.benmanes.caffeine;

    exports dev.byline.ranking;
    exports dev.byline.ranking.audience;
    exports dev.byline.ranking.popular;
    exports dev.byline.ranking.related;
}
