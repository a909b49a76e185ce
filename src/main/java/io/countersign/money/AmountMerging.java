package io.countersign.money;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Brings charges together that agree in merchant, amount and currency, are days apart at most, and are told of by different
 * sorts of mail: an order without a number, its invoice, the bank's alert. Nearest mails first, so that of several equal
 * charges each keeps its own papers. Looks at few neighbours in time only: linear in the number of charges.
 */
final class AmountMerging {
    private static final int NEIGHBOURS = 8;

    private final List<Charge> charges;
    private final int[] owner;

    private AmountMerging(List<Charge> charges) {
        this.charges = charges;
        this.owner = new int[charges.size()];
        for (int i = 0; i < owner.length; i++) {
            owner[i] = i;
        }
    }

    private record Sort(String merchant, Claim.Flow flow, String currency, BigDecimal amount) {}

    private record Mail(Claim claim, int charge) {}

    private record Edge(Mail one, Mail other) {
        static final Comparator<Edge> NEAREST = Comparator.<Edge>comparingLong(
                        edge -> edge.one.claim.daysTo(edge.other.claim))
                .thenComparing(edge -> edge.one.claim.timeTo(edge.other.claim))
                .thenComparing(edge -> edge.one.claim, Claim.ORDER)
                .thenComparing(edge -> edge.other.claim, Claim.ORDER);
    }

    /** The charges that remain. */
    static List<Charge> merge(List<Charge> charges) {
        var merging = new AmountMerging(charges);
        merging.bySort().forEach(merging::mergeNeighbours);
        return merging.remaining();
    }

    private Collection<List<Mail>> bySort() {
        Map<Sort, List<Mail>> sorts = new LinkedHashMap<>();
        for (int i = 0; i < charges.size(); i++) {
            var charge = charges.get(i);
            for (var claim : charge.claims()) {
                if (claim.hasMoney() && !claim.merchant().isEmpty()) {
                    var sort = new Sort(claim.merchant(), claim.flow(), claim.currency(), charge.amount());
                    sorts.computeIfAbsent(sort, _ -> new ArrayList<>()).add(new Mail(claim, i));
                }
            }
        }
        return sorts.values();
    }

    private void mergeNeighbours(List<Mail> mails) {
        mails.sort(Comparator.comparing(Mail::claim, Claim.ORDER));
        var edges = new ArrayList<Edge>();
        for (int i = 0; i < mails.size(); i++) {
            for (int j = i + 1; j < Math.min(mails.size(), i + 1 + NEIGHBOURS); j++) {
                var edge = new Edge(mails.get(i), mails.get(j));
                if (Resemblance.areOneCharge(edge.one.claim, edge.other.claim)) {
                    edges.add(edge);
                }
            }
        }
        edges.sort(Edge.NEAREST);
        edges.forEach(this::mergeIfOne);
    }

    private void mergeIfOne(Edge edge) {
        int one = owner(edge.one.charge);
        int other = owner(edge.other.charge);
        if (one != other && charges.get(one).mayBe(charges.get(other))) {
            charges.get(one).absorb(charges.get(other));
            owner[other] = one;
        }
    }

    private int owner(int charge) {
        int at = charge;
        while (owner[at] != at) {
            owner[at] = owner[owner[at]];
            at = owner[at];
        }
        return at;
    }

    private List<Charge> remaining() {
        var remaining = new ArrayList<Charge>();
        for (int i = 0; i < owner.length; i++) {
            if (owner[i] == i) {
                remaining.add(charges.get(i));
            }
        }
        return remaining;
    }
}
