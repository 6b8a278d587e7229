package dev.byline.testkit;

import dev.byline.comment.CommentDraft;
import dev.byline.comment.CommentId;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;

/** Whatever readers may send as a comment, for laws: from a plain line to what is meant to do harm. */
public final class ArbitraryComments {
    private ArbitraryComments() {}

    /** Drafts of every sort: mostly plain, some with one or all fields empty, hostile or too long, some replies. */
    public static Arbitrary<CommentDraft> drafts() {
        Arbitrary<CommentDraft> any = Combinators.combine(names(), emails(), sites(), texts(), parents())
                .as(CommentDraft::new);
        return Arbitraries.frequencyOf(Tuple.of(1, plainDrafts()), Tuple.of(3, any))
                .withoutEdgeCases();
    }

    /** Drafts in which nothing is wrong under any preset of the rules: name, address and a few words, no links. */
    public static Arbitrary<CommentDraft> plainDrafts() {
        return Combinators.combine(plainNames(), plainEmails(), plainTexts())
                .as(CommentDraft::of)
                .withoutEdgeCases();
    }

    /** Names: plain, empty, invisible, in several scripts, with tags or line ends, one character too long and longer. */
    public static Arbitrary<String> names() {
        return Arbitraries.frequencyOf(
                Tuple.of(3, plainNames()),
                Tuple.of(
                        1,
                        Arbitraries.of(
                                "",
                                "\u200b\u2060",
                                "<b>Ana</b>",
                                "Ana\r\nBcc: all@news.example",
                                "\u202Eana",
                                "A\u0301\u0301\u0301",
                                "\ud800")),
                Tuple.of(1, tooLong("n", 101, CommentDraft.NAME_BYTES + 1)));
    }

    /** Email addresses: plain, empty, without an at sign or with several, unfinished, quoted, too long. */
    public static Arbitrary<String> emails() {
        return Arbitraries.frequencyOf(
                Tuple.of(3, plainEmails()),
                Tuple.of(
                        1,
                        Arbitraries.of(
                                "",
                                "ana",
                                "@news.example",
                                "ana@",
                                "ana@@news.example",
                                "ana@news.example, bo@news.example",
                                "\"a b\"@news.example",
                                "ana@news..example",
                                "ana@news.example\nBcc: all@news.example",
                                "آنا@news.example")),
                Tuple.of(1, tooLong("e", CommentDraft.EMAIL_BYTES, 400).map(name -> name + "@news.example")));
    }

    /** Addresses of a sender's site: none, plain, without a scheme, with a scheme that runs something, too long. */
    public static Arbitrary<String> sites() {
        return Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.of("", "https://ana.example/", "ana.example")),
                Tuple.of(
                        1,
                        Arbitraries.of(
                                "javascript:alert(1)",
                                "JaVa\tScript:alert(1)",
                                "data:text/html,<script>",
                                "//ana.example",
                                "https://",
                                "http://a b",
                                "https://ana.example/\"onclick=\"alert(1)")),
                Tuple.of(
                        1, tooLong("s", 1_000, CommentDraft.URL_BYTES + 1).map(path -> "https://ana.example/" + path)));
    }

    /** Comment texts: plain, blank to the eye, any characters, full of links, tags that don't close or do harm, too long. */
    public static Arbitrary<String> texts() {
        return Arbitraries.frequencyOf(
                Tuple.of(3, plainTexts()),
                Tuple.of(1, ArbitraryContent.texts()),
                Tuple.of(3, hostileTexts()),
                Tuple.of(1, tooLong("t", 10_001, CommentDraft.TEXT_BYTES + 1)));
    }

    /** Texts put together from pieces that are meant to break out of a page, a list or a limit; never empty. */
    public static Arbitrary<String> hostileTexts() {
        return Arbitraries.of(
                        "a",
                        " ",
                        "<b>",
                        "</b>",
                        "<script>alert(1)</script>",
                        "<a href=\"javascript:alert(1)\">",
                        "<a href='https://spam.example/'>buy</a>",
                        "https://spam.example/ ",
                        "<img src=x onerror=alert(1)>",
                        "<!--",
                        "]]>",
                        "&lt;",
                        "&#0;",
                        "&amp",
                        "<",
                        "a <b && c> d",
                        "\u0000",
                        "\u200b",
                        "\u202e",
                        "\ud800",
                        "{{7*7}}",
                        "' OR 1=1 --")
                .list()
                .ofMinSize(1)
                .ofMaxSize(12)
                .map(pieces -> String.join("", pieces));
    }

    private static Arbitrary<String> plainNames() {
        return Arbitraries.of("Ana", "Jón Árnarson", "لیلا قاسم", "Mina Hadid", "王小明");
    }

    private static Arbitrary<String> plainEmails() {
        return Arbitraries.of("ana@news.example", "jon.arnarson@mail.example.org", "reader+comments@news.example");
    }

    private static Arbitrary<String> plainTexts() {
        return Arbitraries.of("Well", "said", "about", "the bridge", "النهر", "in", "2026", "and so on", "–", "no?")
                .list()
                .ofMinSize(1)
                .ofMaxSize(8)
                .map(words -> String.join(" ", words))
                .filter(text -> !text.chars().allMatch(c -> c == '–' || c == ' '));
    }

    private static Arbitrary<String> tooLong(String letter, int from, int to) {
        return Arbitraries.integers().between(from, to).shrinkTowards(from).map(letter::repeat);
    }

    private static Arbitrary<@Nullable CommentId> parents() {
        return Arbitraries.of("c1", "c2", "none").map(CommentId::of).injectNull(.7);
    }
}
