package dev.byline.exchange;

import dev.byline.article.Image;
import dev.byline.article.Publication;
import dev.byline.text.Language;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the first pass over a WXR source gathers, so that the second can give each item whole: the head, the pictures
 * that articles name, pages, menus, and which slugs are taken.
 *
 * <p>Articles leave 16 to 32 bytes here for their id and as much for their slug; bodies and comments leave nothing. What
 * names, titles and addresses leave is bounded.
 */
final class WxrIndex implements WxrParser.Parts {
    private static final int MOST_KEPT = 32 << 20;

    private final Tally tally;
    private final ZoneId zone;
    private final Map<String, String> site = new HashMap<>();
    final WxrTerms terms;
    final WxrAuthors authors = new WxrAuthors();
    final WxrMenus menus = new WxrMenus();
    private final Map<Long, Image> attachments = new HashMap<>();
    private final Set<Long> pictures = new HashSet<>();
    private final Map<Long, WxrMenus.Post> pages = new HashMap<>();
    // In the order of the ids, so that the same page gets the plain slug each time.
    private final Map<Long, String> pagesWithoutSlug = new TreeMap<>();
    private final LongSet ids = new LongSet();
    private final LongSet articleSlugs = new LongSet();
    private final LongSet pageSlugs = new LongSet();
    private String document = "";
    private long kept;

    WxrIndex(ImportOptions options, Tally tally) {
        this.tally = tally;
        zone = options.zone();
        terms = new WxrTerms(options.categories());
    }

    void begin(String document) {
        this.document = document;
    }

    /** What texts take of the heap, about, whatever their length. */
    static long size(String... texts) {
        long size = 0;
        for (String text : texts) {
            size += text.length() + XmlCursor.COST_OF_A_TEXT;
        }
        return size;
    }

    private void keep(long line, long size) throws Refused {
        kept += size;
        if (kept > MOST_KEPT) {
            throw new Refused(line, "holds more than " + MOST_KEPT + " characters of names, titles and addresses");
        }
    }

    /** A positive number written with digits alone; null otherwise. */
    static @Nullable Long number(String text) {
        if (text.isEmpty() || text.length() > 18) {
            return null;
        }
        long number = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return null;
            }
            number = 10 * number + digit;
        }
        return number == 0 ? null : number;
    }

    @Override
    public boolean whole() {
        return false;
    }

    @Override
    public void site(String field, String text) {
        if (!text.isBlank()) {
            site.putIfAbsent(field, text.strip());
        }
    }

    @Override
    public void author(WxrItem.Author author) throws Refused {
        if (author.login.isEmpty() && author.displayName.isEmpty()) {
            tally.skip("author without login and name");
        } else {
            long before = authors.size();
            authors.define(author);
            keep(author.line, authors.size() - before);
        }
    }

    @Override
    public void term(WxrItem.Term term) throws Refused {
        keep(term.line, size(term.id, term.slug, term.name, term.parent));
        Counted counted = terms.define(term);
        if (counted != null) {
            tally.count(counted);
        }
    }

    @Override
    public void item(WxrItem item) throws Refused {
        Long id = number(item.id);
        if (id == null) {
            return;
        }
        // An export of several menus can hold the same ids in each.
        if (item.type.equals("nav_menu_item")) {
            String menu = terms.menu(item);
            if (!menu.isEmpty() && item.status.equals("publish")) {
                keep(item.line, item.size);
                menus.add(document, menu, item, id);
            }
            return;
        }
        if (!ids.add(id)) {
            return;
        }
        switch (item.type) {
            case "attachment" -> attachment(item, id);
            case "guest-author" -> author(item.guest);
            case "page" -> page(item, id);
            case "post", "" -> {
                long before = authors.size();
                authors.mention(item);
                keep(item.line, terms.mention(item) + authors.size() - before);
                Long picture = number(item.thumbnail);
                if (picture != null && pictures.add(picture)) {
                    keep(item.line, size(""));
                }
                String slug = WxrSlugs.slug(item.slug);
                if (!slug.isEmpty()) {
                    articleSlugs.add(slug);
                }
            }
            default -> {}
        }
    }

    private void attachment(WxrItem item, long id) throws Refused {
        String url = item.attachmentUrl.isBlank() ? item.guid : item.attachmentUrl;
        if (!url.isBlank()) {
            Image image = new Image(url, WxrSlugs.plain(item.alt), WxrSlugs.plain(item.excerpt), "", null, null);
            keep(item.line, size(url, image.alt(), image.caption()));
            attachments.put(id, image);
        }
    }

    private void page(WxrItem item, long id) throws Refused {
        String slug = WxrSlugs.slug(item.slug);
        String title = WxrSlugs.plain(item.title);
        keep(item.line, size(slug, slug, title));
        boolean own = !slug.isEmpty() && pageSlugs.add(slug);
        pages.put(id, new WxrMenus.Post(slug, title));
        if (!own) {
            pagesWithoutSlug.put(id, slug.isEmpty() ? WxrSlugs.made(title) : slug);
        }
    }

    /** Says that the source has been seen to its end. */
    void end() {
        ids.clear();
        attachments.keySet().retainAll(pictures);
        pagesWithoutSlug.forEach((id, wish) -> {
            WxrMenus.Post page = pages.get(id);
            String title = page == null ? "" : page.title();
            pages.put(id, new WxrMenus.Post(free(wish, id, pageSlugs, pageSlugs), title));
        });
    }

    /** A slug near the wish that nobody has yet: with the id where the wish is taken, which is the same each time. */
    static String free(String wish, long id, LongSet reserved, LongSet taken) {
        String first = wish.isEmpty() ? Long.toString(id) : wish;
        if (!reserved.contains(first) && taken.add(first)) {
            return first;
        }
        String next = first + "-" + id;
        for (int n = 2; reserved.contains(next) || !taken.add(next); n++) {
            next = first + "-" + id + "-" + n;
        }
        return next;
    }

    LongSet articleSlugs() {
        return articleSlugs;
    }

    @Nullable
    Image picture(long id) {
        return attachments.get(id);
    }

    WxrMenus.@Nullable Post page(long id) {
        return pages.get(id);
    }

    /** Whether the head says anything of the site. */
    boolean hasSite() {
        return !site.isEmpty();
    }

    Language language() {
        return Language.of(site.getOrDefault("language", "und"));
    }

    Publication publication() {
        String name = WxrSlugs.plain(site.getOrDefault("title", ""));
        String logo = site.getOrDefault("image", "");
        return new Publication(
                name,
                site.getOrDefault("link", ""),
                WxrSlugs.plain(site.getOrDefault("description", "")),
                logo.isEmpty() ? null : Image.of(logo, name),
                language(),
                zone,
                "",
                List.of());
    }
}
