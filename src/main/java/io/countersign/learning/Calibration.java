package io.countersign.learning;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What one person's decisions taught about how far confidences can be believed: the Gaussian over the parameters of a
 * {@link Calibrator}, one intercept for each action that was decided. Immutable; compared to the last bit.
 */
public final class Calibration {
    /** Parameters that all actions share: intercept, slope, one per signal. */
    static final int SHARED = 2 + Signals.COUNT;

    private final List<String> actions;
    private final double[] mean;
    private final double[][] covariance;
    private final double evidence;
    private final int decisions;

    Calibration(List<String> actions, double[] mean, double[][] covariance, double evidence, int decisions) {
        this.actions = List.copyOf(actions);
        this.mean = mean;
        this.covariance = covariance;
        this.evidence = evidence;
        this.decisions = decisions;
    }

    /** The one that {@link #text()} gave. */
    public static Calibration parse(String text) {
        var lines = text.split("\n", -1);
        var actions = lines[0].isEmpty() ? List.<String>of() : List.of(lines[0].split(" "));
        var numbers = Arrays.stream(lines[1].split(" "))
                .mapToDouble(Double::parseDouble)
                .toArray();
        int size = SHARED + actions.size();
        var covariance = new double[size][size];
        int at = size;
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                covariance[i][j] = numbers[at];
                covariance[j][i] = numbers[at++];
            }
        }
        return new Calibration(
                actions, Arrays.copyOf(numbers, size), covariance, numbers[at], (int) Math.round(numbers[at + 1]));
    }

    /** Exactly this, to be stored. */
    public String text() {
        var numbers =
                new StringBuilder(Arrays.stream(mean).mapToObj(String::valueOf).collect(Collectors.joining(" ")));
        for (int i = 0; i < mean.length; i++) {
            for (int j = 0; j <= i; j++) {
                numbers.append(' ').append(covariance[i][j]);
            }
        }
        return String.join(" ", actions) + "\n" + numbers + " " + evidence + " " + decisions;
    }

    /** How many decisions taught it. */
    public int decisions() {
        return decisions;
    }

    /** By how many nats the predictions of its line were better than the policies' own figures so far; negative: worse. */
    double evidence() {
        return evidence;
    }

    List<String> actions() {
        return actions;
    }

    /** Which parameter is the intercept of an action; negative when it was never decided. */
    int parameterOf(String action) {
        int index = actions.indexOf(action);
        return index < 0 ? -1 : SHARED + index;
    }

    int size() {
        return mean.length;
    }

    double mean(int i) {
        return mean[i];
    }

    double covariance(int i, int j) {
        return covariance[i][j];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Calibration that && text().equals(that.text());
    }

    @Override
    public int hashCode() {
        return text().hashCode();
    }

    @Override
    public String toString() {
        return text();
    }
}
