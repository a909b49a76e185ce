package io.countersign.money.extraction;

import io.countersign.classify.DataFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The currencies of {@code money/currencies.txt} by what stands beside a number. Immutable and thread-safe. */
final class CurrencySigns {
    private final List<MoneyUnit> units = new ArrayList<>();
    private final Map<String, Sign> signs = new HashMap<>();
    private final boolean[] first = new boolean[0x10000];
    private final boolean[] last = new boolean[0x10000];
    private int longest;

    /** @param weak also a word or a unit of something else: counts only where the mail hints at the currency */
    record Sign(String text, List<MoneyUnit> units, boolean weak, boolean code) {}

    CurrencySigns(DataFile file) {
        for (var section : file.sections()) {
            var head = section.name().split(" ", -1);
            section.at().require(head.length >= 3 && head[0].length() == 3, "Expected [CODE decimals style flags]");
            var unit = unit(head, section);
            units.add(unit);
            add(unit.code(), unit, List.of(head).contains("strict"), true);
            for (var line : section.lines()) {
                switch (line.keyword()) {
                    case "sign" -> words(line).forEach(token -> add(token, unit, false, false));
                    case "weak" -> words(line).forEach(token -> add(token, unit, true, false));
                    case "near", "speaks", "tld" -> {}
                    default ->
                        throw line.refuse("'" + line.keyword() + "' is neither sign, weak, near, speaks nor tld");
                }
            }
        }
    }

    private static MoneyUnit unit(String[] head, DataFile.Section section) {
        try {
            return new MoneyUnit(
                    head[0],
                    Integer.parseInt(head[1]),
                    MoneyUnit.Style.valueOf(head[2].toUpperCase(Locale.ROOT)),
                    List.of(head).contains("large"),
                    all(section, "near"),
                    all(section, "speaks"),
                    all(section, "tld"));
        } catch (IllegalArgumentException e) {
            throw section.at().refuse("Decimals or style are wrong");
        }
    }

    private static Set<String> all(DataFile.Section section, String keyword) {
        var found = new LinkedHashSet<String>();
        for (var line : section.lines()) {
            if (line.keyword().equals(keyword)) {
                words(line).forEach(word -> found.add(keyword.equals("tld") ? word : Words.fold(word)));
            }
        }
        return found;
    }

    private static List<String> words(DataFile.Line line) {
        return List.of(line.argument().split("\\s+", -1)).stream()
                .map(word -> word.length() > 1 ? word.replace('_', ' ') : word)
                .toList();
    }

    private void add(String token, MoneyUnit unit, boolean weak, boolean code) {
        var known = signs.get(token);
        var all = new ArrayList<MoneyUnit>(known == null ? List.of() : known.units());
        all.add(unit);
        signs.put(token, new Sign(token, List.copyOf(all), weak, code));
        longest = Math.max(longest, token.length());
        first[token.charAt(0)] = true;
        last[token.charAt(token.length() - 1)] = true;
    }

    List<MoneyUnit> units() {
        return units;
    }

    /** The longest sign that ends right before {@code end}; not the tail of a word. */
    @Nullable
    Sign endingAt(String text, int end) {
        if (end <= 0 || !last[text.charAt(end - 1)]) {
            return null;
        }
        for (int length = Math.min(longest, end); length > 0; length--) {
            var sign = signs.get(text.substring(end - length, end));
            if (sign != null && isApart(text, end - length - 1, text.charAt(end - length))) {
                return sign;
            }
        }
        return null;
    }

    /** The longest sign that begins at {@code begin}; not the head of a word. */
    @Nullable
    Sign startingAt(String text, int begin) {
        if (begin >= text.length() || !first[text.charAt(begin)]) {
            return null;
        }
        for (int length = Math.min(longest, text.length() - begin); length > 0; length--) {
            var sign = signs.get(text.substring(begin, begin + length));
            if (sign != null && isApart(text, begin + length, text.charAt(begin + length - 1))) {
                return sign;
            }
        }
        return null;
    }

    private static boolean isApart(String text, int at, char edge) {
        boolean inside = at >= 0 && at < text.length() && Character.isLetter(text.charAt(at));
        return !inside || !Character.isLetter(edge) || Words.isIdeograph(edge);
    }
}
