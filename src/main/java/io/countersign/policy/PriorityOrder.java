package io.countersign.policy;

import io.countersign.shared.CountersignException;
import java.util.Arrays;
import java.util.List;

/**
 * Priorities for policies in a given order: as many as possible keep theirs, the others are spread between their neighbours.
 * Policies of equal priority are tried by id, so that a rising id needs no higher priority.
 */
final class PriorityOrder {
    private final List<Policy> order;
    // How much the priority must have risen from the first policy on; a priority less that must never fall.
    private final int[] rise;

    private PriorityOrder(List<Policy> order) {
        this.order = order;
        this.rise = new int[order.size()];
        for (int i = 1; i < rise.length; i++) {
            rise[i] = rise[i - 1] + (order.get(i).id() > order.get(i - 1).id() ? 0 : 1);
        }
    }

    /**
     * The policies with the priorities that make them be tried in this order.
     *
     * @throws CountersignException.Invalid when there are not enough priorities
     */
    static List<Policy> of(List<Policy> order) {
        return order.isEmpty() ? order : new PriorityOrder(List.copyOf(order)).arranged();
    }

    private List<Policy> arranged() {
        int last = order.size() - 1;
        int room = Policy.MAX_PRIORITY - rise[last];
        if (room < Policy.MIN_PRIORITY) {
            throw new CountersignException.Invalid(
                    "priority", "These are more policies than there are priorities to order them by.");
        }
        var base = kept(room);
        int from = -1;
        for (int i = 0; i <= order.size(); i++) {
            if (i == order.size() || base[i] > 0) {
                int low = from < 0 ? Policy.MIN_PRIORITY : base[from];
                int high = i == order.size() ? room : base[i];
                spread(base, from, i, low, high);
                from = i;
            }
        }
        var arranged = new Policy[order.size()];
        Arrays.setAll(arranged, i -> order.get(i).withPriority(base[i] + rise[i]));
        return List.of(arranged);
    }

    private static void spread(int[] base, int from, int to, int low, int high) {
        int gaps = to - from;
        for (int i = from + 1; i < to; i++) {
            base[i] = low + (int) ((long) (high - low) * (i - from) / gaps);
        }
    }

    /** The bases of the policies that keep their priority: a longest sequence of them that never falls; 0 for the others. */
    private int[] kept(int room) {
        int count = order.size();
        var own = new int[count];
        Arrays.setAll(own, i -> order.get(i).priority() - rise[i]);
        var ends = new int[count];
        var before = new int[count];
        int longest = 0;
        for (int i = 0; i < count; i++) {
            if (own[i] < Policy.MIN_PRIORITY || own[i] > room) {
                continue;
            }
            int place = place(own, ends, longest, own[i]);
            before[i] = place == 0 ? -1 : ends[place - 1];
            ends[place] = i;
            longest = Math.max(longest, place + 1);
        }
        var kept = new int[count];
        for (int i = longest == 0 ? -1 : ends[longest - 1]; i >= 0; i = before[i]) {
            kept[i] = own[i];
        }
        return kept;
    }

    /** How many of the sequences found so far can be continued with {@code next}. */
    private static int place(int[] own, int[] ends, int longest, int next) {
        int low = 0;
        int high = longest;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (own[ends[middle]] <= next) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
