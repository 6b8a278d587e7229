package dev.byline.comment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.testkit.Rule;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;

/** A thousand ways around a list of a hundred keys, and ten thousand texts that only have such letters in them. */
class EvasionTest {
    private static final List<String> KEYS =
            listed("casino, poker, roulette, blackjack, jackpot, slots, betting, gambling, bookmaker, lottery, viagra, "
                    + "cialis, levitra, tramadol, xanax, valium, cocaine, heroin, cannabis, opioids, ecstasy, steroids, "
                    + "pharmacy, painkiller, weightloss, porn, escort, hookers, nudes, webcam, milf, anal, penis, cock, tits, "
                    + "rape, sex, shit, bitch, bastard, asshole, idiot, moron, imbecile, scumbag, traitor, vermin, retard, "
                    + "nazi, fascist, bitcoin, forex, crypto, airdrop, giveaway, payday, loanshark, replica, rolex, iphone, "
                    + "ringtone, ransomware, keygen, torrent, warez, phishing, telegram, whatsapp, onlyfans, tinder, buy now, "
                    + "free money, easy cash, hot girls, fake news, click here, work from home, make money, cheap pills, "
                    + "credit score, no deposit, free spins, debt relief, miracle cure, secret trick, казино, наркотики, "
                    + "порно, дурак, купить диплом, ставки, предатель, كازينو, مخدرات, قمار, اربح المال, קזינו, הימורים, סמים, "
                    + "כסף קל");

    private static final List<String> TEMPLATES = List.of(
            "%s",
            "Visit the %s today, friends.",
            "I said it before: %s!",
            "You will love a %s",
            "(%s)",
            "What they call \"%s\" is\nnothing new, nor is it what we asked for.",
            "%s, and nothing besides.");

    private static final List<String> INSULTS =
            listed("ass, arse, cum, cunt, dick, hell, hoe, liar, massage, pussy, rapist, slut, tit, turd, wank, whore");

    private static final List<String> INNOCENT = listed(
            "specialist, socialism, Scunthorpe, meridian, therapist, psychotherapists, Essex, Sussex, Middlesex, "
                    + "sextant, sextet, sexton, unisex, assassin, assess, assassination, bass, brass, class, classic, compass, "
                    + "embassy, glass, grass, grasshopper, Hassan, Kassel, mass, Nassau, passage, passenger, password, "
                    + "Picasso, ambassador, associate, cockpit, cocktail, cockatoo, cockroach, Hancock, Hitchcock, peacock, "
                    + "shuttlecock, Babcock, Penistone, Dickens, Dickinson, dickey, Benedick, grapefruit, grape, drape, "
                    + "scrape, skyscraper, trapeze, parapet, rapeseed, analyse, analogue, analysis, banal, canal, Canaletto, "
                    + "finale, manali, arsenal, parse, sparse, hearse, coarse, cucumber, document, circumference, cumin, "
                    + "cumulus, accumulate, incumbent, locum, vacuum, hello, shell, shellfish, Michelle, Othello, seashell, "
                    + "shelling, hellebore, shoe, phoenix, hoeing, canoe, titanium, titan, title, constitution, entity, "
                    + "institute, petition, appetite, competition, Titian, identity, familiar, peculiarly, auxiliary, "
                    + "conciliar, massager, slotted, Saturday, Sturdy, sturdier, swanky, twank, pokers, spokers, betterment, "
                    + "abetting, rebetting, Shitake mushrooms, shiitake, Mishitani, bitchumen, pitch, Fitch, idiotproofed, "
                    + "moronic, oxymorons, boron, heroine, heroines, heroinism, pornic, Popocatepetl, Bornholm, escorted, "
                    + "escorting, forexample, warezawa, Rolexes, denudes, nudest, Tinderbox, tinderbox, Telegraph, telegrams, "
                    + "jackpots, lotteryless, Nazirite, Nazim, Ashkenazim, Bastardo, imbecility, traitorous, fascistic, "
                    + "retardant, fire-retardants, verminous, cryptography, cryptogram, airdrops, milfoil, bitcoiner, casinos, "
                    + "Milford, Cialism, valiums, cannabist, opioidal, steroidsome, xanaxed, казиношный, порнографы, "
                    + "дуракаваляние, доставки, приставки, сомнение, предательство, الكازينوهات, המקזינוים, בסמיםל");

    private static final List<String> SENTENCES = List.of(
            "%s",
            "We talked about %s for an hour.",
            "It's %s, isn't it?",
            "\"%s\" is the word.",
            "A %s, a %<s and no more than 3 of them!",
            "They said (%s) at 8 a.m. on the 4th.",
            "He'll bring %s, she'll not.",
            "See the U.S. report on %s in full.",
            "I am for %s - it is as it is.",
            "<b>%s</b>: yes or no?",
            "Wow!! %s!!!",
            "In 2015 %s cost $5.",
            "of %s-like things",
            "Dr. %s, M.A.",
            "the %s's own");

    private static final List<String> SYLLABLES = listed(
            "ba, ko, mi, ren, tol, u, vas, wi, zen, pre, un, ing, er, ster, est, ly, ton, ham, ford, ov, a, x, q, 7, "
                    + "33");

    private static final List<String> TOGETHER = List.of(
            "I asked an Al Jazeera reporter.",
            "The pen is mightier than the sword.",
            "The U.S. hit by storm after storm",
            "It's hit the coast, he's hit the road, that's hit home.",
            "He'll be there, she'll too, we'll see.",
            "Those who re-elect him know who re wrote it.",
            "The mass age of print is over",
            "Plan A: so. Plan B: it. Channel 4 rap, mid-week.",
            "As so many, as so often; as s-shaped as it gets",
            "A 55 year old drove the A55 to B5 and back on a 5 5 ticket.",
            "Let's examine the cases: six, seven.",
            "Is he or is he not? Is it so? To be or not to be, or so it is.",
            "Mr. T. its owner, let us in; he is at it, as am I.",
            "a s e.g. in b or c; x, y, z",
            "I see it: can al fresco dinners, can a list?",
            "Vitamin D, I, C and K are listed.",
            "He was at it as if no one saw.",
            "for ex-members and for examples; pop or no pop",
            "J. R. R. Tolkien and C. S. Lewis met A. A. Milne.",
            "Мост закрыт, а так ли это? И не в том ли дело, что вот он: к нам и от нас.",
            "В и К, о нас и о вас, а с нами кот и там вода",
            "هو في بيت على نهر و لا يريد ان يرى احدا",
            "זה לא מה שאמרת לי, או כן",
            "¿Y a ti te lo dijo él, o no?",
            "Det är så här, å ena sidan, å andra sidan.");

    private static final String MARKS = "\u0301\u0308\u0323\u0327\u0336\u20dd\u0489";
    private static final String NOTHINGS = "\u200b\u200c\u200d\u2060\ufeff\u180e\u034f\ufe0f\u2063";
    private static final String BIDI_SIGNS = "\u202a\u202b\u202d\u202e\u2066\u2067\u2069\u200e\u200f";

    private static final Map<Character, String> LOOKS = Map.ofEntries(
            Map.entry('a', "аɑαᴀ🅰"),
            Map.entry('b', "Ьвʙ🅱"),
            Map.entry('c', "сϲᴄⅽ"),
            Map.entry('d', "ԁⅾᴅ"),
            Map.entry('e', "еᴇεє"),
            Map.entry('f', "ꜰք"),
            Map.entry('g', "ɡցɢ"),
            Map.entry('h', "һհнʜ"),
            Map.entry('i', "іιıɪ"),
            Map.entry('j', "јϳ"),
            Map.entry('k', "кκᴋ"),
            Map.entry('l', "ⅼʟ"),
            Map.entry('m', "мᴍⅿ"),
            Map.entry('n', "ոηɴ"),
            Map.entry('o', "оοօᴏ"),
            Map.entry('p', "рρᴘ"),
            Map.entry('q', "ԛզ"),
            Map.entry('r', "гᴦʀ"),
            Map.entry('s', "ѕꜱ"),
            Map.entry('t', "тτᴛ"),
            Map.entry('u', "υսᴜ"),
            Map.entry('v', "νѵᴠ"),
            Map.entry('w', "ԝωᴡ"),
            Map.entry('x', "хⅹ"),
            Map.entry('y', "уʏү"),
            Map.entry('z', "ᴢ"),
            Map.entry('о', "oο"),
            Map.entry('а', "aɑ"),
            Map.entry('е', "e"),
            Map.entry('и', "ѝ"),
            Map.entry('р', "pρ"),
            Map.entry('к', "kκ"),
            Map.entry('с', "c"),
            Map.entry('ي', "یى"),
            Map.entry('ك', "ک"),
            Map.entry('ا', "أآ"));

    private static final Map<Character, String> LEET =
            Map.of('a', "4@", 'e', "3", 'i', "1!|", 'l', "1|", 'o', "0", 's', "5$", 't', "7", 'b', "8");

    /** Ways around, in the order in which two are gone; a letter that one knows nothing for stays. */
    private enum Way {
        LEET,
        LOOKS,
        CASE,
        WIDE,
        BLANKS,
        DOTS,
        HYPHENS,
        UNDERSCORES,
        STARS,
        SPLIT,
        NOTHING,
        SOFT_HYPHEN,
        BIDI,
        ACCENTS,
        ENTITIES,
        TAGS;

        String past(String key, Random random) {
            return switch (this) {
                case LEET -> replaced(key, EvasionTest.LEET, random);
                case LOOKS -> replaced(key, EvasionTest.LOOKS, random);
                case CASE -> mapped(key, c -> random.nextBoolean() ? Character.toUpperCase(c) : c);
                case WIDE -> mapped(key, c -> c > ' ' && c < 127 ? c + 0xfee0 : c);
                case BLANKS -> apart(key, " ", "   ");
                case DOTS -> apart(key, ".", random.nextBoolean() ? "." : ". ");
                case HYPHENS -> apart(key, "-", " ");
                case UNDERSCORES -> apart(key, "_", "_ _");
                case STARS -> apart(key, "*", " ");
                case SPLIT -> split(key, random);
                case NOTHING -> inserted(key, NOTHINGS, random);
                case SOFT_HYPHEN -> inserted(key, "\u00ad", random);
                case BIDI -> inserted(key, BIDI_SIGNS, random);
                case ACCENTS -> inserted(key, MARKS, random);
                case ENTITIES -> key.replace("i", "&#105;").replace("a", "&#x61;");
                case TAGS -> tagged(key, random);
            };
        }
    }

    private static final Set<Way> SPACING =
            EnumSet.of(Way.BLANKS, Way.DOTS, Way.HYPHENS, Way.UNDERSCORES, Way.STARS, Way.SPLIT);

    @Test
    @Rule({"C-23", "C-27"})
    void ofAThousandEvasionsNinetyNineInAHundredAreFound() {
        WordList list = WordList.of(KEYS);
        Random random = new Random(20_260_101);
        List<String> missed = new ArrayList<>();
        for (int n = 0; n < 1_000; n++) {
            String key = KEYS.get(n % KEYS.size());
            Set<Way> ways = EnumSet.of(any(random));
            Way second = any(random);
            if (n / KEYS.size() % 2 == 1
                    && !(SPACING.contains(second) && ways.stream().anyMatch(SPACING::contains))) {
                ways.add(second);
            }
            String evasion = key;
            for (Way way : ways) {
                evasion = way.past(evasion, random);
            }
            String text = TEMPLATES.get(random.nextInt(TEMPLATES.size())).formatted(evasion);
            if (!isFound(list, text)) {
                missed.add(ways + " " + key + " in " + text);
            }
        }
        assertThat(missed).hasSizeLessThanOrEqualTo(10);
    }

    @Test
    @Rule("C-28")
    void ofTenThousandInnocentTextsNoneIsFound() {
        List<String> keys = new ArrayList<>(KEYS);
        keys.addAll(INSULTS);
        WordList list = WordList.of(keys);
        Random random = new Random(20_260_102);
        List<String> found = new ArrayList<>();
        int all = 0;
        for (String word : INNOCENT) {
            for (String template : SENTENCES) {
                all += collect(list, template.formatted(word), found);
                all += collect(list, template.formatted(word.toUpperCase(Locale.ROOT)), found);
            }
        }
        while (all < 10_000) {
            String key = keys.get(all % keys.size());
            String before = SYLLABLES.get(random.nextInt(SYLLABLES.size()));
            String behind = SYLLABLES.get(random.nextInt(SYLLABLES.size()));
            String word = switch (random.nextInt(3)) {
                case 0 -> before + key;
                case 1 -> key + behind;
                default -> before + key + behind;
            };
            all += collect(list, SENTENCES.get(random.nextInt(SENTENCES.size())).formatted(word), found);
        }
        assertThat(found).isEmpty();
    }

    @Test
    @Rule("C-28")
    void sentencesThatHaveTheLettersInARowAreInnocent() {
        List<String> keys = new ArrayList<>(KEYS);
        keys.addAll(INSULTS);
        WordList list = WordList.of(keys);
        List<String> found = new ArrayList<>();
        TOGETHER.forEach(text -> collect(list, text, found));
        assertThat(found).isEmpty();
    }

    private static int collect(WordList list, String text, List<String> found) {
        if (isFound(list, text)) {
            found.add(text);
        }
        return 1;
    }

    private static Way any(Random random) {
        return Way.values()[random.nextInt(Way.values().length)];
    }

    private static List<String> listed(String words) {
        return List.of(words.split(", ", -1));
    }

    private static boolean isFound(WordList list, String html) {
        return list.find(WordViews.of(CommentMarkup.read(html).plain())) != null;
    }

    private static String apart(String key, String gap, String between) {
        List<String> words = new ArrayList<>();
        for (String word : key.split(" ", -1)) {
            words.add(String.join(
                    gap, word.codePoints().mapToObj(Character::toString).toList()));
        }
        return String.join(between, words);
    }

    private static String split(String key, Random random) {
        int at = letter(key, random);
        String gap = List.of(" ", "-", ".", "_").get(random.nextInt(4));
        return key.substring(0, at) + gap + key.substring(at);
    }

    /** A place inside a word. */
    private static int letter(String key, Random random) {
        int at = 0;
        while (at == 0 || key.charAt(at) == ' ' || key.charAt(at - 1) == ' ') {
            at = key.offsetByCodePoints(0, 1 + random.nextInt(key.codePointCount(0, key.length()) - 1));
        }
        return at;
    }

    private static String inserted(String key, String what, Random random) {
        StringBuilder out = new StringBuilder();
        key.codePoints().forEach(c -> {
            out.appendCodePoint(c);
            if (c != ' ' && random.nextInt(3) > 0) {
                out.append(what.charAt(random.nextInt(what.length())));
            }
        });
        return out.toString();
    }

    private static String tagged(String key, Random random) {
        int at = 0;
        // Not inside a character reference.
        while (at == 0 || key.lastIndexOf('&', at - 1) > key.lastIndexOf(';', at - 1)) {
            at = key.offsetByCodePoints(0, 1 + random.nextInt(key.codePointCount(0, key.length()) - 1));
        }
        String head = key.substring(0, at);
        String tail = key.substring(at);
        return switch (random.nextInt(5)) {
            case 0 -> head + "<b></b>" + tail;
            case 1 -> "<i>" + head + "</i>" + tail;
            case 2 -> head + "<!-- no -->" + tail;
            case 3 -> head + "<span style='x'>" + tail + "</span>";
            default -> "<a href=\"http://news.example/\">" + head + "</a>" + tail;
        };
    }

    private static String mapped(String key, IntUnaryOperator change) {
        StringBuilder out = new StringBuilder();
        key.codePoints().forEach(c -> out.appendCodePoint(change.applyAsInt(c)));
        return out.toString();
    }

    private static String replaced(String key, Map<Character, String> by, Random random) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < key.length(); i++) {
            char c = key.charAt(i);
            String others = by.get(c);
            if (others == null || random.nextInt(2) == 0) {
                out.append(c);
            } else {
                int[] points = others.codePoints().toArray();
                out.appendCodePoint(points[random.nextInt(points.length)]);
            }
        }
        return out.toString();
    }
}
