package io.countersign.policy;

import io.countersign.policy.Condition.Leaf;
import java.util.List;

/** One search for a reason why one condition follows from another; gives up on conditions that are built to make it long. */
final class Implication {
    // Ways through alternately nested conditions multiply.
    private static final int MOST_STEPS = 20_000;

    private int steps;

    /** Whether every mail that satisfies the first satisfies the second, both with negations at their leaves only. */
    boolean follows(Condition first, Condition second) {
        if (++steps > MOST_STEPS) {
            return false;
        }
        if (first.equals(second)) {
            return true;
        }
        if (second instanceof Condition.All(List<Condition> parts)) {
            return parts.stream().allMatch(part -> follows(first, part));
        }
        if (first instanceof Condition.Any(List<Condition> parts)) {
            return !parts.isEmpty() && parts.stream().allMatch(part -> follows(part, second));
        }
        if (second instanceof Condition.Any(List<Condition> parts)
                && parts.stream().anyMatch(part -> follows(first, part))) {
            return true;
        }
        if (first instanceof Condition.All(List<Condition> parts)) {
            return parts.stream().anyMatch(part -> follows(part, second));
        }
        return first instanceof Leaf left && second instanceof Leaf right && ConditionLogic.leafFollows(left, right);
    }
}
