package dev.byline.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/** The formats that can be told from the first bytes of a document. */
final class Formats {
    private static final List<Format> ALL = List.of(
            new Format(Wxr.ENDINGS, Wxr::recognises, WxrReader::with),
            new Format(Feed.ENDINGS, Feed::recognises, FeedReader::with),
            new Format(JsonPass.ENDINGS, start -> JsonPass.recognises(start, WpRest::recognises), WpRestReader::with),
            new Format(JsonPass.ENDINGS, start -> JsonPass.recognises(start, Ghost::recognises), GhostReader::with),
            new Format(JsonPass.ENDINGS, start -> JsonPass.recognises(start, Ninjs::recognises), NinjsReader::with),
            new Format(JsonLines.ENDINGS, JsonLines::recognises, JsonLinesReader::with),
            new Format(MarkdownDocument.ENDINGS, MarkdownDocument::recognises, MarkdownReader::with));

    private Formats() {}

    /**
     * A format.
     *
     * @param endings how its documents are called where there are several
     * @param recognises whether a document that begins so may be one
     * @param reader makes the reader
     */
    private record Format(
            List<String> endings, Predicate<byte[]> recognises, Function<ImportOptions, ContentReader> reader) {
        boolean takes(ContentSource source, String document, byte[] start) {
            return (Reading.isOne(source, document) || Reading.isCalled(document, endings)) && recognises.test(start);
        }
    }

    /** What reads a source that can't be read: tells why. */
    private record Refusing(Tally tally) implements ContentReader {
        @Override
        public String format() {
            return "archive";
        }

        @Override
        public boolean recognises(byte[] start) {
            return false;
        }

        @Override
        public ImportReport read(ContentSource source, Consumer<? super Item> items) {
            return tally.imported(format(), source);
        }
    }

    /** The reader for the first document that one recognises, or for telling why the source can't be read. */
    static Optional<ContentReader> recognising(ContentSource source, ImportOptions options) {
        List<String> endings =
                ALL.stream().flatMap(format -> format.endings().stream()).toList();
        List<Format> found = new ArrayList<>(1);
        Tally tally = new Tally(0);
        Reading.over(source, endings, "", tally, (document, in) -> {
            byte[] start = in.readNBytes(ContentReader.START);
            ALL.stream()
                    .filter(format -> format.takes(source, document, start))
                    .findFirst()
                    .ifPresent(found::add);
            return found.isEmpty();
        });
        if (found.isEmpty()) {
            return tally.refused() ? Optional.of(new Refusing(tally)) : Optional.empty();
        }
        return Optional.of(found.get(0).reader().apply(options));
    }
}
