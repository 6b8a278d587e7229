package dev.byline.examples.cli.site;

import java.nio.ByteBuffer;
import java.time.Instant;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/**
 * How keys and values lie on disk.
 *
 * <p>Text is written character by character, not as UTF-8, because half a surrogate pair that came in by an import must
 * come out again. Lengths are checked against what is left, so that a damaged one can't ask for all the memory.
 */
final class DiskTypes {
    static final BasicDataType<String> TEXT = new TextType();
    static final BasicDataType<Place> PLACE = new PlaceType();
    static final BasicDataType<Instant> INSTANT = new InstantType();

    private DiskTypes() {}

    private static void write(WriteBuffer buffer, String text) {
        buffer.putVarInt(text.length()).putStringData(text, text.length());
    }

    private static String read(ByteBuffer buffer) {
        int length = DataUtils.readVarInt(buffer);
        if (length < 0 || length > buffer.remaining()) {
            throw DataUtils.newMVStoreException(DataUtils.ERROR_FILE_CORRUPT, "a text of {0} characters", length);
        }
        return DataUtils.readString(buffer, length);
    }

    private static int memory(String text) {
        return 24 + 2 * text.length();
    }

    private static final class TextType extends BasicDataType<String> {
        @Override
        public int compare(String one, String other) {
            return one.compareTo(other);
        }

        @Override
        public int getMemory(String text) {
            return memory(text);
        }

        @Override
        public void write(WriteBuffer buffer, String text) {
            DiskTypes.write(buffer, text);
        }

        @Override
        public String read(ByteBuffer buffer) {
            return DiskTypes.read(buffer);
        }

        @Override
        public String[] createStorage(int size) {
            return new String[size];
        }
    }

    private static final class PlaceType extends BasicDataType<Place> {
        @Override
        public int compare(Place one, Place other) {
            return one.compareTo(other);
        }

        @Override
        public int getMemory(Place place) {
            return 32 + memory(place.scope()) + memory(place.id());
        }

        @Override
        public void write(WriteBuffer buffer, Place place) {
            DiskTypes.write(buffer, place.scope());
            buffer.putLong(place.second()).putInt(place.nano());
            DiskTypes.write(buffer, place.id());
        }

        @Override
        public Place read(ByteBuffer buffer) {
            return new Place(DiskTypes.read(buffer), buffer.getLong(), buffer.getInt(), DiskTypes.read(buffer));
        }

        @Override
        public Place[] createStorage(int size) {
            return new Place[size];
        }
    }

    private static final class InstantType extends BasicDataType<Instant> {
        @Override
        public int compare(Instant one, Instant other) {
            return one.compareTo(other);
        }

        @Override
        public int getMemory(Instant instant) {
            return 24;
        }

        @Override
        public void write(WriteBuffer buffer, Instant instant) {
            buffer.putLong(instant.getEpochSecond()).putInt(instant.getNano());
        }

        @Override
        public Instant read(ByteBuffer buffer) {
            return Instant.ofEpochSecond(buffer.getLong(), buffer.getInt());
        }

        @Override
        public Instant[] createStorage(int size) {
            return new Instant[size];
        }
    }
}
