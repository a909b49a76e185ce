package io.countersign.money;

import java.util.List;
import java.util.Optional;

/**
 * Two charges that may be one, paid twice.
 *
 * @param reasons why it looks so, as text keys with arguments, strongest first
 * @param suspicion 0..1, how likely it is a true double
 * @param answer what a person said: true for a duplicate
 */
public record DuplicatePair(
        Receipt earlier,
        Receipt later,
        long daysApart,
        List<Reason> reasons,
        double suspicion,
        Optional<Boolean> answer) {
    public DuplicatePair {
        reasons = List.copyOf(reasons);
    }

    /** A text key below {@code money.duplicate.reason} and what fills it in. */
    public record Reason(String key, List<Object> arguments) {
        public Reason {
            arguments = List.copyOf(arguments);
        }
    }
}
