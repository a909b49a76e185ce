package io.countersign.money.ui;

import io.countersign.shared.ui.WordOrder;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** How the table is ordered: by one column after the other. */
record ReceiptOrder(List<Key> keys) {
    /** As the desk gives them. */
    static final ReceiptOrder NEWEST = new ReceiptOrder(List.of());

    /** The columns of the table. */
    enum Column {
        DATE,
        MERCHANT,
        WHAT,
        KIND,
        AMOUNT,
        CURRENCY,
        EVIDENCE
    }

    record Key(Column column, boolean ascending) {}

    ReceiptOrder {
        keys = List.copyOf(keys);
    }

    /** The same rows in this order, words as that language orders them; rows that are alike stay as they were. */
    List<ReceiptRow> apply(List<ReceiptRow> rows, Locale locale) {
        return keys.isEmpty()
                ? rows
                : rows.stream()
                        .sorted(keys.stream()
                                .map(key -> key.ascending()
                                        ? by(key, rows, locale)
                                        : by(key, rows, locale).reversed())
                                .reduce(Comparator::thenComparing)
                                .orElseThrow())
                        .toList();
    }

    private static Comparator<ReceiptRow> by(Key key, List<ReceiptRow> rows, Locale locale) {
        return switch (key.column()) {
            case DATE -> Comparator.comparing(ReceiptRow::date);
            case MERCHANT -> WordOrder.of(ReceiptRow::merchant, rows, locale);
            case WHAT -> WordOrder.of(ReceiptRow::what, rows, locale);
            case KIND -> Comparator.comparing(ReceiptRow::kind).thenComparing(ReceiptRow::status);
            case AMOUNT -> Comparator.comparing(row -> row.amount().orElse(BigDecimal.ZERO));
            case CURRENCY -> Comparator.comparing(ReceiptRow::currency);
            case EVIDENCE ->
                Comparator.comparingLong(ReceiptRow::mails)
                        .thenComparing(row -> row.leading().facts().evidence());
        };
    }
}
