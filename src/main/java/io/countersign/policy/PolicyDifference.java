package io.countersign.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Says in which parts two policies differ, by the names that the JSON gives them. */
public final class PolicyDifference {
    private static final Set<String> REVISING = Set.of("condition", "action", "params", "includeProtected");

    private PolicyDifference() {}

    /** The names of the parts that differ, in the order of the JSON; empty when none does. Id and version do not count. */
    public static List<String> between(Policy stored, Policy other) {
        var parts = new ArrayList<String>();
        add(parts, "name", stored.name().equals(other.name()));
        add(parts, "reason", stored.reason().equals(other.reason()));
        add(parts, "enabled", stored.enabled() == other.enabled());
        add(parts, "priority", stored.priority() == other.priority());
        add(parts, "condition", stored.condition().equals(other.condition()));
        boolean sameAction = stored.action().id().equals(other.action().id());
        add(parts, "action", sameAction);
        add(parts, "params", !sameAction || stored.action().equals(other.action()));
        add(
                parts,
                "confidenceThreshold",
                Double.compare(stored.confidenceThreshold(), other.confidenceThreshold()) == 0);
        add(parts, "includeProtected", stored.includeProtected() == other.includeProtected());
        return parts;
    }

    /** Whether the other proposes otherwise, so that it may ask again about what was rejected. */
    public static boolean revises(Policy stored, Policy other) {
        return between(stored, other).stream().anyMatch(REVISING::contains);
    }

    private static void add(List<String> parts, String name, boolean same) {
        if (!same) {
            parts.add(name);
        }
    }
}
