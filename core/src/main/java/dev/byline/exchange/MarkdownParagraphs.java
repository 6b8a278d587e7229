package dev.byline.exchange;

import org.commonmark.node.Block;
import org.commonmark.node.Paragraph;
import org.commonmark.parser.InlineParser;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.SourceLines;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockParserFactory;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;
import org.jspecify.annotations.Nullable;

/**
 * Ends paragraphs of too many lines and begins another. For each line that begins with anything but a letter, the parser
 * copies all lines of its paragraph, which costs the square of their number; those of another are left alone.
 *
 * <p>One for each parser; not thread-safe.
 */
final class MarkdownParagraphs implements BlockParserFactory {
    private static final int MOST_LINES = 200;

    private @Nullable Block current;
    private int lines;

    @Override
    public @Nullable BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
        Block block = matched.getMatchedBlockParser().getBlock();
        if (block != current) {
            current = block;
            lines = 0;
        }
        if (!(block instanceof Paragraph) || ++lines <= MOST_LINES) {
            return BlockStart.none();
        }
        return matched.getMatchedBlockParser() instanceof Rest
                ? BlockStart.none()
                : BlockStart.of(new Rest()).atIndex(state.getNextNonSpaceIndex());
    }

    /** The lines of a paragraph that came after too many. */
    private static final class Rest extends AbstractBlockParser {
        private final Paragraph block = new Paragraph();
        private final SourceLines content = SourceLines.empty();

        @Override
        public Block getBlock() {
            return block;
        }

        @Override
        public @Nullable BlockContinue tryContinue(ParserState state) {
            return state.isBlank() ? BlockContinue.none() : BlockContinue.atIndex(state.getNextNonSpaceIndex());
        }

        @Override
        public void addLine(SourceLine line) {
            content.addLine(line);
        }

        @Override
        public void parseInlines(InlineParser inlines) {
            inlines.parse(content, block);
        }
    }
}
