package dev.byline.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafeUrlTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://a.example/x?y=1&z=2#f",
                "HTTP://A.EXAMPLE",
                "http://a.example:8080/",
                "http://[2001:db8::1]/",
                "//cdn.example/a.jpg",
                "/a/b",
                "a/b:c",
                "../a.jpg",
                "?page=2",
                "#note-1",
                "#a:b",
                "mailto:desk@a.example",
                "https://a.example/ایران",
                "https://a.example/%D8%A7"
            })
    void theseStay(String address) {
        assertThat(SafeUrl.of(address)).contains(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                "javascript:alert(1)",
                "JAVASCRIPT:alert(1)",
                "java\tscript:alert(1)",
                "java\nscript:alert(1)",
                "java\u0000script:alert(1)",
                "java\u200Bscript:alert(1)",
                " \u0001javascript:alert(1)",
                "\u00A0javascript:alert(1)",
                "javascript\u0009:alert(1)",
                "data:text/html,x",
                "vbscript:x",
                "file:///etc/passwd",
                "ftp://a.example",
                "tel:123",
                "blob:https://a.example/1",
                "http:",
                "http:/a",
                "http://",
                "https:///a.example",
                "https://?x",
                "mailto:",
                ":x",
                "a:b/c",
                "\\\\a.example",
                "/\\a.example",
                "https:\\\\a.example",
                "/a\r\nSet-Cookie: x",
                "/a\u2028b",
                "/a\uD800"
            })
    void theseAreRefused(String address) {
        assertThat(SafeUrl.of(address)).isEmpty();
    }

    @Test
    void whiteSpaceAroundGoesAndSpacesInsideAreEncoded() {
        assertThat(SafeUrl.of(" \n/My Photo \"1\"<2>`.jpg\t")).contains("/My%20Photo%20%221%22%3C2%3E%60.jpg");
        assertThat(SafeUrl.of("/a\u202Eb\u200Cc")).contains("/a%E2%80%AEb%E2%80%8Cc");
    }

    @Test
    void tooLongIsRefused() {
        assertThat(SafeUrl.of("/" + "a".repeat(SafeUrl.MOST_CHARACTERS - 1))).isPresent();
        assertThat(SafeUrl.of("/" + "a".repeat(SafeUrl.MOST_CHARACTERS))).isEmpty();
        assertThat(SafeUrl.of("/" + " ".repeat(4000) + "a")).isEmpty();
    }

    @Property(tries = 5000)
    void twiceIsOnceAndNoOtherSchemeComesOut(@ForAll("addresses") String address) {
        SafeUrl.of(address).ifPresent(url -> {
            assertThat(SafeUrl.of(url)).contains(url);
            // What browsers do before they look for a scheme: strip controls and spaces, drop tabs and line breaks.
            String browser = url.replaceAll("^[\\x00-\\x20]+|[\\t\\n\\r]", "").toLowerCase(Locale.ROOT);
            if (browser.matches("(?s)[a-z][a-z0-9+.-]*:.*")) {
                assertThat(browser).matches("(?s)(https?://|mailto:).+");
            }
            assertThat(url).doesNotContain("\"", "<", ">", " ", "\\");
        });
    }

    @Provide
    Arbitrary<String> addresses() {
        return Arbitraries.oneOf(
                        Arbitraries.of(
                                "java",
                                "script",
                                ":",
                                "http",
                                "https",
                                "mailto",
                                "data",
                                "/",
                                "//",
                                "\\",
                                "?",
                                "#",
                                "a.example",
                                "\t",
                                "\n",
                                " ",
                                "\u0000",
                                "\u00AD",
                                "\u200B",
                                "x",
                                "%3A",
                                "&colon;",
                                "JavaScript:",
                                "Ｊ",
                                "ſ",
                                "K"),
                        Arbitraries.strings().ofMaxLength(3))
                .list()
                .ofMaxSize(8)
                .map(pieces -> String.join("", pieces));
    }
}
