package io.countersign.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Optional;

/** Reads policies out of one JSON document and says where they are wrong; for one document only. */
final class PolicyParser {
    private static final int DEFAULT_PRIORITY = 500;
    private static final double DEFAULT_THRESHOLD = 0.7;
    private static final int MAX_NAME = 200;
    private static final int MAX_REASON = 500;
    private static final List<String> MEMBERS = List.of(
            "name",
            "reason",
            "enabled",
            "priority",
            "condition",
            "action",
            "params",
            "confidenceThreshold",
            "includeProtected",
            "id",
            "version");

    private final Problems problems;
    private final ActionCodec actions;
    private final PatternBudget patterns = new PatternBudget();

    PolicyParser(Problems problems, ActionCodec actions) {
        this.problems = problems;
        this.actions = actions;
    }

    /** Empty when there is a problem in it; {@code path} says where in the document the policy stands. */
    Optional<Policy> parse(JsonNode node, String path) {
        var reader = new ObjectReader(node, path, problems);
        if (!reader.isObject()) {
            return Optional.empty();
        }
        reader.knowsOnly(MEMBERS, "a policy has");
        var prefix = path.isEmpty() ? "" : path + ".";
        var condition = reader.required("condition")
                .flatMap(tree -> new ConditionParser(problems, patterns).parse(tree, prefix + "condition"));
        var action = action(reader, node, prefix);
        return policy(reader, condition, action);
    }

    private Optional<Action> action(ObjectReader reader, JsonNode node, String prefix) {
        var params = node.hasNonNull("params") ? node.get("params") : JsonNodeFactory.instance.objectNode();
        return reader.requiredText("action", MAX_NAME).flatMap(id -> actions.decode(id, params, prefix, problems));
    }

    private static Optional<Policy> policy(
            ObjectReader reader, Optional<Condition> condition, Optional<Action> action) {
        // Every member is read before the first is asked whether it is good: all problems are to be reported.
        var id = reader.whole("id", 0, 0, Long.MAX_VALUE);
        var version = reader.whole("version", 0, 0, Integer.MAX_VALUE);
        var name = reader.requiredText("name", MAX_NAME);
        var reason = reader.text("reason", "", MAX_REASON);
        var enabled = reader.flag("enabled", true);
        var priority = reader.whole("priority", DEFAULT_PRIORITY, Policy.MIN_PRIORITY, Policy.MAX_PRIORITY);
        var threshold = reader.fraction("confidenceThreshold", DEFAULT_THRESHOLD);
        var includeProtected = reader.flag("includeProtected", false);
        var parts =
                List.of(id, version, name, reason, enabled, priority, threshold, includeProtected, condition, action);
        if (parts.stream().anyMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        return Optional.of(new Policy(
                id.get(),
                version.get().intValue(),
                name.get(),
                reason.get(),
                enabled.get(),
                priority.get().intValue(),
                condition.get(),
                action.get(),
                threshold.get(),
                includeProtected.get()));
    }
}
