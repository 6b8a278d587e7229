package dev.byline.comment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.byline.comment.CommentContext.Account;
import dev.byline.comment.CommentContext.Role;
import dev.byline.comment.CommentDecision.Approved;
import dev.byline.comment.CommentDecision.Finding;
import dev.byline.comment.CommentDecision.Held;
import dev.byline.comment.CommentDecision.Kept;
import dev.byline.comment.CommentDecision.Spam;
import dev.byline.testkit.Rule;
import dev.byline.testkit.SampleArticles;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class StateRulesTest extends Reviewing {
    @ParameterizedTest
    @Rule("C-20")
    @EnumSource(
            value = Role.class,
            names = {"AUTHOR", "MODERATOR"})
    void theStaffIsApprovedWhateverItSays(Role role) {
        CommentRules rules = CommentRules.defaults()
                .holdAll(true)
                .disallowedKeys(List.of("casino"))
                .holdKeys(List.of("casino"));
        CommentDraft draft = CommentDraft.of("casino www.a.example www.b.example");
        assertThat(review(rules, draft, on(article).signedIn(account(role))))
                .isInstanceOfSatisfying(
                        Approved.class,
                        approved -> assertThat(approved.reasons())
                                .extracting(Finding::rule)
                                .containsExactly("C-20"));
    }

    @Test
    @Rule("C-21")
    void everyCommentWaitsWhereTheRulesSaySo() {
        assertThat(review(OPEN.holdAll(true), DRAFT, on(article)).reasons())
                .extracting(Finding::rule, Finding::verdict)
                .containsExactly(tuple("C-21", CommentState.HELD));
    }

    @ParameterizedTest
    @Rule("C-22")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "none here|0",
                "<a href=/1>x</a>|1",
                "see http://news.example/a and www.news.example.|2",
                "(https://news.example) mail ann@news.example!|2",
                "(www.news.example) [http://a.example] mail:ann@news.example|0",
                "see:http://a.example,http://b.example gopher://c.example|2",
                "[url=http://a.example]a[/url] [url]http://b.example[/url]|0",
                "<a href=javascript:x>http://a.example</a> http://b.example|2",
                "news.example and [url=x]y[/url]|0",
                "<code>http://news.example/ www.a.example</code>|0",
                "<a href=http://a.example>http://a.example</a>|1",
                "<a href=javascript:x>http://a.example</a>|1",
                "<a href=http://a.example>see http://b.example and www.c.example</a>|3",
                "<a href=http://a.example>http://a.example<b> and more</b></a>|2",
                "<a href=/1><code>http://a.example</code></a>|1",
                "<code><a href=/1>see http://a.example</a></code>|1",
                "<a href=/1><!-- -->http://a.example</a>|2",
                "HTTPS://NEWS.EXAMPLE ftp://a.example|2",
                "http:// www. a@b @c.example|0",
                "&#104;ttp://a.example|1",
                "<b>http://a.example</b>http://b.example|2",
            })
    void linksAreCountedAsAReaderSeesThem(String text, int links) {
        CommentRules rules = OPEN.links(LinkRules.defaults().holdAt(1).bbcode(false));
        assertThat(CommentMarkup.read(text).links()).hasSize(links);
        assertThat(review(rules, CommentDraft.of("Ann", "ann@news.example", text), on(article)))
                .isInstanceOf(links == 0 ? Approved.class : Held.class);
    }

    @Test
    @Rule("C-22")
    void fewerLinksThanTheThresholdAreFineAndTheSendersSiteIsNone() {
        CommentDraft draft = DRAFT.url("http://news.example");
        assertThat(review(OPEN.links(LinkRules.defaults().holdAt(1)), draft, on(article)))
                .isInstanceOf(Approved.class);
        clock.advance(Duration.ofMinutes(1));
        CommentDraft one = CommentDraft.of("Ann", "ann@news.example", "www.a.example");
        assertThat(review(OPEN.links(LinkRules.defaults().holdAt(2)), one, on(article)))
                .isInstanceOf(Approved.class);
        clock.advance(Duration.ofMinutes(1));
        CommentDraft many = CommentDraft.of("Ann", "ann@news.example", "www.a.example ".repeat(9));
        assertThat(review(OPEN.links(LinkRules.defaults().holdAt(0)), many, on(article)))
                .isInstanceOf(Approved.class);
    }

    @Test
    @Rule("C-24")
    void whoHasAnApprovedCommentNeedNotWait() {
        CommentRules rules = CommentRules.defaults();
        Kept first = (Kept) review(rules, DRAFT, on(article));
        assertThat(first.state()).isEqualTo(CommentState.HELD);
        history.remember(approved(first, "c1"), first.sender());
        clock.advance(Duration.ofMinutes(1));
        CommentDraft second = CommentDraft.of("ann", "Ann@news.example", "Second thoughts.");
        assertThat(review(rules, second, on(article)))
                .isInstanceOfSatisfying(
                        Approved.class,
                        approved -> assertThat(approved.reasons())
                                .extracting(Finding::rule)
                                .containsExactly("C-24"));
        clock.advance(Duration.ofMinutes(1));
        assertThat(review(rules, CommentDraft.of("Bea", "ann@news.example", "Third."), on(article)))
                .isInstanceOf(Held.class);
    }

    @Test
    @Rule("C-19")
    void manyLinksAreSpam() {
        CommentRules rules = OPEN.links(LinkRules.defaults().holdAt(2).spamAt(4));
        assertThat(said(rules, "www.a.example")).isInstanceOf(Approved.class);
        assertThat(reasons(said(rules, "www.a.example ".repeat(3)))).containsExactly("C-22 HELD");
        CommentDecision decision = said(rules, "www.a.example ".repeat(4));
        assertThat(decision).isInstanceOf(Spam.class);
        assertThat(reasons(decision)).containsExactly("C-22 HELD", "C-19 SPAM");
        assertThat(reasons(said(OPEN.links(LinkRules.defaults().holdAt(0).spamAt(1)), "www.b.example")))
                .containsExactly("C-19 SPAM");
    }

    @Test
    @Rule("C-29")
    void aNewcomersLinksWaitSooner() {
        CommentRules rules = OPEN.links(LinkRules.defaults().newcomersHoldAt(1));
        assertThat(said(rules, "no link")).isInstanceOf(Approved.class);
        assertThat(reasons(said(rules, "www.a.example"))).containsExactly("C-29 HELD");
        assertThat(reasons(said(rules, "www.a.example www.b.example"))).containsExactly("C-22 HELD", "C-29 HELD");
        stored(1, CommentState.HELD);
        assertThat(reasons(said(rules, "www.c.example"))).containsExactly("C-29 HELD");
        stored(1, CommentState.APPROVED);
        assertThat(said(rules, "www.d.example")).isInstanceOf(Approved.class);
        assertThat(reasons(said(rules, "www.e.example www.f.example"))).containsExactly("C-22 HELD");
    }

    @Test
    @Rule("C-22")
    void linksToAllowedHostsAreNotCountedAndSitesAndBbcodeAre() {
        CommentRules one = OPEN.links(LinkRules.defaults().holdAt(1).allowed(List.of(" News.Example ")));
        assertThat(said(one, "www.news.example http://news.example:80/a ann@news.example"))
                .isInstanceOf(Approved.class);
        assertThat(said(one, "www.badnews.example")).isInstanceOf(Held.class);
        assertThat(said(one, "http://news.example.evil.example")).isInstanceOf(Held.class);
        assertThat(said(one, "http://news.example@evil.example")).isInstanceOf(Held.class);
        assertThat(said(one, "[url=x]y[/url]")).isInstanceOf(Held.class);
        assertThat(said(OPEN.links(one.links().bbcode(false)), "[link]z[/link]"))
                .isInstanceOf(Approved.class);
        CommentRules site = OPEN.links(LinkRules.defaults().holdAt(1).site(true));
        clock.advance(Duration.ofMinutes(1));
        assertThat(review(site, DRAFT.url("http://a.example"), on(article))).isInstanceOf(Held.class);
        clock.advance(Duration.ofMinutes(1));
        assertThat(review(
                        OPEN.links(site.links().allowed(List.of("a.example"))),
                        DRAFT.url("http://a.example").replyTo(null),
                        on(SampleArticles.article("other").build())))
                .isInstanceOf(Approved.class);
    }

    @ParameterizedTest
    @Rule("C-56")
    @ValueSource(
            strings = {
                "http://spam.example",
                "www.spam.example/x",
                "HTTPS://WWW.SPAM.EXAMPLE.:443?x",
                "<a href=//spam.example/x>here</a>",
                "<a href=///spam.example/x>here</a>",
                "<a href=http://news.example@spam.example>here</a>",
                "<a href=http://sp%61m.example>here</a>",
                "<a href=http://ｓｐａｍ。example>here</a>",
                "write to someone@spam.example",
                "<a href=mailto:someone@spam.example>here</a>",
                "<a href=javascript:x//spam.example>here</a>",
            })
    void whatLeadsToADeniedHostIsSpam(String text) {
        CommentRules rules = OPEN.links(LinkRules.defaults().holdAt(0).denied(List.of("Spam.Example")));
        CommentDecision decision = said(rules, text);
        assertThat(decision).isInstanceOf(Spam.class);
        assertThat(rules(decision)).containsExactly("C-56");
    }

    @ParameterizedTest
    @Rule("C-56")
    @ValueSource(
            strings = {
                "spam.example",
                "http://nospam.example",
                "http://spam.example.org",
                "http://spam.example@news.example",
                "http://news.example/spam.example",
                "http://news.example?//spam.example",
                "<code>http://spam.example</code>",
            })
    void whatOnlyNamesADeniedHostIsNone(String text) {
        CommentRules rules = OPEN.links(LinkRules.defaults().holdAt(0).denied(List.of("spam.example")));
        assertThat(said(rules, text)).isInstanceOf(Approved.class);
    }

    @Test
    @Rule("C-56")
    void theSendersSiteLeadsThereToo() {
        CommentRules rules = OPEN.links(LinkRules.defaults().denied(List.of("spam.example")));
        CommentDecision decision = review(rules, DRAFT.url("www.spam.example"), on(article));
        assertThat(decision).isInstanceOf(Spam.class);
        assertThat(decision.reasons()).extracting(Finding::field).containsExactly("url");
    }

    @Test
    @Rule("C-24")
    void aSenderNeedsAsManyApprovedCommentsAsTheRulesAsk() {
        CommentRules rules = OPEN.senders(SenderRules.defaults().approvals(3));
        stored(2, CommentState.APPROVED);
        assertThat(reasons(said(rules, "One."))).containsExactly("C-24 HELD");
        stored(3, CommentState.APPROVED);
        assertThat(reasons(said(rules, "Two."))).containsExactly("C-24 APPROVED");
        assertThat(reasons(said(OPEN, "Three."))).isEmpty();
    }

    @Test
    @Rule("C-59")
    void aVisitorWithAMembersAddressWaits() {
        CommentHistory members = CommentHistory.inMemory(10, "ann@news.example"::equals);
        Comment before = in(CommentState.APPROVED, comment("c1", "elsewhere", CommentState.HELD));
        Comment anns = new Comment(
                before.id(), before.article(), null, before.kind(), before.state(), "Ann", "", "Old.", before.at());
        members.remember(anns, new Sender("ann@news.example", "", "", ""));
        CommentReviewer reviewer = CommentReviewer.with(CommentRules.defaults(), members, clock);
        clock.advance(Duration.ofMinutes(1));
        CommentDecision decision = reviewer.review(DRAFT, on(article));
        assertThat(reasons(decision)).containsExactly("C-24 APPROVED", "C-59 HELD");
        assertThat(decision).isInstanceOf(Held.class);
        clock.advance(Duration.ofMinutes(1));
        CommentReviewer open = CommentReviewer.with(OPEN, members, clock);
        assertThat(open.review(CommentDraft.of("Ann", "ann@news.example", "Open to all."), on(article)))
                .isInstanceOf(Approved.class);
        clock.advance(Duration.ofMinutes(1));
        Account account = new Account("m9", "Ann", "ann@news.example", "", Role.READER);
        assertThat(rules(reviewer.review(CommentDraft.of("Me."), on(article).signedIn(account))))
                .containsExactly("C-24");
    }

    @Test
    @Rule("C-35")
    void aSenderWaitsManyOfWhoseCommentsWereRefused() {
        CommentRules rules = OPEN.senders(SenderRules.defaults().approvals(0).refusedPercent(40));
        stored(2, CommentState.APPROVED);
        stored(2, CommentState.SPAM);
        stored(9, CommentState.HELD);
        assertThat(said(rules, "Four were decided on.")).isInstanceOf(Approved.class);
        stored(3, CommentState.APPROVED);
        assertThat(reasons(said(rules, "Two of five."))).containsExactly("C-35 HELD");
        stored(4, CommentState.APPROVED);
        assertThat(said(rules, "Two of six.")).isInstanceOf(Approved.class);
        stored(1, CommentState.TRASH);
        assertThat(reasons(said(rules, "Three of seven."))).containsExactly("C-35 HELD");
        assertThat(said(OPEN, "Any share.")).isInstanceOf(Approved.class);
        assertThat(reasons(said(OPEN.senders(rules.senders().refusedPercent(100)), "Not all.")))
                .isEmpty();
    }

    @Test
    @Rule("C-36")
    void whoFillsTheTrapIsAProgram() {
        CommentDecision decision = review(OPEN, DRAFT, on(article).withForm("", "http://a.example"));
        assertThat(decision).isInstanceOf(Spam.class);
        assertThat(reasons(decision)).containsExactly("C-36 SPAM");
        clock.advance(Duration.ofMinutes(1));
        assertThat(review(
                        OPEN,
                        CommentDraft.of("Ann", "ann@news.example", "More."),
                        on(article).withForm("", " \u200b")))
                .isInstanceOf(Approved.class);
    }

    @Test
    @Rule("C-37")
    void findingsWeighTogether() {
        Scoring scoring = new Scoring(5, Map.of("C-22", 2, "C-23", 3, "C-24", 9));
        CommentRules rules =
                OPEN.links(LinkRules.defaults()).holdKeys(List.of("bridge")).scoring(scoring);
        stored(1, CommentState.APPROVED);
        CommentRules known = rules.senders(SenderRules.defaults());
        assertThat(reasons(said(known, "www.a.example www.b.example"))).containsExactly("C-22 HELD", "C-24 APPROVED");
        CommentDecision decision = said(known, "bridge www.a.example www.b.example");
        assertThat(decision).isInstanceOf(Spam.class);
        assertThat(reasons(decision)).containsExactly("C-22 HELD", "C-23 HELD", "C-24 APPROVED", "C-37 SPAM");
        assertThat(said(rules.scoring(scoring.spamAt(6)), "bridges: bridge www.c.example www.d.example"))
                .isInstanceOf(Held.class);
        assertThat(said(rules.scoring(scoring.spamAt(0)), "bridge, bridge www.e.example www.f.example"))
                .isInstanceOf(Held.class);
        assertThat(said(
                        OPEN.scoring(new Scoring(1, Map.of("C-22", Integer.MAX_VALUE, "C-19", Integer.MAX_VALUE)))
                                .links(LinkRules.defaults().spamAt(2)),
                        "www.g.example www.h.example"))
                .isInstanceOf(Spam.class);
    }

    @Test
    @Rule({"C-37", "C-58"})
    void nearlyTheSameWaitsAndWeighsToo() {
        CommentRules rules = OPEN.senders(new SenderRules(false, 0, 80, List.of(), 0, 0));
        assertThat(said(rules, "The bridge is closed again.")).isInstanceOf(Approved.class);
        CommentDecision decision = said(rules, "The <b>bridge</b> is closed again.");
        assertThat(decision).isInstanceOf(Held.class);
        assertThat(reasons(decision)).containsExactly("C-58 HELD");
        assertThat(said(rules, "Quite another thing.")).isInstanceOf(Approved.class);
        assertThat(reasons(said(
                        rules.scoring(Scoring.defaults().spamAt(1).weight("C-58", 1)), "The bridge is closed again.")))
                .containsExactly("C-58 HELD", "C-37 SPAM");
        assertThat(said(OPEN.senders(rules.senders().nearPercent(0)), "The bridge is closed again."))
                .isInstanceOf(Approved.class);
        assertThat(review(
                        rules,
                        CommentDraft.of("The bridge is closed again."),
                        on(article).signedIn(account(Role.MODERATOR))))
                .isInstanceOf(Approved.class);
    }

    @ParameterizedTest
    @Rule("C-97")
    @EnumSource(CommentState.class)
    void aChangeLetsNothingOutThatWasHeld(CommentState state) {
        Comment before = comment("c1", "bridge", state);
        assertThat(state(review(OPEN, DRAFT, on(article).editing(before, SENDER, false))))
                .isEqualTo(state);
        assertThat(state(review(
                        OPEN,
                        CommentDraft.of("Let out."),
                        on(article).signedIn(account(Role.MODERATOR)).editing(before, SENDER, false))))
                .isEqualTo(CommentState.APPROVED);
        assertThat(state(review(
                        OPEN.disallowedKeys(List.of("casino")),
                        CommentDraft.of("Ann", "ann@news.example", "Now a casino"),
                        on(article).editing(before, SENDER, false))))
                .isEqualTo(CommentState.TRASH);
    }
}
