package io.countersign.money;

import io.countersign.mail.Address;
import io.countersign.mail.ChargeStatus;
import io.countersign.mail.Envelope;
import io.countersign.mail.Message;
import io.countersign.mail.ReceiptFacts;
import io.countersign.mail.ReceiptKind;
import io.countersign.mail.TestMail;
import io.countersign.mail.Understanding;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Builds statements and receipts for tests, one mail each; what a test doesn't say is a receipt of 10 EUR, charged. */
final class Charges {
    private long id;
    private LocalDateTime at = LocalDateTime.of(2026, 1, 5, 12, 0);
    private String merchant = "Shop";
    private Optional<BigDecimal> amount = Optional.of(new BigDecimal("10.00"));
    private Optional<String> currency = Optional.of("EUR");
    private Optional<LocalDate> date = Optional.empty();
    private ReceiptKind kind = ReceiptKind.RECEIPT;
    private ChargeStatus status = ChargeStatus.CHARGED;
    private Optional<String> orderId = Optional.empty();
    private String sender = "billing@shop.example";
    private String subject = "Your receipt";
    private boolean byHand;

    private Charges(long id) {
        this.id = id;
    }

    static Charges mail(long id) {
        return new Charges(id);
    }

    Charges at(String dateTime) {
        return at(LocalDateTime.parse(dateTime));
    }

    Charges at(LocalDateTime dateTime) {
        at = dateTime;
        return this;
    }

    Charges merchant(String name) {
        merchant = name;
        return this;
    }

    Charges amount(String value) {
        amount = Optional.of(new BigDecimal(value));
        return this;
    }

    Charges noAmount() {
        amount = Optional.empty();
        return this;
    }

    Charges currency(String code) {
        currency = Optional.of(code);
        return this;
    }

    Charges date(String day) {
        date = Optional.of(LocalDate.parse(day));
        return this;
    }

    Charges kind(ReceiptKind value) {
        kind = value;
        return this;
    }

    Charges status(ChargeStatus value) {
        status = value;
        return this;
    }

    Charges order(String number) {
        orderId = Optional.of(number);
        return this;
    }

    Charges from(String address) {
        sender = address;
        return this;
    }

    Charges subject(String text) {
        subject = text;
        return this;
    }

    Charges byHand() {
        byHand = true;
        return this;
    }

    ReceiptFacts facts() {
        return new ReceiptFacts(merchant, amount, currency, date, kind, status, orderId, "text: Total", 0.9);
    }

    Message message() {
        return message(List.of(facts()));
    }

    Message message(List<ReceiptFacts> receipts) {
        return new Message(
                id,
                id,
                0,
                envelope(at.toInstant(ZoneOffset.UTC)),
                TestMail.UNREAD_IN_INBOX,
                Understanding.unknown().withReceipts(receipts));
    }

    private Envelope envelope(Instant receivedAt) {
        return new Envelope(
                "m" + id + "@example.org",
                "local",
                new Address("", sender),
                List.of(),
                Optional.empty(),
                subject,
                receivedAt,
                "text " + id,
                false,
                false,
                1000 + id % 7);
    }

    Statement statement() {
        return new Statement(message(), 0, facts(), byHand);
    }

    Receipt receipt() {
        return new Receipt(
                merchant,
                amount.orElseThrow(),
                currency.orElseThrow(),
                date.orElse(at.toLocalDate()),
                kind,
                status,
                orderId,
                "other",
                0.9,
                List.of(statement()));
    }
}
