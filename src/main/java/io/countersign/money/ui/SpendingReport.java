package io.countersign.money.ui;

import io.countersign.mail.ChargeStatus;
import io.countersign.mail.ReceiptKind;
import io.countersign.money.Receipt;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What was spent in one currency in one stretch of time. Each number keeps the receipts that it is the sum of.
 *
 * @param currencies all there are in that time, the one of most receipts first
 * @param currency the one that is shown; empty when there is none
 * @param bars in the order of time, without a gap
 * @param series the merchants that have a colour of their own, most first
 * @param byMerchant most first
 * @param byCategory most first
 */
record SpendingReport(
        List<String> currencies,
        String currency,
        List<SpendingBar> bars,
        List<String> series,
        List<Share> byMerchant,
        List<Share> byCategory,
        Map<Figure, Share> figures) {
    static final SpendingReport EMPTY =
            new SpendingReport(List.of(), "", List.of(), List.of(), List.of(), List.of(), Map.of());

    /** What is told apart. */
    enum Figure {
        /** Charged, refunds taken off: what the bars add up to. */
        SPENT(Receipt::isSpending),
        REFUNDED(receipt -> receipt.isSpending() && receipt.amount().signum() < 0),
        INCOME(receipt -> receipt.kind() == ReceiptKind.INCOME && receipt.status() == ChargeStatus.CHARGED),
        PENDING(receipt -> receipt.status() == ChargeStatus.PENDING),
        CANCELLED(receipt -> receipt.status() == ChargeStatus.CANCELLED);

        private final Predicate<Receipt> test;

        Figure(Predicate<Receipt> test) {
            this.test = test;
        }
    }

    /** A number and the receipts that it is the sum of. */
    record Share(String name, BigDecimal amount, List<Receipt> receipts) {
        Share {
            receipts = List.copyOf(receipts);
        }

        static Share of(String name, List<Receipt> receipts) {
            return new Share(
                    name, receipts.stream().map(Receipt::amount).reduce(BigDecimal.ZERO, BigDecimal::add), receipts);
        }
    }

    /** The report of these receipts; of the currency with most of them when {@code wanted} is not among them. */
    static SpendingReport of(List<Receipt> receipts, Optional<String> wanted) {
        var currencies = currencies(receipts);
        if (currencies.isEmpty()) {
            return EMPTY;
        }
        var currency = wanted.filter(currencies::contains).orElseGet(currencies::getFirst);
        var all = receipts.stream().filter(r -> r.currency().equals(currency)).toList();
        var spent = all.stream().filter(Receipt::isSpending).toList();
        var byMerchant = shares(spent, Receipt::merchant);
        var series = byMerchant.stream()
                .filter(share -> share.amount().signum() > 0)
                .limit(SpendingBar.SERIES)
                .map(Share::name)
                .toList();
        return new SpendingReport(
                currencies,
                currency,
                SpendingBar.of(spent, series),
                series,
                byMerchant,
                shares(spent, Receipt::category),
                figures(all));
    }

    private static List<String> currencies(List<Receipt> receipts) {
        return receipts.stream()
                .collect(Collectors.groupingBy(Receipt::currency, Collectors.counting()))
                .entrySet()
                .stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static List<Share> shares(List<Receipt> receipts, Function<Receipt, String> name) {
        return receipts.stream().collect(Collectors.groupingBy(name)).entrySet().stream()
                .map(entry -> Share.of(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing(Share::amount).reversed().thenComparing(Share::name))
                .toList();
    }

    private static Map<Figure, Share> figures(List<Receipt> receipts) {
        var figures = new LinkedHashMap<Figure, Share>();
        for (var figure : Figure.values()) {
            figures.put(
                    figure,
                    Share.of(
                            figure.name(), receipts.stream().filter(figure.test).toList()));
        }
        return figures;
    }
}
