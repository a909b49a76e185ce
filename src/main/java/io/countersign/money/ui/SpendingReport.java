package io.countersign.money.ui;

import io.countersign.money.Figure;
import io.countersign.money.MerchantKeys;
import io.countersign.money.Receipt;
import io.countersign.money.Spending;
import io.countersign.money.StatementId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was spent in one currency in one stretch of time, as the screen divides it. Each number keeps the receipts that it is
 * the sum of. Two are equal only when they are the same, since comparing them would take long.
 *
 * @param currencies all there are in that time, the one of most receipts first
 * @param currency the one that is shown; empty when there is none
 * @param bars in the order of time, without a gap
 * @param series the merchants that have a colour of their own, the dearest first
 * @param byMerchant the dearest first
 * @param byCategory the dearest first
 * @param kinds what is told apart, in its order
 */
record SpendingReport(
        List<String> currencies,
        String currency,
        List<SpendingBar> bars,
        List<String> series,
        Map<String, Figure> byMerchant,
        Map<String, Figure> byCategory,
        Map<Kind, Figure> kinds) {
    static final SpendingReport EMPTY =
            new SpendingReport(List.of(), "", List.of(), List.of(), Map.of(), Map.of(), Map.of());

    /** What is told apart. */
    enum Kind {
        /** Charged, refunds taken off: what the bars add up to. */
        SPENT,
        REFUNDED,
        INCOME,
        PENDING,
        CANCELLED
    }

    /** The report of these receipts; of the currency with most of them when {@code wanted} is not among them. */
    static SpendingReport of(List<Receipt> receipts, Optional<String> wanted, MerchantKeys keys) {
        var spending = Spending.of(receipts, keys);
        var currencies = spending.currencies().stream()
                .sorted(Comparator.comparingInt((String code) -> -count(spending.in(code))))
                .toList();
        if (currencies.isEmpty()) {
            return EMPTY;
        }
        var shown = spending.in(wanted.filter(currencies::contains).orElseGet(currencies::getFirst));
        var series = shown.byMerchant().entrySet().stream()
                .filter(entry -> entry.getValue().total().signum() > 0)
                .limit(SpendingBar.SERIES)
                .map(Map.Entry::getKey)
                .toList();
        return new SpendingReport(
                currencies,
                shown.code(),
                SpendingBar.of(shown.byMonth(), places(shown, series)),
                series,
                shown.byMerchant(),
                shown.byCategory(),
                kinds(shown));
    }

    private static int count(Spending.Currency currency) {
        return currency.total().count()
                + currency.pending().count()
                + currency.cancelled().count()
                + currency.income().count();
    }

    /** Which series each receipt of a merchant with a colour belongs to. */
    private static Map<StatementId, Integer> places(Spending.Currency shown, List<String> series) {
        var places = new HashMap<StatementId, Integer>();
        for (int i = 0; i < series.size(); i++) {
            for (var receipt : figure(shown.byMerchant(), series.get(i)).receipts()) {
                places.put(receipt.id(), i);
            }
        }
        return places;
    }

    private static Figure figure(Map<String, Figure> figures, String name) {
        return figures.getOrDefault(name, SpendingBar.sum(List.of()));
    }

    private static Map<Kind, Figure> kinds(Spending.Currency shown) {
        var kinds = new LinkedHashMap<Kind, Figure>();
        var back = shown.total().receipts().stream()
                .filter(receipt -> receipt.amount().signum() < 0)
                .toList();
        kinds.put(Kind.SPENT, shown.total());
        kinds.put(Kind.REFUNDED, SpendingBar.sum(back));
        kinds.put(Kind.INCOME, shown.income());
        kinds.put(Kind.PENDING, shown.pending());
        kinds.put(Kind.CANCELLED, shown.cancelled());
        return kinds;
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
