package io.countersign.learning;

/** Between probabilities and log-odds. StrictMath: the same bits whether interpreted or compiled, so that a replay gives exactly the same. */
final class LogOdds {
    private LogOdds() {}

    static double logit(double probability) {
        return StrictMath.log(probability / (1 - probability));
    }

    static double logistic(double score) {
        return 1 / (1 + StrictMath.exp(-score));
    }
}
