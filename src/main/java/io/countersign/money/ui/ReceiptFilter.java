package io.countersign.money.ui;

import io.countersign.money.StatementId;
import io.countersign.shared.text.TextFold;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What of all receipts is shown.
 *
 * @param text every word must occur in the merchant, the subject or the order number
 * @param withoutAmount shows what mails say about charges whose amount is unknown, instead of the charges
 * @param drill what a number elsewhere is made of; nothing else is looked at then but the text
 */
record ReceiptFilter(
        Period period,
        Optional<String> merchant,
        Optional<Facet> facet,
        Optional<String> currency,
        String text,
        boolean withoutAmount,
        Optional<Drill> drill) {

    /**
     * The receipts behind a number.
     *
     * @param title what the number is
     */
    record Drill(String title, Set<StatementId> receipts) {
        Drill {
            receipts = Set.copyOf(receipts);
        }
    }

    /** Everything in that time. */
    static ReceiptFilter of(Period period) {
        return new ReceiptFilter(
                period, Optional.empty(), Optional.empty(), Optional.empty(), "", false, Optional.empty());
    }

    ReceiptFilter withPeriod(Period changed) {
        return new ReceiptFilter(changed, merchant, facet, currency, text, withoutAmount, Optional.empty());
    }

    ReceiptFilter withMerchant(Optional<String> changed) {
        return new ReceiptFilter(period, changed, facet, currency, text, withoutAmount, Optional.empty());
    }

    ReceiptFilter withFacet(Optional<Facet> changed) {
        return new ReceiptFilter(period, merchant, changed, currency, text, withoutAmount, Optional.empty());
    }

    ReceiptFilter withCurrency(Optional<String> changed) {
        return new ReceiptFilter(period, merchant, facet, changed, text, withoutAmount, Optional.empty());
    }

    ReceiptFilter withText(String changed) {
        return new ReceiptFilter(period, merchant, facet, currency, changed, withoutAmount, drill);
    }

    ReceiptFilter withWithoutAmount(boolean changed) {
        return new ReceiptFilter(period, merchant, facet, currency, text, changed, Optional.empty());
    }

    ReceiptFilter withDrill(Optional<Drill> changed) {
        return new ReceiptFilter(period, merchant, facet, currency, text, false, changed);
    }

    /** True when it may hide something, the period left aside. */
    boolean isNarrow() {
        return merchant.isPresent()
                || facet.isPresent()
                || currency.isPresent()
                || !text.isBlank()
                || withoutAmount
                || drill.isPresent();
    }

    /** The rows that pass, in their order. */
    List<ReceiptRow> apply(List<ReceiptRow> rows) {
        var words = List.of(TextFold.fold(text).strip().split("\\s+"));
        return rows.stream()
                .filter(row -> drill.map(d -> d.receipts().contains(row.id())).orElseGet(() -> chosen(row)))
                .filter(row -> words.stream().allMatch(row.folded()::contains))
                .toList();
    }

    private boolean chosen(ReceiptRow row) {
        return period.contains(row.date())
                && merchant.map(row.merchant()::equals).orElse(true)
                && facet.map(f -> f.matches(row)).orElse(true)
                && currency.map(row.currency()::equals).orElse(true);
    }
}
