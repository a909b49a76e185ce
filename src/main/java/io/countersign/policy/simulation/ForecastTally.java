package io.countersign.policy.simulation;

import io.countersign.policy.Policy;
import io.countersign.policy.simulation.Simulation.Forecast;
import io.countersign.policy.simulation.Simulation.Past;
import io.countersign.policy.simulation.Simulation.Precision;
import io.countersign.shared.WilsonInterval;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Counts what one draft would do. Not thread-safe; mails come newest first. */
final class ForecastTally {
    private long matched;
    private final List<Long> proposes = new ArrayList<>();
    private final Decisions agree = new Decisions();
    private final Decisions disagree = new Decisions();
    private final Map<Long, Long> takesFrom = new HashMap<>();
    private final Map<Long, Long> losesTo = new HashMap<>();
    private Optional<String> problem = Optional.empty();
    private long approved;
    private long decided;

    private static final class Decisions {
        private static final int SHOWN = 50;

        private long count;
        private final List<Long> newest = new ArrayList<>();

        void add(long messageId) {
            count++;
            if (newest.size() < SHOWN) {
                newest.add(messageId);
            }
        }

        Past past() {
            return new Past(count, newest);
        }
    }

    void matched() {
        matched++;
    }

    void proposes(long messageId) {
        proposes.add(messageId);
    }

    void takesFrom(long policyId) {
        takesFrom.merge(policyId, 1L, Long::sum);
    }

    void losesTo(long policyId) {
        losesTo.merge(policyId, 1L, Long::sum);
    }

    void failed(String reason) {
        problem = problem.or(() -> Optional.of(reason));
    }

    /** It would have proposed what was decided. */
    void wouldHaveProposed(long messageId, boolean approval) {
        decided++;
        if (approval) {
            approved++;
        }
        (approval ? agree : disagree).add(messageId);
    }

    /** It proposed what was decided, and as it is drafted it would not have. */
    void wouldNotHaveProposed(long messageId, boolean approval) {
        (approval ? disagree : agree).add(messageId);
    }

    Forecast forecast(Policy draft) {
        var precision = WilsonInterval.of(approved, decided)
                .map(interval -> new Precision(approved / (double) decided, interval.low(), interval.high()));
        return new Forecast(
                draft, matched, proposes, agree.past(), disagree.past(), precision, takesFrom, losesTo, problem);
    }
}
