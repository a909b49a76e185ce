package io.countersign.money;

import io.countersign.mail.ChargeStatus;
import io.countersign.mail.ReceiptKind;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What was spent, for each currency: amounts of different currencies are never added. Refunds count with their negative
 * amounts; income, pending and cancelled charges are told apart. Every figure carries the receipts that it is the sum of.
 * Pure and immutable.
 */
public final class Spending {
    private final Map<String, Currency> currencies;

    /**
     * The figures of one currency.
     *
     * @param total of all that was spent; each of the three maps divides it without rest
     * @param byMonth by rising month
     * @param byMerchant by the name that the merchant's newest receipt gives it, the dearest first
     * @param byCategory the dearest first
     */
    public record Currency(
            String code,
            Figure total,
            Map<YearMonth, Figure> byMonth,
            Map<String, Figure> byMerchant,
            Map<String, Figure> byCategory,
            Figure pending,
            Figure cancelled,
            Figure income) {}

    private Spending(Map<String, Currency> currencies) {
        this.currencies = currencies;
    }

    /** The figures of these receipts. */
    public static Spending of(Collection<Receipt> receipts, MerchantKeys keys) {
        Map<String, List<Receipt>> byCode = new TreeMap<>();
        receipts.forEach(receipt -> byCode.computeIfAbsent(receipt.currency(), _ -> new ArrayList<>())
                .add(receipt));
        Map<String, Currency> currencies = new LinkedHashMap<>();
        byCode.forEach((code, all) -> currencies.put(code, currency(code, all, keys)));
        return new Spending(currencies);
    }

    /** Codes of the currencies in which anything was charged, announced or earned. */
    public Set<String> currencies() {
        return currencies.keySet();
    }

    /** The figures of a currency; all empty where there are none. */
    public Currency in(String code) {
        var none = Figure.of(List.of());
        return currencies.getOrDefault(code, new Currency(code, none, Map.of(), Map.of(), Map.of(), none, none, none));
    }

    private static Currency currency(String code, List<Receipt> all, MerchantKeys keys) {
        var spent = all.stream().filter(Receipt::isSpending).toList();
        return new Currency(
                code,
                Figure.of(spent),
                new TreeMap<>(figures(spent, receipt -> YearMonth.from(receipt.date()))),
                dearestFirst(named(figures(spent, receipt -> keys.of(receipt.merchant())))),
                dearestFirst(figures(spent, Receipt::category)),
                some(all, receipt -> isAmong(receipt, ChargeStatus.PENDING)),
                some(all, receipt -> isAmong(receipt, ChargeStatus.CANCELLED)),
                some(all, receipt -> receipt.kind() == ReceiptKind.INCOME && receipt.status() == ChargeStatus.CHARGED));
    }

    private static boolean isAmong(Receipt receipt, ChargeStatus status) {
        return receipt.status() == status && receipt.kind() != ReceiptKind.INCOME;
    }

    private static Figure some(List<Receipt> receipts, Predicate<Receipt> which) {
        return Figure.of(receipts.stream().filter(which).toList());
    }

    private static <K> Map<K, Figure> figures(List<Receipt> receipts, Function<Receipt, K> by) {
        Map<K, List<Receipt>> groups = new LinkedHashMap<>();
        receipts.forEach(receipt -> groups.computeIfAbsent(by.apply(receipt), _ -> new ArrayList<>())
                .add(receipt));
        Map<K, Figure> figures = new LinkedHashMap<>();
        groups.forEach((key, group) -> figures.put(key, Figure.of(group)));
        return figures;
    }

    /** Merchants of which the names say nothing stay apart from each other by their names. */
    private static Map<String, Figure> named(Map<MerchantKey, Figure> byKey) {
        Map<String, List<Receipt>> byName = new LinkedHashMap<>();
        byKey.values()
                .forEach(figure -> byName.computeIfAbsent(figure.newestMerchant(), _ -> new ArrayList<>())
                        .addAll(figure.receipts()));
        Map<String, Figure> figures = new LinkedHashMap<>();
        byName.forEach((name, receipts) -> figures.put(name, Figure.of(receipts)));
        return figures;
    }

    private static Map<String, Figure> dearestFirst(Map<String, Figure> figures) {
        Map<String, Figure> sorted = new LinkedHashMap<>();
        figures.entrySet().stream()
                .sorted(Map.Entry.<String, Figure>comparingByValue(Figure.DEAREST_FIRST)
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        return sorted;
    }
}
