package dev.byline.comment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.byline.article.Article;
import dev.byline.article.ArticleBuilder;
import dev.byline.article.ArticleId;
import dev.byline.article.ArticleStatus;
import dev.byline.comment.CommentContext.Account;
import dev.byline.comment.CommentContext.Role;
import dev.byline.comment.CommentDecision.Approved;
import dev.byline.comment.CommentDecision.Finding;
import dev.byline.comment.CommentDecision.Held;
import dev.byline.comment.CommentDecision.Kept;
import dev.byline.comment.CommentDecision.Outcome;
import dev.byline.comment.CommentDecision.Rejected;
import dev.byline.comment.CommentDecision.Spam;
import dev.byline.comment.CommentDecision.Trash;
import dev.byline.comment.CommentRules.Limits;
import dev.byline.comment.CommentRules.Measured;
import dev.byline.comment.CommentRules.Unusable;
import dev.byline.testkit.MovableClock;
import dev.byline.testkit.Rule;
import dev.byline.testkit.SampleArticles;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CommentReviewerTest {
    private static final Instant NOW = SampleArticles.NOW;
    private static final Sender SENDER = new Sender("", "192.0.2.1", "Browser/1.0", "");
    private static final CommentRules OPEN = CommentRules.open().nameAndEmailRequired(true);
    private static final CommentDraft DRAFT = CommentDraft.of("Ann", "ann@news.example", "Well put.");

    private final MovableClock clock = MovableClock.at(NOW);
    private final CommentHistory history = CommentHistory.inMemory(1_000);
    private final Article article = SampleArticles.article("bridge").build();

    @Test
    @Rule("C-01")
    void aReplyNeedsAnApprovedParent() {
        CommentId id = CommentId.of("c1");
        assertThat(codes(OPEN, DRAFT.replyTo(id), on(article)))
                .containsExactly("C-01 comment_reply_to_unapproved_comment");
        for (CommentState state : List.of(CommentState.HELD, CommentState.SPAM, CommentState.TRASH)) {
            assertThat(codes(OPEN, DRAFT.replyTo(id), on(article).replyTo(comment("c1", "bridge", state))))
                    .containsExactly("C-01 comment_reply_to_unapproved_comment");
        }
        assertThat(codes(
                        OPEN,
                        DRAFT.replyTo(id),
                        on(article).replyTo(comment("another", "bridge", CommentState.APPROVED))))
                .containsExactly("C-01 comment_reply_to_unapproved_comment");
        Kept kept = (Kept)
                review(OPEN, DRAFT.replyTo(id), on(article).replyTo(comment("c1", "bridge", CommentState.APPROVED)));
        assertThat(kept.toComment(CommentId.of("c2")).parent()).isEqualTo(id);
    }

    @Test
    @Rule("C-02")
    void aReplyStaysOnTheArticleOfItsParent() {
        CommentContext context = on(article).replyTo(comment("c1", "elsewhere", CommentState.APPROVED));
        assertThat(codes(OPEN, DRAFT.replyTo(CommentId.of("c1")), context))
                .containsExactly("C-02 comment_reply_to_unapproved_comment");
    }

    @Test
    @Rule("C-03")
    void anArticleThatIsMissingOrPrivateIsNotThere() {
        Article hidden = edited(a -> a.status(ArticleStatus.PRIVATE).commentsOpen(false));
        assertThat(codes(OPEN, DRAFT, CommentContext.nowhere())).containsExactly("C-03 comment_id_not_found");
        assertThat(codes(OPEN, DRAFT, on(hidden))).containsExactly("C-03 comment_id_not_found");
        assertThat(review(OPEN, DRAFT, on(hidden)).answer())
                .isEqualTo(review(OPEN, DRAFT, CommentContext.nowhere()).answer());
        Article readable = edited(a -> a.status(ArticleStatus.PRIVATE));
        assertThat(review(OPEN, DRAFT, on(readable).signedIn(account(Role.AUTHOR))))
                .isInstanceOf(Approved.class);
    }

    @Test
    @Rule("C-04")
    void closedMeansClosed() {
        Article closed = edited(a -> a.commentsOpen(false));
        assertThat(codes(OPEN, DRAFT, on(closed))).containsExactly("C-04 comment_closed");
        assertThat(codes(OPEN, DRAFT, CommentContext.on(article.summary(), false)))
                .containsExactly("C-04 comment_closed");
    }

    @Test
    @Rule("C-04")
    void anArticleClosesAfterSoManyDaysButNotOnTheVeryLastInstant() {
        CommentRules rules = OPEN.closeAfterDays(14);
        clock.advance(Duration.ofDays(14));
        assertThat(review(rules, DRAFT, on(article))).isInstanceOf(Approved.class);
        clock.advance(Duration.ofMillis(1));
        assertThat(review(rules, DRAFT, on(article)).violations())
                .containsExactly(CommentViolation.of("C-04", "comment_closed", "", 14, 14));
        assertThat(review(OPEN, DRAFT, on(article)).violations()).isNotEmpty();
    }

    @Test
    @Rule("C-05")
    void onlyWhatCanBeReadTakesComments() {
        assertThat(codes(OPEN, DRAFT, on(edited(a -> a.status(ArticleStatus.WITHDRAWN)))))
                .containsExactly("C-05 comment_on_trash");
        assertThat(codes(OPEN, DRAFT, on(edited(a -> a.expiresAt(NOW))))).containsExactly("C-05 comment_on_trash");
        assertThat(codes(OPEN, DRAFT, on(edited(a -> a.status(ArticleStatus.DRAFT)))))
                .containsExactly("C-05 comment_on_draft");
        assertThat(codes(
                        OPEN,
                        DRAFT,
                        on(edited(a -> a.status(ArticleStatus.SCHEDULED).publishedAt(NOW.plusSeconds(1))))))
                .containsExactly("C-05 comment_on_draft");
        assertThat(review(OPEN, DRAFT, on(edited(a -> a.status(ArticleStatus.SCHEDULED)))))
                .isInstanceOf(Approved.class);
    }

    @Test
    @Rule("C-05")
    void aPasswordMustBeGiven() {
        Article locked = edited(a -> a.passwordProtected(true));
        assertThat(codes(OPEN, DRAFT, on(locked))).containsExactly("C-05 comment_on_password_protected");
        assertThat(review(OPEN, DRAFT, on(locked).withPassword())).isInstanceOf(Approved.class);
    }

    @Test
    @Rule("C-06")
    void membersOnlyMeansSignedIn() {
        CommentRules rules = OPEN.registrationRequired(true);
        assertThat(codes(rules, DRAFT, on(article))).containsExactly("C-06 not_logged_in");
        assertThat(review(rules, DRAFT, on(article).signedIn(account(Role.READER))))
                .isInstanceOf(Approved.class);
        assertThat(review(rules, CommentDraft.of("More."), on(article).from(new Sender("", "", "", "m7"))))
                .isInstanceOf(Approved.class);
    }

    @Test
    void theFirstGateThatIsShutEndsTheReview() {
        CommentRules rules = CommentRules.defaults().registrationRequired(true);
        Article closed = edited(a -> a.commentsOpen(false).status(ArticleStatus.WITHDRAWN));
        assertThat(codes(rules, CommentDraft.of("").replyTo(CommentId.of("c1")), on(closed)))
                .containsExactly("C-01 comment_reply_to_unapproved_comment");
        assertThat(codes(rules, CommentDraft.of(""), on(closed))).containsExactly("C-04 comment_closed");
        assertThat(codes(rules, CommentDraft.of(""), on(article))).containsExactly("C-06 not_logged_in");
    }

    @Test
    @Rule("C-07")
    void visitorsGiveNameAndEmail() {
        assertThat(fields(OPEN, CommentDraft.of("", "", "x"))).containsExactly("C-07 name", "C-07 email");
        assertThat(fields(OPEN, CommentDraft.of("Ann", " ", "x"))).containsExactly("C-07 email");
        assertThat(fields(OPEN, CommentDraft.of("<b>\u200b</b>\u00a0", "ann@news.example", "x")))
                .containsExactly("C-07 name");
        assertThat(review(CommentRules.open(), CommentDraft.of("", "", "x"), on(article)))
                .isInstanceOf(Approved.class);
    }

    @ParameterizedTest
    @Rule("C-08")
    @ValueSource(
            strings = {
                "ann",
                "a@b.c",
                "ann@news",
                "@news.example",
                "a@b@c.example",
                "ann@-news.example",
                "ann@news-.example",
                "ann@news..example",
                "ann@.example",
                "ann@news.example.",
                "\"ann\"@news.example",
                "ann@[192.0.2.1]",
                "an n@news.example",
                "änn@news.example",
                "ann@nëws.example",
                "ann@news_x.example",
                "ann,@news.example",
            })
    void anEmailIsAnAddress(String email) {
        assertThat(fields(OPEN, CommentDraft.of("Ann", email, "x"))).containsExactly("C-08 email");
        assertThat(fields(CommentRules.open(), CommentDraft.of("Ann", email, "x")))
                .containsExactly("C-08 email");
        CommentRules dropping = CommentRules.open().unusable(Unusable.DROP);
        Kept kept = (Kept) review(dropping, CommentDraft.of("Ann", email, "x"), on(article));
        assertThat(kept.sender().email()).isEmpty();
    }

    @ParameterizedTest
    @Rule("C-08")
    @ValueSource(strings = {"a@b.co", "ann.b+c@news.example", "!#$%&'*+/=?^_`{|}~.-@x.y1", "A@EXAMPLE.ORG", "1@2.33"})
    void unusualAddressesAreAddresses(String email) {
        assertThat(((Kept) review(OPEN, CommentDraft.of("Ann", email, "x"), on(article)))
                        .sender()
                        .email())
                .isEqualTo(email);
    }

    @Test
    @Rule("C-09")
    void aTextMustBeSeen() {
        assertThat(fields(OPEN, CommentDraft.of("Ann", "ann@news.example", "<p>\u200b&nbsp;</p>")))
                .containsExactly("C-09 text");
    }

    @Test
    @Rule({"C-10", "C-11", "C-12", "C-13"})
    void everyFieldHasItsLimit() {
        CommentRules rules = CommentRules.wordPress();
        String name = "é".repeat(122);
        String email = "a".repeat(87) + "@news.example";
        String url = "http://news.example/" + "a".repeat(180);
        CommentDraft longest = new CommentDraft(name + "e", email, url, "x".repeat(65_525), null);
        assertThat(review(rules, longest, on(article))).isInstanceOf(Held.class);
        clock.advance(Duration.ofMinutes(1));
        CommentDraft longer = new CommentDraft(name + "é", "a" + email, url + "a", "x".repeat(65_526), null);
        assertThat(review(rules, longer, on(article)).violations())
                .containsExactly(
                        CommentViolation.of("C-10", "comment_author_column_length", "name", 245, 246),
                        CommentViolation.of("C-11", "comment_author_email_column_length", "email", 100, 101),
                        CommentViolation.of("C-12", "comment_author_url_column_length", "url", 200, 201),
                        CommentViolation.of("C-13", "comment_content_column_length", "text", 65_525, 65_526));
    }

    @Test
    @Rule("C-13")
    void whatIsMeasuredIsWhatTheRulesSay() {
        Limits limits = new Limits(
                Measured.SENT,
                TextLimit.ofBytes(20),
                TextLimit.ofBytes(20),
                TextLimit.ofBytes(20),
                TextLimit.ofCharacters(10));
        CommentDraft expands = CommentDraft.of("Ann", "ann@news.example", "a<<<<<<<b");
        assertThat(review(OPEN.limits(limits), expands, on(article))).isInstanceOf(Approved.class);
        Limits stored = new Limits(Measured.STORED, limits.name(), limits.email(), limits.url(), limits.text());
        clock.advance(Duration.ofMinutes(1));
        assertThat(review(OPEN.limits(stored), CommentDraft.of("Ann", "ann@news.example", "c<<<<<<<d"), on(article))
                        .violations())
                .containsExactly(CommentViolation.of("C-13", "comment_content_column_length", "text", 10, 30));
        CommentDraft shrinks = CommentDraft.of("Ann", "ann@news.example", "<p><p><p><p>short");
        assertThat(review(OPEN.limits(stored), shrinks, on(article))).isInstanceOf(Approved.class);
    }

    @ParameterizedTest
    @Rule("C-14")
    @CsvSource({
        "news.example/a, http://news.example/a",
        "https://news.example/a?b=c&d, https://news.example/a?b=c&d",
        "news.example:8080, http://news.example:8080",
        "HTTP://NEWS.EXAMPLE, HTTP://NEWS.EXAMPLE",
        "http://, ''",
        "'', ''",
    })
    void theAddressOfASiteIsStoredSoThatItCanBeLinkedTo(String sent, String stored) {
        Kept kept = (Kept) review(OPEN, DRAFT.url(sent), on(article));
        assertThat(kept.cleaned().url()).isEqualTo(stored);
    }

    @ParameterizedTest
    @Rule("C-14")
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "JAVASCRIPT://news.example/%0aalert(1)",
                "java\tscript:alert(1)",
                "data:text/html,x",
                "\u0001javascript:alert(1)",
                "ftp://news.example",
                "mailto:a@news.example",
                "http:",
                "http:///x",
                "/a",
                "#a",
                ":",
                "vbscript:x",
                "javascript.x:alert(1)",
            })
    void otherAddressesAreRefusedOrDropped(String sent) {
        assertThat(fields(OPEN, DRAFT.url(sent))).containsExactly("C-14 url");
        Kept kept = (Kept) review(OPEN.unusable(Unusable.DROP), DRAFT.url(sent), on(article));
        assertThat(kept.cleaned().url()).isEmpty();
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        assertThat(review(OPEN, DRAFT, on(article))).isInstanceOf(Approved.class);
        CommentDraft draft = new CommentDraft("", "ann", "javascript:x", "\u00a0", null);
        assertThat(review(OPEN, draft, on(article).from(SENDER))).isInstanceOfSatisfying(Rejected.class, rejected -> {
            assertThat(rejected.code()).isEqualTo("require_name_email");
            assertThat(rejected.violations())
                    .extracting(CommentViolation::rule)
                    .containsExactly("C-07", "C-08", "C-09", "C-14", "C-16");
        });
    }

    @Test
    @Rule("C-15")
    void theSameWordsTwiceAreADuplicate() {
        CommentDraft first = CommentDraft.of("Ann", "ann@news.example", "Fish & <b>chips</b>: http://news.example/a");
        assertThat(review(OPEN, first, on(article))).isInstanceOf(Approved.class);
        clock.advance(Duration.ofDays(1));
        assertThat(codes(OPEN, first, on(article))).containsExactly("C-15 comment_duplicate");
        CommentDraft again = CommentDraft.of("ann", "ANN@news.example", "FISH &amp; chips:  http://news.example/a");
        assertThat(codes(OPEN, again, on(article))).containsExactly("C-15 comment_duplicate");
        assertThat(review(
                        OPEN.senders(SenderRules.defaults().approvals(0).refuseDuplicates(false)), again, on(article)))
                .isInstanceOf(Approved.class);
        assertThat(review(
                        OPEN.senders(OPEN.senders().floods(List.of())),
                        first,
                        on(SampleArticles.article("other").build())))
                .isInstanceOf(Approved.class);
    }

    @Test
    @Rule("C-16")
    void aSenderWaitsAndAModeratorDoesNot() {
        assertThat(review(OPEN, DRAFT, on(article))).isInstanceOf(Approved.class);
        clock.advance(Duration.ofMillis(14_999));
        CommentDraft next = CommentDraft.of("Bea", "bea@news.example", "And another thing.");
        assertThat(review(OPEN, next, on(article)).violations())
                .containsExactly(new CommentViolation("C-16", "comment_flood", "", 15, null, "", null));
        assertThat(review(OPEN.senders(OPEN.senders().floods(List.of())), next, on(article)))
                .isInstanceOf(Approved.class);
        clock.advance(Duration.ofSeconds(15));
        for (int i = 0; i < 3; i++) {
            assertThat(review(OPEN, CommentDraft.of("Reply " + i), on(article).signedIn(account(Role.MODERATOR))))
                    .isInstanceOf(Approved.class);
        }
    }

    @Test
    @Rule("C-16")
    void aRejectedCommentStartsNoWaiting() {
        assertThat(fields(OPEN, CommentDraft.of("Ann", "ann@news.example", ""))).containsExactly("C-09 text");
        assertThat(review(OPEN, DRAFT, on(article))).isInstanceOf(Approved.class);
    }

    @Test
    void ofOneCommentSentByManyThreadsOneIsTaken() throws Exception {
        CommentReviewer reviewer = CommentReviewer.with(OPEN, history, clock);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<CommentDecision>> work = new ArrayList<>();
            for (int i = 0; i < 64; i++) {
                work.add(() -> reviewer.review(DRAFT, on(article)));
            }
            int kept = 0;
            for (Future<CommentDecision> decision : threads.invokeAll(work)) {
                kept += decision.get() instanceof Kept ? 1 : 0;
            }
            assertThat(kept).isOne();
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    @Rule("C-17")
    void theSenderLearnsNoRuleAndNoArticleThatIsNotPublic() {
        CommentDecision rejected = review(OPEN, CommentDraft.of("Ann", "ann@news.example", ""), on(article));
        assertThat(rejected.answer().outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(rejected.answer().problems())
                .containsExactly(CommentViolation.of("", "require_valid_comment", "text"));
        for (Article hidden : List.of(
                edited(a -> a.status(ArticleStatus.DRAFT)),
                edited(a -> a.status(ArticleStatus.DRAFT).commentsOpen(false)),
                edited(a -> a.status(ArticleStatus.WITHDRAWN)),
                edited(a -> a.expiresAt(NOW)),
                edited(a -> a.publishedAt(NOW.plusSeconds(9))
                        .passwordProtected(true)
                        .commentsOpen(false)))) {
            assertThat(review(OPEN, DRAFT, on(hidden)).answer().problems())
                    .containsExactly(CommentViolation.of("", "comment_id_not_found", ""));
        }
        assertThat(review(OPEN, DRAFT, on(edited(a -> a.passwordProtected(true))))
                        .answer()
                        .problems())
                .extracting(CommentViolation::code)
                .containsExactly("comment_on_password_protected");
    }

    @Test
    @Rule("C-17")
    void theSenderDoesNotLearnWhetherACommentWaitsOrIsSpam() {
        CommentRules spam = OPEN.disallowedKeys(List.of("well"));
        assertThat(review(spam, DRAFT, on(article)).answer())
                .isEqualTo(review(
                                OPEN.holdAll(true),
                                CommentDraft.of("Ben", "ben@news.example", "Yes."),
                                on(article).from(Sender.unknown()))
                        .answer());
    }

    @Test
    @Rule({"C-17", "C-24"})
    void nobodyIsTakenForAMemberByTypingTheirAddress() {
        Account member = account(Role.READER);
        Kept first = (Kept) review(
                CommentRules.defaults(), CommentDraft.of("One."), on(article).signedIn(member));
        history.remember(approved(first, "c1"), first.sender());
        clock.advance(Duration.ofMinutes(1));
        assertThat(review(
                        CommentRules.defaults(),
                        CommentDraft.of("Two."),
                        on(article).signedIn(member)))
                .isInstanceOf(Approved.class);
        clock.advance(Duration.ofMinutes(1));
        CommentDecision typed =
                review(CommentRules.defaults(), CommentDraft.of("Mia", member.email(), "Three."), on(article));
        clock.advance(Duration.ofMinutes(1));
        CommentDecision stranger =
                review(CommentRules.defaults(), CommentDraft.of("Mia", "new@news.example", "Four."), on(article));
        assertThat(typed).isInstanceOf(Held.class);
        assertThat(typed.answer()).isEqualTo(stranger.answer());
    }

    @Test
    @Rule("C-18")
    void theAccountGoesBeforeTheForm() {
        CommentDraft forged = new CommentDraft("The Editor", "editor@news.example", "http://bad.example", "Hm.", null);
        Kept kept = (Kept) review(OPEN, forged, on(article).signedIn(account(Role.READER)));
        assertThat(kept.cleaned().name()).isEqualTo("Mia");
        assertThat(kept.cleaned().url()).isEqualTo("http://mia.example");
        assertThat(kept.sender()).isEqualTo(new Sender("mia@news.example", "192.0.2.1", "Browser/1.0", "m1"));
    }

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

    @ParameterizedTest
    @Rule("C-23")
    @ValueSource(
            strings = {
                "Buy CASINO chips",
                "ca\u200bsi\u00adno",
                "ｃａｓｉｎｏ",
                "<b>ca</b>sino",
                "\"casino\"",
                "c&#97;sino",
                "casino's",
                "<a href=http://casino.example>x</a>",
                "the\u2003casino",
                "O’REILLY",
                "free   money",
            })
    void aWordOfTheListMakesACommentWait(String text) {
        CommentRules rules = OPEN.holdKeys(List.of("casino", "o'reilly", "free money"));
        assertThat(review(rules, CommentDraft.of("Ann", "ann@news.example", text), on(article)))
                .isInstanceOf(Held.class);
    }

    @ParameterizedTest
    @Rule("C-23")
    @ValueSource(
            strings = {"WordPress", "expressed", "press_room", "192.0.2.10", "1192.0.2.1", "free of money", "a\nb"})
    void partsOfWordsAreInnocent(String text) {
        CommentRules rules = OPEN.holdKeys(List.of("press", "192.0.2.1", "free money", " ", "\u200b", ""));
        assertThat(review(
                        rules,
                        CommentDraft.of("Ann", "ann@news.example", text),
                        on(article).from(Sender.unknown())))
                .isInstanceOf(Approved.class);
    }

    @Test
    @Rule("C-23")
    void aFindingNamesTheKeyButNoAddress() {
        assertThat(finding(OPEN.holdKeys(List.of("x", "well put"))))
                .isEqualTo(new Finding(
                        "C-23",
                        CommentState.HELD,
                        "text",
                        "key 2 of the list \"moderation\": well put",
                        "well put",
                        0));
        assertThat(finding(OPEN.holdKeys(List.of("ann"))))
                .isEqualTo(new Finding(
                        "C-23", CommentState.HELD, "name", "key 1 of the list \"moderation\": ann", "ann", 0));
        assertThat(finding(OPEN.holdKeys(List.of("a\nann@news.example"))))
                .isEqualTo(new Finding("C-23", CommentState.HELD, "email", "key 2 of the list \"moderation\"", "", 0));
        assertThat(finding(OPEN.holdKeys(List.of("192.0.2."))))
                .isEqualTo(new Finding("C-23", CommentState.HELD, "ip", "key 1 of the list \"moderation\"", "", 0));
        for (String address : List.of("someone@news.example", "198.51.100.7", "2001:db8::1")) {
            clock.advance(Duration.ofMinutes(1));
            assertThat(review(
                                    OPEN.holdKeys(List.of(address)),
                                    CommentDraft.of("Ann", "ann@news.example", "ask " + address + " about it"),
                                    on(article))
                            .reasons())
                    .extracting(Finding::text)
                    .containsExactly("key 1 of the list \"moderation\"");
        }
        assertThat(finding(OPEN.holdKeys(List.of("browser"))))
                .isEqualTo(new Finding("C-23", CommentState.HELD, "agent", "key 1 of the list \"moderation\"", "", 0));
        assertThat(finding(OPEN.holdKeys(List.of("site.example"))))
                .isEqualTo(new Finding(
                        "C-23",
                        CommentState.HELD,
                        "url",
                        "key 1 of the list \"moderation\": site.example",
                        "site.example",
                        7));
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
    @Rule("C-25")
    void aDisallowedWordGoesWhereTheRulesSay() {
        CommentRules rules = CommentRules.defaults().disallowedKeys(List.of("casino"));
        CommentDraft draft = CommentDraft.of("Ann", "ann@news.example", "casino http://a.example http://b.example");
        assertThat(review(rules, draft, on(article)))
                .isInstanceOfSatisfying(
                        Trash.class,
                        trash -> assertThat(trash.reasons())
                                .extracting(Finding::rule)
                                .containsExactly("C-22", "C-25", "C-24"));
        clock.advance(Duration.ofMinutes(1));
        assertThat(review(rules.keys(KeyList.spam("disallowed", List.of("casino"))), draft, on(article)))
                .isInstanceOf(Spam.class);
        clock.advance(Duration.ofMinutes(1));
        CommentDraft hidden = CommentDraft.of("Ann", "ann@news.example", "look <img src=http://casino.example/x>");
        assertThat(review(rules, hidden, on(article))).isInstanceOf(Trash.class);
    }

    @Test
    void whatIsKeptIsReadyToBeStored() {
        CommentDraft draft = new CommentDraft(
                " <i>Ann</i>\u202e  B.\u0007 ", "ann@news.example", "news.example", " <p>a < b</p> ", null);
        Kept kept = (Kept) review(OPEN, draft, on(article));
        assertThat(kept.toComment(CommentId.of("c7")))
                .isEqualTo(new Comment(
                        CommentId.of("c7"),
                        article.id(),
                        null,
                        Comment.Kind.COMMENT,
                        CommentState.APPROVED,
                        "Ann B.",
                        "http://news.example",
                        "a &lt; b",
                        NOW));
        assertThat(kept.sender()).isEqualTo(new Sender("ann@news.example", "192.0.2.1", "Browser/1.0", ""));
    }

    private Finding finding(CommentRules rules) {
        CommentReviewer reviewer = CommentReviewer.with(rules, CommentHistory.inMemory(9), clock);
        return reviewer.review(DRAFT.url("http://site.example/"), on(article))
                .reasons()
                .get(0);
    }

    private CommentDecision review(CommentRules rules, CommentDraft draft, CommentContext context) {
        return CommentReviewer.with(rules, history, clock).review(draft, context);
    }

    private List<String> codes(CommentRules rules, CommentDraft draft, CommentContext context) {
        return review(rules, draft, context).violations().stream()
                .map(violation -> violation.rule() + " " + violation.code())
                .toList();
    }

    private List<String> fields(CommentRules rules, CommentDraft draft) {
        return review(rules, draft, on(article)).violations().stream()
                .map(violation -> violation.rule() + " " + violation.field())
                .toList();
    }

    private static CommentContext on(Article article) {
        return CommentContext.on(article).from(SENDER);
    }

    private static Article edited(UnaryOperator<ArticleBuilder> edit) {
        return edit.apply(SampleArticles.article("bridge")).build();
    }

    private static Account account(Role role) {
        return new Account("m1", "Mia", "mia@news.example", "http://mia.example", role);
    }

    private static Comment approved(Kept kept, String id) {
        Comment comment = kept.toComment(CommentId.of(id));
        return new Comment(
                comment.id(),
                comment.article(),
                comment.parent(),
                comment.kind(),
                CommentState.APPROVED,
                comment.name(),
                comment.url(),
                comment.text(),
                comment.at());
    }

    private static Comment comment(String id, String article, CommentState state) {
        return new Comment(
                CommentId.of(id), ArticleId.of(article), null, Comment.Kind.COMMENT, state, "Ben", "", "Before.", NOW);
    }
}
