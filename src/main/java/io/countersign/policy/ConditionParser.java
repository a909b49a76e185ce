package io.countersign.policy;

import com.fasterxml.jackson.databind.JsonNode;
import io.countersign.policy.Condition.Operator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads one condition tree and says where it is wrong; for one condition only. */
final class ConditionParser {
    static final int MAX_DEPTH = 64;
    static final int MAX_LEAVES = 10_000;

    private static final List<String> KEYS = Stream.concat(
                    Stream.of("all", "any", "not"),
                    Arrays.stream(Operator.values()).map(Operator::id))
            .toList();

    private final Problems problems;
    private final OperandParser operands;
    private int leaves;

    ConditionParser(Problems problems) {
        this(problems, new PatternBudget());
    }

    /** For one of several conditions that share what patterns may cost. */
    ConditionParser(Problems problems, PatternBudget patterns) {
        this.problems = problems;
        this.operands = new OperandParser(problems, patterns);
    }

    /** Empty when there is a problem in it. */
    Optional<Condition> parse(JsonNode node, String path) {
        return parse(node, path, 1);
    }

    private Optional<Condition> parse(JsonNode node, String path, int depth) {
        if (depth > MAX_DEPTH) {
            return problems.refuse(path, "Conditions are nested deeper than " + MAX_DEPTH + ".");
        }
        if (!node.isObject() || node.size() != 1) {
            return problems.refuse(
                    path,
                    "A condition is an object with one key, such as {\"eq\": [\"category\", \"promotion\"]}; found "
                            + (node.isObject() && !node.isEmpty()
                                    ? "an object with " + node.size() + " keys. To combine conditions use all or any."
                                    : Problems.found(node) + "."));
        }
        var key = node.fieldNames().next();
        var inner = node.get(key);
        var innerPath = path + "." + ClauseWords.shortened(key);
        return switch (key) {
            case "all" -> parts(inner, innerPath, depth).map(Condition.All::new);
            case "any" -> parts(inner, innerPath, depth).map(Condition.Any::new);
            case "not" -> parse(inner, innerPath, depth + 1).map(Condition.Not::new);
            default -> leaf(key, inner, innerPath);
        };
    }

    private Optional<List<Condition>> parts(JsonNode node, String path, int depth) {
        if (!node.isArray()) {
            return problems.refuse(path, "A list of conditions is needed here; found " + Problems.found(node) + ".");
        }
        var parts = new ArrayList<Condition>(node.size());
        for (int i = 0; i < node.size() && leaves <= MAX_LEAVES && !problems.isFull(); i++) {
            parse(node.get(i), path + "[" + i + "]", depth + 1).ifPresent(parts::add);
        }
        return Optional.of(parts);
    }

    private Optional<Condition> leaf(String key, JsonNode node, String path) {
        if (++leaves > MAX_LEAVES) {
            return leaves == MAX_LEAVES + 1
                    ? problems.refuse(path, "The condition has more than " + MAX_LEAVES + " comparisons.")
                    : Optional.empty();
        }
        var operator = operator(key);
        if (operator.isEmpty()) {
            return problems.refuse(
                    path,
                    "There is no operator \"%s\"; there are %s.%s"
                            .formatted(
                                    ClauseWords.shortened(key),
                                    String.join(", ", KEYS),
                                    Suggestions.didYouMean(key, KEYS)));
        }
        return comparison(operator.get(), node, path);
    }

    private static Optional<Operator> operator(String key) {
        return Arrays.stream(Operator.values())
                .filter(operator -> operator.id().equals(key))
                .findFirst();
    }

    private Optional<Condition> comparison(Operator operator, JsonNode node, String path) {
        boolean present = operator == Operator.EXISTS && node.size() == 1;
        if (!node.isArray() || (node.size() != 2 && !present)) {
            return problems.refuse(
                    path,
                    operator.id() + " takes a list of a field and a value; found "
                            + (node.isArray() && !node.isEmpty() ? "a list of " + node.size() : Problems.found(node))
                            + ".");
        }
        var field = field(node.get(0), path + "[0]");
        if (field.isEmpty() || !allows(operator, field.get(), path)) {
            return Optional.empty();
        }
        return present
                ? Optional.of(new Condition.Leaf(operator, field.get(), new Operand.Bool(true)))
                : operands.parse(operator, field.get(), node.get(1), path + "[1]")
                        .map(operand -> new Condition.Leaf(operator, field.get(), operand));
    }

    private Optional<MessageField> field(JsonNode node, String path) {
        if (!node.isTextual()) {
            return problems.refuse(path, "The name of a field is needed here; found " + Problems.found(node) + ".");
        }
        var field = MessageFields.find(node.textValue());
        return field.isPresent()
                ? field
                : problems.refuse(
                        path,
                        "There is no field \"%s\".%s Fields: %s."
                                .formatted(
                                        ClauseWords.shortened(node.textValue()),
                                        Suggestions.didYouMean(node.textValue(), MessageFields.names()),
                                        String.join(", ", MessageFields.names())));
    }

    private boolean allows(Operator operator, MessageField field, String path) {
        var allowed = operators(field.type());
        if (allowed.contains(operator)) {
            return true;
        }
        var names = allowed.stream().map(Operator::id).toList();
        problems.add(
                path,
                "%s is %s, so it cannot be compared by %s; allowed are %s."
                        .formatted(field.name(), field.type().words(), operator.id(), String.join(", ", names)));
        return false;
    }

    static Set<Operator> operators(MessageField.Type type) {
        return type.operators();
    }
}
