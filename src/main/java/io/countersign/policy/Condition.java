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

    /** {@code operator: [field, operand]}. A field that the mail does not have satisfies only {@code neq} and {@code exists: false}. */
    record Leaf(Operator operator, MessageField field, Operand operand) implements Condition {}

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
