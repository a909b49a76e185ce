package io.countersign.ask.answering;

import io.countersign.money.Receipt;
import io.countersign.money.Subscription;
import io.countersign.shared.text.OneLine;
import java.util.Comparator;
import java.util.List;

/** Lists when running subscriptions are due again, the next one first. */
final class NextCharges {
    private final Desks desks;
    private final Speech speech;

    NextCharges(Desks desks, Speech speech) {
        this.desks = desks;
        this.speech = speech;
    }

    /** Of those subscriptions that have one of these receipts. */
    List<Line> of(List<Receipt> receipts) {
        return desks.money().subscriptions().stream()
                .filter(one -> one.running() && one.receipts().stream().anyMatch(receipts::contains))
                .sorted(Comparator.comparing(Subscription::next))
                .map(this::line)
                .toList();
    }

    private Line line(Subscription subscription) {
        var newest = subscription.receipts().stream()
                .max(Comparator.comparing(Receipt::date))
                .orElseThrow();
        var money = speech.money(subscription.latestAmount(), subscription.currency());
        return new Line(
                subscription.next().atStartOfDay(desks.zone()).toInstant(),
                speech.day(subscription.next()),
                speech.say(
                        "ask.next-charge", speech.day(subscription.next()), OneLine.of(subscription.merchant()), money),
                List.of(newest.leading().message()));
    }
}
