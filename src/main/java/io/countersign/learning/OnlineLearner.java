package io.countersign.learning;

/**
 * How one decision moves the weight of one feature of its mail: {@code w + 0.2 * y}, y = +1 for an approval, -1 for a
 * rejection (the reference's rule with x = 1), kept within {@value #BOUND} either way.
 *
 * <p>The bound: 0.05 per unit of weight and at most 0.15 in all move a confidence, so that 2 lets one feature do two thirds of
 * what learning can do, never all of it; ten decisions reach it, and ten the other way forget it again.
 */
public final class OnlineLearner {
    /** What one decision adds or takes. */
    public static final double RATE = 0.2;

    /** The largest magnitude of a weight. */
    public static final double BOUND = 2;

    // Sums of 0.2 drift in the last digits; steps are counted so that equal histories give equal weights.
    private static final long STEPS = Math.round(BOUND / RATE);

    /** The weight after one more decision; a pure function. A weight that is out of bounds or not a number is first put right. */
    public double updated(double weight, boolean approved) {
        long steps = Double.isFinite(weight) ? Math.round(Math.clamp(weight, -BOUND, BOUND) / RATE) : 0;
        long next = Math.clamp(steps + (approved ? 1 : -1), -STEPS, STEPS);
        return next / (double) Math.round(1 / RATE);
    }

    /** The weight that these decisions, oldest first, give to a feature that was never learned before. */
    public double replay(Iterable<Boolean> decisions) {
        double weight = 0;
        for (boolean approved : decisions) {
            weight = updated(weight, approved);
        }
        return weight;
    }
}
