package io.countersign.money.ui;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.LongStream;

/**
 * A vertical axis with round numbers on it.
 *
 * @param low its lower end, a multiple of the step; not above 0
 * @param high its upper end, a multiple of the step; above {@code low}
 * @param step between its marks: 1, 2 or 5 times a power of ten
 */
record ChartScale(BigDecimal low, BigDecimal high, BigDecimal step) {
    private static final int MARKS = 5;

    /** An axis that has room for these and for zero. */
    static ChartScale of(double lowest, double highest) {
        double low = Math.min(0, lowest);
        double high = Math.max(Math.max(0, highest), low + 1);
        var step = step((high - low) / MARKS);
        double size = step.doubleValue();
        return new ChartScale(
                step.multiply(BigDecimal.valueOf((long) Math.floor(low / size))),
                step.multiply(BigDecimal.valueOf((long) Math.ceil(high / size))),
                step);
    }

    /** The marks, from below. */
    List<BigDecimal> ticks() {
        long count = high.subtract(low).divide(step).longValue();
        return LongStream.rangeClosed(0, count)
                .mapToObj(i -> low.add(step.multiply(BigDecimal.valueOf(i))))
                .toList();
    }

    /** Where a value is: 0 at the top, 1 at the bottom. */
    double fromTop(double value) {
        double range = high.subtract(low).doubleValue();
        return (high.doubleValue() - value) / range;
    }

    private static BigDecimal step(double atLeast) {
        int power = (int) Math.floor(Math.log10(Math.max(atLeast, 1e-6)));
        for (int digit : new int[] {1, 2, 5, 10}) {
            var step = BigDecimal.valueOf(digit).scaleByPowerOfTen(power);
            if (step.doubleValue() >= atLeast) {
                return step;
            }
        }
        return BigDecimal.ONE.scaleByPowerOfTen(power + 1);
    }
}
