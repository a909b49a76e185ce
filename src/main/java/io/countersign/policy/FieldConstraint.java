package io.countersign.policy;

import io.countersign.policy.Condition.Leaf;
import io.countersign.policy.Condition.Operator;
import io.countersign.shared.text.TextFold;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What several leaves that must hold together ask of one field; says when no mail can satisfy them. */
final class FieldConstraint {
    private static final double INFINITE = Double.POSITIVE_INFINITY;
    private static final Map<String, Interval> RANGES = Map.of(
            "ageDays", new Interval(0, INFINITE),
            "size", new Interval(0, INFINITE),
            "riskScore", new Interval(0, 100),
            "categoryConfidence", new Interval(0, 1),
            "ats.ghosting_risk", new Interval(0, 1));

    private final MessageField field;
    private final Interval fixed;
    private final Interval sinceNow = new Interval(-INFINITE, INFINITE);
    private final Set<Object> excluded = new HashSet<>();
    private Optional<Set<Object>> possible;
    private boolean present;
    private boolean absent;

    FieldConstraint(MessageField field) {
        this.field = field;
        var range = RANGES.getOrDefault(field.name(), new Interval(-INFINITE, INFINITE));
        this.fixed = new Interval(range.low, range.high);
        this.possible = field instanceof MessageField.Flag ? Optional.of(Set.of(true, false)) : Optional.empty();
    }

    void add(Leaf leaf) {
        switch (leaf.operator()) {
            case EXISTS -> exists(leaf.operand());
            case NEQ -> excluded.add(key(leaf.operand()));
            case EQ -> allow(Set.of(key(leaf.operand())));
            case IN -> allow(choices(leaf.operand()));
            case CONTAINS, REGEX -> present = true;
            case LT, LTE, GT, GTE -> bound(leaf.operator(), leaf.operand());
        }
    }

    boolean cannotHold() {
        if (present && absent) {
            return true;
        }
        if (!(field instanceof MessageField.Flag) && !present) {
            return false;
        }
        return fixed.isEmpty()
                || sinceNow.isEmpty()
                || possible.filter(this::noneLeft).isPresent();
    }

    private boolean noneLeft(Set<Object> values) {
        return values.stream().noneMatch(value -> !excluded.contains(value) && within(value));
    }

    private boolean within(Object value) {
        return switch (value) {
            case Double number -> fixed.contains(number);
            case Instant instant -> fixed.contains(seconds(instant));
            default -> true;
        };
    }

    private void exists(Operand operand) {
        boolean wanted = operand.equals(new Operand.Bool(true));
        present |= wanted;
        absent |= !wanted;
    }

    private void allow(Set<Object> values) {
        present = true;
        // A list may hold several of the values at once, so that two demands do not exclude each other.
        if (possible.isEmpty() || values.isEmpty()) {
            possible = Optional.of(values);
        } else if (!(field instanceof MessageField.Texts)) {
            var both = new HashSet<>(possible.get());
            both.retainAll(values);
            possible = Optional.of(both);
        } else {
            possible = Optional.empty();
        }
    }

    private void bound(Operator operator, Operand operand) {
        present = true;
        switch (operand) {
            case Operand.Numeric(double number) -> fixed.bound(operator, number);
            case Operand.Moment(Instant instant) -> fixed.bound(operator, seconds(instant));
            case Operand.Now() -> sinceNow.bound(operator, 0);
            default -> {}
        }
    }

    private static double seconds(Instant instant) {
        return instant.getEpochSecond() + instant.getNano() / 1e9;
    }

    private static Set<Object> choices(Operand operand) {
        var keys = new HashSet<Object>();
        if (operand instanceof Operand.Choices(List<Operand> choices)) {
            choices.forEach(choice -> keys.add(key(choice)));
        }
        return keys;
    }

    /** What two operands share when a mail that equals one equals the other. */
    static Object key(Operand operand) {
        return switch (operand) {
            case Operand.Text(String text) -> TextFold.fold(text);
            case Operand.Numeric(double number) -> number + 0.0;
            case Operand.Bool(boolean flag) -> flag;
            case Operand.Moment(Instant instant) -> instant;
            case Operand.Now(), Operand.Choices _, Operand.Regex _ -> operand;
        };
    }

    /** The values from {@code low} to {@code high}, ends included unless open. */
    private static final class Interval {
        private double low;
        private double high;
        private boolean lowOpen;
        private boolean highOpen;

        Interval(double low, double high) {
            this.low = low;
            this.high = high;
        }

        void bound(Operator operator, double at) {
            boolean open = operator == Operator.LT || operator == Operator.GT;
            if (operator == Operator.LT || operator == Operator.LTE) {
                highOpen = at < high ? open : highOpen || (open && at <= high);
                high = Math.min(high, at);
            } else {
                lowOpen = at > low ? open : lowOpen || (open && at >= low);
                low = Math.max(low, at);
            }
        }

        boolean contains(double value) {
            boolean above = lowOpen ? value > low : value >= low;
            return above && (highOpen ? value < high : value <= high);
        }

        boolean isEmpty() {
            return (lowOpen || highOpen) ? low >= high : low > high;
        }
    }
}
