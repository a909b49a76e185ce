package io.countersign.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;

/**
 * What one person's decisions taught about how far confidences can be believed: the lines of a {@link Calibrator} with one
 * intercept for each action that was decided, and how well each did. Immutable; compared to the last bit.
 */
public final class Calibration {
    /** Parameters that all actions share: intercept, slope, one per signal. */
    static final int SHARED = 2 + Signals.COUNT;

    private final List<String> actions;
    private final List<Line> lines;
    private final List<Double> trust;
    private final double evidence;
    private final int decisions;

    Calibration(List<String> actions, List<Line> lines, List<Double> trust, double evidence, int decisions) {
        this.actions = List.copyOf(actions);
        this.lines = List.copyOf(lines);
        this.trust = List.copyOf(trust);
        this.evidence = evidence;
        this.decisions = decisions;
    }

    /** The one that {@link #text()} gave. */
    public static Calibration parse(String text) {
        var rows = text.split("\n", -1);
        var actions = rows[0].isEmpty() ? List.<String>of() : List.of(rows[0].split(" "));
        var head = numbers(rows[1]);
        var lines = new ArrayList<Line>();
        var trust = new ArrayList<Double>();
        for (int k = 2; k < rows.length; k++) {
            var numbers = numbers(rows[k]);
            trust.add(numbers[0]);
            lines.add(line(numbers, SHARED + actions.size()));
        }
        return new Calibration(actions, lines, trust, head[0], (int) Math.round(head[1]));
    }

    private static double[] numbers(String row) {
        return Arrays.stream(row.split(" ")).mapToDouble(Double::parseDouble).toArray();
    }

    private static Line line(double[] numbers, int size) {
        var covariance = new double[size][size];
        int at = 1 + size;
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                covariance[i][j] = numbers[at];
                covariance[j][i] = numbers[at++];
            }
        }
        return new Line(Arrays.copyOfRange(numbers, 1, 1 + size), covariance);
    }

    /** Exactly this, to be stored: the actions; evidence and decisions; of each line its trust, means and covariances. */
    public String text() {
        var rows = new StringJoiner("\n");
        rows.add(String.join(" ", actions)).add(evidence + " " + decisions);
        for (int k = 0; k < lines.size(); k++) {
            rows.add(row(trust.get(k), lines.get(k)));
        }
        return rows.toString();
    }

    private static String row(double trust, Line line) {
        var row = new StringJoiner(" ").add(String.valueOf(trust));
        for (int i = 0; i < line.size(); i++) {
            row.add(String.valueOf(line.mean(i)));
        }
        for (int i = 0; i < line.size(); i++) {
            for (int j = 0; j <= i; j++) {
                row.add(String.valueOf(line.covariance(i, j)));
            }
        }
        return row.toString();
    }

    /** How many decisions taught it. */
    public int decisions() {
        return decisions;
    }

    /** By how many nats the average of its lines predicted better than the policies' own figures so far; negative: worse. */
    double evidence() {
        return evidence;
    }

    List<String> actions() {
        return actions;
    }

    List<Line> lines() {
        return lines;
    }

    /** The share of each line in the average of the lines; they sum to 1. */
    List<Double> trust() {
        return trust;
    }

    /** Which parameter is the intercept of an action; negative when it was never decided. */
    int parameterOf(String action) {
        int index = actions.indexOf(action);
        return index < 0 ? -1 : SHARED + index;
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
