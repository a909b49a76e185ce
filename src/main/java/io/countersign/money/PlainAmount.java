package io.countersign.money;

import java.math.BigDecimal;
import java.util.Currency;

/** Writes amounts for programs: a point, no groups, and the decimals of the currency. */
public final class PlainAmount {
    private static final int USUAL_DIGITS = 2;

    private PlainAmount() {}

    /** Exact, with as many decimals as the currency has, more where the amount has more. */
    public static String of(BigDecimal amount, String currency) {
        var plain = amount.stripTrailingZeros();
        int digits = digits(currency);
        return (plain.scale() <= digits ? amount.setScale(digits) : plain).toPlainString();
    }

    private static int digits(String code) {
        try {
            int digits = Currency.getInstance(code).getDefaultFractionDigits();
            return digits < 0 ? USUAL_DIGITS : digits;
        } catch (IllegalArgumentException e) {
            return USUAL_DIGITS; // not in ISO 4217
        }
    }
}
