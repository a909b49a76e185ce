package io.countersign.policy;

import io.countersign.mail.Address;
import io.countersign.mail.AtsFacts;
import io.countersign.mail.Category;
import io.countersign.mail.ChargeStatus;
import io.countersign.mail.Envelope;
import io.countersign.mail.MailboxState;
import io.countersign.mail.Message;
import io.countersign.mail.ReceiptFacts;
import io.countersign.mail.ReceiptKind;
import io.countersign.mail.Stage;
import io.countersign.mail.StageFinding;
import io.countersign.mail.Understanding;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Builds mail for tests: a plain unread mail in the inbox, changed where a test cares. */
public final class SampleMail {
    /** The time at which tests look at mail. */
    public static final Instant NOW = Instant.parse("2026-03-15T12:00:00Z");

    private static final List<Category> CATEGORIES = List.of(Category.values());

    private String from = "Ann Lee <ann@shop.example>";
    private String subject = "Hello";
    private String preview = "How are you?";
    private String folder = "INBOX";
    private List<String> labels = List.of();
    private List<String> assigned = List.of();
    private long ageDays = 1;
    private boolean unread = true;
    private boolean starred;
    private boolean answered;
    private boolean quarantined;
    private boolean attachment;
    private boolean unsubscribable;
    private Optional<String> listId = Optional.empty();
    private Category category = Category.PERSONAL;
    private int risk;
    private Optional<Instant> expiresAt = Optional.empty();
    private Optional<Instant> eventAt = Optional.empty();
    private Optional<AtsFacts> ats = Optional.empty();
    private Optional<ReceiptFacts> receipt = Optional.empty();

    public static SampleMail mail() {
        return new SampleMail();
    }

    public static SampleMail mail(Category category) {
        var mail = new SampleMail();
        mail.category = category;
        return mail;
    }

    public SampleMail from(String from) {
        this.from = from;
        return this;
    }

    public SampleMail subject(String subject) {
        this.subject = subject;
        return this;
    }

    public SampleMail preview(String preview) {
        this.preview = preview;
        return this;
    }

    public SampleMail folder(String folder) {
        this.folder = folder;
        return this;
    }

    public SampleMail labels(String... labels) {
        this.labels = List.of(labels);
        return this;
    }

    public SampleMail assigned(String... labels) {
        this.assigned = List.of(labels);
        return this;
    }

    public SampleMail ageDays(long days) {
        this.ageDays = days;
        return this;
    }

    public SampleMail read() {
        this.unread = false;
        return this;
    }

    public SampleMail starred() {
        this.starred = true;
        return this;
    }

    public SampleMail answered() {
        this.answered = true;
        return this;
    }

    public SampleMail quarantined() {
        this.quarantined = true;
        return this;
    }

    public SampleMail attachment() {
        this.attachment = true;
        return this;
    }

    public SampleMail unsubscribable() {
        this.unsubscribable = true;
        return this;
    }

    public SampleMail listId(String id) {
        this.listId = Optional.of(id);
        return this;
    }

    public SampleMail risk(int score) {
        this.risk = score;
        return this;
    }

    /** Ends so many days from now; negative: it has ended. */
    public SampleMail expiresIn(long days) {
        this.expiresAt = Optional.of(NOW.plus(days, ChronoUnit.DAYS));
        return this;
    }

    public SampleMail eventIn(long days) {
        this.eventAt = Optional.of(NOW.plus(days, ChronoUnit.DAYS));
        return this;
    }

    public SampleMail stage(String stage, Optional<Instant> interview) {
        this.ats = Optional.of(new AtsFacts(
                Optional.of("greenhouse"),
                Optional.empty(),
                StageFinding.certain(Stage.of(stage).orElseThrow()),
                Optional.empty(),
                interview,
                Optional.of("Acme"),
                Optional.empty(),
                0.1,
                Optional.empty(),
                Optional.empty()));
        return this;
    }

    public SampleMail receipt(String amount) {
        this.receipt = Optional.of(new ReceiptFacts(
                "Shop",
                Optional.of(new BigDecimal(amount)),
                Optional.of("EUR"),
                Optional.of(LocalDate.parse("2026-03-01")),
                ReceiptKind.RECEIPT,
                ChargeStatus.CHARGED,
                Optional.empty(),
                "text: Total",
                0.9));
        return this;
    }

    public Message get() {
        var envelope = new Envelope(
                "m1@example",
                "me@example",
                address(from),
                List.of(new Address("Me", "me@example.org")),
                listId,
                subject,
                NOW.minus(ageDays, ChronoUnit.DAYS),
                preview,
                attachment,
                unsubscribable,
                1234);
        var state = new MailboxState(folder, labels, assigned, unread, starred, answered, quarantined);
        var reasons = risk >= 50 ? List.of("the reply goes elsewhere") : List.<String>of();
        var understanding = new Understanding(
                category,
                0.9,
                List.of(),
                risk,
                reasons,
                expiresAt,
                eventAt,
                ats,
                receipt.stream().toList());
        return new Message(7, 7, 0, envelope, state, understanding);
    }

    /** A mail in which every part may be there or not. */
    public static Message random(RandomGenerator random) {
        var mail = mail(CATEGORIES.get(random.nextInt(CATEGORIES.size())));
        mail.ageDays(random.nextInt(100))
                .risk(random.nextInt(101))
                .subject(pick(random, "", "Your Invoice", "straße SALE", "Re: Interview with Acme", "50% off"))
                .preview(pick(random, "", "Big deal today", "We regret to inform you", "ÉTÉ"))
                .from(pick(random, "", "a@shop.example", "Bob <bob@acme.example>", "jobs@greenhouse.io"));
        mail.unread = random.nextBoolean();
        mail.starred = random.nextInt(4) == 0;
        mail.answered = random.nextInt(4) == 0;
        mail.quarantined = random.nextInt(8) == 0;
        mail.attachment = random.nextBoolean();
        mail.unsubscribable = random.nextBoolean();
        mail.folder = pick(random, "INBOX", "Archive", "Junk", "Trash", "Work");
        mail.labels = random.nextInt(3) == 0 ? List.of("Receipts", "Friends") : List.of();
        mail.listId = random.nextBoolean() ? Optional.of("news.example") : Optional.empty();
        mail.expiresAt = maybe(random);
        mail.eventAt = maybe(random);
        if (random.nextBoolean()) {
            mail.stage(MessageFields.STAGES.get(random.nextInt(MessageFields.STAGES.size())), maybe(random));
        }
        if (random.nextBoolean()) {
            mail.receipt(random.nextInt(100) + ".50");
        }
        return mail.get();
    }

    private static Optional<Instant> maybe(RandomGenerator random) {
        return random.nextBoolean()
                ? Optional.of(NOW.plus(random.nextInt(-50, 50), ChronoUnit.DAYS))
                : Optional.empty();
    }

    static String pick(RandomGenerator random, String... from) {
        return from[random.nextInt(from.length)];
    }

    private static Address address(String text) {
        int open = text.indexOf('<');
        return open < 0
                ? new Address("", text)
                : new Address(text.substring(0, open).strip(), text.substring(open + 1, text.length() - 1));
    }
}
