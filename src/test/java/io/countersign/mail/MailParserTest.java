package io.countersign.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailParserTest {
    private final MailParser parser = new MailParser();

    private ParsedMail parse(String... lines) {
        return parser.parse(String.join("\r\n", lines).getBytes(ISO_8859_1));
    }

    private ParsedMail parse(byte[]... pieces) {
        var all = new ByteArrayOutputStream();
        for (var piece : pieces) {
            all.writeBytes(piece);
        }
        return parser.parse(all.toByteArray());
    }

    private static byte[] ascii(String text) {
        return text.getBytes(ISO_8859_1);
    }

    @Test
    void aSoundMailHasNoDefects() {
        var mail = parse(
                "From: Ann Example <ann@example.org>",
                "To: bob@example.org, \"Doe, Carl\" <carl@example.org>",
                "Cc: team: dora@example.org, emil@example.org;",
                "Reply-To: desk@example.org",
                "Subject: Hello",
                " again",
                "Date: Tue, 3 Mar 2026 10:00:00 +0100",
                "Message-ID: <1@example.org>",
                "",
                "Hi Bob");
        assertThat(mail.from()).isEqualTo(new Address("Ann Example", "ann@example.org"));
        assertThat(mail.to())
                .containsExactly(new Address("", "bob@example.org"), new Address("Doe, Carl", "carl@example.org"));
        assertThat(mail.cc()).extracting(Address::email).containsExactly("dora@example.org", "emil@example.org");
        assertThat(mail.replyTo()).extracting(Address::email).containsExactly("desk@example.org");
        assertThat(mail.subject()).isEqualTo("Hello again");
        assertThat(mail.date()).contains(Instant.parse("2026-03-03T09:00:00Z"));
        assertThat(mail.messageId()).isEqualTo("1@example.org");
        assertThat(mail.text()).isEqualTo("Hi Bob");
        assertThat(mail.defects()).isEmpty();
        assertThat(mail.attachments()).isEmpty();
        assertThat(mail.html()).isEmpty();
    }

    @Test
    void whatIsMissingIsEmptyAndSaid() {
        var mail = parse("Subject: x", "", "y");
        assertThat(mail.from()).isEqualTo(Address.NONE);
        assertThat(mail.messageId()).isEmpty();
        assertThat(mail.date()).isEmpty();
        assertThat(mail.defects())
                .contains("The mail names no sender.", "The mail has no Message-ID.", "The mail has no date.");
        assertThat(parser.parse(new byte[0]).text()).isEmpty();
    }

    @Test
    void aMailWithoutAHeaderIsText() {
        assertThat(parse("no header here", "at all").text()).isEqualTo("no header here\nat all");
    }

    @Test
    void aMailThatIsOneTextFileShowsItAndListsIt() {
        var mail = parse("Content-Disposition: attachment; filename=a.txt", "", "hello");
        assertThat(mail.text()).isEqualTo("hello");
        assertThat(mail.attachments()).extracting(ParsedMail.Attachment::name).containsExactly("a.txt");
    }

    @Test
    void theSenderFieldStandsInForAMissingFrom() {
        assertThat(parse("Sender: s@example.org", "", "x").from().email()).isEqualTo("s@example.org");
    }

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

    @Test
    void plainTextIsPreferredToHtml() {
        var mail = alternative("Dear Bob, here is the whole text.", "<p>Dear <b>Bob</b></p>");
        assertThat(mail.text()).contains("the whole text");
        assertThat(mail.html()).hasValueSatisfying(html -> assertThat(html).contains("<b>"));
    }

    @Test
    void htmlIsReadWhereThePlainTextIsEmptyOrAStub() {
        assertThat(alternative(" ", "<p>Dear <b>Bob</b></p>").text()).isEqualTo("Dear Bob");
        assertThat(alternative("Your email client does not support HTML.", "<p>Dear Bob</p>")
                        .text())
                .isEqualTo("Dear Bob");
    }

    private ParsedMail alternative(String plain, String html) {
        return parse(
                "Content-Type: multipart/alternative; boundary=\"b\"",
                "",
                "--b",
                "Content-Type: text/plain",
                "",
                plain,
                "--b",
                "Content-Type: text/html",
                "",
                html,
                "--b--");
    }

    @Test
    void severalInlineTextsAreJoined() {
        var mail = parse(
                "Content-Type: multipart/mixed; boundary=b",
                "",
                "--b",
                "",
                "one",
                "--b",
                "Content-Type: text/html",
                "",
                "<p>two</p>",
                "--b--");
        assertThat(mail.text()).isEqualTo("one\ntwo");
    }

    @Test
    void attachmentsAreListedWithTheirDecodedSizeAndCanBeFetched() {
        var data = new byte[1000];
        Arrays.fill(data, (byte) 7);
        var raw = ascii(String.join(
                "\r\n",
                "Content-Type: multipart/mixed; boundary=b",
                "",
                "--b",
                "",
                "see attached",
                "--b",
                "Content-Type: application/pdf; name*0=\"very \"; name*1=\"long.pdf\"",
                "Content-Transfer-Encoding: BASE64",
                "",
                Base64.getMimeEncoder().encodeToString(data),
                "--b",
                "Content-Type: text/plain",
                "Content-Disposition: attachment; filename*=utf-8''gr%C3%BC%C3%9Fe.txt",
                "Content-Transfer-Encoding: quoted-printable",
                "",
                "a=3Db=",
                "c",
                "--b",
                "Content-Type: application/pdf",
                "",
                "x",
                "--b",
                "Content-Disposition: attachment; filename=\"..\\..\\C:\\evil\\=?utf-8?Q?na=C3=AFve?=.exe\"",
                "",
                "x",
                "--b--"));
        var mail = parser.parse(raw);
        assertThat(mail.attachments())
                .extracting(ParsedMail.Attachment::name)
                .containsExactly("very long.pdf", "grüße.txt", "document.pdf", "naïve.exe");
        assertThat(mail.attachments()).extracting(ParsedMail.Attachment::size).containsExactly(1000L, 4L, 1L, 1L);
        assertThat(parser.attachment(raw, mail.attachments().get(0).index())).hasValue(data);
        assertThat(parser.attachment(raw, mail.attachments().get(1).index())).hasValue(ascii("a=bc"));
        assertThat(parser.attachment(raw, 99)).isEmpty();
        assertThat(parser.attachment(raw, -1)).isEmpty();
        assertThat(mail.text()).isEqualTo("see attached");
    }

    @Test
    void anAttachedMailShowsItsAttachmentsAndTheOuterText() {
        var mail = parse(
                "Content-Type: multipart/mixed; boundary=a",
                "Subject: outer",
                "",
                "--a",
                "",
                "look at this",
                "--a",
                "Content-Type: message/rfc822",
                "",
                "Subject: inner",
                "Content-Type: multipart/mixed; boundary=b",
                "",
                "--b",
                "",
                "inner text",
                "--b",
                "Content-Disposition: attachment; filename=cv.doc",
                "",
                "x",
                "--b--",
                "--a--");
        assertThat(mail.text()).isEqualTo("look at this");
        assertThat(mail.subject()).isEqualTo("outer");
        assertThat(mail.attachments()).extracting(ParsedMail.Attachment::name).containsExactly("inner.eml", "cv.doc");
    }

    @Test
    void aCalendarPartIsKeptAndNamed() {
        var mail = parse(
                "Content-Type: multipart/alternative; boundary=a",
                "",
                "--a",
                "",
                "Interview on Monday",
                "--a",
                "Content-Type: text/calendar; charset=utf-8; method=REQUEST",
                "",
                "BEGIN:VCALENDAR",
                "END:VCALENDAR",
                "--a--");
        assertThat(mail.calendar()).contains("BEGIN:VCALENDAR\nEND:VCALENDAR");
        assertThat(mail.attachments()).extracting(ParsedMail.Attachment::name).containsExactly("invite.ics");
        assertThat(mail.text()).isEqualTo("Interview on Monday");
    }

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

    @Test
    void aMissingIdAndStrangeOnesAreUnderstood() {
        assertThat(parse("Message-ID: <a@b> (comment)", "", "").messageId()).isEqualTo("a@b");
        assertThat(parse("Message-ID: a@b", "", "").messageId()).isEqualTo("a@b");
        assertThat(parse("message-id:<a@b", "", "").messageId()).isEqualTo("a@b");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a@b.example | '' | a@b.example",
                "A B <a@b.example> | A B | a@b.example",
                "a@b.example (A B) | A B | a@b.example",
                "'\"A \\\"B\\\" C\" <a@b.example>' | A \"B\" C | a@b.example",
                "Doe, John <a@b.example> | Doe, John | a@b.example",
                "=?utf-8?Q?J=C3=B6rg?= <a@b.example> | Jörg | a@b.example",
                "'\"=?utf-8?Q?J=C3=B6rg?=\" <a@b.example>' | Jörg | a@b.example",
                "<@relay.example:a@b.example> | '' | a@b.example",
                "'\"never ends <a@b.example>' | never ends | a@b.example",
                "<a@b.example | '' | a@b.example",
                "Somebody | Somebody | ''",
                "Some Body a@b.example | Some Body | a@b.example",
            })
    void addressesAreRead(String field, String name, String email) {
        assertThat(parse("From: " + field, "", "").from()).isEqualTo(new Address(name, email));
    }
}
