package io.countersign.learning;

import java.time.Duration;
import java.time.Instant;

/**
 * How one decision moves the weight of one feature of its mail: {@code w + 0.2 * y}, y = +1 for an approval, -1 for a
 * rejection (the reference's rule with x = 1), kept within {@value #BOUND} either way. Between decisions a weight fades with the
 * time that passes. Pure functions of the decisions and their times, the same on every machine to the last bit.
 *
 * <p>The bound: ten decisions reach it, and ten the other way forget it again. The half-life: at 90 days a sender who writes once
 * a week still reaches the bound and one who writes once a month half of it, while a search for work that is over has lost
 * 94 % of its say after a year.
 */
public final class OnlineLearner {
    /** What one decision adds or takes. */
    public static final double RATE = 0.2;

    /** The largest magnitude of a weight. */
    public static final double BOUND = 2;

    /** How many decisions of its own a feature needs before it moves a confidence. */
    public static final int EVIDENCE = 3;

    /** The time in which a weight loses half of its magnitude. */
    public static final Duration HALF_LIFE = Duration.ofDays(90);

    // Sums of 0.2 drift in the last digits; weights are kept to nine places so that equal histories give equal weights.
    private static final double PLACES = 1e9;

    /** The weight after one more decision at once. A weight that is out of bounds or not a number is first put right. */
    public double updated(double weight, boolean approved) {
        double bounded = Double.isFinite(weight) ? Math.clamp(weight, -BOUND, BOUND) : 0;
        return rounded(Math.clamp(bounded + (approved ? RATE : -RATE), -BOUND, BOUND));
    }

    /** What is left of a weight after so much time; a clock that went back fades nothing. */
    public double faded(double weight, Duration since) {
        if (weight == 0 || since.isNegative() || since.isZero()) {
            return weight;
        }
        // StrictMath: the same bits whether interpreted or compiled, so that a replay gives exactly the same weight.
        return rounded(weight * StrictMath.pow(2, -(double) since.toSeconds() / HALF_LIFE.toSeconds()));
    }

    /** The weight as of a time that is not before its last decision. */
    public double weightAt(TaughtWeight taught, Instant now) {
        return faded(taught.weight(), Duration.between(taught.at(), now));
    }

    /** The weight after the same decision {@code times} at one moment. */
    public TaughtWeight taught(TaughtWeight before, boolean approved, int times, Instant at) {
        double weight = weightAt(before, at);
        for (int i = 0; i < times; i++) {
            double next = updated(weight, approved);
            if (next == weight) {
                break;
            }
            weight = next;
        }
        return new TaughtWeight(weight, at.isAfter(before.at()) ? at : before.at(), before.decisions() + times);
    }

    private static double rounded(double weight) {
        return StrictMath.rint(weight * PLACES) / PLACES + 0.0;
    }
}
