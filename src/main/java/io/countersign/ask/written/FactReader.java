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
    }

    Facts read(String text) {
        var tokens = tokens(text);
        var words = new ArrayList<Word>();
        var numbers = new LinkedHashSet<String>();
        var measures = new LinkedHashSet<String>();
        var dates = new LinkedHashSet<Day>();
        var used = new HashSet<Integer>();
        for (int i = 0; i < tokens.size(); i++) {
            readDate(tokens, i, dates, numbers, used);
        }
        for (int i = 0; i < tokens.size(); i++) {
            var token = tokens.get(i);
            var folded = TextFold.fold(token.text);
            if (token.isNumber()) {
                if (!used.contains(i)) {
                    readNumber(tokens, i, NumberText.of(token.text), numbers, measures);
                }
            } else if (known.numbers().containsKey(folded)) {
                readNumber(tokens, i, known.numbers().getOrDefault(folded, folded), numbers, measures);
            } else if (Character.isLetter(token.text.codePointAt(0))) {
                words.add(new Word(folded, i > 0 && Character.isUpperCase(token.text.codePointAt(0))));
            }
        }
        return new Facts(words, numbers, measures, dates);
    }

    private void readNumber(List<Token> tokens, int at, String number, Set<String> numbers, Set<String> measures) {
        numbers.add(number);
        var after = unit(tokens, at, at + 1);
        var before = unit(tokens, at - 1, at - 1);
        var unit = after.isEmpty() && isCurrency(before) ? before : after;
        if (!unit.isEmpty()) {
            boolean clock = unit.equals("am") || unit.equals("pm");
            measures.add((clock && number.endsWith(":00") ? number.substring(0, number.length() - 3) : number) + " "
                    + unit);
        }
    }

    private static boolean isCurrency(String unit) {
        return unit.equals("eur") || unit.equals("usd") || unit.equals("gbp") || unit.equals("chf") || unit.equals("jpy");
    }

    /** The unit that stands at {@code at}, next to the token before it; empty when there is none. */
    private String unit(List<Token> tokens, int left, int at) {
        if (at < 0 || at >= tokens.size()) {
            return "";
        }
        boolean near = left + 1 >= tokens.size()
                || left < 0
                || tokens.get(left + 1).from - tokens.get(left).to <= 2;
        return near ? known.units().getOrDefault(TextFold.fold(tokens.get(at).text), "") : "";
    }

    private void readDate(List<Token> tokens, int at, Set<Day> dates, Set<String> numbers, Set<Integer> used) {
        if (used.contains(at)) {
            return;
        }
        var found = DateText.at(tokens.stream().skip(at).limit(4).map(Token::text).toList(), known.months());
        found.ifPresent(date -> {
            dates.addAll(date.days());
            for (int i = 0; i < date.tokens(); i++) {
                used.add(at + i);
            }
            date.days().stream().filter(day -> day.year() > 0).forEach(day -> numbers.add(Integer.toString(day.year())));
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
            boolean apostrophe = (c == '\'' || c == '’')
                    && i + 1 < text.length()
                    && Character.isLetter(text.codePointAt(i + 1));
            if (!Character.isLetter(c) && Character.getType(c) != Character.NON_SPACING_MARK && !apostrophe) {
                break;
            }
            i += Character.charCount(c);
        }
        return i;
    }
}
