package dev.byline.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class XmlRepairTest {
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<t><![CDATA[a ]]> b]]></t> | <t><![CDATA[a ]]]]><![CDATA[> b]]></t>",
                "<t><![CDATA[a <![CDATA[ b ]]> c & d]]></t> | <t><![CDATA[a <![CDATA[ b ]]]]><![CDATA[> c & d]]></t>",
                "<t><![CDATA[]]>]]></t> | <t><![CDATA[]]]]><![CDATA[>]]></t>",
                "<t><![CDATA[x]]>]]>]]></t>& | <t><![CDATA[x]]]]><![CDATA[>]]]]><![CDATA[>]]></t>&amp;",
                "<t>a ]]> b</t> | <t>a ]]&gt; b</t>",
                "<t><![CDATA[]]]></t>& | <t><![CDATA[]]]></t>&amp;",
                "<t><![CDATA[a]]> & b</t> | <t><![CDATA[a]]> &amp; b</t>",
                "<t><![CDATA[a]]>b<![CDATA[c]]></t> | <t><![CDATA[a]]>b<![CDATA[c]]></t>",
                "<t><![CDATA[a]]]]><![CDATA[>b]]></t> | <t><![CDATA[a]]]]><![CDATA[>b]]></t>",
                "<!-- a ]]> b --> | <!-- a ]]> b -->",
                "<![CDATA[a]]>& | <![CDATA[a]]>&amp;"
            })
    void keepsTheEndOfCdataInsideOfCdata(String broken, String repaired) throws IOException {
        assertThat(repair(broken)).isEqualTo(repaired);
    }

    @Test
    void looksOnlySoFarForTheEndOfCdata() throws IOException {
        String near = "&".repeat(1000);
        assertThat(repair("<t><![CDATA[a]]>" + near + "]]></t>"))
                .isEqualTo("<t><![CDATA[a]]]]><![CDATA[>" + near + "]]></t>");
        String far = "&".repeat(5000);
        assertThat(repair("<t><![CDATA[a]]>" + far + "]]></t>"))
                .isEqualTo("<t><![CDATA[a]]>" + far.replace("&", "&amp;") + "]]&gt;</t>");
    }

    @ParameterizedTest
    @CsvSource({"UTF-16BE", "UTF-16LE", "UTF-16"})
    void leavesWideEncodingsAlone(String encoding) throws IOException {
        byte[] bytes = "<a>&</a>".getBytes(encoding);
        assertThat(XmlRepair.of(new ByteArrayInputStream(bytes)).readAllBytes()).isEqualTo(bytes);
    }

    static String repair(String xml) throws IOException {
        byte[] bytes = xml.getBytes(StandardCharsets.UTF_8);
        return new String(XmlRepair.of(new ByteArrayInputStream(bytes)).readAllBytes(), StandardCharsets.UTF_8);
    }
}
