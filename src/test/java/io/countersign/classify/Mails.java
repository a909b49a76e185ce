package io.countersign.classify;

import io.countersign.mail.Address;
import io.countersign.mail.Category;
import io.countersign.mail.Envelope;
import io.countersign.mail.Examination;
import io.countersign.mail.ParsedMail;
import io.countersign.mail.ParsedMail.Attachment;
import io.countersign.mail.ParsedMail.Header;
import io.countersign.mail.Understanding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Builds mails for tests, sent on Monday 10 November 2025 at noon UTC unless said otherwise. */
final class Mails {
    static final Instant SENT = Instant.parse("2025-11-10T12:00:00Z");
    private static final ClassifyEnricher ENRICHER = new ClassifyEnricher(SenderHistory.none());

    private final List<Header> headers = new ArrayList<>();
    private final List<Attachment> attachments = new ArrayList<>();
    private final List<Address> replyTo = new ArrayList<>();
    private Address from = new Address("Alex Doe", "alex@example.org");
    private String subject = "";
    private String text = "";
    private Optional<String> html = Optional.empty();
    private Optional<String> calendar = Optional.empty();

    static Mails from(String name, String email) {
        var mail = new Mails();
        mail.from = new Address(name, email);
        return mail;
    }

    /** A mail with all the signs of a campaign. */
    static Mails campaign(String subject, String text) {
        return from("Shop", "deals@shop.example")
                .header("List-Unsubscribe", "<https://shop.example/u>")
                .subject(subject)
                .text(text + "\n\nUnsubscribe")
                .html("<table><tr><td>" + text
                        + "<img src=a><img src=b></td></tr></table><a href='https://shop.example/u'>Unsubscribe</a>");
    }

    /** Adds what a service for bulk sending adds, without looks: headers, a table around the text, a footer. */
    Mails inBulk() {
        var link = "https://www." + from.domain() + "/u/1";
        header("List-Unsubscribe", "<" + link + ">");
        header("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        header("List-Id", "<all." + from.domain() + ">");
        header("Precedence", "bulk");
        header("Feedback-ID", "1:all:bulk:esp");
        html("<table><tr><td>" + text + "</td></tr></table><p>You receive this because you signed up.</p><a href='"
                + link + "'>Unsubscribe</a>");
        return text(text + "\n\nUnsubscribe: " + link);
    }

    Mails header(String name, String content) {
        headers.add(new Header(name, content));
        return this;
    }

    Mails subject(String subject) {
        this.subject = subject;
        return this;
    }

    Mails text(String text) {
        this.text = text;
        return this;
    }

    Mails html(String html) {
        this.html = Optional.of(html);
        return this;
    }

    Mails calendar(String calendar) {
        this.calendar = Optional.of(calendar);
        return this;
    }

    Mails attach(String name) {
        attachments.add(new Attachment(attachments.size(), name, "application/octet-stream", 1000));
        return this;
    }

    Mails replyTo(String email) {
        replyTo.add(new Address("", email));
        return this;
    }

    ParsedMail parsed() {
        return new ParsedMail(
                headers,
                "1@" + from.domain(),
                from,
                replyTo,
                List.of(new Address("", "me@example.net")),
                List.of(),
                subject,
                Optional.of(SENT),
                text,
                html,
                calendar,
                attachments,
                List.of());
    }

    Understanding understood() {
        return understoodBy(ENRICHER);
    }

    Understanding understoodBy(ClassifyEnricher enricher) {
        var mail = parsed();
        var envelope =
                new Envelope(mail.messageId(), "", from, mail.to(), mail.listId(), subject, SENT, "", false, false, 0);
        return enricher.enrich(Examination.of(mail, envelope), Understanding.unknown());
    }

    Category category() {
        return understood().category();
    }
}
