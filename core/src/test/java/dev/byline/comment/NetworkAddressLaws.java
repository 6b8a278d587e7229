package dev.byline.comment;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

/** That addresses are read as the JDK reads those of which it need ask nobody. */
class NetworkAddressLaws {
    @Provide
    Arbitrary<byte[]> sparse() {
        return Arbitraries.of((byte) 0, (byte) 0, (byte) 0, (byte) 1, (byte) -1, (byte) 0x20)
                .array(byte[].class)
                .ofSize(16);
    }

    @Provide
    Arbitrary<String> addressLike() {
        return Arbitraries.of("0", "1", "ffff", "255", ":", ":", "::", ".", "%", "[", "]", "x", "192.0.2.1")
                .list()
                .ofMaxSize(20)
                .map(parts -> String.join("", parts));
    }

    @Property
    void sixGroupsAreReadAsTheJdkWritesThem(@ForAll("sparse") byte[] bytes) throws UnknownHostException {
        String address = InetAddress.getByAddress(bytes).getHostAddress();
        String text = NetworkAddress.of(address).orElseThrow().text();
        assertThat(InetAddress.getByName(text)).isEqualTo(InetAddress.getByAddress(bytes));
        assertThat(NetworkAddress.of(text).orElseThrow().text()).isEqualTo(text);
    }

    @Property
    void fourNumbersAreReadAsTheJdkWritesThem(@ForAll @Size(4) byte[] bytes) throws UnknownHostException {
        String address = InetAddress.getByAddress(bytes).getHostAddress();
        assertThat(NetworkAddress.of(address).orElseThrow().text()).isEqualTo(address);
    }

    @Property
    void whateverIsSentIsOneAddressOrNone(@ForAll("addressLike") String sent, @ForAll String any)
            throws UnknownHostException {
        NetworkAddress.of(any);
        String text = NetworkAddress.of(sent).map(NetworkAddress::text).orElse("");
        if (!text.isEmpty()) {
            assertThat(InetAddress.getByName(text).getAddress()).hasSizeBetween(4, 16);
            assertThat(CommentPrivacy.anonymised(CommentPrivacy.anonymised(sent)))
                    .isEqualTo(CommentPrivacy.anonymised(sent));
        }
    }
}
