package io.countersign.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Looks for policies that are well formed and still hardly meant: conditions that never or always hold, patterns that match
 * everything, policies that an earlier one leaves nothing to or that want another folder for the same mail. Cautious: what it
 * says is so. Thread-safe.
 */
public final class PolicyLint {
    // New policies get greater ids than all stored ones, in their order.
    private static final long NEW = Long.MAX_VALUE / 2;

    /** The findings, in the order of the policies; paths count them from 0, {@code policies[0]}. */
    public List<LintFinding> lint(List<Policy> policies) {
        var findings = new ArrayList<LintFinding>();
        var placed = IntStream.range(0, policies.size())
                .mapToObj(i -> placed(policies.get(i), i))
                .toList();
        for (int i = 0; i < placed.size(); i++) {
            find(placed.get(i), placed, "policies[" + i + "].condition", findings);
        }
        return findings;
    }

    /** The findings about a policy among stored ones, of which it replaces the one with its id; paths start at {@code condition}. */
    public List<LintFinding> lint(Policy draft, List<Policy> stored) {
        var findings = new ArrayList<LintFinding>();
        find(placed(draft, 0), stored, "condition", findings);
        return findings;
    }

    private static Policy placed(Policy policy, int index) {
        return policy.id() == 0 ? policy.numbered(NEW + index, 0) : policy;
    }

    private static void find(Policy policy, List<Policy> all, String path, List<LintFinding> findings) {
        ClauseLint.find(policy.condition(), path, findings);
        OverlapLint.find(policy, all, path, findings);
    }
}
