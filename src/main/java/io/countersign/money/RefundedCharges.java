package io.countersign.money;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Which charges came back in full: each refund takes one, that of its order, else the last one before it. */
final class RefundedCharges {
    private static final int DAYS = 120;

    private final List<Receipt> receipts;
    private final BitSet refunded = new BitSet();

    private RefundedCharges(List<Receipt> receipts) {
        this.receipts = receipts;
    }

    /** The places of the charges in the list. */
    static BitSet of(List<Receipt> receipts, ChargeLots lots) {
        var found = new RefundedCharges(receipts);
        for (var key : lots.keys()) {
            if (key.cents() < 0) {
                found.match(lots.members(key), lots.members(key.withCents(-key.cents())));
            }
        }
        return found.refunded;
    }

    private void match(int[] refunds, int[] charges) {
        var byOrder = new HashMap<String, ArrayDeque<Integer>>();
        for (int charge : charges) {
            order(charge)
                    .ifPresent(order -> byOrder.computeIfAbsent(order, _ -> new ArrayDeque<>())
                            .add(charge));
        }
        var left = Arrays.stream(refunds)
                .filter(refund -> !matchOrder(refund, byOrder))
                .toArray();
        matchLatest(left, charges);
    }

    private boolean matchOrder(int refund, Map<String, ArrayDeque<Integer>> byOrder) {
        var charge = order(refund).map(byOrder::get).map(ArrayDeque::poll);
        charge.ifPresent(refunded::set);
        return charge.isPresent();
    }

    private void matchLatest(int[] refunds, int[] charges) {
        var events = IntStream.concat(
                        Arrays.stream(refunds), Arrays.stream(charges).filter(charge -> !refunded.get(charge)))
                .boxed()
                .sorted(Comparator.<Integer>comparingLong(this::day)
                        .thenComparing(event -> isRefund(event))
                        .thenComparingLong(event -> receipts.get(event).id().messageId()))
                .toList();
        var before = new ArrayDeque<Integer>();
        for (int event : events) {
            if (!isRefund(event)) {
                before.push(event);
            } else if (!before.isEmpty() && day(event) - day(before.peek()) <= DAYS) {
                refunded.set(before.pop());
            }
        }
    }

    private boolean isRefund(int receipt) {
        return receipts.get(receipt).amount().signum() < 0;
    }

    private long day(int receipt) {
        return receipts.get(receipt).date().toEpochDay();
    }

    private Optional<String> order(int receipt) {
        return receipts.get(receipt).orderId().map(OrderIds::normalise).filter(order -> !order.isEmpty());
    }
}
