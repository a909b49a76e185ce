package io.countersign.ats.detection;

import io.countersign.classify.DataFile;
import io.countersign.classify.DataFile.Line;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Turns how sure the rules are into how often that is right, by {@code ats/calibration.txt}. Immutable and thread-safe. */
final class Calibration {
    private final TreeMap<Double, Double> points = new TreeMap<>();

    Calibration(DataFile file) {
        for (var section : file.sections()) {
            section.lines().forEach(this::read);
        }
        if (points.size() < 2) {
            throw file.sections().getFirst().at().refuse("It takes two lines at least");
        }
    }

    /** {@code sure 0.75 right 0.72}. */
    private void read(Line line) {
        var words = line.words();
        line.require(
                words.size() == 4
                        && words.getFirst().equals("sure")
                        && words.get(2).equals("right"),
                "'" + line.text() + "' is not like 'sure 0.75 right 0.72'");
        double sure = chance(line, words.get(1));
        double right = chance(line, words.get(3));
        boolean rises = points.isEmpty()
                || (points.lastKey() < sure && points.lastEntry().getValue() <= right);
        line.require(rises, "'" + line.text() + "' does not rise above the line before");
        points.put(sure, right);
    }

    private static double chance(Line line, String text) {
        try {
            double number = Double.parseDouble(text);
            line.require(number >= 0 && number <= 1, "'" + text + "' is not between 0 and 1");
            return number;
        } catch (NumberFormatException e) {
            throw line.refuse("'" + text + "' is not a number");
        }
    }

    /** The chance that a stage is right, 0..1; below the first point in proportion to it. */
    double chance(double sure) {
        var low = entry(points.floorEntry(sure), Map.entry(0.0, 0.0));
        var high = entry(points.ceilingEntry(sure), low);
        double width = high.getKey() - low.getKey();
        double share = width == 0 ? 0 : (sure - low.getKey()) / width;
        return low.getValue() + share * (high.getValue() - low.getValue());
    }

    private static Map.Entry<Double, Double> entry(
            Map.@Nullable Entry<Double, Double> found, Map.Entry<Double, Double> otherwise) {
        return found == null ? otherwise : found;
    }
}
