package dev.byline.ranking.popular;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Records that a journal has all or none of, as one record. */
final class JoinedRecords {
    private static final int HEAD = 1 + Integer.BYTES;

    private JoinedRecords() {}

    /** Takes one of them. */
    interface Reader {
        void take(byte[] record) throws IOException;
    }

    /** Some records as one, or as few as there is room for in one; those that are joined already never nest. */
    static List<byte[]> of(List<byte[]> records) {
        List<byte[]> joined = new ArrayList<>();
        List<byte[]> some = new ArrayList<>();
        long length = 0;
        for (byte[] one : records) {
            if (length + one.length > Records.LONGEST && !some.isEmpty()) {
                joined.add(join(some));
                some.clear();
                length = 0;
            }
            some.add(one);
            length += Integer.BYTES + one.length;
        }
        if (!some.isEmpty()) {
            joined.add(join(some));
        }
        return joined;
    }

    private static byte[] join(List<byte[]> records) {
        if (records.size() == 1) {
            return records.get(0);
        }
        int length = HEAD;
        int count = 0;
        for (byte[] one : records) {
            length += isJoined(one) ? one.length - HEAD : Integer.BYTES + one.length;
            count += isJoined(one) ? ByteBuffer.wrap(one).getInt(1) : 1;
        }
        ByteBuffer all = ByteBuffer.allocate(length).put((byte) Records.JOINED).putInt(count);
        for (byte[] one : records) {
            if (isJoined(one)) {
                all.put(one, HEAD, one.length - HEAD);
            } else {
                all.putInt(one.length).put(one);
            }
        }
        return all.array();
    }

    private static boolean isJoined(byte[] record) {
        return record[0] == Records.JOINED;
    }

    /** Takes them apart, behind what says that they are joined. */
    static void apply(DataInputStream in, Reader reader) throws IOException {
        for (int left = in.readInt(); left > 0; left--) {
            byte[] one = in.readNBytes(in.readInt());
            if (one.length == 0 || isJoined(one)) {
                throw new IOException("joined records that can't be read");
            }
            reader.take(one);
        }
    }
}
