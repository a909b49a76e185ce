package io.countersign.insight.ui;

import io.countersign.approval.Approvals;
import io.countersign.approval.BatchSummary;
import io.countersign.insight.PolicyStatistics;
import io.countersign.learning.UserWeights;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.OptionalInt;

/** Collects the figures of one person and forgets what was learned. Blocking and thread-safe. */
public final class InsightReader {
    private static final int BATCHES = 100_000;

    private final PolicyStatistics statistics;
    private final UserWeights weights;
    private final Approvals approvals;
    private final String user;
    private final InstantSource clock;

    public InsightReader(
            PolicyStatistics statistics, UserWeights weights, Approvals approvals, String user, InstantSource clock) {
        this.statistics = statistics;
        this.weights = weights;
        this.approvals = approvals;
        this.user = user;
        this.clock = clock;
    }

    /** The figures of the last so many days; of all time when empty. */
    InsightReport read(OptionalInt windowDays) {
        var since = windowDays.isEmpty() ? Instant.MIN : clock.instant().minus(Duration.ofDays(windowDays.getAsInt()));
        long undone = approvals.batches(BATCHES).stream()
                .filter(batch -> batch.undoneAt().filter(since::isBefore).isPresent())
                .mapToLong(BatchSummary::size)
                .sum();
        return new InsightReport(statistics.of(user, windowDays), undone, weights.all(user));
    }

    /** Forgets one feature. */
    boolean forget(String feature) {
        return weights.reset(user, feature);
    }

    /** Forgets all features. */
    int forgetAll() {
        return weights.reset(user);
    }
}
