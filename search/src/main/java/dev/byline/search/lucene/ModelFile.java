package dev.byline.search.lucene;

import dev.byline.search.likeness.TextModel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.store.ChecksumIndexInput;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexOutput;

/** The file of a model of texts beside the segments of an index: whole and safe on disk before a commit names it. */
final class ModelFile {
    private static final String NAME = "texts.";
    private static final String CODEC = "BylineTexts";
    private static final int VERSION = 1;

    private ModelFile() {}

    static boolean is(String file) {
        return file.length() > NAME.length()
                && file.startsWith(NAME)
                && file.chars().skip(NAME.length()).allMatch(c -> c >= '0' && c <= '9');
    }

    private static String name(long number) {
        return NAME + number;
    }

    /** Writes a model, which may be used then. */
    static Portraits.Drawn write(Directory directory, long number, TextModel model) throws IOException {
        String name = name(number);
        // Of a process that came no further.
        delete(directory, name);
        try (IndexOutput out = directory.createOutput(name, IOContext.DEFAULT)) {
            CodecUtil.writeHeader(out, CODEC, VERSION);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            model.write(new DataOutputStream(bytes));
            out.writeBytes(bytes.toByteArray(), bytes.size());
            CodecUtil.writeFooter(out);
        }
        directory.sync(List.of(name));
        directory.syncMetaData();
        return read(directory, number);
    }

    /** The model with this number; the first of all has no file, and knows nothing. */
    static Portraits.Drawn read(Directory directory, long number) throws IOException {
        if (number == 0) {
            return Portraits.Drawn.FIRST;
        }
        try (ChecksumIndexInput in = directory.openChecksumInput(name(number), IOContext.READONCE)) {
            CodecUtil.checkHeader(in, CODEC, VERSION, VERSION);
            long length = in.length() - in.getFilePointer() - CodecUtil.footerLength();
            if (length < 0 || length > Integer.MAX_VALUE - 8) {
                throw new CorruptIndexException("no model of texts of " + length + " bytes", in);
            }
            byte[] bytes = new byte[(int) length];
            in.readBytes(bytes, 0, bytes.length);
            long mark = CodecUtil.checkFooter(in);
            return new Portraits.Drawn(
                    number, mark, TextModel.read(new DataInputStream(new ByteArrayInputStream(bytes))));
        }
    }

    /** Deletes the models before this one but for the last, which somebody else may be about to read. */
    static void deleteBefore(Directory directory, long number) throws IOException {
        for (String file : directory.listAll()) {
            if (is(file)
                    && !List.of(name(number - 1), name(number), name(number + 1))
                            .contains(file)) {
                directory.deleteFile(file);
            }
        }
    }

    private static void delete(Directory directory, String file) throws IOException {
        for (String one : directory.listAll()) {
            if (one.equals(file)) {
                directory.deleteFile(file);
            }
        }
    }
}
