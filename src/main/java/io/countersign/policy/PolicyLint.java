package io.countersign.policy;

import com.google.re2j.Pattern;
import io.countersign.policy.LintFinding.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Looks for policies that are well formed and still hardly meant: conditions that never or always hold, patterns that match
 * everything, policies that an earlier one leaves nothing to. Cautious: what it says is so. Thread-safe.
 */
public final class PolicyLint {
    // Pairs grow with the square; beyond this, overlap is not looked for.
    private static final int MOST_COMPARED = 500;
    private static final int MOST_LEAVES = 500;

    /** The findings, in the order of the policies; paths count them from 0, {@code policies[0]}. */
    public List<LintFinding> lint(List<Policy> policies) {
        var findings = new ArrayList<LintFinding>();
        var order = IntStream.range(0, policies.size())
                .boxed()
                .sorted(Comparator.comparingInt(
                                (Integer index) -> policies.get(index).priority())
                        .thenComparingLong(index -> policies.get(index).id()))
                .toList();
        for (int i = 0; i < policies.size(); i++) {
            var path = "policies[" + i + "].condition";
            clauses(policies.get(i).condition(), path, findings);
            shadow(policies, order, i, findings);
        }
        return findings;
    }

    private static void clauses(Condition root, String path, List<LintFinding> findings) {
        var found = new ArrayList<LintFinding>();
        walk(root, path, ConditionLogic.neverTrue(root), found);
        if (found.isEmpty() && ConditionLogic.alwaysTrue(root)) {
            found.add(new LintFinding(path, Severity.WARNING, "This holds for every mail."));
        }
        findings.addAll(found);
    }

    /** Reports the innermost clauses; {@code dead} when the whole condition can never hold. */
    private static void walk(Condition condition, String path, boolean dead, List<LintFinding> found) {
        int before = found.size();
        switch (condition) {
            case Condition.All(List<Condition> parts) -> walkAll(parts, path + ".all", dead, found);
            case Condition.Any(List<Condition> parts) -> walkAll(parts, path + ".any", dead, found);
            case Condition.Not(Condition part) -> walk(part, path + ".not", dead, found);
            case Condition.Leaf leaf -> broad(leaf, path, found);
            case Condition.Unreadable(var _, String reason) ->
                found.add(new LintFinding(path, Severity.ERROR, "This condition cannot be read: " + reason));
        }
        if (found.size() == before && ConditionLogic.neverTrue(condition)) {
            found.add(new LintFinding(path, dead ? Severity.ERROR : Severity.WARNING, never(condition)));
        }
    }

    private static void walkAll(List<Condition> parts, String path, boolean dead, List<LintFinding> found) {
        for (int i = 0; i < parts.size(); i++) {
            walk(parts.get(i), path + "[" + i + "]", dead, found);
        }
    }

    private static String never(Condition condition) {
        return switch (condition) {
            case Condition.Any(var parts) when parts.isEmpty() -> "This never holds: there is nothing to choose from.";
            case Condition.All _ -> "This never holds: its parts contradict each other.";
            default -> "This never holds.";
        };
    }

    private static void broad(Condition.Leaf leaf, String path, List<LintFinding> found) {
        if (leaf.operand() instanceof Operand.Regex(Pattern pattern)
                && pattern.matcher("").find()) {
            found.add(new LintFinding(
                    path + ".regex[1]",
                    Severity.WARNING,
                    "The pattern matches the empty text, so it matches every "
                            + leaf.field().name() + "."));
        }
    }

    private static void shadow(List<Policy> policies, List<Integer> order, int index, List<LintFinding> findings) {
        var policy = policies.get(index);
        if (!policy.enabled() || policies.size() > MOST_COMPARED || leaves(policy.condition()) > MOST_LEAVES) {
            return;
        }
        for (int other : order.subList(0, order.indexOf(index))) {
            var earlier = policies.get(other);
            if (earlier.enabled()
                    && leaves(earlier.condition()) <= MOST_LEAVES
                    && coversProtection(earlier, policy)
                    && !ConditionLogic.neverTrue(policy.condition())
                    && ConditionLogic.implies(policy.condition(), earlier.condition())) {
                findings.add(shadowed(index, policy, earlier));
                return;
            }
        }
    }

    private static LintFinding shadowed(int index, Policy policy, Policy earlier) {
        boolean always = policy.action().equals(earlier.action()) || earlier.action() instanceof Action.CreateTask;
        var sentence = always
                ? "This never proposes anything: \"%s\" comes earlier and matches all the same mail."
                : "\"%s\" comes earlier and matches all the same mail; this proposes only where that has nothing left to do.";
        return new LintFinding(
                "policies[" + index + "].condition",
                always ? Severity.WARNING : Severity.INFO,
                sentence.formatted(earlier.name()));
    }

    /** False when protected mail passes by the earlier policy but not by the later one. */
    private static boolean coversProtection(Policy earlier, Policy later) {
        return !spares(earlier) || spares(later);
    }

    private static boolean spares(Policy policy) {
        return ActionEffect.takesAway(policy.action()) && !policy.includeProtected();
    }

    private static int leaves(Condition condition) {
        return switch (condition) {
            case Condition.All(var parts) ->
                parts.stream().mapToInt(PolicyLint::leaves).sum();
            case Condition.Any(var parts) ->
                parts.stream().mapToInt(PolicyLint::leaves).sum();
            case Condition.Not(var part) -> leaves(part);
            case Condition.Leaf _, Condition.Unreadable _ -> 1;
        };
    }
}
