package dev.byline.exchange;

import java.util.HashMap;
import java.util.Map;

/**
 * Gives each slug once. What the source itself calls something goes before what is made of titles, and where a slug is
 * taken, a number follows it.
 */
final class FreeSlugs {
    private static final int ROOM_FOR_NUMBER = 8;

    private final LongSet reserved = new LongSet();
    private final LongSet taken = new LongSet();
    // Where the search for a free one goes on, so that many equal wishes cost no more than different ones.
    private final Map<String, Integer> next = new HashMap<>();

    /** Keeps a slug for what the source calls so. */
    void reserve(String own) {
        if (!own.isEmpty()) {
            reserved.add(WxrSlugs.key(own));
        }
    }

    /** The slug that the source gives, or one like it if it gives it twice. */
    String own(String slug) {
        String key = WxrSlugs.key(slug);
        return taken.add(key) ? key : numbered(key);
    }

    /** A slug near one that was made, that no other has or is called by the source. */
    String made(String wish) {
        String key = WxrSlugs.key(wish);
        return !reserved.contains(key) && taken.add(key) ? key : numbered(key);
    }

    private String numbered(String key) {
        String base = key.substring(0, Math.min(key.length(), WxrSlugs.LONGEST_KEY - ROOM_FOR_NUMBER));
        if (Character.isHighSurrogate(base.charAt(base.length() - 1))) {
            base = base.substring(0, base.length() - 1);
        }
        String slug;
        do {
            slug = base + "-" + (next.merge(base, 1, Integer::sum) + 1);
        } while (reserved.contains(slug) || !taken.add(slug));
        return slug;
    }
}
