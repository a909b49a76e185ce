package io.countersign.policy;

import com.google.re2j.Pattern;
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
        boolean holds(Candidate mail);
    }

    private LeafCompiler() {}

    /** Throws IllegalArgumentException for a leaf that is not well typed. */
    static Test compile(Leaf leaf) {
        if (leaf.operator() == Operator.NEQ) {
            var equal = compile(new Leaf(Operator.EQ, leaf.field(), leaf.operand()));
            return mail -> !equal.holds(mail);
        }
        if (leaf.operator() == Operator.EXISTS && leaf.operand() instanceof Operand.Bool(boolean wanted)) {
            var present = present(leaf.field());
            return mail -> present.holds(mail) == wanted;
        }
        return switch (leaf.field()) {
            case MessageField.Text field -> text(field, leaf);
            case MessageField.Texts field -> text(field, leaf);
            case MessageField.Numeric field -> number(field, numberTest(leaf));
            case MessageField.Flag field -> flag(field, leaf);
            case MessageField.Moment field -> moment(field, leaf);
        };
    }

    private static Test present(MessageField field) {
        return switch (field) {
            case MessageField.Text _, MessageField.Texts _ ->
                mail -> !mail.texts(field).isEmpty();
            case MessageField.Numeric number ->
                mail -> number.read().read(mail.message(), mail.now()).isPresent();
            case MessageField.Flag _ -> _ -> true;
            case MessageField.Moment moment ->
                mail -> moment.read().apply(mail.message()).isPresent();
        };
    }

    private static Test text(MessageField field, Leaf leaf) {
        if (leaf.operator() == Operator.REGEX && leaf.operand() instanceof Operand.Regex(Pattern pattern)) {
            return matching(field, pattern);
        }
        var test = foldedTest(leaf);
        return mail -> any(mail.foldedTexts(field), test);
    }

    private static Test matching(MessageField field, Pattern pattern) {
        var search = new PatternSearch(pattern);
        return mail -> any(mail.texts(field), search::finds);
    }

    private static boolean any(List<String> texts, Predicate<String> test) {
        for (var text : texts) {
            if (test.test(text)) {
                return true;
            }
        }
        return false;
    }

    private static Predicate<String> foldedTest(Leaf leaf) {
        return switch (leaf.operand()) {
            case Operand.Text(String wanted) when leaf.operator() == Operator.EQ -> equalTo(wanted);
            case Operand.Text(String wanted) when leaf.operator() == Operator.CONTAINS -> containing(wanted);
            case Operand.Choices(List<Operand> choices) when leaf.operator() == Operator.IN -> oneOf(leaf, choices);
            default -> throw illTyped(leaf);
        };
    }

    private static Predicate<String> equalTo(String wanted) {
        var folded = TextFold.fold(wanted);
        return folded::equals;
    }

    private static Predicate<String> containing(String wanted) {
        var folded = TextFold.fold(wanted);
        return text -> text.contains(folded);
    }

    private static Predicate<String> oneOf(Leaf leaf, List<Operand> choices) {
        Set<String> folded = new HashSet<>();
        for (var choice : choices) {
            if (!(choice instanceof Operand.Text(String wanted))) {
                throw illTyped(leaf);
            }
            folded.add(TextFold.fold(wanted));
        }
        return folded::contains;
    }

    private static Test number(MessageField.Numeric field, DoublePredicate test) {
        var read = field.read();
        return mail -> {
            var number = read.read(mail.message(), mail.now());
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
            return mail -> field.read().test(mail.message()) == wanted;
        }
        throw illTyped(leaf);
    }

    private static Test moment(MessageField.Moment field, Leaf leaf) {
        var order = order(leaf);
        var read = field.read();
        return switch (leaf.operand()) {
            case Operand.Now() ->
                mail -> {
                    var moment = read.apply(mail.message());
                    return moment.isPresent() && order.test(moment.get().compareTo(mail.now()));
                };
            case Operand.Moment(Instant wanted) ->
                mail -> {
                    var moment = read.apply(mail.message());
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
