package io.countersign.policy;

import io.countersign.policy.Condition.Leaf;
import io.countersign.policy.Condition.Operator;
import io.countersign.shared.text.TextFold;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What can be said about conditions without any mail. Every "yes" is certain, a "no" only means that it was not seen. */
final class ConditionLogic {
    // Fields that every mail has: for them "not below" is "at least".
    private static final Set<String> ALWAYS_THERE =
            Set.of("id", "receivedAt", "ageDays", "size", "categoryConfidence", "riskScore");

    private ConditionLogic() {}

    static boolean neverTrue(Condition condition) {
        return impossible(normal(condition, false));
    }

    static boolean alwaysTrue(Condition condition) {
        return impossible(normal(condition, true));
    }

    /** Whether every mail that satisfies the first satisfies the second. */
    static boolean implies(Condition first, Condition second) {
        return new Implication().follows(normal(first, false), normal(second, false));
    }

    /** Pushes negations down to the leaves and into them where that is exact. */
    private static Condition normal(Condition condition, boolean negated) {
        return switch (condition) {
            case Condition.All(List<Condition> parts) -> combined(parts, negated, !negated);
            case Condition.Any(List<Condition> parts) -> combined(parts, negated, negated);
            case Condition.Not(Condition part) -> normal(part, !negated);
            case Leaf leaf -> negated ? opposite(leaf) : leaf;
            case Condition.Unreadable unreadable -> unreadable;
        };
    }

    private static Condition combined(List<Condition> parts, boolean negated, boolean all) {
        var normal = parts.stream().map(part -> normal(part, negated)).toList();
        return all ? new Condition.All(normal) : new Condition.Any(normal);
    }

    private static Condition opposite(Leaf leaf) {
        var field = leaf.field();
        return switch (leaf.operator()) {
            case EQ -> new Leaf(Operator.NEQ, field, leaf.operand());
            case NEQ -> new Leaf(Operator.EQ, field, leaf.operand());
            case EXISTS ->
                new Leaf(Operator.EXISTS, field, new Operand.Bool(leaf.operand().equals(new Operand.Bool(false))));
            case LT -> turned(leaf, Operator.GTE);
            case LTE -> turned(leaf, Operator.GT);
            case GT -> turned(leaf, Operator.LTE);
            case GTE -> turned(leaf, Operator.LT);
            case IN, CONTAINS, REGEX -> new Condition.Not(leaf);
        };
    }

    private static Condition turned(Leaf leaf, Operator operator) {
        return ALWAYS_THERE.contains(leaf.field().name())
                ? new Leaf(operator, leaf.field(), leaf.operand())
                : new Condition.Not(leaf);
    }

    private static boolean impossible(Condition normal) {
        return switch (normal) {
            case Condition.Any(List<Condition> parts) -> parts.stream().allMatch(ConditionLogic::impossible);
            case Condition.All(List<Condition> parts) ->
                parts.stream().anyMatch(ConditionLogic::impossible) || contradict(normal);
            case Leaf leaf -> contradict(leaf);
            case Condition.Not _, Condition.Unreadable _ -> false;
        };
    }

    private static boolean contradict(Condition conjunction) {
        var constraints = new IdentityHashMap<MessageField, FieldConstraint>();
        var held = new HashSet<Condition>();
        collect(conjunction, constraints, held);
        return constraints.values().stream().anyMatch(FieldConstraint::cannotHold)
                || held.stream().anyMatch(one -> one instanceof Condition.Not(var part) && held.contains(part));
    }

    private static void collect(
            Condition condition, Map<MessageField, FieldConstraint> constraints, Set<Condition> held) {
        switch (condition) {
            case Condition.All(List<Condition> parts) -> parts.forEach(part -> collect(part, constraints, held));
            case Leaf leaf -> {
                held.add(leaf);
                constraints.computeIfAbsent(leaf.field(), FieldConstraint::new).add(leaf);
            }
            case Condition.Not _ -> held.add(condition);
            case Condition.Any _, Condition.Unreadable _ -> {}
        }
    }

    static boolean leafFollows(Leaf first, Leaf second) {
        if (!first.field().equals(second.field())
                || first.operator() == Operator.NEQ
                || first.operator() == Operator.EXISTS) {
            return false;
        }
        if (second.operator() == Operator.EXISTS) {
            return second.operand().equals(new Operand.Bool(true));
        }
        return contained(first, second) || excludes(first, second);
    }

    private static boolean contained(Leaf first, Leaf second) {
        return first.operator() != Operator.REGEX
                && second.operand() instanceof Operand.Text(String part)
                && second.operator() == Operator.CONTAINS
                && first.operand() instanceof Operand.Text(String whole)
                && TextFold.fold(whole).contains(TextFold.fold(part));
    }

    /** The first and the opposite of the second cannot hold together, so that the second follows. */
    private static boolean excludes(Leaf first, Leaf second) {
        if (second.operator() == Operator.IN && second.operand() instanceof Operand.Choices(List<Operand> choices)) {
            return isAmong(first, choices);
        }
        if (first.field() instanceof MessageField.Texts) {
            return false;
        }
        // The first says that the field is there, which makes "not below" the same as "at least".
        var opposite =
                opposite(second) instanceof Condition.Not(Leaf leaf) ? turnedWherePresent(leaf) : opposite(second);
        return opposite instanceof Leaf && contradict(new Condition.All(List.of(first, opposite)));
    }

    private static Condition turnedWherePresent(Leaf leaf) {
        return switch (leaf.operator()) {
            case LT -> new Leaf(Operator.GTE, leaf.field(), leaf.operand());
            case LTE -> new Leaf(Operator.GT, leaf.field(), leaf.operand());
            case GT -> new Leaf(Operator.LTE, leaf.field(), leaf.operand());
            case GTE -> new Leaf(Operator.LT, leaf.field(), leaf.operand());
            case EQ, NEQ, IN, CONTAINS, REGEX, EXISTS -> new Condition.Not(leaf);
        };
    }

    private static boolean isAmong(Leaf first, List<Operand> choices) {
        var keys = new HashSet<Object>();
        choices.forEach(choice -> keys.add(FieldConstraint.key(choice)));
        return switch (first.operand()) {
            case Operand.Choices(List<Operand> own) ->
                !own.isEmpty() && own.stream().map(FieldConstraint::key).allMatch(keys::contains);
            default -> first.operator() == Operator.EQ && keys.contains(FieldConstraint.key(first.operand()));
        };
    }
}
