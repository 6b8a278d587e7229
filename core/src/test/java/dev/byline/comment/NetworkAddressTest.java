package dev.byline.comment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.byline.testkit.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class NetworkAddressTest {
    @ParameterizedTest
    @CsvSource({
        "192.0.2.77, 192.0.2.77, 192.0.2.0",
        "0.0.0.0, 0.0.0.0, 0.0.0.0",
        "255.255.255.255:65535, 255.255.255.255, 255.255.255.0",
        "::ffff:192.0.2.77, 192.0.2.77, 192.0.2.0",
        "::FFFF:c000:24d, 192.0.2.77, 192.0.2.0",
        "[::ffff:192.0.2.77]:8080, 192.0.2.77, 192.0.2.0",
        "2001:0DB8:0001:0002:0003:0004:0005:0006, 2001:db8:1:2:3:4:5:6, 2001:db8:1:2::",
        "2001:db8::1, 2001:db8::1, 2001:db8::",
        "[2001:db8::1], 2001:db8::1, 2001:db8::",
        "[2001:db8::1]:443, 2001:db8::1, 2001:db8::",
        "fe80::1%eth0, fe80::1, fe80::",
        "::, ::, ::",
        "::1, ::1, ::",
        "1::, 1::, 1::",
        "1:2:3:4:5:6:7::, 1:2:3:4:5:6:7:0, 1:2:3:4::",
        "::2:3:4:5:6:7:8, 0:2:3:4:5:6:7:8, 0:2:3:4::",
        "1:0:0:4:0:0:0:8, 1:0:0:4::8, 1:0:0:4::",
        "1:0:0:4:5:0:0:8, 1::4:5:0:0:8, 1:0:0:4::",
        "64:ff9b::192.0.2.77, 64:ff9b::c000:24d, 64:ff9b::",
        "1:2:3:4:5:6:192.0.2.77, 1:2:3:4:5:6:c000:24d, 1:2:3:4::"
    })
    @Rule("C-81")
    void anAddressHasOneFormAndOneNetwork(String sent, String text, String anonymised) {
        assertThat(NetworkAddress.of(sent).orElseThrow().text()).isEqualTo(text);
        assertThat(CommentPrivacy.anonymised(sent)).isEqualTo(anonymised);
        assertThat(CommentPrivacy.anonymised(anonymised)).isEqualTo(anonymised);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "localhost",
                "news.example",
                "192.0.2",
                "192.0.2.",
                "192.0.2.256",
                "192.0.2.1.",
                "192.0.2.01",
                "192.0.2.0001",
                "192.0.2.-1",
                "192.0..2",
                "192.0.2.1/24",
                "192.0.2.1:",
                "192.0.2.1:123456",
                "192.0.2.1:x",
                "3221225985",
                "0x7f.0.0.1",
                "\u0661\u0669\u0662.0.2.1",
                "192.0.2.1\u0001",
                ":",
                ":1",
                "1:",
                ":::",
                "1:::2",
                "1::2::3",
                "1:2:3:4:5:6:7",
                "1:2:3:4:5:6:7:8:9",
                "1:2:3:4:5:6:7:8::",
                "::1:2:3:4:5:6:7:8",
                "12345::",
                "g::",
                "\uff11::",
                "1:2:3:4:5:6:7:192.0.2.1",
                "::192.0.2.1:1",
                "::192.0.2.300",
                "fe80::1%",
                "[::1",
                "::1]",
                "[192.0.2.1]",
                "[]",
                "[::1]x",
                "[::1]:",
                "\ud800"
            })
    @Rule("C-81")
    void whatIsNoAddressBecomesNothing(String sent) {
        assertThat(NetworkAddress.of(sent).map(NetworkAddress::text)).isEmpty();
        assertThat(CommentPrivacy.anonymised(sent)).isEmpty();
        assertThat(CommentPrivacy.network(sent, 24, 48)).isEmpty();
    }

    @Test
    void aNetworkHasAnyNumberOfBits() {
        assertThat(CommentPrivacy.network("192.0.2.77", 24, 48)).isEqualTo("192.0.2.0/24");
        assertThat(CommentPrivacy.network("192.0.2.77", 32, 48)).isEqualTo("192.0.2.77/32");
        assertThat(CommentPrivacy.network("192.0.2.77", 9, 48)).isEqualTo("192.0.0.0/9");
        assertThat(CommentPrivacy.network("192.255.2.77", 9, 48)).isEqualTo("192.128.0.0/9");
        assertThat(CommentPrivacy.network("192.0.2.77", 0, 48)).isEqualTo("0.0.0.0/0");
        assertThat(CommentPrivacy.network("2001:db8:1:2::1", 24, 48)).isEqualTo("2001:db8:1::/48");
        assertThat(CommentPrivacy.network("2001:db8:1:2::1", 24, 128)).isEqualTo("2001:db8:1:2::1/128");
        assertThatThrownBy(() -> CommentPrivacy.network("", 33, 48)).hasMessageContaining("not 33 or 48");
        assertThatThrownBy(() -> CommentPrivacy.network("", 24, -1)).hasMessageContaining("not 24 or -1");
    }

    @Test
    void whatIsTooLongIsNotRead() {
        assertThat(NetworkAddress.of("::1%" + "x".repeat(1_000_000))).isEmpty();
        assertThat(NetworkAddress.of("0:".repeat(1_000_000))).isEmpty();
    }

    @Test
    void anAddressIsNotPrinted() {
        assertThat(NetworkAddress.of("192.0.2.77").orElseThrow()).hasToString("NetworkAddress[IPv4]");
    }
}
