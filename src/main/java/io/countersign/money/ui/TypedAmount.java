package io.countersign.money.ui;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.NumberFormat;
import java.text.ParsePosition;
import java.util.Locale;
import java.util.Optional;

/** Reads an amount that a person typed. */
final class TypedAmount {
    private static final int LONGEST = 40;

    private TypedAmount() {}

    /**
     * As the locale writes numbers, groups included; else with a point or a comma before the decimals. Empty when it is
     * no number, or one that could mean two things.
     */
    static Optional<BigDecimal> read(String typed, Locale locale) {
        var text = typed.strip().replace('−', '-');
        if (text.isEmpty() || text.length() > LONGEST) {
            return Optional.empty();
        }
        return inLocale(text, locale).or(() -> plain(text));
    }

    private static Optional<BigDecimal> inLocale(String text, Locale locale) {
        if (!(NumberFormat.getNumberInstance(locale) instanceof DecimalFormat format)) {
            return Optional.empty();
        }
        format.setParseBigDecimal(true);
        format.setStrict(true);
        var position = new ParsePosition(0);
        var grouped = regrouped(text, format.getDecimalFormatSymbols().getGroupingSeparator());
        var number = format.parse(grouped, position);
        return number instanceof BigDecimal amount && position.getIndex() == grouped.length()
                ? Optional.of(amount)
                : Optional.empty();
    }

    // Nobody finds the narrow space or the curly apostrophe of their locale on a keyboard.
    private static String regrouped(String text, char separator) {
        return switch (separator) {
            case ' ', '\u00A0', '\u202F' ->
                text.replace(' ', separator).replace('\u00A0', separator).replace('\u202F', separator);
            case '’' -> text.replace('\'', separator);
            default -> text;
        };
    }

    private static Optional<BigDecimal> plain(String text) {
        var point = text.replace(',', '.');
        boolean digits = point.chars().allMatch(c -> (c >= '0' && c <= '9') || c == '.' || c == '-');
        try {
            return digits ? Optional.of(new BigDecimal(point)) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
