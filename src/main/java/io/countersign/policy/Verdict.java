package io.countersign.policy;

import io.countersign.mail.Message;
import java.time.Instant;
import java.util.List;

/** What the policies say about one mail. Policies that failed before the verdict was found are in {@link #errors()}. */
public sealed interface Verdict {
    List<PolicyError> errors();

    /** No policy proposes anything. */
    record NoMatch(List<PolicyError> errors) implements Verdict {
        public NoMatch {
            errors = List.copyOf(errors);
        }
    }

    /** {@code policy} proposes its action; {@link #clauses()} says why, computed when asked. */
    record Match(Policy policy, ConditionEvaluator evaluator, Message message, Instant now, List<PolicyError> errors)
            implements Verdict {
        /** How many clauses a rationale shows at most; a condition may have thousands. */
        public static final int MAX_CLAUSES = 20;

        public Match {
            errors = List.copyOf(errors);
        }

        /** The leaves of the condition; of a long condition only those that held, at most {@value #MAX_CLAUSES}. */
        public List<Clause> clauses() {
            var clauses = evaluator.explain(message, now);
            return clauses.size() <= MAX_CLAUSES
                    ? clauses
                    : clauses.stream()
                            .filter(Clause::matched)
                            .limit(MAX_CLAUSES)
                            .toList();
        }
    }
}
