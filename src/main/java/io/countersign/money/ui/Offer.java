package io.countersign.money.ui;

import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** What rows can be narrowed to: whatever occurs in them, sorted as the language sorts words. */
record Offer(List<String> merchants, List<String> currencies, List<String> categories) {
    static final Offer NOTHING = new Offer(List.of(), List.of(), List.of());

    static Offer of(List<ReceiptRow> rows, Locale locale) {
        var words = Collator.getInstance(locale);
        return new Offer(
                distinct(rows, ReceiptRow::merchant, words::compare),
                distinct(rows, ReceiptRow::currency, Comparator.naturalOrder()),
                distinct(rows, ReceiptRow::category, Comparator.naturalOrder()));
    }

    private static List<String> distinct(
            List<ReceiptRow> rows, Function<ReceiptRow, String> part, Comparator<String> order) {
        return rows.stream()
                .map(part)
                .filter(text -> !text.isEmpty())
                .distinct()
                .sorted(order)
                .toList();
    }
}
