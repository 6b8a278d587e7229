package dev.byline.search.lucene;

import dev.byline.article.Article;
import dev.byline.search.document.SearchDocument;
import dev.byline.search.document.SearchField;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.FlagsAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.util.BytesRef;

/** An article as a description, with each term where Lucene would put it. */
final class DescribedArticle implements ArticleFields.Writer {
    /** Where the texts of a field have come to. */
    private static final class Text {
        private final List<SearchDocument.Token> tokens = new ArrayList<>();
        private int position = -1;
        private int offset;
    }

    private final NewsAnalyzer analyzer;
    private final Map<String, Text> texts = new LinkedHashMap<>();
    private final Map<String, List<SearchDocument.Key>> keys = new LinkedHashMap<>();
    private final Map<String, Long> numbers = new LinkedHashMap<>();
    private final Map<String, String> kept = new LinkedHashMap<>();

    private final WordsSeen seen = new WordsSeen();

    private DescribedArticle(NewsAnalyzer analyzer) {
        this.analyzer = analyzer;
    }

    /** Describes an article that {@link ArticleFields#belongs}. */
    static SearchDocument of(Article article, NewsAnalyzer analyzer) {
        DescribedArticle described = new DescribedArticle(analyzer);
        described.kept(SearchField.FINGERPRINT, hexadecimal(Fingerprint.of(article)));
        ArticleFields.tell(article, analyzer, described);
        return described.document();
    }

    private static String hexadecimal(BytesRef bytes) {
        return HexFormat.of().formatHex(bytes.bytes, bytes.offset, bytes.offset + bytes.length);
    }

    @Override
    public void text(SearchField field, String words, boolean persian, int part) {
        Text text = texts.computeIfAbsent(field.name(), first -> new Text());
        try (TokenStream stream = analyzer.forms(words, persian)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            PositionIncrementAttribute step = stream.addAttribute(PositionIncrementAttribute.class);
            OffsetAttribute offset = stream.addAttribute(OffsetAttribute.class);
            FlagsAttribute flags = stream.addAttribute(FlagsAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                if (!field.equals(SearchField.HEADLINE)) {
                    seen.see(term, flags, field.equals(SearchField.TEXT) ? 1 : 0, part);
                }
                text.position += step.getPositionIncrement();
                text.tokens.add(new SearchDocument.Token(
                        term.toString(),
                        text.position,
                        text.offset + offset.startOffset(),
                        text.offset + offset.endOffset()));
            }
            stream.end();
            text.position += step.getPositionIncrement() + analyzer.getPositionIncrementGap(field.name());
            text.offset += offset.endOffset() + analyzer.getOffsetGap(field.name());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    @Override
    public void key(SearchField field, String key, String name) {
        keys.computeIfAbsent(field.name(), first -> new ArrayList<>()).add(new SearchDocument.Key(key, name));
    }

    @Override
    public void number(SearchField field, long number) {
        numbers.put(field.name(), number);
    }

    @Override
    public void kept(SearchField field, String text) {
        kept.put(field.name(), text);
    }

    private SearchDocument document() {
        Map<String, List<SearchDocument.Token>> tokens = new LinkedHashMap<>();
        texts.forEach((field, text) -> {
            if (!text.tokens.isEmpty()) {
                tokens.put(field, text.tokens);
            }
        });
        kept(SearchField.WORDS, TextVector.of(seen).write());
        seen.spellings().forEach(spelling -> key(SearchField.SPELLING, spelling, ""));
        return new SearchDocument(tokens, keys, numbers, kept);
    }
}
