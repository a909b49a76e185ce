package io.countersign.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever is broken, missing, nested or huge: the parser reads what there is, in bounded memory. */
class DamagedMailTest extends ParsingTest {
    @Test
    void aLostBoundaryIsGuessed() {
        var lines = new String[] {
            "Subject: x",
            "Content-Type: multipart/mixed",
            "",
            "--zzz",
            "Content-Type: text/plain",
            "",
            "found",
            "--zzz--"
        };
        assertThat(parse(lines).text()).isEqualTo("found");
        lines[1] = "Content-Type: multipart/mixed; boundary=other";
        assertThat(parse(lines).text()).isEqualTo("found");
        assertThat(parse(lines).defects()).contains("The boundary was guessed.");
    }

    @Test
    void aMultipartWithoutAnyBoundaryIsText() {
        assertThat(parse("Content-Type: multipart/mixed; boundary=x", "", "just text")
                        .text())
                .isEqualTo("just text");
    }

    @Test
    void aPartThatNeverEndsIsReadToTheEnd() {
        assertThat(parse("Content-Type: multipart/mixed; boundary=x", "", "--x", "", "cut off he")
                        .text())
                .isEqualTo("cut off he");
    }

    @ParameterizedTest
    @CsvSource({"'\r\n'", "'\n'", "'\r'"})
    void anyLineEndWillDo(String end) {
        var mail = parse(ascii(String.join(end, "Subject: s", "From: a@b.example", "", "one", "two")));
        assertThat(mail.subject()).isEqualTo("s");
        assertThat(mail.text()).isEqualTo("one\ntwo");
    }

    @Test
    void nulBytesAreDropped() {
        var mail = parse("Subject: a\0b", "From: x\0@y.example", "", "c\0d");
        assertThat(mail.subject()).isEqualTo("ab");
        assertThat(mail.text()).isEqualTo("cd");
    }

    @Test
    void unpairedSurrogatesAreReplaced() {
        var mail = parse(ascii("Content-Type: text/plain; charset=utf-16le\n\n"), new byte[] {0, (byte) 0xD8, 65, 0});
        assertThat(mail.text()).doesNotContain("\uD800");
        var utf7 = parse("Content-Type: text/plain; charset=utf-7", "", "+2AA-");
        assertThat(utf7.text()).isEqualTo("\uFFFD");
    }

    @Test
    void mboxLinesAndBlankLinesInFrontAreSkipped() {
        assertThat(parse(">From a@b Mon Jan  1 00:00:00 2001", "Subject: s", "", "t")
                        .subject())
                .isEqualTo("s");
        assertThat(parse("From a@b Mon Jan  1 00:00:00 2001", "", "Subject: s", "", "t")
                        .subject())
                .isEqualTo("s");
    }

    @Test
    void damagedTransferEncodingsGiveWhatTheyHave() {
        assertThat(parse("Content-Transfer-Encoding: base64", "", "SGVs*bG8=").text())
                .isEqualTo("Hello");
        assertThat(parse("Content-Transfer-Encoding: quoted-printable", "", "a=ZZ=4")
                        .text())
                .isEqualTo("a=ZZ=4");
        assertThat(parse("Content-Transfer-Encoding: x-uuencode", "", "begin 644 a", "#8V%T", "`", "end")
                        .text())
                .isEqualTo("cat");
    }

    @Test
    void deepNestingIsBounded() {
        var deep = new StringBuilder("Subject: deep\r\n");
        for (int i = 0; i < 3000; i++) {
            deep.append("Content-Type: multipart/mixed; boundary=b")
                    .append(i)
                    .append("\r\n\r\n--b")
                    .append(i)
                    .append("\r\n");
        }
        assertThat(parser.parse(ascii(deep + "\r\nend")).subject()).isEqualTo("deep");
        var mails = "Content-Type: message/rfc822\r\n\r\n".repeat(3000) + "Subject: in\r\n\r\nx";
        assertThat(parser.parse(ascii(mails)).defects()).anyMatch(defect -> defect.contains("too deep"));
    }

    @Test
    void hugeHeadersAreCut() {
        var many = "X-A: b\r\n".repeat(10_000) + "Subject: late\r\n\r\nx";
        assertThat(parser.parse(ascii(many)).headers()).hasSizeLessThanOrEqualTo(2000);
        var longField = "Subject: " + "y".repeat(1_000_000) + "\r\n\r\nx";
        assertThat(parser.parse(ascii(longField)).subject()).hasSizeLessThan(70_000);
        var longLine = "Subject: s\r\n\r\n" + "z".repeat(100_000);
        assertThat(parser.parse(ascii(longLine)).text()).hasSize(100_000);
    }

    @Test
    void anAttachmentOf60MegabytesIsMeasuredButNotKept() {
        var head = ascii(String.join(
                "\r\n",
                "Content-Type: multipart/mixed; boundary=b",
                "",
                "--b",
                "",
                "small",
                "--b",
                "Content-Type: application/zip; name=big.zip",
                "Content-Transfer-Encoding: base64",
                "",
                ""));
        var line = ascii("A".repeat(76) + "\r\n");
        int lines = (60 << 20) / 57;
        var content = Arrays.copyOf(head, head.length + lines * line.length);
        for (int i = 0; i < lines; i++) {
            System.arraycopy(line, 0, content, head.length + i * line.length, line.length);
        }
        var threads = (com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        var mail = parser.parse(content);
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(4 << 20);
        assertThat(mail.attachments().getFirst().size()).isEqualTo(lines * 57L);
        assertThat(mail.text()).isEqualTo("small");
    }
}
