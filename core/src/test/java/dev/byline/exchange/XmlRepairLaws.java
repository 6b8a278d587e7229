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

class XmlRepairLaws {
    @Provide
    Arbitrary<String> pieces() {
        return Arbitraries.of(
                        "&",
                        "&amp;",
                        "&#",
                        "x26;",
                        "&x;",
                        "<![CDATA[",
                        "]]>",
                        "<!--",
                        "-->",
                        "a",
                        "\n",
                        "é",
                        ";",
                        ">",
                        "<t>")
                .list()
                .ofMaxSize(20)
                .map(parts -> String.join("", parts));
    }

    @Property
    void doingItTwiceEqualsOnceWhateverTheBuffer(@ForAll("pieces") String xml) throws IOException {
        String once = XmlRepairTest.repair(xml);
        assertThat(XmlRepairTest.repair(once)).isEqualTo(once);
        assertThat(once.lines().count()).isEqualTo(xml.lines().count());
        try (InputStream slow = XmlRepair.of(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)))) {
            StringBuilder bytes = new StringBuilder();
            for (int b = slow.read(); b >= 0; b = slow.read()) {
                bytes.append((char) b);
            }
            assertThat(bytes.toString().getBytes(StandardCharsets.ISO_8859_1))
                    .isEqualTo(once.getBytes(StandardCharsets.UTF_8));
        }
    }
}
