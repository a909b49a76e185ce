package io.countersign.money.ui;

import io.countersign.mail.ChargeStatus;
import io.countersign.mail.ReceiptFacts;
import io.countersign.mail.ReceiptKind;
import io.countersign.money.Receipt;
import io.countersign.money.Statement;
import io.countersign.money.StatementId;
import io.countersign.shared.text.OneLine;
import io.countersign.shared.text.TextFold;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * One line of the table: a charge, or what a mail says about a charge of which the amount is unknown.
 *
 * @param receipt the charge; empty while its amount is unknown
 * @param statements never empty; the one that tells most comes first
 * @param currency ISO 4217; empty when unknown
 * @param what the subject of the mail
 * @param folded what a search looks at
 */
record ReceiptRow(
        Optional<Receipt> receipt,
        List<Statement> statements,
        String merchant,
        Optional<BigDecimal> amount,
        String currency,
        LocalDate date,
        ReceiptKind kind,
        ChargeStatus status,
        Optional<String> orderId,
        String category,
        String what,
        String folded) {

    /** The line of a charge. */
    static ReceiptRow of(Receipt receipt) {
        var what = OneLine.of(receipt.leading().message().envelope().subject());
        return new ReceiptRow(
                Optional.of(receipt),
                receipt.statements(),
                OneLine.of(receipt.merchant()),
                Optional.of(receipt.amount()),
                receipt.currency(),
                receipt.date(),
                receipt.kind(),
                receipt.status(),
                receipt.orderId(),
                receipt.category(),
                what,
                folded(receipt.merchant(), what, numbers(receipt.leading().facts())));
    }

    /** The line of a charge whose amount a mail does not say. The day of the mail stands in for an unknown date. */
    static ReceiptRow of(Statement statement, ZoneId zone) {
        var facts = statement.facts();
        var envelope = statement.message().envelope();
        var what = OneLine.of(envelope.subject());
        return new ReceiptRow(
                Optional.empty(),
                List.of(statement),
                OneLine.of(facts.merchant()),
                facts.amount(),
                facts.currency().orElse(""),
                facts.date().orElseGet(() -> LocalDate.ofInstant(envelope.receivedAt(), zone)),
                facts.kind(),
                facts.status(),
                facts.orderId(),
                "",
                what,
                folded(facts.merchant(), what, numbers(facts)));
    }

    private static String numbers(ReceiptFacts facts) {
        return facts.orderId().orElse("") + " " + facts.paymentId().orElse("");
    }

    Statement leading() {
        return statements.getFirst();
    }

    StatementId id() {
        return leading().id();
    }

    /** True where it counts in totals of what was spent. */
    boolean isSpending() {
        return receipt.map(Receipt::isSpending).orElse(false);
    }

    /** How many mails are behind it. */
    long mails() {
        return statements.stream().map(s -> s.message().id()).distinct().count();
    }

    boolean isByHand() {
        return leading().byHand();
    }

    private static String folded(String merchant, String what, String orderId) {
        return TextFold.fold(merchant + "\n" + what + "\n" + orderId);
    }
}
