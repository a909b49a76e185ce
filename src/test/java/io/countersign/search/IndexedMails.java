package io.countersign.search;

import io.countersign.mail.Address;
import io.countersign.mail.AtsFacts;
import io.countersign.mail.Category;
import io.countersign.mail.Envelope;
import io.countersign.mail.MailboxState;
import io.countersign.mail.Message;
import io.countersign.mail.Stage;
import io.countersign.mail.StageFinding;
import io.countersign.mail.Understanding;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Builds mail for an index: a plain one, changed where a test cares. */
public final class IndexedMails {
    /** The time at which tests search. */
    static final Instant NOW = Instant.parse("2026-03-15T12:00:00Z");

    private final long id;
    private Address from = new Address("Ann Lee", "ann@shop.example");
    private List<Address> to = List.of(new Address("Me", "me@example.org"));
    private String subject = "Hello";
    private String text = "How are you?";
    private final List<String> attachments = new ArrayList<>();
    private List<String> labels = List.of();
    private List<String> assigned = List.of();
    private Instant receivedAt = NOW.minus(Duration.ofDays(30));
    private boolean unread = true;
    private boolean starred;
    private boolean answered;
    private boolean quarantined;
    private Category category = Category.PERSONAL;
    private Optional<Stage> stage = Optional.empty();
    private double ghostingRisk;

    private IndexedMails(long id) {
        this.id = id;
    }

    public static IndexedMails mail(long id) {
        return new IndexedMails(id);
    }

    IndexedMails from(String name, String email) {
        this.from = new Address(name, email);
        return this;
    }

    IndexedMails to(Address... to) {
        this.to = List.of(to);
        return this;
    }

    IndexedMails subject(String subject) {
        this.subject = subject;
        return this;
    }

    IndexedMails text(String text) {
        this.text = text;
        return this;
    }

    IndexedMails attachment(String name) {
        this.attachments.add(name);
        return this;
    }

    IndexedMails labels(String... labels) {
        this.labels = List.of(labels);
        return this;
    }

    IndexedMails assigned(String... labels) {
        this.assigned = List.of(labels);
        return this;
    }

    IndexedMails receivedAt(Instant receivedAt) {
        this.receivedAt = receivedAt;
        return this;
    }

    IndexedMails ageDays(long days) {
        return receivedAt(NOW.minus(Duration.ofDays(days)));
    }

    IndexedMails marks(boolean unread, boolean starred, boolean answered, boolean quarantined) {
        this.unread = unread;
        this.starred = starred;
        this.answered = answered;
        this.quarantined = quarantined;
        return this;
    }

    IndexedMails category(Category category) {
        this.category = category;
        return this;
    }

    IndexedMails stage(Stage stage) {
        this.stage = Optional.of(stage);
        return this;
    }

    IndexedMails ghostingRisk(double risk) {
        this.ghostingRisk = risk;
        return this;
    }

    public IndexedMail get() {
        return new IndexedMail(message(), text, attachments);
    }

    Message message() {
        var envelope = new Envelope(
                "m" + id + "@example",
                "local",
                from,
                to,
                Optional.empty(),
                subject,
                receivedAt,
                preview(),
                !attachments.isEmpty(),
                false,
                1000);
        var state = new MailboxState("INBOX", labels, assigned, unread, starred, answered, quarantined);
        var understanding = Understanding.unknown().withCategory(category, 0.9, List.of());
        return new Message(
                id,
                id,
                0,
                envelope,
                state,
                stage.isPresent() || ghostingRisk > 0 ? understanding.withAts(facts()) : understanding);
    }

    private String preview() {
        return text.length() <= Envelope.PREVIEW_LENGTH ? text : text.substring(0, Envelope.PREVIEW_LENGTH);
    }

    private AtsFacts facts() {
        return new AtsFacts(
                Optional.empty(),
                Optional.empty(),
                stage.map(StageFinding::certain).orElse(StageFinding.none()),
                Optional.empty(),
                Optional.empty(),
                Optional.of("Acme"),
                Optional.empty(),
                ghostingRisk,
                Optional.empty(),
                Optional.empty());
    }
}
