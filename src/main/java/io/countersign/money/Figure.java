package io.countersign.money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;

/**
 * A sum of receipts of one currency, and what it is the sum of.
 *
 * @param total exact
 * @param receipts in the order they were given
 */
public record Figure(BigDecimal total, List<Receipt> receipts) {
    static final Comparator<Figure> DEAREST_FIRST =
            Comparator.comparing(Figure::total).reversed();

    private static final int AVERAGE_SCALE = 2;

    public Figure {
        receipts = List.copyOf(receipts);
    }

    static Figure of(List<Receipt> receipts) {
        return new Figure(receipts.stream().map(Receipt::amount).reduce(BigDecimal.ZERO, BigDecimal::add), receipts);
    }

    public int count() {
        return receipts.size();
    }

    /** Of all receipts, refunds included, rounded half up as exactly as the total but at least to hundredths; 0 of none. */
    public BigDecimal average() {
        return receipts.isEmpty()
                ? BigDecimal.ZERO
                : total.divide(
                        BigDecimal.valueOf(receipts.size()),
                        Math.max(AVERAGE_SCALE, total.scale()),
                        RoundingMode.HALF_UP);
    }

    /** How the newest receipt calls the merchant; empty where there is none. */
    String newestMerchant() {
        return receipts.stream()
                .max(Comparator.comparing(Receipt::date)
                        .thenComparingLong(receipt -> receipt.id().messageId()))
                .map(Receipt::merchant)
                .orElse("");
    }
}
