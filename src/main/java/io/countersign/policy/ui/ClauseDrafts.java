package io.countersign.policy.ui;

import com.fasterxml.jackson.databind.JsonNode;
import io.countersign.policy.Condition.Operator;
import io.countersign.policy.MessageField;
import io.countersign.policy.MessageFields;
import io.countersign.policy.ui.ClauseDraft.Group;
import io.countersign.policy.ui.ClauseDraft.Kind;
import io.countersign.policy.ui.ClauseDraft.Leaf;
import io.countersign.policy.ui.ClauseDraft.Stored;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.StreamSupport;

/** Makes clauses, each with a key of its own. Thread-safe. */
final class ClauseDrafts {
    private final AtomicLong keys = new AtomicLong();

    Group group(Kind kind, List<ClauseDraft> parts) {
        return new Group(keys.incrementAndGet(), kind, parts);
    }

    Leaf leaf(Operator operator, MessageField field, String... values) {
        return new Leaf(keys.incrementAndGet(), operator, field, List.of(values));
    }

    /** A comparison to begin with, whose value is still to be said. */
    Leaf unfinished() {
        return leaf(Operator.CONTAINS, MessageFields.named("subject"), "");
    }

    /** What is in the JSON of a condition; what this version cannot read becomes {@link Stored}. */
    ClauseDraft of(JsonNode node) {
        if (!node.isObject() || node.size() != 1) {
            return new Stored(keys.incrementAndGet(), node.toString());
        }
        var name = node.fieldNames().next();
        var inner = node.get(name);
        return switch (name) {
            case "all" -> parts(Kind.ALL, node, inner);
            case "any" -> parts(Kind.ANY, node, inner);
            case "not" -> group(Kind.NOT, List.of(of(inner)));
            default -> comparison(name, inner).orElseGet(() -> new Stored(keys.incrementAndGet(), node.toString()));
        };
    }

    /** What was read, with the keys of what stood in the same places before, so that what shows them can stay. */
    static ClauseDraft aligned(ClauseDraft before, ClauseDraft now) {
        return switch (now) {
            case Group group
            when before instanceof Group old -> {
                var parts = new ArrayList<ClauseDraft>(group.parts().size());
                for (int i = 0; i < group.parts().size(); i++) {
                    var part = group.parts().get(i);
                    parts.add(i < old.parts().size() ? aligned(old.parts().get(i), part) : part);
                }
                yield new Group(old.key(), group.kind(), parts);
            }
            case Leaf leaf
            when before instanceof Leaf old -> new Leaf(old.key(), leaf.operator(), leaf.field(), leaf.values());
            default -> now;
        };
    }

    /** The same with keys of its own. */
    ClauseDraft copy(ClauseDraft clause) {
        return switch (clause) {
            case Group group ->
                group(group.kind(), group.parts().stream().map(this::copy).toList());
            case Leaf leaf -> new Leaf(keys.incrementAndGet(), leaf.operator(), leaf.field(), leaf.values());
            case Stored(var _, String json) -> new Stored(keys.incrementAndGet(), json);
        };
    }

    private ClauseDraft parts(Kind kind, JsonNode whole, JsonNode list) {
        return list.isArray()
                ? group(
                        kind,
                        StreamSupport.stream(list.spliterator(), false)
                                .map(this::of)
                                .toList())
                : new Stored(keys.incrementAndGet(), whole.toString());
    }

    private Optional<ClauseDraft> comparison(String name, JsonNode inner) {
        var operator = Arrays.stream(Operator.values())
                .filter(each -> each.id().equals(name))
                .findFirst();
        boolean present = operator.filter(Operator.EXISTS::equals).isPresent() && inner.size() == 1;
        if (operator.isEmpty() || !inner.isArray() || (inner.size() != 2 && !present)) {
            return Optional.empty();
        }
        var values = present ? List.of("true") : values(inner.get(1));
        return MessageFields.find(inner.get(0).asText())
                .map(field -> new Leaf(keys.incrementAndGet(), operator.get(), field, values));
    }

    private static List<String> values(JsonNode node) {
        return node.isArray()
                ? StreamSupport.stream(node.spliterator(), false)
                        .map(JsonNode::asText)
                        .toList()
                : List.of(node.asText());
    }
}
