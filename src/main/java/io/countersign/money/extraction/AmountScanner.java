package io.countersign.money.extraction;

import io.countersign.money.extraction.CurrencySigns.Sign;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds numbers with a currency sign beside them, and bare numbers, in one line of {@link PlainText}. Looks at each
 * character a bounded number of times. Immutable and thread-safe.
 */
final class AmountScanner {
    private static final int LONGEST_NUMBER = 24;
    private static final int CELL_GAP = 3;

    private final CurrencySigns signs;

    AmountScanner(CurrencySigns signs) {
        this.signs = signs;
    }

    /** All of a line, left to right; bare numbers only where {@code bare} says so. */
    List<RawAmount> scan(String text, boolean bare) {
        var found = new ArrayList<RawAmount>();
        int used = 0;
        int at = 0;
        while ((at = nextDigit(text, at)) < text.length()) {
            int begin = at > 0 && startsFraction(text, at) ? at - 1 : at;
            var number = new Number(text, begin, used);
            var amount = number.read();
            if (amount != null && (bare || amount.hasSign())) {
                found.add(amount);
                used = amount.end();
            }
            at = Math.max(number.end, at + 1);
        }
        return found;
    }

    /** Whether there is any amount with a sign before {@code limit}. */
    boolean any(String text, int limit) {
        int end = Math.min(text.length(), limit);
        int at = 0;
        while ((at = nextDigit(text, at)) < end) {
            var number = new Number(text, at, 0);
            var amount = number.read();
            if (amount != null && amount.hasSign()) {
                return true;
            }
            at = Math.max(number.end, at + 1);
        }
        return false;
    }

    private static int nextDigit(String text, int from) {
        int at = from;
        while (at < text.length() && !isDigit(text, at)) {
            at++;
        }
        return at;
    }

    private static boolean startsFraction(String text, int at) {
        return (text.charAt(at - 1) == '.' || text.charAt(at - 1) == ',')
                && (at < 2 || !isDigit(text, at - 2))
                && isDigit(text, at + 1)
                && !isDigit(text, at + 2);
    }

    static boolean isDigit(String text, int at) {
        return at >= 0 && at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }

    private static boolean isSpace(String text, int at) {
        if (at < 0 || at >= text.length()) {
            return false;
        }
        char c = text.charAt(at);
        return c == ' ' || c == PlainText.GROUP_SPACE || c == '\t';
    }

    private static char at(String text, int index) {
        return index >= 0 && index < text.length() ? text.charAt(index) : 0;
    }

    /** One number while it is read. */
    private final class Number {
        private final String text;
        private final int used;
        private int begin;
        private int end;
        private int amountBegin;
        private boolean minus;

        Number(String text, int begin, int used) {
            this.text = text;
            this.begin = begin;
            this.used = used;
            end = digitsEnd(begin, false);
        }

        @Nullable
        RawAmount read() {
            amountBegin = begin;
            var before = before();
            if (before == null || before.units().getFirst().style() != MoneyUnit.Style.POINT) {
                end = digitsEnd(begin, true);
            }
            int numberEnd = end;
            int amountEnd = dashes(end);
            if (isMinus(amountEnd) && isSpace(text, amountEnd + 1) && signs.startingAt(text, amountEnd + 2) != null) {
                minus = true;
                amountEnd++;
            }
            var behind = behind(amountEnd, before);
            if (behind != null) {
                amountEnd = behindEnd;
            } else if (!isWhole(before)) {
                return null;
            }
            if (before == null && behind == null && !stands(begin, numberEnd)) {
                return null;
            }
            if (isMeasure(amountEnd, before, behind)) {
                return null;
            }
            if (at(text, amountEnd) == '-'
                    && !isDigit(text, amountEnd + 1)
                    && !Character.isLetter(at(text, amountEnd + 1))) {
                minus = true;
                amountEnd++;
            }
            return amount(before, behind, numberEnd, amountEnd);
        }

        private RawAmount amount(@Nullable Sign before, @Nullable Sign behind, int numberEnd, int amountEnd) {
            boolean open = at(text, amountBegin - 1) == '(';
            boolean closed = at(text, amountEnd) == ')';
            boolean alone = open && closed && text.strip().length() == amountEnd - amountBegin + 2;
            var units = before != null && behind != null
                    ? RawAmount.together(before, behind)
                    : before != null ? before.units() : behind != null ? behind.units() : List.<MoneyUnit>of();
            boolean weak = (before == null || before.weak()) && (behind == null || behind.weak());
            boolean explicit =
                    (before != null && before.code()) || (behind != null && behind.code()) || units.size() == 1;
            return new RawAmount(
                    amountBegin,
                    amountEnd,
                    text.substring(begin, numberEnd),
                    units,
                    weak && !units.isEmpty(),
                    explicit,
                    minus || alone,
                    open || closed);
        }

        /** Digits with their separators; a plain space parts groups only where no sign stands before. */
        private int digitsEnd(int from, boolean spaces) {
            int at = from;
            if (at(text, at) == '.' || at(text, at) == ',') {
                at++;
            }
            while (at - from < LONGEST_NUMBER) {
                int run = at;
                while (isDigit(text, run)) {
                    run++;
                }
                int digits = run - at;
                at = run;
                char separator = at(text, run);
                boolean mark = separator == '.' || separator == ',' || separator == '\'';
                boolean space = separator == PlainText.GROUP_SPACE || (spaces && separator == ' ');
                if (mark && isDigit(text, run + 1)) {
                    at = run + 1;
                } else if (space && digits <= 3 && isGroup(run + 1) && !hasPoint(from, run)) {
                    at = run + 1;
                } else {
                    break;
                }
            }
            return at;
        }

        private boolean isGroup(int from) {
            return isDigit(text, from)
                    && isDigit(text, from + 1)
                    && isDigit(text, from + 2)
                    && !isDigit(text, from + 3);
        }

        private boolean hasPoint(int from, int to) {
            for (int i = from; i < to; i++) {
                if (text.charAt(i) == '.' || text.charAt(i) == ',') {
                    return true;
                }
            }
            return false;
        }

        private @Nullable Sign before() {
            int at = begin;
            boolean negative = false;
            if (isMinus(at - 1)) {
                negative = true;
                at--;
            }
            int gap = at;
            while (gap > used && begin - gap < 3 && isSpace(text, gap - 1)) {
                gap--;
            }
            var sign = gap <= used ? null : signs.endingAt(text, gap);
            if (sign == null && gap > used && at(text, gap - 1) == ':') {
                sign = signs.endingAt(text, gap - 1);
                sign = sign != null && sign.code() ? sign : null;
                gap--;
            }
            if (sign == null || gap - sign.text().length() < used) {
                minus = negative && !Character.isLetterOrDigit(at(text, at - 1));
                amountBegin = minus ? at : begin;
                return null;
            }
            amountBegin = gap - sign.text().length();
            minus = negative || signedBefore();
            return earlier(sign);
        }

        private boolean signedBefore() {
            if (isMinus(amountBegin - 1) && !Character.isLetterOrDigit(at(text, amountBegin - 2))) {
                amountBegin--;
                return true;
            }
            return false;
        }

        private boolean isMinus(int index) {
            char c = at(text, index);
            return index >= used && (c == '-' || c == '–');
        }

        /** "USD $5": the word before the sign says which dollar. */
        private Sign earlier(Sign sign) {
            int at = amountBegin;
            if (isSpace(text, at - 1)) {
                at--;
            }
            var word = sign.units().size() > 1 && at > used ? signs.endingAt(text, at) : null;
            if (word == null || !word.code() || word.units().stream().noneMatch(sign.units()::contains)) {
                return sign;
            }
            amountBegin = at - word.text().length();
            return word;
        }

        private int behindEnd;

        private @Nullable Sign behind(int from, @Nullable Sign before) {
            int at = from;
            while (at - from < 2 && isSpace(text, at)) {
                at++;
            }
            var sign = signs.startingAt(text, at);
            if (sign == null) {
                return null;
            }
            if (before != null && sign.units().stream().noneMatch(before.units()::contains)) {
                return null;
            }
            int signEnd = at + sign.text().length();
            int gap = gap(from, at);
            int next = signEnd;
            while (next - signEnd < 3 && (isSpace(text, next) || isMinus(next))) {
                next++;
            }
            if (before == null && isDigit(text, next)) {
                int nextGap = gap(signEnd, next);
                boolean point = sign.units().getFirst().style() == MoneyUnit.Style.POINT || !hasPoint(begin, from);
                if (nextGap < gap || (nextGap == gap && point)) {
                    return null;
                }
            }
            behindEnd = signEnd;
            return sign;
        }

        private int gap(int from, int to) {
            int gap = 0;
            for (int i = from; i < to; i++) {
                gap += text.charAt(i) == '\t' ? CELL_GAP : 1;
            }
            return gap;
        }

        /** ",-" and ":-" say that nothing follows the whole units. */
        private int dashes(int from) {
            char mark = at(text, from);
            if ((mark == ',' || mark == '.') && (at(text, from + 1) == '-' || at(text, from + 1) == '–')) {
                return at(text, from + 2) == '-' || at(text, from + 2) == '–' ? from + 3 : from + 2;
            }
            return from;
        }

        private boolean isWhole(@Nullable Sign before) {
            char next = at(text, end);
            if (before != null) {
                return !isMagnitude(end);
            }
            return !Character.isLetterOrDigit(next);
        }

        /** A bare number that is not part of a date, an identifier or a version. */
        private boolean stands(int from, int to) {
            char before = at(text, from - 1);
            char after = at(text, to);
            boolean left =
                    !Character.isLetterOrDigit(before) && "-/:#_@.*&=+".indexOf(before) < 0 || before == 0 || minus;
            boolean right = after == 0 || "-/:_@%=&*".indexOf(after) < 0 || (after == '-' && !isDigit(text, to + 1));
            return left && right;
        }

        private boolean isMeasure(int to, @Nullable Sign before, @Nullable Sign behind) {
            int at = isSpace(text, to) ? to + 1 : to;
            if (at(text, at) == '%') {
                return true;
            }
            if (behind != null && before == null) {
                char left = at(text, begin - 1);
                return (Character.isLetterOrDigit(left) && !Words.isIdeograph(left) && begin > used)
                        || ("-/:#_@.".indexOf(left) >= 0
                                && left != 0
                                && Character.isLetterOrDigit(at(text, begin - 2)));
            }
            return isMagnitude(to);
        }

        private boolean isMagnitude(int to) {
            char next = at(text, to);
            boolean letter = "kKmMbB".indexOf(next) >= 0 && next != 0;
            if (letter) {
                int word = to;
                while (Character.isLetter(at(text, word))) {
                    word++;
                }
                return word - to <= 2;
            }
            int word = next == '+' || isSpace(text, to) ? to + 1 : to;
            return isWord(word, "million")
                    || isWord(word, "billion")
                    || isWord(word, "trillion")
                    || isWord(word, "mio")
                    || isWord(word, "lakh")
                    || isWord(word, "crore")
                    || isWord(word, "thousand")
                    || isWord(word, "mrd");
        }

        private boolean isWord(int at, String word) {
            return text.regionMatches(true, at, word, 0, word.length());
        }
    }
}
