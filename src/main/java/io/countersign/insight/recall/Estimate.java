package io.countersign.insight.recall;

import java.util.List;
import org.apache.commons.statistics.distribution.BetaDistribution;

/**
 * A number of mails with its 95 % interval.
 *
 * <p>For a stratified random sample the number is that of Horvitz and Thompson (1952): each wanted mail of the sample stands for as
 * many as its stratum has mails per answer. The interval combines the exact limits of Clopper and Pearson (1934) of each stratum by
 * the method of variance estimates recovery (Zou, Huang and Zhang 2009, Computational Statistics and Data Analysis 53): unlike a
 * normal approximation it holds for rare events and few answers. It never contradicts what was counted.
 */
public record Estimate(double value, double low, double high) {
    private static final double TAIL = 0.025;

    /** What is known for certain. */
    public static Estimate exactly(double number) {
        return new Estimate(number, number, number);
    }

    /** Wanted mails in all strata together; a stratum without answers may hold anything and adds nothing to the number. */
    public static Estimate wanted(List<Sampled> strata) {
        double value = 0;
        double below = 0;
        double above = 0;
        double least = 0;
        double most = 0;
        for (var stratum : strata) {
            double share = stratum.answered() == 0 ? 0 : (double) stratum.wanted() / stratum.answered();
            double mails = (double) stratum.mails();
            value += mails * share;
            below += square(mails * (share - low(stratum)));
            above += square(mails * (high(stratum) - share));
            least += (double) stratum.wanted();
            most += mails - (stratum.answered() - stratum.wanted());
        }
        return new Estimate(value, Math.max(least, value - Math.sqrt(below)), Math.min(most, value + Math.sqrt(above)));
    }

    /** This and a number that is certain. */
    public Estimate plus(double certain) {
        return new Estimate(value + certain, low + certain, high + certain);
    }

    private static double square(double number) {
        return number * number;
    }

    private static double low(Sampled stratum) {
        if (stratum.answered() == stratum.mails()) {
            return (double) stratum.wanted() / Math.max(1, stratum.mails());
        }
        return stratum.wanted() == 0
                ? 0
                : BetaDistribution.of((double) stratum.wanted(), (double) stratum.answered() - stratum.wanted() + 1)
                        .inverseCumulativeProbability(TAIL);
    }

    private static double high(Sampled stratum) {
        if (stratum.answered() == stratum.mails()) {
            return (double) stratum.wanted() / Math.max(1, stratum.mails());
        }
        return stratum.wanted() == stratum.answered()
                ? 1
                : BetaDistribution.of(stratum.wanted() + 1.0, (double) stratum.answered() - stratum.wanted())
                        .inverseSurvivalProbability(TAIL);
    }
}
