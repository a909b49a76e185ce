package io.countersign.money.ui;

import java.math.BigDecimal;
import java.text.Collator;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

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
            case MERCHANT -> byWords(ReceiptRow::merchant, rows, locale);
            case WHAT -> byWords(ReceiptRow::what, rows, locale);
            case KIND -> Comparator.comparing(ReceiptRow::kind).thenComparing(ReceiptRow::status);
            case AMOUNT -> Comparator.comparing(row -> row.amount().orElse(BigDecimal.ZERO));
            case CURRENCY -> Comparator.comparing(ReceiptRow::currency);
            case EVIDENCE ->
                Comparator.comparingLong(ReceiptRow::mails)
                        .thenComparing(row -> row.leading().facts().evidence());
        };
    }

    // Each text is collated once, not once for each comparison: that is what is slow about it.
    private static Comparator<ReceiptRow> byWords(
            Function<ReceiptRow, String> words, List<ReceiptRow> rows, Locale locale) {
        var collator = Collator.getInstance(locale);
        var keys = rows.stream()
                .map(words)
                .distinct()
                .collect(Collectors.toMap(Function.identity(), collator::getCollationKey));
        var sorted = keys.values().stream().sorted().toList();
        Map<String, Integer> ranks = HashMap.newHashMap(sorted.size());
        for (int i = 0; i < sorted.size(); i++) {
            ranks.put(sorted.get(i).getSourceString(), i);
        }
        return Comparator.comparing(row -> ranks.getOrDefault(words.apply(row), 0));
    }
}
