package io.countersign.money.extraction;

import java.util.Set;

/**
 * A currency as it is written.
 *
 * @param code ISO 4217
 * @param decimals digits behind the decimal mark
 * @param large amounts of a hundred million are ordinary
 * @param near words (folded) that hint at it
 * @param speaks frequent words of the language in which its bare sign is mostly meant
 * @param endings of senders' domains that do so
 */
record MoneyUnit(
        String code,
        int decimals,
        Style style,
        boolean large,
        Set<String> near,
        Set<String> speaks,
        Set<String> endings) {

    /** How amounts are mostly written: 1,234.56 or 1.234,56, or either. */
    enum Style {
        POINT,
        COMMA,
        ANY
    }

    @Override
    public String toString() {
        return code;
    }
}
