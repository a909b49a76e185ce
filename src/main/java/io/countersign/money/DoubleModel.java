package io.countersign.money;

/**
 * How likely two equal charges are one, paid twice: Bayes' rule over the time between them. A double comes within minutes
 * (a button pressed twice), within hours, or days later (a payment sent again). A legitimate repeat comes as often as this
 * merchant's charges of this amount come anyway. Rates are per day.
 */
final class DoubleModel {
    /** Of so many charges one is doubled, before anything is known of the merchant. */
    private static final double PRIOR = 0.02;

    private static final double MINUTES_MEAN = 8 / 1440.0;
    private static final double HOURS_MEAN = 0.5;
    private static final double DAYS_MEAN = 4;
    private static final double MINUTES_SHARE = 0.45;
    private static final double HOURS_SHARE = 0.35;
    private static final double DAYS_SHARE = 0.20;

    /** Nobody comes back so soon, except where it is a habit. */
    static final double MOMENT = 30 / 1440.0;

    private static final double SOON = 0.15;

    /** From so many repeats within a moment on they are rather a habit (tickets for two) than errors. */
    private static final double MANY_MOMENTS = 4;

    /** The share of a merchant's charges that repeat the amount of an earlier one by chance. */
    private static final double SAME_AMOUNT = 0.007;

    private static final double A_YEAR = 365;

    /** How often a merchant charges an amount again by chance, before anything is known of it. */
    private static final double BASE_RATE = 0.00012;

    private static final double PRIOR_DAYS = 60;
    private static final double LOCAL_DAYS = 28;

    /** So few charges in two weeks say little of a habit. */
    private static final double FEW = 1.5;

    private DoubleModel() {}

    /**
     * What is known of the charges of one amount, those of the pair left out.
     *
     * @param others how many there are
     * @param free how many of them are no date of a series
     * @param elsewhere how many charges of other amounts the merchant made
     * @param days in which they were observed
     * @param near how many are within two weeks of the pair
     * @param moments how many follow another one within {@link #MOMENT}
     */
    record Habit(double others, double free, double elsewhere, double days, double near, double moments) {
        /** Of two kinds of charges together. */
        Habit and(Habit other) {
            return new Habit(
                    others + other.others,
                    free + other.free,
                    elsewhere - other.others - 1,
                    days,
                    near + other.near,
                    moments + other.moments);
        }
    }

    /** 0..1; {@code trust} is what answers for the merchant multiply the odds with. */
    static double suspicion(double gapDays, Habit habit, double trust) {
        double odds = trust * PRIOR * doubled(gapDays) / repeated(gapDays, habit);
        return odds / (1 + odds);
    }

    private static double doubled(double gap) {
        return MINUTES_SHARE * density(gap, MINUTES_MEAN)
                + HOURS_SHARE * density(gap, HOURS_MEAN)
                + DAYS_SHARE * density(gap, DAYS_MEAN);
    }

    private static double density(double gap, double mean) {
        return Math.exp(-gap / mean) / mean;
    }

    private static double repeated(double gap, Habit habit) {
        double rate = Math.max(
                BASE_RATE
                        + SAME_AMOUNT * habit.elsewhere / Math.max(habit.days, A_YEAR)
                        + habit.free / (habit.days + PRIOR_DAYS),
                habit.near * habit.near / (habit.near + FEW) / LOCAL_DAYS);
        if (gap >= MOMENT) {
            return rate;
        }
        double habitual = habit.moments * Math.max(0, habit.moments - 1) / MANY_MOMENTS;
        return SOON * rate + habitual / (habit.others + 2) / MOMENT;
    }
}
