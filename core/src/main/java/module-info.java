/** The model of a news site: articles, regions and tags, text, comments and the exchange of content. */
module dev.byline.core {
    requires transitive com.fasterxml.jackson.annotation;
    requires transitive jakarta.validation;
    requires static transitive org.jspecify;
    requires static com.google.errorprone.annotations;
    requires com.github.benmanes.caffeine;
    requires java.xml;
    requires org.jsoup;
    requires static org.commonmark;
    requires static org.commonmark.ext.gfm.strikethrough;
    requires static org.commonmark.ext.gfm.tables;
    requires static org.snakeyaml.engine;
    requires static tools.jackson.core;
    requires static tools.jackson.databind;

    exports dev.byline.article;
    exports dev.byline.comment;
    exports dev.byline.exchange;
    exports dev.byline.publish;
    exports dev.byline.score;
    exports dev.byline.taxonomy;
    exports dev.byline.text;

    // A validation provider reads the annotations and makes the validators.
    opens dev.byline.comment;
}
