package io.countersign.policy.simulation;

import io.countersign.policy.Policy;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a set of policies would do.
 *
 * @param evaluated mails looked at
 * @param forecasts one per draft, in their order
 */
public record Simulation(long evaluated, List<Forecast> forecasts) {
    public Simulation {
        forecasts = List.copyOf(forecasts);
    }

    /**
     * What one draft would do.
     *
     * @param matched mails that its condition holds for
     * @param proposes the mails that it would newly propose its action for, newest first
     * @param agree past decisions that it agrees with: approved what it would propose, or rejected what it no longer would
     * @param disagree past decisions that it disagrees with
     * @param precision the share of its proposals that the person would approve, judged by the past decisions; empty without any
     * @param takesFrom mails by id of the policy that proposes for them now and no longer would
     * @param losesTo mails that its condition holds for and that an earlier policy, by id, proposes for; -1 is the first draft if
     *     it is new, -2 the second
     * @param problem why it could not be evaluated everywhere, a sentence
     */
    public record Forecast(
            Policy draft,
            long matched,
            List<Long> proposes,
            Past agree,
            Past disagree,
            Optional<Precision> precision,
            Map<Long, Long> takesFrom,
            Map<Long, Long> losesTo,
            Optional<String> problem) {
        public Forecast {
            proposes = List.copyOf(proposes);
            takesFrom = Map.copyOf(takesFrom);
            losesTo = Map.copyOf(losesTo);
        }
    }

    /** Past decisions: how many, and the newest mails they were about. */
    public record Past(long decisions, List<Long> newestMails) {
        public Past {
            newestMails = List.copyOf(newestMails);
        }
    }

    /** A share, 0..1, and its 95 % interval. */
    public record Precision(double value, double low, double high) {
        private static final double WIDEST = 0.3;

        /** True when there were too few decisions to rely on the share: it may as well be this much higher or lower. */
        public boolean isThin() {
            return high - low > WIDEST;
        }
    }
}
