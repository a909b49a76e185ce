package io.countersign.money.extraction;

import io.countersign.money.extraction.CurrencySigns.Sign;
import java.util.List;

/**
 * A number that may be money, before the rest of the mail decides how it is read.
 *
 * @param begin where it begins in the text, its sign included
 * @param end behind it, its sign included
 * @param digits as written, with its separators
 * @param units the currencies that the sign can mean, the most usual first; empty without a sign
 * @param weak the sign is also a word
 * @param negative with a minus before or behind
 * @param aside in parentheses together with other text, or alone
 */
record RawAmount(
        int begin,
        int end,
        String digits,
        List<MoneyUnit> units,
        boolean weak,
        boolean explicit,
        boolean negative,
        boolean aside) {

    boolean hasSign() {
        return !units.isEmpty();
    }

    /** What two signs around one number say together. */
    static List<MoneyUnit> together(Sign before, Sign behind) {
        var both = before.units().stream().filter(behind.units()::contains).toList();
        return both.isEmpty() ? before.units() : both;
    }
}
