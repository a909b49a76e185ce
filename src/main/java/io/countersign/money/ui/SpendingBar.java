package io.countersign.money.ui;

import io.countersign.money.Figure;
import io.countersign.money.Receipt;
import io.countersign.money.StatementId;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
    record Part(int series, Figure figure) {}

    /** All parts together. */
    Figure whole() {
        return sum(parts.stream()
                .flatMap(part -> part.figure().receipts().stream())
                .toList());
    }

    boolean isYear() {
        return !first.equals(last);
    }

    /**
     * One bar for each month, or year, from the first to the last, those without receipts included.
     *
     * @param months what was spent in each, by rising month
     * @param series which one a receipt belongs to; all that are not named share one
     */
    static List<SpendingBar> of(Map<YearMonth, Figure> months, Map<StatementId, Integer> series) {
        if (months.isEmpty()) {
            return List.of();
        }
        var spent = new TreeMap<>(months);
        boolean years = spent.firstKey().plusMonths(MOST_MONTHS).isBefore(spent.lastKey());
        var groups = new TreeMap<YearMonth, List<Receipt>>();
        spent.forEach(
                (month, figure) -> groups.computeIfAbsent(years ? month.withMonth(1) : month, _ -> new ArrayList<>())
                        .addAll(figure.receipts()));
        var bars = new ArrayList<SpendingBar>();
        // A mail with an absurd date must not draw a thousand empty years: what is older stands close together.
        var earliest = groups.lastKey().minusYears(MOST_YEARS);
        groups.headMap(earliest).forEach((month, receipts) -> bars.add(bar(month, years, receipts, series)));
        var from = groups.ceilingKey(earliest);
        for (var at = from;
                at != null && !at.isAfter(groups.lastKey());
                at = years ? at.plusYears(1) : at.plusMonths(1)) {
            bars.add(bar(at, years, groups.getOrDefault(at, List.of()), series));
        }
        return List.copyOf(bars);
    }

    /** The sum of these receipts, which are of one currency. */
    static Figure sum(List<Receipt> receipts) {
        return new Figure(receipts.stream().map(Receipt::amount).reduce(BigDecimal.ZERO, BigDecimal::add), receipts);
    }

    private static SpendingBar bar(
            YearMonth first, boolean year, List<Receipt> receipts, Map<StatementId, Integer> series) {
        var parts = receipts.stream()
                .collect(Collectors.groupingBy(
                        receipt -> series.getOrDefault(receipt.id(), SERIES), TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(entry -> new Part(entry.getKey(), sum(entry.getValue())))
                .toList();
        return new SpendingBar(first, year ? first.plusMonths(11) : first, parts);
    }
}
