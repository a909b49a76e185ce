package io.countersign.approval;

import io.countersign.policy.Action;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
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
        public List<PendingRow> sorted(List<PendingRow> rows) {
            var reasons = new LinkedHashMap<Reason, Waiting>();
            CONFIDENCE
                    .sorted(rows)
                    .forEach(row -> reasons.computeIfAbsent(Reason.of(row), _ -> new Waiting())
                            .add(row));
            var sorted = new ArrayList<PendingRow>(rows.size());
            reasons.values().stream()
                    .map(Waiting::ranked)
                    .sorted(BEST_FIRST)
                    .forEach(ranked -> sorted.addAll(ranked.rows()));
            return sorted;
        }
    },

    /** The highest confidence first, then the newest mail. */
    CONFIDENCE {
        @Override
        public List<PendingRow> sorted(List<PendingRow> rows) {
            var sorted = new ArrayList<>(rows);
            sorted.sort(SUREST_FIRST);
            return sorted;
        }
    };

    /** The order of {@link #CONFIDENCE}. */
    public static final Comparator<PendingRow> SUREST_FIRST = Comparator.comparingDouble(PendingRow::confidence)
            .thenComparing(PendingRow::receivedAt)
            .thenComparingLong(PendingRow::id)
            .reversed();

    private static final Comparator<Ranked> BEST_FIRST = Comparator.comparingDouble(Ranked::value)
            .thenComparing(Ranked::newest)
            .thenComparingLong(ranked -> ranked.rows().getFirst().id())
            .reversed();

    // Even a sure proposal is worth a decision, or what matters most would come last where policies are good.
    private static final double TEACHES_AT_LEAST = 0.1;

    /** The same rows in this order; depends on nothing but them. */
    public abstract List<PendingRow> sorted(List<PendingRow> rows);

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

    private record Ranked(List<PendingRow> rows, double value, Instant newest) {}

    private static final class Waiting {
        private final List<PendingRow> rows = new ArrayList<>();
        private double teaches;
        private Instant newest = Instant.MIN;

        void add(PendingRow row) {
            rows.add(row);
            teaches += teaches(row.confidence());
            newest = row.receivedAt().isAfter(newest) ? row.receivedAt() : newest;
        }

        Ranked ranked() {
            return new Ranked(rows, teaches * weight(rows.getFirst().action()), newest);
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
