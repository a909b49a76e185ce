package io.countersign.shared.ui;

import java.text.Collator;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Orders rows by words as a language does. */
public final class WordOrder {
    private WordOrder() {}

    /** For these rows only. Each text is collated once, not once for each comparison: that is what is slow about it. */
    public static <R> Comparator<R> of(Function<R, String> words, List<R> rows, Locale locale) {
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
