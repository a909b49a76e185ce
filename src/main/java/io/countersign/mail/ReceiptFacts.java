package io.countersign.mail;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a mail says about one charge: the {@code receipt.*} part of the message document.
 *
 * @param merchant who was paid, as a person would say it
 * @param amount the total; negative where money came back; empty where the mail does not say it beyond doubt
 * @param currency ISO 4217
 * @param date the day of the purchase, which is not always the day of the mail
 * @param orderId the number of the order, booking or invoice: two that differ are two purchases
 * @param paymentId the number of the payment alone: an order that is paid twice has two
 * @param evidence where in the mail the amount stands, in English, at most 200 characters
 * @param confidence 0..1; 1 for what a person said
 */
public record ReceiptFacts(
        String merchant,
        Optional<BigDecimal> amount,
        Optional<String> currency,
        Optional<LocalDate> date,
        ReceiptKind kind,
        ChargeStatus status,
        Optional<String> orderId,
        Optional<String> paymentId,
        String evidence,
        double confidence) {

    /** The same place in the mail, of which a person said that it is no charge; the places of the others stay theirs. */
    public ReceiptFacts dismissed() {
        return new ReceiptFacts(
                merchant,
                Optional.empty(),
                Optional.empty(),
                date,
                kind,
                ChargeStatus.CANCELLED,
                Optional.empty(),
                "no charge, said by hand",
                1);
    }

    /** True for what {@link #dismissed} gives: nobody but a person is sure of a charge without an amount. */
    public boolean isDismissed() {
        return confidence >= 1 && amount.isEmpty();
    }

    /** A charge whose payment has no number of its own. */
    public ReceiptFacts(
            String merchant,
            Optional<BigDecimal> amount,
            Optional<String> currency,
            Optional<LocalDate> date,
            ReceiptKind kind,
            ChargeStatus status,
            Optional<String> orderId,
            String evidence,
            double confidence) {
        this(merchant, amount, currency, date, kind, status, orderId, Optional.empty(), evidence, confidence);
    }
}
