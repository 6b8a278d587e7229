package dev.byline.comment;

import dev.byline.article.Article;
import dev.byline.article.ArticleId;
import dev.byline.article.ArticleStatus;
import dev.byline.comment.CommentContext.Account;
import dev.byline.comment.CommentContext.Role;
import dev.byline.comment.CommentRules.Limits;
import dev.byline.comment.CommentRules.Measured;
import dev.byline.comment.CommentRules.Unusable;
import dev.byline.comment.SenderRules.Flood;
import dev.byline.testkit.ArbitraryComments;
import dev.byline.testkit.SampleArticles;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Rules, contexts and texts of every sort, for laws of the review. */
final class ArbitraryReviews {
    private static final Instant NOW = SampleArticles.NOW;
    private static final List<Instant> INSTANTS = List.of(
            NOW, NOW.minusSeconds(1), NOW.plusSeconds(1), NOW.minusSeconds(1_209_600), Instant.MIN, Instant.MAX);
    private static final List<String> WORDS = List.of(
            "bridge",
            "closed",
            "said",
            "buy",
            "spam.example",
            "ana",
            "the bridge",
            "b*",
            "*",
            "",
            "\u200b",
            "<b>",
            "a",
            "' OR 1=1",
            "192.0.2.1",
            "ana@news.example",
            "agent",
            "النهر",
            "\n",
            "x\ny");

    private ArbitraryReviews() {}

    static Arbitrary<CommentRules> rules() {
        Arbitrary<CommentRules> first = Combinators.combine(
                        flags(5), number(), limits(), text(), links(), keys(), senders(), replies())
                .as((flags, days, limits, text, links, keys, senders, replies) -> new CommentRules(
                        flags.get(0),
                        flags.get(1),
                        days,
                        flags.get(2),
                        flags.get(3),
                        flags.get(4) ? Unusable.DROP : Unusable.REFUSE,
                        limits,
                        text,
                        FormTokens.Ages.defaults(),
                        List.of(),
                        links,
                        keys,
                        senders,
                        replies,
                        EditRules.defaults(),
                        Scoring.defaults()));
        Arbitrary<List<String>> reserved = Arbitraries.of(WORDS).list().ofMaxSize(2);
        Arbitrary<EditRules> edits = Combinators.combine(number(), flags(1)).as((n, f) -> new EditRules(n, f.get(0)));
        return Combinators.combine(first, reserved, edits, scoring())
                .as((rules, names, edit, scoring) ->
                        rules.reservedNames(names).edits(edit).scoring(scoring))
                .withoutEdgeCases();
    }

    private static Arbitrary<List<Boolean>> flags(int count) {
        return Arbitraries.of(true, false, false, false, false).list().ofSize(count);
    }

    private static Arbitrary<Integer> number() {
        return Arbitraries.frequencyOf(
                Tuple.of(9, Arbitraries.just(0)), Tuple.of(2, Arbitraries.of(1, 2, 3, 14, 300, Integer.MAX_VALUE)));
    }

    private static Arbitrary<Limits> limits() {
        Arbitrary<TextLimit> limit = Combinators.combine(
                        Arbitraries.of(0, 1, 5, 200, Integer.MAX_VALUE), Arbitraries.of(0, 1, 200, 254))
                .as(TextLimit::new);
        Arbitrary<Limits> any = Combinators.combine(Arbitraries.of(Measured.class), limit, limit, limit, limit)
                .as(Limits::new);
        return Arbitraries.frequencyOf(
                Tuple.of(1, any),
                Tuple.of(
                        9,
                        Arbitraries.of(
                                CommentRules.defaults().limits(),
                                CommentRules.wordPress().limits())));
    }

    private static Arbitrary<TextRules> text() {
        return Combinators.combine(number(), number(), number()).as(TextRules::new);
    }

    private static Arbitrary<LinkRules> links() {
        Arbitrary<List<String>> hosts = Arbitraries.of("spam.example", "example", "", ".", "ana.example")
                .list()
                .ofMaxSize(2);
        return Combinators.combine(number(), number(), number(), flags(2), hosts, hosts)
                .as((hold, spam, newcomers, flags, allowed, denied) ->
                        new LinkRules(hold, spam, newcomers, flags.get(0), flags.get(1), allowed, denied));
    }

    /** The draft, which replies to what the context says in most cases. */
    static CommentDraft fitting(CommentDraft draft, CommentContext context) {
        Comment parent = context.parent();
        boolean fitted = draft.text().length() % 8 > 0;
        return fitted ? draft.replyTo(parent == null ? null : parent.id()) : draft;
    }

    /** Up to three lists with the names a, b and c. */
    static Arbitrary<List<KeyList>> keys() {
        return list("a").list().ofMaxSize(3).map(lists -> {
            List<KeyList> named = new ArrayList<>();
            for (KeyList list : lists) {
                named.add(new KeyList(
                        String.valueOf((char) ('a' + named.size())), list.action(), list.fields(), list.keys()));
            }
            return named;
        });
    }

    static Arbitrary<KeyList> list(String name) {
        return Combinators.combine(
                        Arbitraries.of(KeyList.Action.class),
                        Arbitraries.of(KeyList.Field.class).list().ofMaxSize(3),
                        Arbitraries.of(WORDS).list().ofMaxSize(4))
                .as((action, fields, keys) -> new KeyList(name, action, fields, keys));
    }

    private static Arbitrary<SenderRules> senders() {
        Arbitrary<Flood> flood = Combinators.combine(
                        Arbitraries.of(Flood.By.class), Arbitraries.of(1, 2, 50), Arbitraries.of(1, 15, 86_400))
                .as(Flood::new);
        Arbitrary<Integer> percent = Arbitraries.of(0, 1, 50, 100);
        return Combinators.combine(flags(1), number(), percent, flood.list().ofMaxSize(3), number(), percent)
                .as((flags, repeat, near, floods, approvals, refused) ->
                        new SenderRules(flags.get(0), repeat, near, floods, approvals, refused));
    }

    private static Arbitrary<ReplyRules> replies() {
        return Combinators.combine(number(), Arbitraries.of(ReplyRules.TooDeep.class), flags(1))
                .as((levels, deep, flags) -> new ReplyRules(levels, deep, flags.get(0)));
    }

    private static Arbitrary<Scoring> scoring() {
        return Arbitraries.maps(
                        Arbitraries.of(
                                "C-21", "C-22", "C-23", "C-24", "C-25", "C-35", "C-37", "C-56", "C-58", "C-59", "",
                                "x"),
                        number())
                .ofMaxSize(4)
                .flatMap(weights -> number().map(most -> new Scoring(most, weights)));
    }

    /** Articles of every sort or none, roles, replies at the end of any chain, edits, and senders. */
    static Arbitrary<CommentContext> contexts() {
        return Combinators.combine(
                        articles(),
                        who(),
                        roles(),
                        chains(),
                        flags(4),
                        Arbitraries.of("", "", "", "x", "\u200b"),
                        edits())
                .as((base, sender, account, chain, flags, form, edit) -> {
                    CommentContext context = base.from(sender);
                    context = account.isEmpty() ? context : context.signedIn(account.get(0));
                    context = chain.isEmpty() ? context : context.replyTo(chain.get(0), chain.subList(1, chain.size()));
                    context = flags.get(0) ? context.withPassword() : context;
                    context = flags.get(1) ? context.neverClosing() : context;
                    context = context.withForm(form, form);
                    context = flags.get(2) ? context.insisting() : context;
                    return edit.isEmpty() ? context : context.editing(edit.get(0), sender, flags.get(3));
                })
                .withoutEdgeCases();
    }

    private static Arbitrary<CommentContext> articles() {
        Arbitrary<Article> article = Combinators.combine(
                        Arbitraries.of(ArticleStatus.class),
                        Arbitraries.of(INSTANTS).injectNull(.1),
                        Arbitraries.of(INSTANTS).injectNull(.8),
                        flags(2))
                .as((status, published, expires, flags) -> SampleArticles.article("bridge")
                        .publishedAt(status == ArticleStatus.DRAFT || published == null ? NOW : published)
                        .status(status)
                        .expiresAt(expires != null && expires.isAfter(NOW.minusSeconds(9)) ? expires : null)
                        .passwordProtected(flags.get(0))
                        .commentsOpen(!flags.get(1))
                        .build());
        return Arbitraries.frequencyOf(
                Tuple.of(3, article.map(CommentContext::on)),
                Tuple.of(
                        18,
                        Arbitraries.just(CommentContext.on(
                                SampleArticles.article("bridge").build()))),
                Tuple.of(1, Arbitraries.just(CommentContext.nowhere())));
    }

    private static Arbitrary<Sender> who() {
        return Combinators.combine(
                        Arbitraries.of("", "ana@news.example", "x"),
                        Arbitraries.of("", "192.0.2.1", "2001:db8::1", "not an address", ":::::"),
                        Arbitraries.of("", "agent", "\ud800<b>"),
                        Arbitraries.of("", "", "m1"))
                .as(Sender::new);
    }

    private static Arbitrary<List<Account>> roles() {
        return Combinators.combine(
                        Arbitraries.of("", "Ana", "<b>\u202e"),
                        Arbitraries.of("", "ana@news.example", "x"),
                        Arbitraries.of("", "javascript:x", "ana.example"),
                        Arbitraries.of(Role.class))
                .as((name, email, url, role) -> new Account("m1", name, email, url, role))
                .list()
                .ofMaxSize(1);
    }

    private static Arbitrary<List<Comment>> edits() {
        return Arbitraries.frequencyOf(
                Tuple.of(9, Arbitraries.just(List.of())),
                Tuple.of(1, comments().list().ofSize(1)));
    }

    /** A parent and those above it, now and then in a circle. */
    private static Arbitrary<List<Comment>> chains() {
        return Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.just(List.of())),
                Tuple.of(2, comments().list().ofMinSize(1).ofMaxSize(8)));
    }

    static Arbitrary<Comment> comments() {
        return Combinators.combine(
                        Arbitraries.of("c1", "c1", "c2", "c3", "c4"),
                        Arbitraries.of("bridge", "bridge", "bridge", "bridge", "elsewhere"),
                        Arbitraries.of("c1", "none").injectNull(.5),
                        Arbitraries.frequencyOf(
                                Tuple.of(4, Arbitraries.just(CommentState.APPROVED)),
                                Tuple.of(2, Arbitraries.of(CommentState.class))),
                        Arbitraries.of("Ana", "", "\ud800"),
                        ArbitraryComments.texts(),
                        Arbitraries.of(INSTANTS))
                .as((id, article, parent, state, name, text, at) -> new Comment(
                        CommentId.of(id),
                        ArticleId.of(article),
                        parent == null ? null : CommentId.of(parent),
                        Comment.Kind.COMMENT,
                        state,
                        name,
                        "",
                        text,
                        at));
    }
}
