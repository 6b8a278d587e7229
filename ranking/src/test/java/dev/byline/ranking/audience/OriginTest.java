package dev.byline.ranking.audience;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.testkit.Rule;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OriginTest {
    @Test
    @Rule("P-45")
    void aSourceIsTheNetworkOfAnAddress() {
        assertThat(Origin.source("192.0.2.17")).isEqualTo("192.0.2.0/24");
        assertThat(Origin.source("192.0.2.254")).isEqualTo("192.0.2.0/24");
        assertThat(Origin.source("255.255.255.255")).isEqualTo("255.255.255.0/24");
        assertThat(Origin.source("192.0.2.17:51234")).isEqualTo("192.0.2.0/24");
        assertThat(Origin.source("2001:db8:7:1::1")).isEqualTo("2001:db8:7::/48");
        assertThat(Origin.source("2001:0DB8:0007:ffff:1:2:3:4")).isEqualTo("2001:db8:7::/48");
        assertThat(Origin.source("[2001:db8:7::1]:443")).isEqualTo("2001:db8:7::/48");
        assertThat(Origin.source("fe80::1%eth0")).isEqualTo("fe80:0:0::/48");
        assertThat(Origin.source("::1")).isEqualTo("0:0:0::/48");
        assertThat(Origin.source("::")).isEqualTo("0:0:0::/48");
        assertThat(Origin.source("1::")).isEqualTo("1:0:0::/48");
        assertThat(Origin.source("1:2:3:4:5:6:7::")).isEqualTo("1:2:3::/48");
        assertThat(Origin.source("::2:3:4:5:6:7:8")).isEqualTo("0:2:3::/48");
        assertThat(Origin.source("1::6:7:8")).isEqualTo("1:0:0::/48");
    }

    @Test
    @Rule("P-45")
    void anAddressOfIpv4InOneOfIpv6IsTheSame() {
        assertThat(Origin.source("::ffff:192.0.2.17")).isEqualTo("192.0.2.0/24");
        assertThat(Origin.source("::FFFF:c000:0211")).isEqualTo("192.0.2.0/24");
        assertThat(Origin.source("[::ffff:192.0.2.17]:80")).isEqualTo("192.0.2.0/24");
        assertThat(Origin.source("64:ff9b::192.0.2.33")).isEqualTo("192.0.2.0/24");
    }

    @Test
    void whatIsNoAddressIsNoSource() {
        for (String none : new String[] {
            "",
            "-",
            "localhost",
            "192.0.2",
            "192.0.2.256",
            "192.0.2.1.5",
            "192.0..1",
            "192.0.2.0001",
            "1.2.3.4, 5.6.7.8",
            ":::",
            "1:2:3:4:5:6:7",
            "1:2:3:4:5:6:7:8:9",
            "1:2:3:4:5:6:7:8::",
            "1::2::3",
            "12345::",
            "g::",
            "1:2:",
            ":1:2:3:4:5:6:7",
            "[2001:db8::1",
            "]",
            "[]",
            "1::1.2.3",
            "1:2:3:4:5:6:7:1.2.3.4",
            "٣.1.1.1",
            "%",
            "1".repeat(1000)
        }) {
            assertThat(Origin.source(none)).as(none).isEmpty();
        }
    }

    @Test
    void noTextDoesHarm() {
        Random random = new Random(8);
        for (int i = 0; i < 200_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int j = random.nextInt(24); j > 0; j--) {
                text.append(":::..[]%0129afF x".charAt(random.nextInt(17)));
            }
            assertThat(Origin.source(text.toString()).length()).isLessThan(25);
        }
    }

    @Test
    void visitorsAreToldApartByAddressAndAgent() {
        Origin one = Origin.of("192.0.2.17", "Mozilla/5.0");
        assertThat(one).isEqualTo(Origin.of("192.0.2.17", "Mozilla/5.0"));
        assertThat(one.source()).isEqualTo(Origin.of("192.0.2.18", null).source());
        assertThat(one.visitor())
                .isNotEqualTo(Origin.of("192.0.2.18", "Mozilla/5.0").visitor())
                .isNotEqualTo(Origin.of("192.0.2.17", "Opera").visitor())
                .doesNotContain("192.0.2.17");
        assertThat(one.visitor("session")).isEqualTo(new Origin("192.0.2.0/24", "session"));
        assertThat(Origin.of("", null)).isEqualTo(Origin.UNKNOWN);
        assertThat(one.toString()).doesNotContain("192").doesNotContain(one.visitor());
    }
}
