package io.countersign.policy;

import io.countersign.policy.LintFinding.Severity;
import java.util.Comparator;
import java.util.List;

/** Looks at a policy beside the others: what an earlier one leaves it, and which want another folder for the same mail. */
final class OverlapLint {
    // Pairs grow with the square; beyond this, overlap is not looked for.
    private static final int MOST_COMPARED = 500;
    private static final int MOST_LEAVES = 500;
    private static final Comparator<Policy> ORDER =
            Comparator.comparingInt(Policy::priority).thenComparingLong(Policy::id);

    private final Policy policy;
    private final String path;

    private OverlapLint(Policy policy, String path) {
        this.policy = policy;
        this.path = path;
    }

    /** Adds at most one finding about an earlier policy in the way, and one about a policy that wants another folder. */
    static void find(Policy policy, List<Policy> all, String path, List<LintFinding> findings) {
        if (!policy.enabled()
                || all.size() > MOST_COMPARED
                || leaves(policy.condition()) > MOST_LEAVES
                || ConditionLogic.neverTrue(policy.condition())) {
            return;
        }
        var others = all.stream()
                .filter(other -> other.id() != policy.id() && other.enabled())
                .filter(other -> leaves(other.condition()) <= MOST_LEAVES)
                .sorted(ORDER)
                .toList();
        new OverlapLint(policy, path).find(others, findings);
    }

    private void find(List<Policy> others, List<LintFinding> findings) {
        for (var other : others) {
            if (ORDER.compare(other, policy) < 0 && hides(other)) {
                findings.add(hidden(other));
                if (alwaysProposes(other)) {
                    return;
                }
                break;
            }
        }
        for (var other : others) {
            if (Destination.differ(policy.action(), other.action()) && contradicts(other, findings)) {
                return;
            }
        }
    }

    private boolean hides(Policy earlier) {
        return coversProtection(earlier) && ConditionLogic.implies(policy.condition(), earlier.condition());
    }

    private LintFinding hidden(Policy earlier) {
        boolean always = alwaysProposes(earlier);
        var sentence = always
                ? "This never proposes anything: \"%s\" comes earlier and matches all the same mail."
                : "\"%s\" comes earlier and matches all the same mail; this proposes only where that has nothing left"
                        + " to do.";
        return new LintFinding(path, always ? Severity.WARNING : Severity.INFO, sentence.formatted(earlier.name()));
    }

    /** Whether the earlier one has something to do wherever this has, as long as it was not proposed. */
    private boolean alwaysProposes(Policy earlier) {
        return policy.action().equals(earlier.action()) || earlier.action() instanceof Action.CreateTask;
    }

    private boolean contradicts(Policy other, List<LintFinding> findings) {
        var first = ORDER.compare(other, policy) < 0 ? other : policy;
        if (ConditionLogic.implies(policy.condition(), other.condition())) {
            return findings.add(contradiction(path, "matches all the same mail", other, first));
        }
        if (policy.condition() instanceof Condition.Any(List<Condition> parts)) {
            for (int i = 0; i < parts.size(); i++) {
                if (!ConditionLogic.neverTrue(parts.get(i))
                        && ConditionLogic.implies(parts.get(i), other.condition())) {
                    return findings.add(
                            contradiction(path + ".any[" + i + "]", "matches all mail of this part too", other, first));
                }
            }
        }
        return !ConditionLogic.neverTrue(other.condition())
                && ConditionLogic.implies(other.condition(), policy.condition())
                && findings.add(contradiction(path, "matches part of the same mail", other, first));
    }

    private LintFinding contradiction(String at, String overlap, Policy other, Policy first) {
        return new LintFinding(
                at,
                Severity.WARNING,
                "\"%s\" %s and wants it in %s, this in %s; \"%s\" comes first and decides."
                        .formatted(
                                other.name(),
                                overlap,
                                Destination.name(other.action()),
                                Destination.name(policy.action()),
                                first.name()));
    }

    /** False when protected mail passes by the earlier policy but not by this. */
    private boolean coversProtection(Policy earlier) {
        return !spares(earlier) || spares(policy);
    }

    private static boolean spares(Policy policy) {
        return ActionEffect.takesAway(policy.action()) && !policy.includeProtected();
    }

    private static int leaves(Condition condition) {
        return switch (condition) {
            case Condition.All(var parts) ->
                parts.stream().mapToInt(OverlapLint::leaves).sum();
            case Condition.Any(var parts) ->
                parts.stream().mapToInt(OverlapLint::leaves).sum();
            case Condition.Not(var part) -> leaves(part);
            case Condition.Leaf _, Condition.Unreadable _ -> 1;
        };
    }
}
