package io.countersign.policy;

import io.countersign.mail.Message;
import java.time.Instant;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Two sets of policies and some drafts, looked at beside each other as {@link PolicyEngine} and {@link ConditionEvaluator} do,
 * but every leaf is evaluated at most once a mail, however many conditions have it. Immutable and thread-safe.
 */
public final class SideBySide {
    private final PolicyEngine before;
    private final PolicyEngine after;
    private final List<ConditionEvaluator> drafts;
    private final int leaves;

    public SideBySide(Collection<Policy> before, Collection<Policy> after, List<Policy> drafts) {
        var shared = new SharedLeaves();
        var compiled = new HashMap<Condition, ConditionEvaluator>();
        this.before = new PolicyEngine(before, condition -> compile(condition, compiled, shared));
        this.after = new PolicyEngine(after, condition -> compile(condition, compiled, shared));
        this.drafts = drafts.stream()
                .map(draft -> compile(draft.condition(), compiled, shared))
                .toList();
        this.leaves = shared.size();
    }

    private static ConditionEvaluator compile(
            Condition condition, Map<Condition, ConditionEvaluator> compiled, SharedLeaves shared) {
        return compiled.computeIfAbsent(condition, one -> new ConditionEvaluator(one, shared));
    }

    /**
     * What both sets say about one mail.
     *
     * @param matched by index of the draft: its condition holds, whatever others say
     * @param problems why conditions of drafts could not be evaluated, by index of the draft
     */
    public record Verdicts(Verdict before, Verdict after, BitSet matched, Map<Integer, String> problems) {}

    /** Never throws: what cannot be evaluated is a problem, or an error of a verdict. */
    public Verdicts evaluate(Message message, Instant now) {
        var mail = new Candidate(message, now, leaves);
        var matched = new BitSet(drafts.size());
        var problems = new HashMap<Integer, String>();
        for (int i = 0; i < drafts.size(); i++) {
            try {
                matched.set(i, drafts.get(i).matches(mail));
            } catch (PolicyEvaluationException e) {
                problems.put(i, String.valueOf(e.getMessage()));
            }
        }
        return new Verdicts(before.evaluate(mail), after.evaluate(mail), matched, problems);
    }

    /** Which policy of the second set proposes for a mail. */
    public Verdict evaluateAfter(Message message, Instant now) {
        return after.evaluate(new Candidate(message, now, leaves));
    }
}
