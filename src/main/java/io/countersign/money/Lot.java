package io.countersign.money;

import java.util.Optional;

/** A merchant's charges of one amount, by rising time. Positions count from 0. */
final class Lot {
    static final int MINUTES_A_DAY = 1440;
    private static final int NEAR_DAYS = 14;
    private static final long MOMENT_MINUTES = Math.round(DoubleModel.MOMENT * MINUTES_A_DAY);

    /** Lags at which regular charges come again, and how far from them: narrower than where a whole series proves them. */
    private static final int[][] LAGS = {{1, 0}, {7, 1}, {14, 2}, {30, 3}, {91, 4}, {182, 5}, {365, 6}};

    /** Where so many charges are to be expected around any day, that there are some proves nothing. */
    private static final double COINCIDENCE = 0.75;

    private static final int SHORTEST_RHYTHM = 7;
    private static final int MONTH = 30;
    private static final int LEAST_FITS = 2;
    private static final int STRAY_DAYS = 6;

    private final String merchant;
    private final int elsewhere;
    private final int[] members;
    private final long[] minutes;
    private final long[] days;
    private final Optional<Rhythm> rhythm;
    private final int moments;
    private final int strays;

    /**
     * A lot.
     *
     * @param elsewhere how many charges of other amounts the merchant made
     * @param members which receipts they are, by rising time
     * @param minutes their times
     * @param days their days
     */
    Lot(String merchant, int elsewhere, int[] members, long[] minutes, long[] days) {
        this.merchant = merchant;
        this.elsewhere = elsewhere;
        this.members = members;
        this.minutes = minutes;
        this.days = days;
        this.rhythm = members.length < LEAST_FITS + 1
                ? Optional.empty()
                : Rhythm.of(days, members.length == LEAST_FITS + 1 ? 1 : LEAST_FITS, 1)
                        .filter(Lot::isTelling);
        this.moments = countMoments();
        this.strays = rhythm.map(this::countStrays).orElse(0);
    }

    /** Charges between two dates of a series that are near no other: those that are near one look like doubles themselves. */
    private int countStrays(Rhythm rhythm) {
        return (int) rhythm.extras().stream()
                .filter(extra -> days[extra] - days[extra - 1] > STRAY_DAYS)
                .count();
    }

    /** Of three charges, one step proves a rhythm only where it is a month, as most subscriptions are. */
    private static boolean isTelling(Rhythm found) {
        return found.fits() < LEAST_FITS ? found.periodDays() == MONTH : found.periodDays() >= SHORTEST_RHYTHM;
    }

    private int countMoments() {
        int count = 0;
        for (int i = 1; i < minutes.length; i++) {
            count += minutes[i] - minutes[i - 1] < MOMENT_MINUTES ? 1 : 0;
        }
        return count;
    }

    String merchant() {
        return merchant;
    }

    int size() {
        return members.length;
    }

    int member(int position) {
        return members[position];
    }

    /** Where a receipt is among the members; negative where it is none. */
    int position(int member) {
        for (int i = 0; i < members.length; i++) {
            if (members[i] == member) {
                return i;
            }
        }
        return -1;
    }

    long minute(int position) {
        return minutes[position];
    }

    Optional<Rhythm> rhythm() {
        return rhythm;
    }

    double gapDays(int earlier, int later) {
        return (minutes[later] - minutes[earlier]) / (double) MINUTES_A_DAY;
    }

    /** The first position at or after a time. */
    int from(long minute) {
        return lowerBound(minutes, minute);
    }

    /** What is known of these charges but for a pair of them; the same position twice for one of them alone. */
    DoubleModel.Habit habit(int earlier, int later, long observedDays) {
        boolean soon = earlier != later && minutes[later] - minutes[earlier] < MOMENT_MINUTES;
        int own = earlier == later ? 1 : 2;
        int otherMoments = Math.max(0, moments - (soon ? 1 : 0));
        if (rhythm.isPresent()) {
            return new DoubleModel.Habit(size() - own, strays, 0, observedDays, 0, 0);
        }
        int near = lowerBound(days, days[later] + NEAR_DAYS + 1) - lowerBound(days, days[earlier] - NEAR_DAYS);
        return new DoubleModel.Habit(
                size() - own, size() - own, elsewhere, observedDays, Math.max(0, near - own), otherMoments);
    }

    /** The most suspicious that two of these charges can be. */
    double suspicionAtMost(long observedDays, double trust) {
        double others = Math.max(0, size() - 2.0);
        return DoubleModel.suspicion(
                0,
                new DoubleModel.Habit(
                        others,
                        rhythm.isPresent() ? strays : others,
                        rhythm.isPresent() ? 0 : elsewhere,
                        observedDays,
                        0,
                        rhythm.isPresent() ? 0 : Math.max(0, moments - 1)),
                trust);
    }

    /**
     * True when both are dates of a series: a period before both, or after both, there are two charges too. Where all keep a
     * rhythm, only what comes between two of its dates is none.
     */
    boolean isInSeries(int earlier, int later) {
        if (rhythm.isPresent()) {
            return rhythm.get().extras().get(earlier) || !rhythm.get().extras().get(later);
        }
        double rate = size() / (days[days.length - 1] - days[0] + 1.0);
        for (var lag : LAGS) {
            boolean telling = rate * (2 * lag[1] + 1) < COINCIDENCE;
            boolean repeats = hasTwo(earlier, later, -lag[0], lag[1]) || hasTwo(earlier, later, lag[0], lag[1]);
            if (telling && repeats) {
                return true;
            }
        }
        return false;
    }

    private boolean hasTwo(int earlier, int later, int lag, int tolerance) {
        int from = lowerBound(days, days[earlier] + lag - tolerance);
        int to = lowerBound(days, days[earlier] + lag + tolerance + 1);
        int laterFrom = lowerBound(days, days[later] + lag - tolerance);
        int laterTo = lowerBound(days, days[later] + lag + tolerance + 1);
        if (days[earlier] == days[later]) {
            return to - from > 1;
        }
        return to > from && laterTo > laterFrom && Math.max(to, laterTo) - Math.min(from, laterFrom) > 1;
    }

    private static int lowerBound(long[] sorted, long value) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
