package io.countersign.policy;

import java.util.List;

/** A condition on the message document. Built and checked by {@link ConditionParser}; a leaf here is always well typed. */
public sealed interface Condition {
    /** True when every part is; true for no parts. */
    record All(List<Condition> parts) implements Condition {
        public All {
            parts = List.copyOf(parts);
        }
    }

    /** True when at least one part is; false for no parts. */
    record Any(List<Condition> parts) implements Condition {
        public Any {
            parts = List.copyOf(parts);
        }
    }

    record Not(Condition part) implements Condition {}

    /**
     * {@code operator: [field, operand]}. A field that the mail does not have satisfies only {@code neq} and
     * {@code exists: false}, so that {@code neq} is always the opposite of {@code eq} and {@code not} turns every leaf
     * around: {@code not lt} holds for a mail without the field, {@code gte} does not. An empty text or list counts as absent.
     * Text is compared without case ({@link io.countersign.shared.text.TextFold}), except by {@code regex}, which finds a
     * match anywhere and takes {@code (?i)}. Of a list, any element may satisfy a comparison; {@code neq} says that none is equal.
     */
    record Leaf(Operator operator, MessageField field, Operand operand) implements Condition {}

    /**
     * A stored condition that this version cannot read. Evaluating it is an error that is shown, never "no match".
     *
     * @param json the condition as it was stored
     * @param reason what is wrong with it, as a sentence
     */
    record Unreadable(String json, String reason) implements Condition {}

    /** The comparison of a leaf; {@link #id()} is its name in JSON. */
    enum Operator {
        EQ,
        NEQ,
        LT,
        LTE,
        GT,
        GTE,
        IN,
        CONTAINS,
        REGEX,
        EXISTS;

        public String id() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
