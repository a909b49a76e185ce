package io.countersign.money.ui;

import io.countersign.money.Receipt;
import io.countersign.money.ui.SpendingReport.Share;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What was spent in one month, or in one year where months would be too many to tell apart.
 *
 * @param first its first month
 * @param last its last month
 * @param parts one for each series that has receipts in it, in their order
 */
record SpendingBar(YearMonth first, YearMonth last, List<Part> parts) {
    /** Merchants with a colour of their own; all others share one. */
    static final int SERIES = 6;

    private static final int MOST_MONTHS = 36;
    private static final int MOST_YEARS = 60;

    SpendingBar {
        parts = List.copyOf(parts);
    }

    /** A part of a bar: {@code series} counts from 0; {@link #SERIES} stands for all other merchants. */
    record Part(int series, Share share) {}

    /** Of all parts together. */
    BigDecimal total() {
        return parts.stream().map(part -> part.share().amount()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    List<Receipt> receipts() {
        return parts.stream().flatMap(part -> part.share().receipts().stream()).toList();
    }

    boolean isYear() {
        return !first.equals(last);
    }

    /** One bar for each month, or year, from the first receipt to the last, those without receipts included. */
    static List<SpendingBar> of(List<Receipt> spent, List<String> series) {
        if (spent.isEmpty()) {
            return List.of();
        }
        var months = new TreeMap<>(spent.stream().collect(Collectors.groupingBy(r -> YearMonth.from(r.date()))));
        boolean years = months.firstKey().plusMonths(MOST_MONTHS).isBefore(months.lastKey());
        Function<YearMonth, YearMonth> begin = month -> years ? month.withMonth(1) : month;
        var groups = new TreeMap<>(
                spent.stream().collect(Collectors.groupingBy(r -> begin.apply(YearMonth.from(r.date())))));
        var bars = new ArrayList<SpendingBar>();
        // A mail with an absurd date must not draw a thousand empty years.
        var from = groups.firstKey();
        var earliest = groups.lastKey().minusYears(MOST_YEARS);
        if (from.isBefore(earliest)) {
            groups.headMap(earliest).forEach((month, receipts) -> bars.add(bar(month, years, receipts, series)));
            from = earliest;
        }
        for (var at = from; !at.isAfter(groups.lastKey()); at = years ? at.plusYears(1) : at.plusMonths(1)) {
            bars.add(bar(at, years, groups.getOrDefault(at, List.of()), series));
        }
        return List.copyOf(bars);
    }

    private static SpendingBar bar(YearMonth first, boolean year, List<Receipt> receipts, List<String> series) {
        var parts = new TreeMap<>(receipts.stream().collect(Collectors.groupingBy(receipt -> {
                    int at = series.indexOf(receipt.merchant());
                    return at < 0 ? SERIES : at;
                })))
                .entrySet().stream()
                        .map(entry -> new Part(
                                entry.getKey(),
                                Share.of(entry.getKey() == SERIES ? "" : series.get(entry.getKey()), entry.getValue())))
                        .toList();
        return new SpendingBar(first, year ? first.plusMonths(11) : first, parts);
    }
}
