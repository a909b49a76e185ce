package io.countersign.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Header fields and texts are read in whatever charset they really are. */
class MailCharsetTest extends ParsingTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "=?utf-8?Q?Gr=C3=BC=C3=9Fe?= | Grüße",
                "=?UTF-8?B?R3LDvMOfZQ==?= | Grüße",
                "=?iso-8859-1?q?a_b?= =?iso-8859-1?q?c?= d | a bc d",
                "=?utf-8?B?4oI=?= =?utf-8?B?rA==?= | €",
                "=?utf-8?Q?=E2=82?= =?utf-8?Q?=AC?= | €",
                "=?utf-8*en?Q?lang?= | lang",
                "=?utf-8?Q?with spaces inside?= | with spaces inside",
                "=?utf-8?Q?no end | no end",
                "=?utf-8?Q?=41?= | A",
                "=?x-nonsense?Q?abc?= | abc",
                "=?utf-8?X?abc?= | =?utf-8?X?abc?=",
                "a =? b ?= c | a =? b ?= c",
                "=?ISO-2022-JP?B?GyRCJF4kXyRgGyhC?= | まみむ",
            })
    void encodedWordsAreDecoded(String written, String read) {
        assertThat(parse("Subject: " + written, "", "").subject()).isEqualTo(read);
    }

    @Test
    void rawEightBitHeadersAreUtf8OrElseWindows1252() {
        assertThat(parse("Subject: Grüße".getBytes(UTF_8), ascii("\r\n\r\n")).subject())
                .isEqualTo("Grüße");
        assertThat(parse("Subject: Grüße".getBytes(ISO_8859_1), ascii("\r\n\r\n"))
                        .subject())
                .isEqualTo("Grüße");
    }

    @ParameterizedTest
    @CsvSource({
        "utf-8, UTF-8, Grüße €",
        "\"UTF-8\", UTF-8, Grüße €",
        "iso-8859-1, ISO-8859-1, Grüße",
        "ISO-8859-15, ISO-8859-15, Grüße €",
        "latin1, windows-1252, Grüße €",
        "utf-16, UTF-16, Grüße €",
        "utf-16le, UTF-16LE, Grüße €",
        "cp1252, windows-1252, Grüße €",
        "x-windows-1252, windows-1252, Grüße €",
        "ks_c_5601-1987, x-windows-949, 한국말",
        "gb2312, GB18030, 汉字",
        "x-sjis, windows-31j, あいう",
        "us-ascii, UTF-8, Grüße",
        "us-ascii, windows-1252, Grüße €",
        "utf-8, windows-1252, Grüße aus Köln",
        "x-nothing, UTF-8, Grüße",
        "no such thing, windows-1252, Grüße",
    })
    void textIsReadInWhateverCharsetItIs(String claimed, String real, String text) {
        var mail = parse(
                ascii("Content-Type: text/plain; charset=" + claimed + "\n\n"), text.getBytes(Charset.forName(real)));
        assertThat(mail.text()).isEqualTo(text);
    }

    @Test
    void utf7IsRead() {
        assertThat(parse("Content-Type: TEXT/PLAIN; CHARSET=utf-7", "", "Fr+APY-sche +- co")
                        .text())
                .isEqualTo("Frösche + co");
        assertThat(Utf7.decode("Entw&APw-rfe && &-", '&')).startsWith("Entwürfe");
    }

    @Test
    void aWrongCharsetIsADefect() {
        var mail = parse(ascii("Content-Type: text/plain; charset=utf-8\n\n"), "Grüße".getBytes(ISO_8859_1));
        assertThat(mail.defects()).anyMatch(defect -> defect.contains("windows-1252"));
    }

    @Test
    void damagedUtf8StaysUtf8() {
        var mail = parse(ascii("Content-Type: text/plain; charset=utf-8\n\n"), "äöü ÄÖÜ ß".getBytes(UTF_8), new byte[] {
            (byte) 0xC3
        });
        assertThat(mail.text()).startsWith("äöü ÄÖÜ ß");
    }
}
