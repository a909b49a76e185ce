package io.countersign.ask.written;

import io.countersign.ask.written.Facts.Day;
import io.countersign.shared.text.TextFold;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A date at the beginning of some tokens. Where day and month could be either way, both readings count.
 *
 * @param tokens how many belong to it
 */
record DateText(List<Day> days, int tokens) {
    DateText {
        days = List.copyOf(days);
    }

    static Optional<DateText> at(List<String> tokens, Map<String, String> months) {
        if (tokens.isEmpty()) {
            return Optional.empty();
        }
        var first = tokens.getFirst();
        return Character.isDigit(first.charAt(0))
                ? numeric(first).or(() -> dayFirst(tokens, months))
                : monthFirst(tokens, months);
    }

    /** 2026-12-03, 03.12.2026, 12/3/2026. */
    private static Optional<DateText> numeric(String token) {
        var parts = List.of(token.split("[./-]", -1));
        if (parts.size() != 3 || !parts.stream().allMatch(DateText::isNumber)) {
            return Optional.empty();
        }
        int a = number(parts.get(0));
        int b = number(parts.get(1));
        int c = number(parts.get(2));
        var days = new ArrayList<Day>();
        if (parts.getFirst().length() == 4) {
            add(days, a, b, c);
        } else {
            int year = parts.get(2).length() == 2 ? 2000 + c : c;
            add(days, year, b, a);
            if (token.indexOf('/') > 0) {
                add(days, year, a, b);
            }
        }
        return days.isEmpty() ? Optional.empty() : Optional.of(new DateText(days, 1));
    }

    /** 3 December 2026, 3. Dez., 3rd of December. */
    private static Optional<DateText> dayFirst(List<String> tokens, Map<String, String> months) {
        int at = 1;
        while (at < tokens.size() && at < 3 && isFiller(tokens.get(at))) {
            at++;
        }
        if (at >= tokens.size() || !isNumber(tokens.getFirst())) {
            return Optional.empty();
        }
        var month = months.get(TextFold.fold(tokens.get(at)));
        return month == null ? Optional.empty() : withYear(tokens, at + 1, month, tokens.getFirst());
    }

    /** December 3, 2026. */
    private static Optional<DateText> monthFirst(List<String> tokens, Map<String, String> months) {
        var month = months.get(TextFold.fold(tokens.getFirst()));
        if (month == null || tokens.size() < 2 || !isNumber(tokens.get(1))) {
            return Optional.empty();
        }
        int after = tokens.size() > 2 && isFiller(tokens.get(2)) ? 3 : 2;
        return withYear(tokens, after, month, tokens.get(1));
    }

    private static Optional<DateText> withYear(List<String> tokens, int at, String month, String day) {
        boolean year = at < tokens.size() && tokens.get(at).length() == 4 && isNumber(tokens.get(at));
        var days = new ArrayList<Day>();
        add(days, year ? number(tokens.get(at)) : 0, number(month), number(day));
        return days.isEmpty() ? Optional.empty() : Optional.of(new DateText(days, year ? at + 1 : at));
    }

    private static boolean isFiller(String token) {
        var folded = TextFold.fold(token);
        return folded.equals("st")
                || folded.equals("nd")
                || folded.equals("rd")
                || folded.equals("th")
                || folded.equals("of");
    }

    private static boolean isNumber(String token) {
        return !token.isEmpty() && token.length() <= 4 && token.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static int number(String token) {
        return Integer.parseInt(token);
    }

    private static void add(List<Day> days, int year, int month, int day) {
        if (month >= 1 && month <= 12 && day >= 1 && day <= 31) {
            days.add(new Day(year, month, day));
        }
    }
}
