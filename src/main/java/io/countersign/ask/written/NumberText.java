package io.countersign.ask.written;

/** One notation for numbers that are written in several. */
final class NumberText {
    private static final int SHORT_TAIL = 2;

    private NumberText() {}

    /** {@code 1,234.50} and {@code 1.234,5} become {@code 1234.5}; a time or a range stays as it is. */
    static String of(String written) {
        if (written.indexOf(':') >= 0 || written.indexOf('/') >= 0 || written.indexOf('-') >= 0) {
            return withoutLeadingZeros(written);
        }
        int last = Math.max(written.lastIndexOf('.'), written.lastIndexOf(','));
        boolean once = last >= 0 && written.indexOf(written.charAt(last)) == last;
        int tail = written.length() - last - 1;
        // Three digits behind a single sign are thousands in a mail, as a rule, whichever sign it is.
        boolean decimals = once && tail <= SHORT_TAIL;
        var whole = digits(decimals ? written.substring(0, last) : written);
        var fraction = decimals ? withoutTrailingZeros(written.substring(last + 1)) : "";
        return withoutLeadingZeros(whole) + (fraction.isEmpty() ? "" : "." + fraction);
    }

    private static String digits(String text) {
        var digits = new StringBuilder();
        text.chars().filter(c -> c >= '0' && c <= '9').forEach(c -> digits.append((char) c));
        return digits.toString();
    }

    private static String withoutLeadingZeros(String text) {
        int from = 0;
        while (from + 1 < text.length() && text.charAt(from) == '0' && Character.isDigit(text.charAt(from + 1))) {
            from++;
        }
        return text.substring(from);
    }

    private static String withoutTrailingZeros(String text) {
        int to = text.length();
        while (to > 0 && text.charAt(to - 1) == '0') {
            to--;
        }
        return text.substring(0, to);
    }
}
