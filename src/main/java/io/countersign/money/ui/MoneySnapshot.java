package io.countersign.money.ui;

import io.countersign.money.DuplicatePair;
import io.countersign.money.MoneyDesk;
import io.countersign.money.Receipt;
import io.countersign.money.Subscription;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/** All that the screen shows, as it was at one moment. Immutable; two are never equal, since comparing them would take long. */
final class MoneySnapshot {
    static final MoneySnapshot EMPTY = new MoneySnapshot();

    private final List<Receipt> receipts;
    private final List<ReceiptRow> charges;
    private final List<ReceiptRow> withoutAmount;
    private final List<DuplicatePair> pairs;
    private final List<Subscription> subscriptions;
    private final Offer offer;
    private final Offer offerWithoutAmount;

    /**
     * What a desk gave. Takes long for many receipts.
     *
     * @param zone where a day begins and ends
     */
    MoneySnapshot(MoneyDesk.Overview overview, ZoneId zone, Locale locale) {
        this.receipts = overview.receipts();
        this.charges = receipts.stream().map(ReceiptRow::of).toList();
        this.withoutAmount = overview.withoutAmount().stream()
                .map(statement -> ReceiptRow.of(statement, zone))
                .toList();
        this.pairs = overview.duplicates();
        this.subscriptions = overview.subscriptions();
        this.offer = Offer.of(charges, locale);
        this.offerWithoutAmount = Offer.of(this.withoutAmount, locale);
    }

    private MoneySnapshot() {
        receipts = List.of();
        charges = List.of();
        withoutAmount = List.of();
        pairs = List.of();
        subscriptions = List.of();
        offer = Offer.NOTHING;
        offerWithoutAmount = Offer.NOTHING;
    }

    /** The charges as the desk gave them. */
    List<Receipt> receipts() {
        return receipts;
    }

    /** The lines of the charges, newest first. */
    List<ReceiptRow> charges() {
        return charges;
    }

    /** The lines of charges whose amount no mail says, newest first. */
    List<ReceiptRow> withoutAmount() {
        return withoutAmount;
    }

    List<DuplicatePair> pairs() {
        return pairs;
    }

    List<Subscription> subscriptions() {
        return subscriptions;
    }

    /** What the charges, or those without an amount, can be narrowed to. */
    Offer offer(boolean ofWithoutAmount) {
        return ofWithoutAmount ? offerWithoutAmount : offer;
    }

    /** Pairs that nobody said anything about yet. */
    List<DuplicatePair> unanswered() {
        return pairs.stream().filter(pair -> pair.answer().isEmpty()).toList();
    }

    boolean isEmpty() {
        return charges.isEmpty() && withoutAmount.isEmpty();
    }
}
