package io.countersign.policy;

import com.google.re2j.Pattern;
import io.countersign.policy.Condition.Leaf;
import io.countersign.policy.Condition.Operator;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Makes well typed conditions over every field and operator. */
public final class RandomConditions {
    private final RandomGenerator random;

    public RandomConditions(RandomGenerator random) {
        this.random = random;
    }

    public Condition condition(int depth) {
        return switch (depth == 0 ? 3 : random.nextInt(5)) {
            case 0 -> new Condition.All(parts(depth));
            case 1 -> new Condition.Any(parts(depth));
            case 2 -> new Condition.Not(condition(depth - 1));
            default -> leaf();
        };
    }

    private List<Condition> parts(int depth) {
        return IntStream.range(0, random.nextInt(4))
                .mapToObj(_ -> condition(depth - 1))
                .toList();
    }

    public Leaf leaf() {
        var fields = MessageFields.all();
        var field = fields.get(random.nextInt(fields.size()));
        var operators = List.copyOf(ConditionParser.operators(field.type()));
        return leaf(operators.get(random.nextInt(operators.size())), field);
    }

    Leaf leaf(Operator operator, MessageField field) {
        return new Leaf(operator, field, operand(operator, field));
    }

    private Operand operand(Operator operator, MessageField field) {
        return switch (operator) {
            case EXISTS -> new Operand.Bool(random.nextBoolean());
            case IN -> choices(field);
            case CONTAINS -> new Operand.Text(SampleMail.pick(random, "a", "E", "sale", "STRASSE", "été"));
            case REGEX -> new Operand.Regex(Pattern.compile(SampleMail.pick(random, "(?i)sale", "^[a-z]+@", "\\d+%")));
            case EQ, NEQ, LT, LTE, GT, GTE -> single(field);
        };
    }

    private Operand choices(MessageField field) {
        var choices = new ArrayList<Operand>();
        for (int i = random.nextInt(4); i > 0; i--) {
            choices.add(single(field));
        }
        return new Operand.Choices(choices);
    }

    private Operand single(MessageField field) {
        return switch (field.type()) {
            case TEXT, TEXTS -> new Operand.Text(text(field));
            case NUMBER -> new Operand.Numeric(random.nextInt(4) == 0 ? random.nextDouble() : random.nextInt(101));
            case BOOLEAN -> new Operand.Bool(random.nextBoolean());
            case MOMENT ->
                random.nextInt(3) == 0
                        ? new Operand.Now()
                        : new Operand.Moment(SampleMail.NOW
                                .truncatedTo(random.nextBoolean() ? ChronoUnit.DAYS : ChronoUnit.SECONDS)
                                .plus(random.nextInt(-60, 60), ChronoUnit.DAYS));
        };
    }

    private String text(MessageField field) {
        return field.allowed().isEmpty()
                ? SampleMail.pick(
                        random, "inbox", "Receipts", "a@shop.example", "Bob <bob@acme.example>", "acme", "your invoice")
                : field.allowed().get(random.nextInt(field.allowed().size()));
    }
}
