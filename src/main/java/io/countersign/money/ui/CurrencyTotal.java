package io.countersign.money.ui;

import io.countersign.mail.ChargeStatus;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;

/**
 * What was spent in one currency.
 *
 * @param total of what was charged, refunds taken off; neither income nor anything pending or cancelled
 * @param count how many charges and refunds are in it
 * @param pending announced or due, not in the total
 */
record CurrencyTotal(String currency, BigDecimal total, int count, BigDecimal pending) {
    private static final CurrencyTotal NONE = new CurrencyTotal("", BigDecimal.ZERO, 0, BigDecimal.ZERO);

    /** The total over the count; zero when there is nothing. */
    BigDecimal average() {
        return count == 0 ? BigDecimal.ZERO : total.divide(BigDecimal.valueOf(count), 4, RoundingMode.HALF_EVEN);
    }

    /** One for each currency, the one with most charges first. */
    static List<CurrencyTotal> of(List<ReceiptRow> rows) {
        var totals = new HashMap<String, CurrencyTotal>();
        for (var row : rows) {
            if (row.amount().isPresent() && !row.currency().isEmpty()) {
                totals.merge(row.currency(), NONE.plus(row), (all, _) -> all.plus(row));
            }
        }
        return totals.values().stream()
                .sorted(Comparator.comparingInt(CurrencyTotal::count).reversed().thenComparing(CurrencyTotal::currency))
                .toList();
    }

    private CurrencyTotal plus(ReceiptRow row) {
        var amount = row.amount().orElse(BigDecimal.ZERO);
        boolean waits = row.status() == ChargeStatus.PENDING;
        return new CurrencyTotal(
                row.currency(),
                row.isSpending() ? total.add(amount) : total,
                row.isSpending() ? count + 1 : count,
                waits ? pending.add(amount) : pending);
    }
}
