package dev.byline.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.article.Author;
import org.junit.jupiter.api.Test;

class WxrAuthorsTest {
    private static String author(String login, String name, String biography) {
        return "<wp:author><wp:author_login>" + login + "</wp:author_login><wp:author_email>" + login
                + "@post.example</wp:author_email><wp:author_display_name>" + name
                + "</wp:author_display_name><wp:author_description>" + biography
                + "</wp:author_description></wp:author>\n";
    }

    private static String coAuthor(String nicename, String name) {
        return "<category domain='author' nicename='" + nicename + "'><![CDATA[" + name + "]]></category>";
    }

    @Test
    void coAuthorsComeInTheirOrderAndNoneTwice() {
        Wxrs.Result result = Wxrs.read(Wxrs.channel(author("rima", "Rima Odeh", "")
                + author("tariq", "Tariq Said", "")
                + Wxrs.post(
                        1,
                        "<dc:creator>rima</dc:creator>" + coAuthor("cap-tariq", "Tariq Said")
                                + coAuthor("cap-guest", "A Guest") + coAuthor("cap-rima", "Rima Odeh")
                                + coAuthor("cap-tariq", "Tariq Said"))));
        assertThat(result.article().authors())
                .containsExactly(
                        Author.of("tariq", "Tariq Said"),
                        Author.of("guest", "A Guest"),
                        Author.of("rima", "Rima Odeh"));
    }

    @Test
    void whomOnlyArticlesNameFollowTheHead() {
        Wxrs.Result result =
                Wxrs.read(Wxrs.channel(Wxrs.post(1, "<dc:creator>layla</dc:creator>" + coAuthor("cap-guest", "A Guest"))
                        + Wxrs.post(2, "<dc:creator>layla</dc:creator>")
                        + author("rima", "Rima Odeh", "")));
        assertThat(result.authors())
                .containsExactly(
                        Author.of("rima", "Rima Odeh"), Author.of("guest", "A Guest"), Author.of("layla", "layla"));
        assertThat(result.report().count(Counted.AUTHORS)).isEqualTo(3);
    }

    @Test
    void aHeadThatStandsTwiceNamesNobodyTwice() {
        String head = author("rima", "Rima Odeh", "Covers the port.") + author("tariq", "Tariq Said", "");
        Wxrs.Result result = Wxrs.read(Wxrs.channel(
                head + Wxrs.post(1, "<dc:creator>Rima</dc:creator>") + head + author("RIMA", "Another", "")));
        assertThat(result.authors())
                .containsExactly(
                        new Author("rima", "Rima Odeh", "", "Covers the port."), Author.of("tariq", "Tariq Said"));
        assertThat(result.article().authors()).containsExactly(new Author("rima", "Rima Odeh", "", "Covers the port."));
    }

    @Test
    void aHeadBehindItsArticlesStillNamesTheirAuthors() {
        Wxrs.Result result = Wxrs.read(Wxrs.channel(
                Wxrs.post(1, "<dc:creator>rima</dc:creator>") + author("rima", "Rima Odeh", "Covers the port.")));
        Author rima = new Author("rima", "Rima Odeh", "", "Covers the port.");
        assertThat(result.authors()).containsExactly(rima);
        assertThat(result.article().authors()).containsExactly(rima);
    }

    @Test
    void differentLoginsWithOneSlugStayApart() {
        Wxrs.Result result = Wxrs.read(Wxrs.channel(
                author("r.odeh", "Rima", "") + author("r odeh", "Rami", "") + author("r-odeh", "Ruba", "")));
        assertThat(result.authors()).extracting(Author::name).containsExactly("Rima", "Rami", "Ruba");
        assertThat(result.authors()).extracting(Author::slug).doesNotHaveDuplicates();
    }
}
