/** Finding texts: queries and texts like this one, on an embedded Lucene index. */
module dev.byline.search {
    requires transitive dev.byline.core;
    requires static transitive org.jspecify;
    requires static com.google.errorprone.annotations;
    requires com.github.benmanes.caffeine;
    requires ejml.core;
    requires ejml.ddense;
    requires java.logging;
    requires transitive org.apache.lucene.core;
    requires org.apache.lucene.analysis.common;
    requires org.apache.lucene.analysis.icu;
    requires org.apache.lucene.highlighter;

    exports dev.byline.search;
    exports dev.byline.search.document;
    exports dev.byline.search.lucene;
}
