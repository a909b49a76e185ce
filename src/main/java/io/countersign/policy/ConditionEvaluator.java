package io.countersign.policy;

import io.countersign.mail.Message;
import io.countersign.policy.Condition.Leaf;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A compiled condition: the one evaluator for matching, explaining, simulating and counting. Thread-safe. Building one never
 * fails: a condition that is not well typed fails when it is evaluated, as an error that is shown.
 */
public final class ConditionEvaluator {
    private final Optional<SharedLeaves> shared;
    private final LeafCompiler.Test test;
    private final List<ExplainedLeaf> leaves = new ArrayList<>();

    /** A leaf and the number of negations around it, even or odd. */
    private record ExplainedLeaf(String words, MessageField field, boolean negated, LeafCompiler.Test test) {}

    public ConditionEvaluator(Condition condition) {
        this(condition, Optional.empty());
    }

    /** One of several that share what their leaves say of a mail; only for candidates with room for those leaves. */
    ConditionEvaluator(Condition condition, SharedLeaves shared) {
        this(condition, Optional.of(shared));
    }

    private ConditionEvaluator(Condition condition, Optional<SharedLeaves> shared) {
        this.shared = shared;
        this.test = compile(condition, false);
    }

    /**
     * Whether the condition holds for the mail.
     *
     * @throws PolicyEvaluationException when that cannot be told
     */
    public boolean matches(Message message, Instant now) {
        return matches(new Candidate(message, now));
    }

    boolean matches(Candidate mail) {
        return test.holds(mail);
    }

    /**
     * Every leaf, in the order of the condition, as it was on this mail; below {@code not} a leaf is said and judged the
     * other way round. Never throws: a leaf that cannot be evaluated did not match, and its value says why.
     */
    public List<Clause> explain(Message message, Instant now) {
        var mail = new Candidate(message, now);
        return leaves.stream().map(leaf -> explain(leaf, mail)).toList();
    }

    private static Clause explain(ExplainedLeaf leaf, Candidate mail) {
        try {
            boolean held = leaf.test.holds(mail) != leaf.negated;
            return new Clause(leaf.words, held, ClauseWords.shortened(leaf.field.shown(mail.message(), mail.now())));
        } catch (RuntimeException e) {
            return new Clause(leaf.words, false, String.valueOf(e.getMessage()));
        }
    }

    private LeafCompiler.Test compile(Condition condition, boolean negated) {
        return switch (condition) {
            case Condition.All(List<Condition> parts) -> all(compileAll(parts, negated));
            case Condition.Any(List<Condition> parts) -> any(compileAll(parts, negated));
            case Condition.Not(Condition part) -> {
                var inner = compile(part, !negated);
                yield mail -> !inner.holds(mail);
            }
            case Leaf leaf -> {
                var compiled = guarded(leaf);
                leaves.add(new ExplainedLeaf(ClauseWords.of(leaf, negated), leaf.field(), negated, compiled));
                yield shared.map(leavesOfAll -> leavesOfAll.remembering(leaf, compiled))
                        .orElse(compiled);
            }
            case Condition.Unreadable(var _, String reason) ->
                _ -> {
                    throw new PolicyEvaluationException(reason);
                };
        };
    }

    private LeafCompiler.Test[] compileAll(List<Condition> parts, boolean negated) {
        return parts.stream().map(part -> compile(part, negated)).toArray(LeafCompiler.Test[]::new);
    }

    private static LeafCompiler.Test all(LeafCompiler.Test[] parts) {
        return mail -> {
            for (var part : parts) {
                if (!part.holds(mail)) {
                    return false;
                }
            }
            return true;
        };
    }

    private static LeafCompiler.Test any(LeafCompiler.Test[] parts) {
        return mail -> {
            for (var part : parts) {
                if (part.holds(mail)) {
                    return true;
                }
            }
            return false;
        };
    }

    private static LeafCompiler.Test guarded(Leaf leaf) {
        LeafCompiler.Test compiled;
        try {
            compiled = LeafCompiler.compile(leaf);
        } catch (IllegalArgumentException e) {
            return _ -> {
                throw new PolicyEvaluationException(ClauseWords.of(leaf, false), e);
            };
        }
        return mail -> {
            try {
                return compiled.holds(mail);
            } catch (RuntimeException | StackOverflowError e) {
                throw new PolicyEvaluationException(ClauseWords.of(leaf, false), e);
            }
        };
    }
}
