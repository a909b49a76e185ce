package io.countersign.policy.cli;

import io.countersign.policy.Policy;
import io.countersign.policy.PolicyJson;
import io.countersign.shared.cli.Output;
import io.countersign.shared.cli.TextTable;
import java.util.List;

/** Prints policies: as JSON a line each, else as a table. */
final class PolicyRows {
    private final PolicyJson json = new PolicyJson();
    private final Output output;

    PolicyRows(Output output) {
        this.output = output;
    }

    void print(List<Policy> policies) {
        if (output.isJson()) {
            policies.forEach(policy -> output.json(Output.parsed(json.printLine(policy))));
            return;
        }
        var table = new TextTable("id", "priority", "on", "action", "name");
        policies.forEach(policy -> table.row(
                policy.id(),
                policy.priority(),
                policy.enabled() ? "on" : "off",
                policy.action().id(),
                policy.name()));
        output.table(table);
    }
}
