package io.countersign.money.extraction;

import io.countersign.mail.ChargeStatus;
import io.countersign.mail.ReceiptKind;
import io.countersign.money.extraction.ChargeSigns.Reading;
import io.countersign.money.extraction.ChargeSigns.Topic;

/** Decides of which kind a charge is, and whether it was made, from what the words of the mail are about. */
final class ChargeKinds {
    private ChargeKinds() {}

    /** {@code bank} when the sender is one; {@code ordered} when the mail names an order number. */
    static ReceiptKind kind(Reading reading, boolean ordered) {
        if (reading.subject(Topic.REFUND) || reading.text(Topic.REFUND) >= 2) {
            return ReceiptKind.REFUND;
        }
        if (reading.any(Topic.INCOME)) {
            return ReceiptKind.INCOME;
        }
        if (isBankAlert(reading, ordered)) {
            return ReceiptKind.BANK_ALERT;
        }
        if (reading.subject(Topic.SUBSCRIPTION) || reading.text(Topic.SUBSCRIPTION) >= 2) {
            return ReceiptKind.SUBSCRIPTION;
        }
        if (isDue(reading)) {
            return ReceiptKind.INVOICE;
        }
        boolean paid = reading.subject(Topic.PAID) || reading.text(Topic.PAID) >= 2;
        return (ordered || reading.any(Topic.ORDER)) && !paid ? ReceiptKind.ORDER : ReceiptKind.RECEIPT;
    }

    /** What the label of the amount adds: a total that is still due makes an invoice. */
    static ReceiptKind refined(ReceiptKind kind, Reading reading, Charge charge, boolean ordered) {
        if (reading.any(Topic.REFUND) && ChargeFinder.isRefund(charge.evidence()) && reading.text(Topic.PAID) == 0) {
            return ReceiptKind.REFUND;
        }
        boolean open = kind == ReceiptKind.RECEIPT || kind == ReceiptKind.ORDER || kind == ReceiptKind.BANK_ALERT;
        boolean due = charge.due() && !ordered && reading.text(Topic.PAID) < 2;
        return open && due ? ReceiptKind.INVOICE : kind;
    }

    /** A payment that did not go through is no charge. */
    static boolean isFailed(Reading reading) {
        boolean paid = reading.subject(Topic.PAID) || reading.text(Topic.PAID) >= 2 || reading.any(Topic.REFUND);
        return (reading.subject(Topic.FAILED) || reading.text(Topic.FAILED) >= 2) && !paid;
    }

    static boolean isBankAlert(Reading reading, boolean ordered) {
        return !ordered && (reading.text(Topic.BANK) >= 2 || (reading.subject(Topic.BANK) && reading.any(Topic.BANK)));
    }

    private static boolean isDue(Reading reading) {
        boolean invoice = reading.subject(Topic.INVOICE) || reading.text(Topic.INVOICE) >= 2;
        boolean due = reading.subject(Topic.PENDING) || reading.text(Topic.PENDING) >= 2;
        boolean paid = reading.subject(Topic.PAID) || reading.text(Topic.PAID) >= (due ? 2 : 1);
        return invoice && !paid;
    }

    static ChargeStatus status(Reading reading, ReceiptKind kind) {
        if (kind == ReceiptKind.REFUND || kind == ReceiptKind.INCOME) {
            return ChargeStatus.CHARGED;
        }
        if (reading.subject(Topic.CANCELLED) || reading.text(Topic.CANCELLED) >= 2) {
            return ChargeStatus.CANCELLED;
        }
        if (kind == ReceiptKind.INVOICE) {
            return ChargeStatus.PENDING;
        }
        boolean paid = reading.subject(Topic.PAID) || reading.text(Topic.PAID) >= 2;
        boolean pending = reading.subject(Topic.PENDING) || reading.text(Topic.PENDING) >= (paid ? 3 : 1);
        return pending ? ChargeStatus.PENDING : ChargeStatus.CHARGED;
    }
}
