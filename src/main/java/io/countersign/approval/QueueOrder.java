package io.countersign.approval;

import io.countersign.policy.Action;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;

/** In which order proposals wait for a decision. Pure. */
public enum QueueOrder {
    /**
     * Proposals with the same reason (policy, action and sender) together, those first whose decision is worth most: what it teaches
     * times what it affects. It teaches most where the confidence is near one half; it affects as many mails as have that reason,
     * weighed by what is at stake for the person.
     */
    VALUE {
        @Override
        public List<PendingRow> first(List<PendingRow> rows, int limit) {
            var reasons = new HashMap<Reason, Waiting>();
            rows.forEach(
                    row -> reasons.computeIfAbsent(Reason.of(row), Waiting::new).add(row));
            var best = new ArrayList<>(reasons.values());
            best.sort(BEST_FIRST);
            var first = new ArrayList<PendingRow>();
            for (var waiting : best) {
                if (first.size() >= limit) {
                    break;
                }
                first.addAll(waiting.sorted());
            }
            return first.size() > limit ? first.subList(0, limit) : first;
        }
    },

    /** The highest confidence first, then the newest mail. */
    CONFIDENCE {
        @Override
        public List<PendingRow> first(List<PendingRow> rows, int limit) {
            return rows.stream().sorted(SUREST_FIRST).limit(limit).toList();
        }
    };

    /** The order of {@link #CONFIDENCE}. */
    public static final Comparator<PendingRow> SUREST_FIRST = Comparator.comparingDouble(PendingRow::confidence)
            .thenComparing(PendingRow::receivedAt)
            .thenComparingLong(PendingRow::id)
            .reversed();

    private static final Comparator<Waiting> BEST_FIRST = Comparator.comparingDouble(Waiting::value)
            .thenComparing(Waiting::newest)
            .thenComparingLong(Waiting::firstId)
            .reversed();

    // A sum of doubles depends on the order in which the rows come.
    private static final double BILLION = 1e9;

    // Even a sure proposal is worth a decision, or what matters most would come last where policies are good.
    private static final double TEACHES_AT_LEAST = 0.1;

    /** The same rows in this order; depends on nothing but them. */
    public List<PendingRow> sorted(List<PendingRow> rows) {
        return first(rows, rows.size());
    }

    /** At most {@code limit} rows with which {@link #sorted} begins; takes less time than sorting them all. */
    public abstract List<PendingRow> first(List<PendingRow> rows, int limit);

    /** 0.1 for a sure one to 1 where both answers are as likely: the variance of the answer, scaled. */
    static double teaches(double confidence) {
        double p = Math.clamp(confidence, 0, 1);
        return TEACHES_AT_LEAST + (1 - TEACHES_AT_LEAST) * 4 * p * (1 - p);
    }

    /**
     * What one decision about such an action weighs for the person, in mails put away: an appointment missed costs a chance, a
     * fraud missed costs money, a task forgotten costs time, a list that goes on costs a mail a week.
     */
    static double weight(Action action) {
        return switch (action) {
            case Action.CreateCalendarEvent() -> 20;
            case Action.QuarantineAttachment(), Action.BlockSender() -> 10;
            case Action.CreateTask _ -> 5;
            case Action.Unsubscribe() -> 3;
            case Action.Archive(), Action.MoveToFolder _, Action.Label _ -> 1;
            case Action.MarkRead() -> 0.5;
        };
    }

    private record Reason(long policyId, Action action, String sender) {
        static Reason of(PendingRow row) {
            var from = row.from();
            return new Reason(
                    row.policyId(),
                    row.action(),
                    (from.email().isEmpty() ? from.name() : from.email()).toLowerCase(Locale.ROOT));
        }
    }

    /** What waits for the same reason. */
    private static final class Waiting {
        private final double weight;
        private final List<PendingRow> rows = new ArrayList<>();
        private long billionths;
        private Instant newest = Instant.MIN;

        Waiting(Reason reason) {
            weight = weight(reason.action());
        }

        void add(PendingRow row) {
            rows.add(row);
            billionths += Math.round(teaches(row.confidence()) * BILLION);
            newest = row.receivedAt().isAfter(newest) ? row.receivedAt() : newest;
        }

        double value() {
            return billionths / BILLION * weight;
        }

        Instant newest() {
            return newest;
        }

        /** That of its surest row. */
        long firstId() {
            return Collections.min(rows, SUREST_FIRST).id();
        }

        List<PendingRow> sorted() {
            rows.sort(SUREST_FIRST);
            return rows;
        }
    }

    /** The order in which these rows stand, for putting rows back that were taken out; others come last. */
    public static Comparator<PendingRow> asIn(List<PendingRow> sorted) {
        var ranks = HashMap.<Long, Integer>newHashMap(sorted.size());
        sorted.forEach(row -> ranks.put(row.id(), ranks.size()));
        return Comparator.<PendingRow>comparingInt(row -> ranks.getOrDefault(row.id(), Integer.MAX_VALUE))
                .thenComparing(SUREST_FIRST);
    }
}
