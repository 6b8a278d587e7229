package dev.byline.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmpersandRepairTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a&b | a&amp;b",
                "a && b | a &amp;&amp; b",
                "&amp; &lt; &gt; &quot; &apos; | &amp; &lt; &gt; &quot; &apos;",
                "&#38; &#x26; &#xZ; &#; | &#38; &#x26; &amp;#xZ; &amp;#;",
                "&nbsp; &AMP; | &amp;nbsp; &amp;AMP;",
                "<a href=\"?x=1&y=2\"/> | <a href=\"?x=1&amp;y=2\"/>",
                "<![CDATA[a & b]]> & c | <![CDATA[a & b]]> &amp; c",
                "<!-- a & b --> & c | <!-- a & b --> &amp; c",
                "<![CDATA[ ]] > & ]]>& | <![CDATA[ ]] > & ]]>&amp;",
                "&ampersands | &amp;ampersands",
                "&averylongname; | &amp;averylongname;",
                "& | &amp;",
                "&am | &amp;am",
                "&&amp;& | &amp;&amp;&amp;",
                "&<b> | &amp;<b>",
                "é & è | é &amp; è"
            })
    void escapesWhatBeginsNoReference(String broken, String repaired) throws IOException {
        assertThat(repair(broken)).isEqualTo(repaired);
    }

    @Provide
    Arbitrary<String> pieces() {
        return Arbitraries.of("&", "&amp;", "&#", "x26;", "&x;", "<![CDATA[", "]]>", "<!--", "-->", "a", "\n", "é", ";")
                .list()
                .ofMaxSize(20)
                .map(parts -> String.join("", parts));
    }

    @Property
    void doingItTwiceEqualsOnceWhateverTheBuffer(@ForAll("pieces") String xml) throws IOException {
        String once = repair(xml);
        assertThat(repair(once)).isEqualTo(once);
        assertThat(once.lines().count()).isEqualTo(xml.lines().count());
        try (InputStream slow = AmpersandRepair.of(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)))) {
            StringBuilder bytes = new StringBuilder();
            for (int b = slow.read(); b >= 0; b = slow.read()) {
                bytes.append((char) b);
            }
            assertThat(bytes.toString().getBytes(StandardCharsets.ISO_8859_1))
                    .isEqualTo(once.getBytes(StandardCharsets.UTF_8));
        }
    }

    @ParameterizedTest
    @CsvSource({"UTF-16BE", "UTF-16LE", "UTF-16"})
    void leavesWideEncodingsAlone(String encoding) throws IOException {
        byte[] bytes = "<a>&</a>".getBytes(encoding);
        assertThat(AmpersandRepair.of(new ByteArrayInputStream(bytes)).readAllBytes())
                .isEqualTo(bytes);
    }

    private static String repair(String xml) throws IOException {
        byte[] bytes = xml.getBytes(StandardCharsets.UTF_8);
        return new String(AmpersandRepair.of(new ByteArrayInputStream(bytes)).readAllBytes(), StandardCharsets.UTF_8);
    }
}
