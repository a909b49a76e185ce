package io.countersign.policy;

import io.countersign.shared.CountersignException;
import java.util.List;

/** What reading a policy file gave: every policy in it, or every problem. */
public sealed interface PolicyParse {
    /** All were good. */
    record Parsed(List<Policy> policies) implements PolicyParse {
        public Parsed {
            policies = List.copyOf(policies);
        }
    }

    /** At least one problem; nothing of the file may be used. */
    record Refused(List<PolicyProblem> problems) implements PolicyParse {
        public Refused {
            problems = List.copyOf(problems);
        }
    }

    /**
     * The policies.
     *
     * @throws CountersignException.Invalid with the first problem, and how many more there are
     */
    default List<Policy> orThrow() {
        return switch (this) {
            case Parsed(var policies) -> policies;
            case Refused(var problems) -> throw invalid(problems);
        };
    }

    private static CountersignException.Invalid invalid(List<PolicyProblem> problems) {
        var first = problems.getFirst();
        int more = problems.size() - 1;
        var suffix = more == 0 ? "" : " (and " + more + " more " + (more == 1 ? "problem)" : "problems)");
        return new CountersignException.Invalid(first.path(), first.message() + suffix);
    }
}
