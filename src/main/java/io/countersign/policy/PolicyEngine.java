package io.countersign.policy;

import io.countersign.mail.Message;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * Finds what to propose for a mail: the enabled policies are tried in rising priority, then id; the first whose condition
 * holds and whose action would change something is the one. Protected mail is spared actions that take it away, unless the
 * policy includes it. Immutable and thread-safe.
 */
public final class PolicyEngine {
    private final List<Rule> rules;

    private record Rule(Policy policy, ConditionEvaluator evaluator, boolean takesAway) {}

    /** Disabled policies are left out. Never fails: a policy that cannot be evaluated is an error of each verdict. */
    public PolicyEngine(Collection<Policy> policies) {
        this(policies, ConditionEvaluator::new);
    }

    PolicyEngine(Collection<Policy> policies, Function<Condition, ConditionEvaluator> compiler) {
        this.rules = policies.stream()
                .filter(Policy::enabled)
                .sorted(Comparator.comparingInt(Policy::priority).thenComparingLong(Policy::id))
                .map(policy ->
                        new Rule(policy, compiler.apply(policy.condition()), ActionEffect.takesAway(policy.action())))
                .toList();
    }

    /** Never throws: a policy that fails is reported in the verdict, and the next one is tried. */
    public Verdict evaluate(Message message, Instant now) {
        return evaluate(new Candidate(message, now));
    }

    Verdict evaluate(Candidate mail) {
        var errors = List.<PolicyError>of();
        var message = mail.message();
        boolean isProtected = message.isProtected();
        for (var rule : rules) {
            try {
                if (applies(rule, mail, isProtected)) {
                    return new Verdict.Match(rule.policy, rule.evaluator, message, mail.now(), errors);
                }
            } catch (PolicyEvaluationException e) {
                errors = plus(errors, new PolicyError(rule.policy, String.valueOf(e.getMessage())));
            }
        }
        return new Verdict.NoMatch(errors);
    }

    private static boolean applies(Rule rule, Candidate mail, boolean isProtected) {
        if (isProtected && rule.takesAway && !rule.policy.includeProtected()) {
            return false;
        }
        return rule.evaluator.matches(mail) && ActionEffect.wouldChange(rule.policy.action(), mail.message());
    }

    private static List<PolicyError> plus(List<PolicyError> errors, PolicyError error) {
        var more = new ArrayList<>(errors);
        more.add(error);
        return more;
    }
}
