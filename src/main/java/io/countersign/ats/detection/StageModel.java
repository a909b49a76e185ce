package io.countersign.ats.detection;

import io.countersign.classify.DataFile;
import io.countersign.classify.DataFile.Line;
import io.countersign.mail.Stage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A multinomial logistic regression over the wording of a mail, learned from the written mails of the tests; its weights
 * are the lines of {@code ats/stage-model.txt}. Immutable and thread-safe.
 */
final class StageModel {
    /** What it tells apart: no stage, then these. */
    static final List<Optional<Stage>> CLASSES = List.of(
            Optional.empty(),
            Optional.of(Stage.APPLIED),
            Optional.of(Stage.ASSESSMENT),
            Optional.of(Stage.INTERVIEW),
            Optional.of(Stage.OFFER),
            Optional.of(Stage.REJECTED),
            Optional.of(Stage.WITHDRAWN));

    /** The weights of this one are added once; its rarity is that of what was never seen. */
    static final String BIAS = "*";

    static final double HUNDREDTH = 0.01;

    private static final int REASONS = 4;

    private final Map<String, Weighted> weights = new HashMap<>();

    /** How much a feature counts in a mail's length, and what it adds to each class. */
    private static final class Weighted {
        private final double rarity;
        private final double[] shares;

        Weighted(double rarity, double[] shares) {
            this.rarity = rarity;
            this.shares = shares;
        }
    }

    StageModel(DataFile file) {
        for (var section : file.sections()) {
            section.lines().forEach(this::read);
        }
    }

    /** {@code thank you for | 210 -12 80 3 -40 -20 -11}: hundredths, its rarity first, then in the order of the classes. */
    private void read(Line line) {
        int bar = line.text().lastIndexOf(" | ");
        line.require(bar > 0, "'" + line.text() + "' is not like 'feature | weights'");
        var numbers = line.text().substring(bar + 3).split(" ", -1);
        line.require(numbers.length == CLASSES.size() + 1, "It takes " + (CLASSES.size() + 1) + " numbers");
        var row = new double[numbers.length];
        for (int i = 0; i < row.length; i++) {
            try {
                row[i] = Integer.parseInt(numbers[i]) * HUNDREDTH;
            } catch (NumberFormatException e) {
                throw line.refuse("'" + numbers[i] + "' is not a number");
            }
        }
        var shares = Arrays.copyOfRange(row, 1, row.length);
        weights.put(line.text().substring(0, bar), new Weighted(row[0], shares));
    }

    /** A class and its chance, 0..1. */
    record Chance(Optional<Stage> stage, double chance) {}

    /** The chances of all classes, likeliest first; they add up to 1. What is unknown makes them less sure. */
    List<Chance> chances(Set<String> wording) {
        var sums = new double[CLASSES.size()];
        double length = 0;
        double rarest = weights.containsKey(BIAS) ? weights.get(BIAS).rarity : 1;
        for (var feature : wording) {
            var weighted = weights.get(feature);
            if (weighted != null) {
                add(sums, weighted.shares);
            }
            double rarity = weighted == null ? rarest : weighted.rarity;
            length += rarity * rarity;
        }
        double scale = length == 0 ? 0 : 1 / Math.sqrt(length);
        double total = 0;
        for (int i = 0; i < sums.length; i++) {
            double bias = weights.containsKey(BIAS) ? weights.get(BIAS).shares[i] : 0;
            sums[i] = Math.exp(sums[i] * scale + bias);
            total += sums[i];
        }
        var chances = new ArrayList<Chance>();
        for (int i = 0; i < sums.length; i++) {
            chances.add(new Chance(CLASSES.get(i), sums[i] / total));
        }
        chances.sort(Comparator.comparingDouble(Chance::chance).reversed());
        return chances;
    }

    private static void add(double[] sums, double[] row) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += row[i];
        }
    }

    /** What most speaks for a stage, strongest first. */
    List<String> reasons(Set<String> wording, Stage stage) {
        int at = CLASSES.indexOf(Optional.of(stage));
        return wording.stream()
                .filter(feature -> share(feature, at) > 0)
                .sorted(Comparator.comparingDouble((String feature) -> share(feature, at))
                        .reversed())
                .limit(REASONS)
                .toList();
    }

    private double share(String feature, int at) {
        var weighted = weights.get(feature);
        return weighted == null ? 0 : weighted.shares[at];
    }
}
