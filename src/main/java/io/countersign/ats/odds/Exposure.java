package io.countersign.ats.odds;

import java.util.Arrays;

/**
 * How many silences lasted until each day and how many ended on it with an answer; days on which an answer may be due to a
 * follow-up are told apart. Immutable.
 */
final class Exposure {
    /** So many silences at risk halve the variance that averaging has to remove. */
    private static final double PLENTY = 50;

    private final double[] answers;
    private final double[] quiet;
    private final double[] asked;
    private final int askedAnswers;

    /** Takes over the arrays, one element a day. */
    Exposure(double[] answers, double[] quiet, double[] asked, int askedAnswers) {
        this.answers = answers;
        this.quiet = quiet;
        this.asked = asked;
        this.askedAnswers = askedAnswers;
    }

    /** All answers. */
    int answers() {
        return (int) Arrays.stream(answers).sum();
    }

    /** Those that came within 14 days of a follow-up. */
    int askedAnswers() {
        return askedAnswers;
    }

    double answers(int day) {
        return answers[day];
    }

    /** Silences at risk on a day that is within 14 days of a follow-up. */
    double asked(int day) {
        return asked[day];
    }

    /** Silences at risk on a day, those after a follow-up weighed by how much likelier it makes an answer. */
    double atRisk(int day, double ratio) {
        return quiet[day] + ratio * asked[day];
    }

    /** The same with each day's counts averaged with those of the days around it: the more the fewer silences there are. */
    Exposure smoothed() {
        var spread = new int[quiet.length];
        for (int day = 0; day < spread.length; day++) {
            spread[day] = (int) Math.round((2 + day / 3.0) / Math.sqrt(1 + (quiet[day] + asked[day]) / PLENTY));
        }
        return new Exposure(means(answers, spread), means(quiet, spread), means(asked, spread), askedAnswers);
    }

    private static double[] means(double[] counts, int[] spread) {
        var sums = new double[counts.length + 1];
        for (int day = 0; day < counts.length; day++) {
            sums[day + 1] = sums[day] + counts[day];
        }
        var means = new double[counts.length];
        for (int day = 0; day < counts.length; day++) {
            int from = Math.max(0, day - spread[day]);
            int to = Math.min(counts.length, day + spread[day] + 1);
            means[day] = (sums[to] - sums[from]) / (to - from);
        }
        return means;
    }
}
