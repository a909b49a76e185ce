package io.countersign.ask.written;

import io.countersign.ask.written.Facts.Day;
import io.countersign.ask.written.Facts.Word;
import io.countersign.shared.text.TextFold;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Reads words, numbers, measures and dates in one pass; the same for a sentence and for a mail. */
final class FactReader {
    private static final String CURRENCIES = "€$£¥%";

    private final SupportWords known;

    FactReader(SupportWords known) {
        this.known = known;
    }

    /** A run of letters, digits or one sign, and where it stands. */
    private record Token(String text, int from, int to) {
        boolean isNumber() {
            return Character.isDigit(text.charAt(0));
        }

        String folded() {
            return TextFold.fold(text);
        }
    }

    Facts read(String text) {
        var pass = new Pass(tokens(text));
        for (int i = 0; i < pass.tokens.size(); i++) {
            readDate(pass, i);
        }
        for (int i = 0; i < pass.tokens.size(); i++) {
            readNumber(pass, i);
        }
        return new Facts(words(pass), pass.numbers, pass.measures, pass.dates);
    }

    /** Every word of a text, those of dates and measures included, and the names of the months that are named in digits. */
    Set<String> vocabulary(String text) {
        var words = new HashSet<String>();
        var pass = new Pass(tokens(text));
        for (int i = 0; i < pass.tokens.size(); i++) {
            words.add(pass.tokens.get(i).folded());
            readDate(pass, i);
        }
        known.months().forEach((name, month) -> {
            if (pass.dates.stream()
                    .anyMatch(day -> Integer.toString(day.month()).equals(month))) {
                words.add(name);
            }
        });
        return words;
    }

    /** What one text is read into. */
    private static final class Pass {
        private final List<Token> tokens;
        private final Set<String> numbers = new LinkedHashSet<>();
        private final Set<String> measures = new LinkedHashSet<>();
        private final Set<Day> dates = new LinkedHashSet<>();
        private final Set<Integer> used = new HashSet<>();

        Pass(List<Token> tokens) {
            this.tokens = tokens;
        }
    }

    private List<Word> words(Pass pass) {
        var words = new ArrayList<Word>();
        for (int i = 0; i < pass.tokens.size(); i++) {
            int first = pass.tokens.get(i).text.codePointAt(0);
            if (Character.isLetter(first) && !pass.used.contains(i)) {
                words.add(new Word(pass.tokens.get(i).folded(), i > 0 && Character.isUpperCase(first)));
            }
        }
        return words;
    }

    private void readNumber(Pass pass, int at) {
        var token = pass.tokens.get(at);
        var number =
                token.isNumber() ? NumberText.of(token.text) : known.numbers().get(token.folded());
        if (number == null || pass.used.contains(at)) {
            return;
        }
        pass.numbers.add(number);
        pass.used.add(at);
        var after = unit(pass.tokens, at, at + 1);
        var before = unit(pass.tokens, at - 1, at - 1);
        boolean isBefore = after.isEmpty() && isCurrency(before);
        var unit = isBefore ? before : after;
        if (!unit.isEmpty()) {
            pass.used.add(isBefore ? at - 1 : at + 1);
            boolean clock = unit.equals("am") || unit.equals("pm");
            boolean fullHour = clock && number.endsWith(":00");
            pass.measures.add((fullHour ? number.substring(0, number.length() - 3) : number) + " " + unit);
        }
    }

    private static boolean isCurrency(String unit) {
        return unit.equals("eur")
                || unit.equals("usd")
                || unit.equals("gbp")
                || unit.equals("chf")
                || unit.equals("jpy");
    }

    /** The unit that stands at {@code at}, next to the token before it; empty when there is none. */
    private String unit(List<Token> tokens, int left, int at) {
        if (at < 0 || at >= tokens.size()) {
            return "";
        }
        boolean near = left + 1 >= tokens.size() || left < 0 || tokens.get(left + 1).from - tokens.get(left).to <= 2;
        return near ? known.units().getOrDefault(tokens.get(at).folded(), "") : "";
    }

    private void readDate(Pass pass, int at) {
        if (pass.used.contains(at)) {
            return;
        }
        var next = pass.tokens.subList(at, Math.min(pass.tokens.size(), at + 4)).stream()
                .map(Token::text)
                .toList();
        DateText.at(next, known.months()).ifPresent(date -> {
            pass.dates.addAll(date.days());
            for (int i = 0; i < date.tokens(); i++) {
                pass.used.add(at + i);
            }
            date.days().stream()
                    .filter(day -> day.year() > 0)
                    .forEach(day -> pass.numbers.add(Integer.toString(day.year())));
        });
    }

    private static List<Token> tokens(String text) {
        var tokens = new ArrayList<Token>();
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            int end = i + Character.charCount(c);
            if (c >= '0' && c <= '9') {
                end = endOfNumber(text, i);
                tokens.add(new Token(text.substring(i, end), i, end));
            } else if (Character.isLetter(c)) {
                end = endOfWord(text, i);
                tokens.add(new Token(text.substring(i, end), i, end));
            } else if (CURRENCIES.indexOf(c) >= 0) {
                tokens.add(new Token(Character.toString(c), i, end));
            }
            i = end;
        }
        return tokens;
    }

    private static int endOfNumber(String text, int from) {
        int i = from;
        while (i < text.length()) {
            char c = text.charAt(i);
            boolean digit = c >= '0' && c <= '9';
            boolean joins = ".,:/-'’".indexOf(c) >= 0
                    && i + 1 < text.length()
                    && text.charAt(i + 1) >= '0'
                    && text.charAt(i + 1) <= '9';
            if (!digit && !joins) {
                break;
            }
            i++;
        }
        return i;
    }

    private static int endOfWord(String text, int from) {
        int i = from;
        while (i < text.length()) {
            int c = text.codePointAt(i);
            boolean apostrophe =
                    (c == '\'' || c == '’') && i + 1 < text.length() && Character.isLetter(text.codePointAt(i + 1));
            if (!Character.isLetter(c) && Character.getType(c) != Character.NON_SPACING_MARK && !apostrophe) {
                break;
            }
            i += Character.charCount(c);
        }
        return i;
    }
}
