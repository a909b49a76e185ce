package io.countersign.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** Writes policies and conditions as JSON. */
final class PolicyPrinter {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private final JsonMapper json;
    private final ActionCodec actions;

    PolicyPrinter(JsonMapper json, ActionCodec actions) {
        this.json = json;
        this.actions = actions;
    }

    ObjectNode policy(Policy policy) {
        var node = NODES.objectNode();
        if (policy.id() > 0) {
            node.put("id", policy.id());
        }
        if (policy.version() > 0) {
            node.put("version", policy.version());
        }
        node.put("name", policy.name());
        if (!policy.reason().isEmpty()) {
            node.put("reason", policy.reason());
        }
        node.put("enabled", policy.enabled());
        node.put("priority", policy.priority());
        node.set("condition", condition(policy.condition()));
        node.put("action", policy.action().id());
        node.set("params", json.valueToTree(actions.params(policy.action())));
        node.put("confidenceThreshold", policy.confidenceThreshold());
        if (policy.includeProtected()) {
            node.put("includeProtected", true);
        }
        return node;
    }

    JsonNode condition(Condition condition) {
        return switch (condition) {
            case Condition.All(List<Condition> parts) -> keyed("all", parts(parts));
            case Condition.Any(List<Condition> parts) -> keyed("any", parts(parts));
            case Condition.Not(Condition part) -> keyed("not", condition(part));
            case Condition.Leaf leaf ->
                keyed(
                        leaf.operator().id(),
                        NODES.arrayNode().add(leaf.field().name()).add(operand(leaf.operand())));
            case Condition.Unreadable(String stored, var _) -> stored(stored);
        };
    }

    private static JsonNode keyed(String key, JsonNode node) {
        return NODES.objectNode().set(key, node);
    }

    private ArrayNode parts(List<Condition> parts) {
        return NODES.arrayNode().addAll(parts.stream().map(this::condition).toList());
    }

    private JsonNode stored(String stored) {
        try {
            return json.readTree(stored);
        } catch (JsonProcessingException _) {
            return NODES.textNode(stored);
        }
    }

    private static JsonNode operand(Operand operand) {
        return switch (operand) {
            case Operand.Text(String text) -> NODES.textNode(text);
            case Operand.Numeric(double number) -> number(number);
            case Operand.Bool(boolean flag) -> NODES.booleanNode(flag);
            case Operand.Moment(Instant instant) -> NODES.textNode(ClauseWords.moment(instant));
            case Operand.Now() -> NODES.textNode("now");
            case Operand.Choices(List<Operand> choices) ->
                NODES.arrayNode()
                        .addAll(choices.stream().map(PolicyPrinter::operand).toList());
            case Operand.Regex(var pattern) -> NODES.textNode(pattern.pattern());
        };
    }

    private static JsonNode number(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e15
                ? NODES.numberNode((long) number)
                : NODES.numberNode(BigDecimal.valueOf(number));
    }
}
