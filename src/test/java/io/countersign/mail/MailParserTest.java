package io.countersign.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is read of a mail as it should be: its fields, its addresses, its parts and its text. */
class MailParserTest extends ParsingTest {
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
}
