package io.countersign.money;

import io.countersign.mail.ChargeStatus;
import io.countersign.mail.ReceiptKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One charge, refund or income, with every mail behind it.
 *
 * @param amount negative where money came back
 * @param currency ISO 4217; amounts of different currencies are never added
 * @param category what it was spent on, a name from {@code money/categories.txt}
 * @param confidence 0..1
 * @param statements never empty; the one that tells most comes first and names the receipt
 */
public record Receipt(
        String merchant,
        BigDecimal amount,
        String currency,
        LocalDate date,
        ReceiptKind kind,
        ChargeStatus status,
        Optional<String> orderId,
        String category,
        double confidence,
        List<Statement> statements) {
    public Receipt {
        statements = List.copyOf(statements);
    }

    /** The statement that tells most. */
    public Statement leading() {
        return statements.getFirst();
    }

    public StatementId id() {
        return leading().id();
    }

    /** True where it counts as spending: charged, and neither income nor something that will not be paid. */
    public boolean isSpending() {
        return status == ChargeStatus.CHARGED && kind != ReceiptKind.INCOME;
    }
}
