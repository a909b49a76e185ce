package io.countersign.money;

import java.util.BitSet;
import java.util.Optional;

/**
 * The period in which days come again.
 *
 * @param periodDays about 1, 7, 14, 30, 91, 182 or 365
 * @param fits how many steps kept the period
 * @param missed how many steps were too long
 * @param extras which days, by their place, fell between two steps
 */
record Rhythm(int periodDays, int fits, int missed, BitSet extras) {
    /** Daily, weekly, every two weeks, monthly, quarterly, half-yearly, yearly. */
    private static final int[] PERIODS = {1, 7, 14, 30, 91, 182, 365};

    /** How many days early or late a charge may come: weekends, banks, months of 28 to 31 days. */
    private static final int[] TOLERANCES = {0, 2, 3, 4, 7, 10, 15};

    private static final double REGULAR = 0.7;

    static int tolerance(int periodDays) {
        for (int i = 0; i < PERIODS.length; i++) {
            if (PERIODS[i] == periodDays) {
                return TOLERANCES[i];
            }
        }
        throw new IllegalArgumentException("no period: " + periodDays);
    }

    /**
     * The rhythm that rising days keep best, if they keep any in seven steps of ten.
     *
     * @param leastFits so many steps at least must keep it
     * @param forgiven so many that don't are not held against it, nor are some that look like doubles
     */
    static Optional<Rhythm> of(long[] days, int leastFits, int forgiven) {
        var best = Optional.<Rhythm>empty();
        for (int i = 0; i < PERIODS.length; i++) {
            var rhythm = walk(days, PERIODS[i], TOLERANCES[i]);
            int held =
                    Math.max(0, rhythm.misfits() - Math.max(forgiven, Math.min(rhythm.doubles(days), rhythm.fits / 2)));
            boolean keeps = rhythm.fits >= leastFits && rhythm.fits >= REGULAR * (rhythm.fits + held);
            if (keeps && best.map(rhythm::isBetterThan).orElse(true)) {
                best = Optional.of(rhythm);
            }
        }
        return best;
    }

    /** How many extras come so soon after another one that they look like it, paid twice. */
    private int doubles(long[] days) {
        return (int) extras.stream()
                .filter(extra -> days[extra] - days[extra - 1] <= 1)
                .count();
    }

    private int misfits() {
        return missed + extras.cardinality();
    }

    private double regularity() {
        return fits / (double) (fits + misfits());
    }

    private boolean isBetterThan(Rhythm other) {
        int byRegularity = Double.compare(regularity(), other.regularity());
        return byRegularity != 0 ? byRegularity > 0 : fits > other.fits;
    }

    private static Rhythm walk(long[] days, int period, int tolerance) {
        int fits = 0;
        int missed = 0;
        var extras = new BitSet();
        int last = 0;
        for (int i = 1; i < days.length; i++) {
            long step = days[i] - days[last];
            if (step == 0 || step < period - tolerance) {
                extras.set(i);
                continue;
            }
            // Where a date seems to be missing, what came very early was that date.
            if (step > period + tolerance && days[i - 1] - days[last] >= period - 2 * tolerance && i - 1 > last) {
                extras.clear(i - 1);
                last = i - 1;
                fits++;
                step = days[i] - days[last];
            }
            if (step <= period + tolerance) {
                fits++;
            } else {
                missed++;
            }
            last = i;
        }
        return new Rhythm(period, fits, missed, extras);
    }
}
