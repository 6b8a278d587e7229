package dev.byline.examples.cli.site;

import dev.byline.article.Author;
import dev.byline.article.ContentException;
import dev.byline.article.Publication;
import dev.byline.article.StaticPage;
import dev.byline.exchange.Item;
import dev.byline.taxonomy.Menu;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/** All that one generation holds. */
final class Content implements AutoCloseable {
    private static final String THE_ONE = "";
    private static final int SHRINK_AT_MOST_MILLIS = 20_000;
    private static final String STATE = "state";
    private static final String WHOLE = "whole";
    private static final String FILLING = "filling";

    final ContentFile file;
    final FileArticleStore articles;
    final Discussions discussions;
    final Shelf<Publication> publications;
    final Shelf<Author> authors;
    final Shelf<Menu> menus;
    final Shelf<StaticPage> pages;
    final Shelf<Item.Redirect> redirects;
    final Shelf<Item.Balance> balances;

    /** The articles whose balances the counters have not been told yet. */
    final MVMap<String, String> balancesDue;

    /** The articles whose counts of comments an import must bring up to date before it ends. */
    final MVMap<String, String> touched;

    private final MVMap<String, String> settings;
    private volatile @Nullable ZoneId zone;

    private Content(ContentFile file) {
        this.file = file;
        settings = file.texts("settings");
        publications = new Shelf<>(file, "publication", Publication.class);
        articles = new FileArticleStore(file, name(), this::zone);
        discussions = new Discussions(file);
        authors = new Shelf<>(file, "authors", Author.class);
        menus = new Shelf<>(file, "menus", Menu.class);
        pages = new Shelf<>(file, "pages", StaticPage.class);
        redirects = new Shelf<>(file, "redirects", Item.Redirect.class);
        balances = new Shelf<>(file, "balances", Item.Balance.class);
        balancesDue = file.texts("balances-due");
        touched = file.texts("touched");
    }

    /**
     * Opens a generation.
     *
     * @throws SiteException if another process has it, or it is damaged
     */
    static Content open(Path path, ContentFile.Use use) {
        ContentFile file = ContentFile.open(path, use);
        try {
            Content content = new Content(file);
            if (file.begun() && !WHOLE.equals(file.reading(() -> content.settings.get(STATE)))) {
                // The end of the file is gone, and what is left is a state of an import on its way.
                throw new SiteException(ContentFile.damaged(path));
            }
            if (use == ContentFile.Use.FILL) {
                file.changing(() -> content.settings.put(STATE, FILLING));
                file.save();
            }
            return content;
        } catch (ContentException failure) {
            file.close();
            throw new SiteException(ContentFile.damaged(path), failure);
        } catch (RuntimeException failure) {
            file.close();
            throw failure;
        }
    }

    /** Closes a generation that was filled, for good. */
    void finish() {
        file.changing(() -> settings.put(STATE, WHOLE));
        file.save();
        file.shrink(SHRINK_AT_MOST_MILLIS);
        file.finish();
    }

    // The name stays when a generation is copied, so whoever follows the articles goes on where it stood; it is random
    // so that no other folder's cursor is taken for one of this. No list and no page depends on it.
    private String name() {
        String known = file.reading(() -> settings.get("store"));
        if (known != null) {
            return known;
        }
        if (file.begun()) {
            throw new ContentException("the store has no name");
        }
        String name = UUID.randomUUID().toString();
        file.changing(() -> settings.put("store", name));
        return name;
    }

    Optional<Publication> publication() {
        return file.reading(() -> publications.get(THE_ONE));
    }

    SiteChanges.Outcome publication(Publication now) {
        zone = null;
        return publications.put(THE_ONE, now);
    }

    private ZoneId zone() {
        ZoneId known = zone;
        if (known == null) {
            known = publications.get(THE_ONE).map(Publication::zone).orElse(ZoneOffset.UTC);
            zone = known;
        }
        return known;
    }

    @Override
    public void close() {
        file.close();
    }
}
