package io.countersign.insight;

import io.countersign.learning.UserWeight;
import io.countersign.shared.WilsonInterval;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * Everything that Insights shows for one window.
 *
 * @param policies one per policy that exists or ever fired, in the order in which policies are tried
 * @param weeks per policy, the weeks of the window that have anything, oldest first
 * @param all the weeks of all policies together
 * @param recall per policy, where there is any evidence
 * @param preferences what was learned, largest magnitude first
 */
public record InsightSnapshot(
        OptionalInt windowDays,
        List<PolicyStats> policies,
        Map<Long, List<Week>> weeks,
        List<Week> all,
        Map<Long, Recall> recall,
        Calibration calibration,
        List<UserWeight> preferences) {
    public InsightSnapshot {
        policies = List.copyOf(policies);
        weeks = Map.copyOf(weeks);
        all = List.copyOf(all);
        recall = Map.copyOf(recall);
        preferences = List.copyOf(preferences);
    }

    /** A week from its Monday on, in the person's time zone. */
    public record Week(LocalDate monday, long fired, long approved, long rejected) {
        /** The share of approvals with its Wilson 95 % interval; empty without decisions. */
        public Optional<WilsonInterval> precision() {
            return WilsonInterval.of(approved, approved + rejected);
        }
    }

    /**
     * How much of what the person wanted was proposed: estimated by Horvitz-Thompson from a random sample of mail that was not
     * proposed, with what the person did by hand counted as missed.
     *
     * @param value 0..1
     * @param low lower end of the 95 % interval
     * @param answered sampled mails that were answered
     * @param byHand mails handled by hand that no policy had proposed
     * @param missing answers still needed before the estimate is shown as one; 0 when there are enough
     */
    public record Recall(double value, double low, double high, long answered, long byHand, int missing) {}

    /**
     * How well confidences keep their word.
     *
     * @param error expected calibration error, 0..1; empty without decisions
     * @param missing decisions still needed before the curve is shown as one; 0 when there are enough
     */
    public record Calibration(List<Bin> bins, OptionalDouble error, long decisions, int missing) {
        public Calibration {
            bins = List.copyOf(bins);
        }
    }

    /** Decisions whose proposals had a confidence from {@code low} up to {@code high}; {@code mean} is the mean of those. */
    public record Bin(double low, double high, double mean, long decisions, long approved) {
        /** The share of approvals with its Wilson 95 % interval. */
        public Optional<WilsonInterval> approval() {
            return WilsonInterval.of(approved, decisions);
        }
    }
}
