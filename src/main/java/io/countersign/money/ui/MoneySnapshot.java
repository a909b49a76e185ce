package io.countersign.money.ui;

import io.countersign.money.DuplicatePair;
import io.countersign.money.Receipt;
import io.countersign.money.Subscription;
import java.util.List;
import java.util.Optional;

/**
 * All that the screen shows, as it was at one moment.
 *
 * @param charges newest first
 * @param withoutAmount charges whose amount no mail says, newest first
 * @param pairs unanswered and most suspect first
 * @param subscriptions running ones first
 */
record MoneySnapshot(
        List<ReceiptRow> charges,
        List<ReceiptRow> withoutAmount,
        List<DuplicatePair> pairs,
        List<Subscription> subscriptions) {
    static final MoneySnapshot EMPTY = new MoneySnapshot(List.of(), List.of(), List.of(), List.of());

    MoneySnapshot {
        charges = List.copyOf(charges);
        withoutAmount = List.copyOf(withoutAmount);
        pairs = List.copyOf(pairs);
        subscriptions = List.copyOf(subscriptions);
    }

    /** Pairs that nobody said anything about yet. */
    List<DuplicatePair> unanswered() {
        return pairs.stream().filter(pair -> pair.answer().isEmpty()).toList();
    }

    /** The charges as the desk gave them. */
    List<Receipt> receipts() {
        return charges.stream()
                .map(ReceiptRow::receipt)
                .flatMap(Optional::stream)
                .toList();
    }

    boolean isEmpty() {
        return charges.isEmpty() && withoutAmount.isEmpty();
    }
}
