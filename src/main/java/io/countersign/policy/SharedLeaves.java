package io.countersign.policy;

import io.countersign.policy.Condition.Leaf;
import java.util.HashMap;
import java.util.Map;

/** Numbers the leaves of several conditions, equal ones alike, so that each is asked once a mail. For one thread while it grows. */
final class SharedLeaves {
    private final Map<Leaf, Integer> numbers = new HashMap<>();

    /** A test that asks {@code test} once a candidate. */
    LeafCompiler.Test remembering(Leaf leaf, LeafCompiler.Test test) {
        int number = numbers.computeIfAbsent(leaf, _ -> numbers.size());
        return mail -> mail.holds(number, test);
    }

    /** How many there are so far. */
    int size() {
        return numbers.size();
    }
}
