package io.countersign.learning;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What was learned about one mail, in few numbers: for its category, its sender (domain and list) and its words the weights that
 * speak for the action, then for the same three those that speak against it. The parts of a sender are averaged, words add up:
 * a mail with a list must not count its sender twice. What speaks against it stands apart because it says more: most proposals
 * are approved, so that an approved sender is not much different from an unknown one.
 *
 * @param values six numbers, the first three not negative, the others not positive
 */
public record Signals(List<Double> values) {
    /** How many there are. */
    public static final int COUNT = 6;

    /** Nothing was learned. */
    public static final Signals NONE = new Signals(Collections.nCopies(COUNT, 0.0));

    public Signals {
        values = List.copyOf(values);
        if (values.size() != COUNT) {
            throw new IllegalArgumentException("not " + COUNT + " signals: " + values);
        }
    }

    /** Of the mail with these features; those without a weight are silent. */
    public static Signals of(List<String> features, Map<String, Double> weights) {
        return Voice.signals(Voice.of(features, weights));
    }

    /** The one that {@link #text()} gave; {@link #NONE} of an empty text. */
    public static Signals parse(String text) {
        return text.isEmpty()
                ? NONE
                : new Signals(
                        Arrays.stream(text.split(" ")).map(Double::valueOf).toList());
    }

    /** Exactly this, to be stored; empty when nothing was learned. */
    public String text() {
        return equals(NONE) ? "" : values.stream().map(String::valueOf).collect(Collectors.joining(" "));
    }
}
