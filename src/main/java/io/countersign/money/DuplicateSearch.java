package io.countersign.money;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
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
    private final AnsweredPairs answered;
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
        this.answered = new AnsweredPairs(receipts, answers);
    }

    List<DuplicatePair> pairs() {
        for (var key : lots.keys()) {
            if (key.cents() > 0) {
                search(key);
            }
        }
        answered.all().forEach(this::addAnswered);
        return matching().stream().map(this::pair).toList();
    }

    private void search(ChargeLots.Key key) {
        var near = key.withCents(key.cents() + 1);
        boolean hasNear = lots.members(near).length > 0;
        if (lots.members(key).length > 1 || hasNear) {
            var lot = lots.lot(key, refunded);
            if (!isHabit(lot)) {
                searchWithin(lot);
                if (hasNear) {
                    searchBetween(lot, lots.lot(near, refunded));
                }
            }
        }
    }

    private boolean isHabit(Lot lot) {
        return lot.suspicionAtMost(lots.observedDays(), trust.odds(lot.merchant())) < DuplicateFinder.SUSPECT;
    }

    private void searchWithin(Lot lot) {
        for (int i = 0; i < lot.size(); i++) {
            for (int j = i + 1; j < Math.min(lot.size(), i + 1 + NEIGHBOURS); j++) {
                if (isOpen(lot.member(i), lot.member(j)) && !lot.isInSeries(i, j)) {
                    add(within(lot, i, j, Optional.empty()));
                }
            }
        }
    }

    /** Amounts that differ by a hundredth, as exchange and rounding make them. */
    private void searchBetween(Lot lot, Lot near) {
        if (isHabit(near)) {
            return;
        }
        for (int i = 0; i < near.size(); i++) {
            int at = lot.from(near.minute(i));
            for (int j = Math.max(0, at - 1); j < Math.min(lot.size(), at + 1); j++) {
                // What comes before a date of a series belongs to the date before it.
                var later = lot.minute(j) <= near.minute(i) ? near : lot;
                if (isOpen(lot.member(j), near.member(i)) && later.rhythm().isEmpty()) {
                    add(between(lot, j, near, i, Optional.empty()));
                }
            }
        }
    }

    /** True when only time can tell whether they are a double. */
    private boolean isOpen(int one, int other) {
        return daysApart(one, other) <= windowDays
                && !haveDifferentOrders(one, other)
                && !answered.contains(one, other);
    }

    private void add(Edge edge) {
        if (edge.suspicion() >= DuplicateFinder.SUSPECT) {
            edges.add(edge);
        }
    }

    private Edge within(Lot lot, int i, int j, Optional<Boolean> answer) {
        var habit = lot.habit(i, j, lots.observedDays());
        double suspicion = DoubleModel.suspicion(lot.gapDays(i, j), habit, trust.odds(lot.merchant()));
        return new Edge(lot.member(i), lot.member(j), suspicion, lot, habit, answer);
    }

    private Edge between(Lot lot, int j, Lot near, int i, Optional<Boolean> answer) {
        var habit = lot.habit(j, j, lots.observedDays()).and(near.habit(i, i, lots.observedDays()));
        double gap = Math.abs(lot.minute(j) - near.minute(i)) / (double) Lot.MINUTES_A_DAY;
        double suspicion = DoubleModel.suspicion(gap, habit, trust.odds(lot.merchant()));
        boolean first = lot.minute(j) <= near.minute(i);
        return new Edge(
                first ? lot.member(j) : near.member(i),
                first ? near.member(i) : lot.member(j),
                suspicion,
                lot,
                habit,
                answer);
    }

    /** What was answered is shown whatever the suspicion, as long as both charges still agree. */
    private void addAnswered(AnsweredPairs.Answered answer) {
        int one = answer.pair().one();
        int other = answer.pair().other();
        var first = lots.lotOf(one, refunded);
        var second = lots.lotOf(other, refunded);
        if (first.isEmpty() || second.isEmpty() || daysApart(one, other) > windowDays) {
            return;
        }
        var lot = first.get();
        int i = lot.position(one);
        int j = second.get().position(other);
        if (i < 0 || j < 0) {
            return;
        }
        if (lot.position(other) >= 0) {
            edges.add(within(lot, Math.min(i, j), Math.max(i, j), Optional.of(answer.duplicate())));
        } else if (lots.areNear(one, other)) {
            edges.add(between(lot, i, second.get(), j, Optional.of(answer.duplicate())));
        }
    }

    private long daysApart(int one, int other) {
        return Math.abs(receipts.get(one).date().toEpochDay()
                - receipts.get(other).date().toEpochDay());
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
                daysApart(edge.earlier(), edge.later()),
                new DuplicateReasons(trust).of(earlier, later, edge.lot(), edge.habit()),
                edge.suspicion(),
                edge.answer());
    }
}
