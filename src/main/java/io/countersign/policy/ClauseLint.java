package io.countersign.policy;

import io.countersign.policy.LintFinding.Severity;
import java.util.ArrayList;
import java.util.List;

/** Looks at one condition by itself and reports its innermost odd clauses. */
final class ClauseLint {
    private static final String ALWAYS = "This holds for every mail.";

    private final List<LintFinding> found = new ArrayList<>();
    private final boolean dead;

    private ClauseLint(boolean dead) {
        this.dead = dead;
    }

    static void find(Condition root, String path, List<LintFinding> findings) {
        var lint = new ClauseLint(ConditionLogic.neverTrue(root));
        lint.walk(root, path);
        findings.addAll(lint.found);
    }

    private void walk(Condition condition, String path) {
        int before = found.size();
        if (!reportedBelow(condition, path, before) && ConditionLogic.neverTrue(condition)) {
            // What always holds inside is no news where the whole never does.
            found.subList(before, found.size()).clear();
            found.add(new LintFinding(path, dead ? Severity.ERROR : Severity.WARNING, never(condition)));
        } else if (found.size() == before && ConditionLogic.alwaysTrue(condition)) {
            found.add(new LintFinding(path, Severity.WARNING, ALWAYS));
        }
    }

    /** Walks the parts; true when one of them has a worse finding than that it always holds. */
    private boolean reportedBelow(Condition condition, String path, int before) {
        switch (condition) {
            case Condition.All(List<Condition> parts) -> walkAll(parts, path + ".all");
            case Condition.Any(List<Condition> parts) -> walkAll(parts, path + ".any");
            case Condition.Not(Condition part) -> walk(part, path + ".not");
            case Condition.Leaf leaf -> broad(leaf, path);
            case Condition.Unreadable(var _, String reason) ->
                found.add(new LintFinding(path, Severity.ERROR, "This condition cannot be read: " + reason));
        }
        return found.subList(before, found.size()).stream()
                .anyMatch(finding -> !finding.message().equals(ALWAYS));
    }

    private void walkAll(List<Condition> parts, String path) {
        for (int i = 0; i < parts.size(); i++) {
            walk(parts.get(i), path + "[" + i + "]");
        }
    }

    private static String never(Condition condition) {
        return switch (condition) {
            case Condition.Any(var parts) when parts.isEmpty() -> "This never holds: there is nothing to choose from.";
            case Condition.All _ -> "This never holds: its parts contradict each other.";
            default -> "This never holds.";
        };
    }

    private void broad(Condition.Leaf leaf, String path) {
        if (leaf.operand() instanceof Operand.Regex(var pattern)) {
            PatternBreadth.of(pattern, leaf.field().name())
                    .ifPresent(sentence -> found.add(new LintFinding(path + ".regex[1]", Severity.WARNING, sentence)));
        }
    }
}
