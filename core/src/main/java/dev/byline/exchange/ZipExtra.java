package dev.byline.exchange;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/** The extra fields of an entry in a zip's directory, of which two matter: sizes beyond 4 GiB and the name in UTF-8. */
final class ZipExtra {
    private static final int LONG_SIZES = 0x0001;
    private static final int NAME = 0x7075;

    private final ByteBuffer sizes;
    private final ByteBuffer name;

    private ZipExtra(ByteBuffer sizes, ByteBuffer name) {
        this.sizes = sizes;
        this.name = name;
    }

    /** Takes the fields apart; what is cut off is no field. */
    static ZipExtra of(byte[] extra) {
        ByteBuffer in = ByteBuffer.wrap(extra).order(ByteOrder.LITTLE_ENDIAN);
        ByteBuffer sizes = in.slice(0, 0);
        ByteBuffer name = in.slice(0, 0);
        while (in.remaining() >= 4) {
            int id = in.getShort() & 0xFFFF;
            int length = in.getShort() & 0xFFFF;
            if (length > in.remaining()) {
                break;
            }
            if (id == LONG_SIZES) {
                sizes = in.slice(in.position(), length);
            } else if (id == NAME) {
                name = in.slice(in.position(), length);
            }
            in.position(in.position() + length);
        }
        return new ZipExtra(sizes.order(ByteOrder.LITTLE_ENDIAN), name.order(ByteOrder.LITTLE_ENDIAN));
    }

    /** The next of the long sizes; the other where there is none. */
    long nextLong(long other) {
        return sizes.remaining() >= Long.BYTES ? sizes.getLong() : other;
    }

    /** The entry's name in UTF-8 if it belongs to the name in the entry itself; null if there is none. */
    @Nullable
    String name(byte[] plain) {
        if (name.remaining() < 5 || name.get(0) != 1) {
            return null;
        }
        CRC32 check = new CRC32();
        check.update(plain);
        return name.getInt(1) == (int) check.getValue()
                ? StandardCharsets.UTF_8
                        .decode(name.slice(5, name.remaining() - 5))
                        .toString()
                : null;
    }
}
