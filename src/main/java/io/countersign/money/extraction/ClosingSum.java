package io.countersign.money.extraction;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the amount that closes a bill: what stands right above it adds up to it, whatever its label says. */
final class ClosingSum {
    private static final int MOST_PARTS = 14;
    private static final int LEAST_PARTS = 2;
    private static final int MAX_AMOUNTS = 300;

    private ClosingSum() {}

    /** The last such amount; empty where nothing adds up. */
    static Optional<LabelledAmount> of(List<LabelledAmount> amounts) {
        var column = column(amounts);
        for (int at = column.size() - 1; at >= LEAST_PARTS; at--) {
            var total = column.get(at);
            if (!total.isOther() && total.money().amount().signum() > 0 && isSum(column, at)) {
                return Optional.of(total);
            }
        }
        return Optional.empty();
    }

    /** The last amount of each row. */
    private static List<LabelledAmount> column(List<LabelledAmount> amounts) {
        var column = new ArrayList<LabelledAmount>();
        for (var amount : amounts.subList(0, Math.min(MAX_AMOUNTS, amounts.size()))) {
            if (amount.aside()) {
                continue;
            }
            if (!column.isEmpty() && column.getLast().row() == amount.row()) {
                column.removeLast();
            }
            column.add(amount);
        }
        return column;
    }

    private static boolean isSum(List<LabelledAmount> column, int at) {
        var total = column.get(at).money();
        var sum = BigDecimal.ZERO;
        for (int parts = 1; parts <= MOST_PARTS && at - parts >= 0; parts++) {
            var part = column.get(at - parts).money();
            if (!part.currency().equals(total.currency()) || part.sameAs(total)) {
                return false;
            }
            sum = sum.add(part.amount());
            if (parts >= LEAST_PARTS && sum.compareTo(total.amount()) == 0) {
                return true;
            }
        }
        return false;
    }
}
