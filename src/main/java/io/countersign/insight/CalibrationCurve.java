package io.countersign.insight;

import io.countersign.insight.InsightSnapshot.Bin;
import io.countersign.insight.InsightSnapshot.Calibration;
import io.countersign.insight.PolicyCounts.Tenth;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How well confidences keep their word, in ten bins of equal width, with the expected calibration error of Naeini, Cooper and
 * Hauskrecht (2015): the mean distance between confidence and share of approvals, weighted by decisions.
 */
final class CalibrationCurve {
    /** Decisions from which on the curve says more than chance. */
    static final int ENOUGH = 100;

    private CalibrationCurve() {}

    static Calibration of(List<Tenth> tenths) {
        long decisions = tenths.stream().mapToLong(Tenth::decided).sum();
        var bins = tenths.stream().map(CalibrationCurve::bin).toList();
        double distance = bins.stream()
                .mapToDouble(bin -> Math.abs(bin.mean() * bin.decisions() - bin.approved()))
                .sum();
        return new Calibration(
                bins,
                decisions == 0 ? OptionalDouble.empty() : OptionalDouble.of(distance / decisions),
                decisions,
                (int) Math.max(0, ENOUGH - decisions));
    }

    private static Bin bin(Tenth tenth) {
        return new Bin(
                tenth.tenth() / 10.0,
                (tenth.tenth() + 1) / 10.0,
                tenth.confidence() / tenth.decided(),
                tenth.decided(),
                tenth.approved());
    }
}
