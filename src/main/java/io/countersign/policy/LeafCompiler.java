package io.countersign.policy;

import com.google.re2j.Pattern;
import io.countersign.mail.Message;
import io.countersign.policy.Condition.Leaf;
import io.countersign.policy.Condition.Operator;
import io.countersign.shared.text.TextFold;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.DoublePredicate;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/** Turns a leaf into a test with everything looked up and folded beforehand. */
final class LeafCompiler {
    /** A compiled leaf or condition. */
    @FunctionalInterface
    interface Test {
        boolean holds(Message message, Instant now);
    }

    private LeafCompiler() {}

    /** Throws IllegalArgumentException for a leaf that is not well typed. */
    static Test compile(Leaf leaf) {
        if (leaf.operator() == Operator.NEQ) {
            var equal = compile(new Leaf(Operator.EQ, leaf.field(), leaf.operand()));
            return (message, now) -> !equal.holds(message, now);
        }
        if (leaf.operator() == Operator.EXISTS && leaf.operand() instanceof Operand.Bool(boolean wanted)) {
            var present = present(leaf.field());
            return (message, now) -> present.holds(message, now) == wanted;
        }
        return switch (leaf.field()) {
            case MessageField.Text field -> text(field, textTest(leaf));
            case MessageField.Texts field -> texts(field, textTest(leaf));
            case MessageField.Numeric field -> number(field, numberTest(leaf));
            case MessageField.Flag field -> flag(field, leaf);
            case MessageField.Moment field -> moment(field, leaf);
        };
    }

    private static Test present(MessageField field) {
        return switch (field) {
            case MessageField.Text text -> (m, _) -> !text.read().apply(m).isEmpty();
            case MessageField.Texts texts ->
                (m, _) -> texts.read().apply(m).stream().anyMatch(one -> !one.isEmpty());
            case MessageField.Numeric number ->
                (m, now) -> number.read().read(m, now).isPresent();
            case MessageField.Flag _ -> (_, _) -> true;
            case MessageField.Moment moment -> (m, _) -> moment.read().apply(m).isPresent();
        };
    }

    private static Test text(MessageField.Text field, Predicate<String> test) {
        var read = field.read();
        return (message, _) -> {
            var text = read.apply(message);
            return !text.isEmpty() && test.test(text);
        };
    }

    private static Test texts(MessageField.Texts field, Predicate<String> test) {
        var read = field.read();
        return (message, _) -> {
            for (var text : read.apply(message)) {
                if (!text.isEmpty() && test.test(text)) {
                    return true;
                }
            }
            return false;
        };
    }

    private static Predicate<String> textTest(Leaf leaf) {
        return switch (leaf.operand()) {
            case Operand.Text(String wanted) when leaf.operator() == Operator.EQ -> equalTo(wanted);
            case Operand.Text(String wanted) when leaf.operator() == Operator.CONTAINS -> containing(wanted);
            case Operand.Choices(List<Operand> choices) when leaf.operator() == Operator.IN -> oneOf(leaf, choices);
            case Operand.Regex(Pattern pattern)
            when leaf.operator() == Operator.REGEX ->
                text -> pattern.matcher(text).find();
            default -> throw illTyped(leaf);
        };
    }

    private static Predicate<String> equalTo(String wanted) {
        var folded = TextFold.fold(wanted);
        return text -> TextFold.fold(text).equals(folded);
    }

    private static Predicate<String> containing(String wanted) {
        var folded = TextFold.fold(wanted);
        return text -> TextFold.fold(text).contains(folded);
    }

    private static Predicate<String> oneOf(Leaf leaf, List<Operand> choices) {
        Set<String> folded = new HashSet<>();
        for (var choice : choices) {
            if (!(choice instanceof Operand.Text(String wanted))) {
                throw illTyped(leaf);
            }
            folded.add(TextFold.fold(wanted));
        }
        return text -> folded.contains(TextFold.fold(text));
    }

    private static Test number(MessageField.Numeric field, DoublePredicate test) {
        var read = field.read();
        return (message, now) -> {
            var number = read.read(message, now);
            return number.isPresent() && test.test(number.getAsDouble());
        };
    }

    private static DoublePredicate numberTest(Leaf leaf) {
        return switch (leaf.operand()) {
            case Operand.Numeric(double wanted) -> {
                var order = order(leaf);
                yield number -> order.test(compare(number, wanted));
            }
            case Operand.Choices(List<Operand> choices)
            when leaf.operator() == Operator.IN -> {
                var wanted = choices.stream()
                        .mapToDouble(choice -> numeric(leaf, choice))
                        .toArray();
                yield number -> contains(wanted, number);
            }
            default -> throw illTyped(leaf);
        };
    }

    // Double.compare tells 0.0 from -0.0, which no person does.
    private static int compare(double left, double right) {
        return left < right ? -1 : left > right ? 1 : 0;
    }

    private static boolean contains(double[] wanted, double number) {
        for (double one : wanted) {
            if (one == number) {
                return true;
            }
        }
        return false;
    }

    private static double numeric(Leaf leaf, Operand operand) {
        if (operand instanceof Operand.Numeric(double number)) {
            return number;
        }
        throw illTyped(leaf);
    }

    private static Test flag(MessageField.Flag field, Leaf leaf) {
        if (leaf.operator() == Operator.EQ && leaf.operand() instanceof Operand.Bool(boolean wanted)) {
            return (message, _) -> field.read().test(message) == wanted;
        }
        throw illTyped(leaf);
    }

    private static Test moment(MessageField.Moment field, Leaf leaf) {
        var order = order(leaf);
        var read = field.read();
        return switch (leaf.operand()) {
            case Operand.Now() ->
                (message, now) -> {
                    var moment = read.apply(message);
                    return moment.isPresent() && order.test(moment.get().compareTo(now));
                };
            case Operand.Moment(Instant wanted) ->
                (message, _) -> {
                    var moment = read.apply(message);
                    return moment.isPresent() && order.test(moment.get().compareTo(wanted));
                };
            default -> throw illTyped(leaf);
        };
    }

    private static IntPredicate order(Leaf leaf) {
        return switch (leaf.operator()) {
            case EQ -> sign -> sign == 0;
            case LT -> sign -> sign < 0;
            case LTE -> sign -> sign <= 0;
            case GT -> sign -> sign > 0;
            case GTE -> sign -> sign >= 0;
            case NEQ, IN, CONTAINS, REGEX, EXISTS -> throw illTyped(leaf);
        };
    }

    private static IllegalArgumentException illTyped(Leaf leaf) {
        return new IllegalArgumentException("%s does not compare %s with %s"
                .formatted(leaf.operator().id(), leaf.field().name(), leaf.operand()));
    }
}
