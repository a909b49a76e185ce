package io.countersign.learning;

/**
 * How a {@link Line} remembers.
 *
 * @param halfLife decisions after which half of what it was sure of is open again; infinite: it never forgets
 * @param doubt above 0: decisions that it held for less likely than about this count less, so that the days on which a person
 *     changes their mind do not teach it to believe in nothing
 */
record Memory(double halfLife, double doubt) {
    /** One that never forgets. */
    static final Memory LONG = new Memory(Double.POSITIVE_INFINITY, 0);

    /** How much of the certainty is left after one decision, 0..1. */
    double kept() {
        return StrictMath.pow(0.5, 1 / halfLife);
    }

    /** How much a decision counts that it held for so likely, 0..1; 1 for one that was certain. */
    double counts(double likelihood) {
        return likelihood * (1 + doubt) / (likelihood + doubt);
    }
}
