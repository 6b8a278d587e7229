package dev.byline.examples.cli.evaluate;

import dev.byline.article.ArticleId;
import dev.byline.examples.cli.lines.BadLine;
import dev.byline.examples.cli.lines.JsonLine;
import dev.byline.text.Language;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The documents of a collection, of which only the ids are held: whoever wants their texts is given them batch by batch,
 * in the order of the file, as often as asked for.
 */
final class Documents {
    /** When documents were published of which none has a date. */
    static final Instant UNDATED = Instant.parse("2000-01-01T00:00:00Z");

    private static final int BATCH = 1_000;
    private static final int LONGEST_ID = 200;
    private static final String STAND_IN = "document ";

    private final JsonLinesFile file;
    private final @Nullable Language stated;
    private final Map<String, Long> lines = new HashMap<>();
    private final Map<String, ArticleId> standIns = new HashMap<>();
    private final Map<String, String> stoodInFor = new HashMap<>();
    private final LanguageGuess guess = new LanguageGuess();
    private @Nullable Instant oldest;
    private @Nullable Instant newest;
    private int unreadDates;
    private long firstUnreadDate;

    /** Whoever is given the batches. */
    interface Taker {
        /** Takes a batch; whether it wants more. */
        boolean take(List<Document> batch) throws BadInput;
    }

    private Documents(Path path, @Nullable Language stated) {
        file = new JsonLinesFile(path);
        this.stated = stated;
    }

    /**
     * Reads a file for the first time.
     *
     * @param stated the language of documents that name none, or null
     */
    static Documents of(Path path, @Nullable Language stated) throws BadInput {
        Documents documents = new Documents(path, stated);
        documents.file.each(documents::survey);
        if (documents.lines.isEmpty()) {
            throw new BadInput(path, "holds no document");
        }
        documents.nameAgain();
        return documents;
    }

    private boolean survey(JsonLine line) throws BadLine {
        String id = line.required("id");
        Long before = lines.putIfAbsent(id, line.number());
        if (before != null) {
            throw new BadLine("the document of line " + before + " has this id too");
        }
        String text = line.text("title") + "\n" + line.text("body");
        guess.add(language(line), text);
        String date = line.text("date");
        Instant at = Dates.of(date.strip());
        if (at == null) {
            if (!date.isBlank() && unreadDates++ == 0) {
                firstUnreadDate = line.number();
            }
            return true;
        }
        oldest = oldest == null || at.isBefore(oldest) ? at : oldest;
        newest = newest == null || at.isAfter(newest) ? at : newest;
        return true;
    }

    // Ids that no article may have are exchanged for ones that no document has.
    private void nameAgain() {
        int next = 0;
        for (String id : lines.keySet()) {
            if (id.isBlank() || id.length() > LONGEST_ID) {
                String standIn = STAND_IN + next++;
                while (lines.containsKey(standIn)) {
                    standIn = STAND_IN + next++;
                }
                standIns.put(id, ArticleId.of(standIn));
                stoodInFor.put(standIn, id);
            }
        }
    }

    private Language language(JsonLine line) throws BadLine {
        String tag = line.text("language");
        Language own = tag.isBlank() ? Language.UNDETERMINED : Language.of(tag.strip());
        return own.equals(Language.UNDETERMINED) && stated != null ? stated : own;
    }

    /** How many there are. */
    int count() {
        return lines.size();
    }

    /** The language that most of them state, or else that their letters speak for. */
    Language language() {
        return stated != null ? stated : guess.language();
    }

    /** An instant at which all of them are public: a day after the newest. */
    Instant now() {
        return (newest == null ? UNDATED : newest).plus(Duration.ofDays(1));
    }

    /** What there is to say of dates that could not be read, or null. */
    @Nullable
    String complaint() {
        return unreadDates == 0
                ? null
                : file.path() + ": " + unreadDates + " dates can't be read, the first in line " + firstUnreadDate
                        + "; these documents count as undated";
    }

    /** The article id that a document goes by. */
    ArticleId articleId(String id) {
        ArticleId standIn = standIns.get(id);
        return standIn == null ? ArticleId.of(id) : standIn;
    }

    /** The document that goes by an article id. */
    String id(ArticleId id) {
        return stoodInFor.getOrDefault(id.value(), id.value());
    }

    /** Gives all of them, until the taker wants no more. */
    void batches(Taker taker) throws BadInput {
        List<Document> batch = new ArrayList<>(BATCH);
        Instant undated = oldest == null ? UNDATED : oldest;
        int[] ordinal = {0};
        file.each(line -> {
            Instant at = Dates.of(line.text("date").strip());
            batch.add(new Document(
                    line.required("id"),
                    ordinal[0]++,
                    line.text("title"),
                    line.text("body"),
                    at == null ? undated : at,
                    language(line)));
            return batch.size() < BATCH || give(batch, taker);
        });
        if (!batch.isEmpty()) {
            give(batch, taker);
        }
    }

    private static boolean give(List<Document> batch, Taker taker) throws BadInput {
        List<Document> given = List.copyOf(batch);
        batch.clear();
        return taker.take(given);
    }
}
