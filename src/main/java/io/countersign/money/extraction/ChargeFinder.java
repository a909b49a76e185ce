package io.countersign.money.extraction;

import io.countersign.mail.ReceiptKind;
import io.countersign.money.extraction.IdFinder.ChargeId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the charges in what was read of a mail: by its markup, else by the labels of its sheets in their order, else where
 * it names one amount only.
 *
 * @param amounts of each sheet
 * @param ids of each sheet
 */
record ChargeFinder(List<List<LabelledAmount>> amounts, List<List<ChargeId>> ids, List<SchemaCharge> schema) {
    private static final double SURE = 0.8;
    private static final double CLOSING = 0.75;
    private static final List<String> REFUND_WORDS =
            List.of("refund", "erstatt", "rembours", "reembols", "rimbors", "zwrot", "zwroc", "gutschrift", "terugbet");
    private static final List<String> INCOME_WORDS = List.of("receiv", "payout", "sold", "earn", "sent you", "deposit");

    /** Whether a label says that its amount came back. */
    static boolean isRefund(String label) {
        var folded = Words.fold(label);
        return REFUND_WORDS.stream().anyMatch(folded::contains);
    }

    List<Charge> charges(ReceiptKind kind) {
        var marked = bySchema();
        if (!marked.isEmpty()) {
            return marked;
        }
        var about = kind == ReceiptKind.REFUND
                ? REFUND_WORDS
                : kind == ReceiptKind.INCOME ? INCOME_WORDS : List.<String>of();
        Charge open = null;
        for (int sheet = 0; sheet < amounts.size(); sheet++) {
            var result = TotalFinder.find(amounts.get(sheet), ids.get(sheet), about, sheet);
            if (result.free()) {
                return List.of();
            }
            var charges = closed(result.charges(), sheet);
            if (charges.stream().anyMatch(charge -> charge.money().isPresent())) {
                return withId(charges);
            }
            if (open == null && !result.charges().isEmpty()) {
                open = result.charges().getFirst();
            }
        }
        return open == null ? single() : List.of();
    }

    /** Where no label is sure, the amount that the others add up to. */
    private List<Charge> closed(List<Charge> labelled, int sheet) {
        boolean sure = labelled.stream().anyMatch(charge -> charge.money().isPresent() && charge.confidence() >= SURE);
        var closing = sure ? Optional.<LabelledAmount>empty() : ClosingSum.of(amounts.get(sheet));
        return closing.map(amount -> List.of(new Charge(
                        Optional.of(amount.money()),
                        Optional.empty(),
                        amount.evidence(),
                        CLOSING,
                        false,
                        sheet,
                        amount.row())))
                .orElse(labelled);
    }

    /** An identifier may stand in another part of the mail than the amount. */
    private List<Charge> withId(List<Charge> charges) {
        if (charges.size() != 1) {
            return charges;
        }
        var one = charges.getFirst();
        return List.of(new Charge(
                one.money(),
                TotalFinder.main(flat(ids)),
                one.evidence(),
                one.confidence(),
                one.due(),
                one.sheet(),
                one.row()));
    }

    private List<Charge> bySchema() {
        var charges = new ArrayList<Charge>();
        for (var marked : schema) {
            if (marked.whole()
                    && marked.money().isPresent()
                    && !marked.money().get().isZero()) {
                var id = marked.id().map(value -> new ChargeId(value, new IdFinder.Kind("order", 9, false), 0, 0));
                charges.add(new Charge(
                        marked.money().map(Money::abs),
                        id.or(() -> TotalFinder.main(flat(ids))),
                        marked.source() + " " + marked.type(),
                        0.97,
                        false,
                        0,
                        0));
            }
        }
        return charges;
    }

    /** Without any label, an amount that is the only one of the mail. */
    private List<Charge> single() {
        for (int sheet = 0; sheet < amounts.size(); sheet++) {
            var real = amounts.get(sheet).stream()
                    .filter(amount -> amount.signed()
                            && !amount.isOther()
                            && !amount.money().isZero())
                    .toList();
            boolean one = !real.isEmpty()
                    && real.stream()
                            .allMatch(amount -> amount.money()
                                    .abs()
                                    .sameAs(real.getFirst().money().abs()));
            if (one && isLargest(real.getFirst(), amounts.get(sheet))) {
                var amount = real.getFirst();
                return List.of(new Charge(
                        Optional.of(amount.money().abs()),
                        TotalFinder.main(flat(ids)),
                        sheet(amount) + ": the only amount",
                        0.5,
                        false,
                        sheet,
                        amount.row()));
            }
            if (!real.isEmpty()) {
                return List.of();
            }
        }
        return List.of();
    }

    /** A price list names more that is not to be paid. */
    private static boolean isLargest(LabelledAmount amount, List<LabelledAmount> all) {
        return all.stream()
                .filter(other -> other.isOther()
                        && other.money().currency().equals(amount.money().currency()))
                .allMatch(other -> other.money()
                                .abs()
                                .amount()
                                .compareTo(amount.money().abs().amount())
                        <= 0);
    }

    private static String sheet(LabelledAmount amount) {
        return amount.sheet().where(amount.row());
    }

    static <T> List<T> flat(List<List<T>> lists) {
        return lists.stream().flatMap(List::stream).toList();
    }
}
