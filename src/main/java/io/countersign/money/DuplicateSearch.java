package io.countersign.money;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One search for doubles among receipts. */
final class DuplicateSearch {
    private static final int NEIGHBOURS = 6;

    /** Two receipts by their places in the list, and what is known of them. */
    private record Edge(
            int earlier, int later, double suspicion, Lot lot, DoubleModel.Habit habit, Optional<Boolean> answer) {
        /** What a person confirmed first, then the most suspect; what a person denied last. */
        int urgency() {
            return answer.map(duplicate -> duplicate ? 0 : 2).orElse(1);
        }
    }

    private final List<Receipt> receipts;
    private final int windowDays;
    private final MerchantTrust trust;
    private final Map<Long, Boolean> answered = new HashMap<>();
    private final ChargeLots lots;
    private final BitSet refunded;
    private final List<Edge> edges = new ArrayList<>();

    DuplicateSearch(
            List<Receipt> receipts, int windowDays, Collection<DuplicateAnswers.Answer> answers, MerchantKeys keys) {
        this.receipts = receipts;
        this.windowDays = windowDays;
        this.trust = new MerchantTrust(answers);
        this.lots = new ChargeLots(receipts, keys);
        this.refunded = RefundedCharges.of(receipts, lots);
        readAnswers(answers);
    }

    private void readAnswers(Collection<DuplicateAnswers.Answer> answers) {
        if (answers.isEmpty()) {
            return;
        }
        var places = new HashMap<StatementId, Integer>();
        for (int i = 0; i < receipts.size(); i++) {
            int place = i;
            receipts.get(i).statements().forEach(statement -> places.put(statement.id(), place));
        }
        for (var answer : answers) {
            var one = places.get(answer.earlier());
            var other = places.get(answer.later());
            if (one != null && other != null && !one.equals(other)) {
                answered.put(both(one, other), answer.duplicate());
            }
        }
    }

    private static long both(int one, int other) {
        return ((long) Math.min(one, other) << 32) | Math.max(one, other);
    }

    List<DuplicatePair> pairs() {
        for (var key : lots.keys()) {
            if (key.cents() > 0) {
                search(key);
            }
        }
        return matching().stream().map(this::pair).toList();
    }

    private void search(ChargeLots.Key key) {
        var near = key.withCents(key.cents() + 1);
        int size = lots.members(key).length;
        if (size > 1) {
            searchWithin(lots.lot(key, refunded));
        }
        if (lots.members(near).length > 0) {
            searchBetween(lots.lot(key, refunded), lots.lot(near, refunded));
        }
    }

    private void searchWithin(Lot lot) {
        if (isHabit(lot)) {
            return;
        }
        for (int i = 0; i < lot.size(); i++) {
            for (int j = i + 1; j < Math.min(lot.size(), i + 1 + NEIGHBOURS); j++) {
                if (lot.day(j) - lot.day(i) > windowDays) {
                    break;
                }
                consider(lot, i, j);
            }
        }
    }

    private boolean isHabit(Lot lot) {
        return answered.isEmpty()
                && lot.suspicionAtMost(lots.observedDays(), trust.odds(lot.merchant())) < DuplicateFinder.SUSPECT;
    }

    private void consider(Lot lot, int i, int j) {
        var answer = Optional.ofNullable(answered.get(both(lot.member(i), lot.member(j))));
        if (answer.isEmpty() && (haveDifferentOrders(lot.member(i), lot.member(j)) || lot.isInSeries(i, j))) {
            return;
        }
        var habit = lot.habit(i, j, lots.observedDays());
        add(lot.member(i), lot.member(j), lot.gapDays(i, j), lot, habit, answer);
    }

    private void add(int one, int other, double gapDays, Lot lot, DoubleModel.Habit habit, Optional<Boolean> answer) {
        double suspicion = DoubleModel.suspicion(gapDays, habit, trust.odds(lot.merchant()));
        if (suspicion >= DuplicateFinder.SUSPECT || answer.isPresent()) {
            edges.add(new Edge(one, other, suspicion, lot, habit, answer));
        }
    }

    /** Amounts that differ by a hundredth, as exchange and rounding make them. */
    private void searchBetween(Lot lot, Lot near) {
        if (isHabit(lot) || isHabit(near)) {
            return;
        }
        for (int i = 0; i < near.size(); i++) {
            int at = lot.from(near.minute(i));
            for (int j = Math.max(0, at - 1); j < Math.min(lot.size(), at + 1); j++) {
                considerBetween(lot, j, near, i);
            }
        }
    }

    private void considerBetween(Lot lot, int j, Lot near, int i) {
        int one = lot.member(j);
        int other = near.member(i);
        var answer = Optional.ofNullable(answered.get(both(one, other)));
        if (Math.abs(lot.day(j) - near.day(i)) > windowDays || (answer.isEmpty() && haveDifferentOrders(one, other))) {
            return;
        }
        boolean first = lot.minute(j) <= near.minute(i);
        // What comes before a date of a series belongs to the date before it.
        if (answer.isEmpty() && (first ? near : lot).rhythm().isPresent()) {
            return;
        }
        var habit = lot.habit(j, j, lots.observedDays()).and(near.habit(i, i, lots.observedDays()));
        double gap = Math.abs(lot.minute(j) - near.minute(i)) / 1440.0;
        add(first ? one : other, first ? other : one, gap, lot, habit, answer);
    }

    private boolean haveDifferentOrders(int one, int other) {
        return OrderIds.conflict(order(one), order(other));
    }

    private String order(int receipt) {
        return receipts.get(receipt).orderId().map(OrderIds::normalise).orElse("");
    }

    /** Greedy, which for weights as far apart as these is as good as the best. */
    private List<Edge> matching() {
        edges.sort(Comparator.comparingInt(Edge::urgency)
                .thenComparing(Comparator.comparingDouble(Edge::suspicion).reversed())
                .thenComparingLong(edge -> receipts.get(edge.earlier()).id().messageId())
                .thenComparingLong(edge -> receipts.get(edge.later()).id().messageId()));
        var taken = new BitSet();
        var chosen = new ArrayList<Edge>();
        for (var edge : edges) {
            if (!taken.get(edge.earlier()) && !taken.get(edge.later())) {
                taken.set(edge.earlier());
                taken.set(edge.later());
                chosen.add(edge);
            }
        }
        chosen.sort(Comparator.<Edge, Boolean>comparing(edge -> edge.answer().isPresent())
                .thenComparing(Comparator.comparingDouble(Edge::suspicion).reversed()));
        return chosen;
    }

    private DuplicatePair pair(Edge edge) {
        var earlier = receipts.get(edge.earlier());
        var later = receipts.get(edge.later());
        return new DuplicatePair(
                earlier,
                later,
                Math.abs(later.date().toEpochDay() - earlier.date().toEpochDay()),
                new DuplicateReasons(trust).of(earlier, later, edge.lot(), edge.habit()),
                edge.suspicion(),
                edge.answer());
    }
}
