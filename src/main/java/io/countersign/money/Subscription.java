package io.countersign.money;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * A charge that repeats.
 *
 * @param periodDays about 1, 7, 14, 30, 91 or 365
 * @param monthly what it costs in a month of 30.44 days
 * @param next when it is due again
 * @param running false when it missed more than one date
 */
public record Subscription(
        String merchant,
        String currency,
        BigDecimal latestAmount,
        int periodDays,
        BigDecimal monthly,
        LocalDate next,
        boolean running,
        List<Receipt> receipts) {
    public Subscription {
        receipts = List.copyOf(receipts);
    }
}
