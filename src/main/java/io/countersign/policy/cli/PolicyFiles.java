package io.countersign.policy.cli;

import io.countersign.policy.Policy;
import io.countersign.policy.PolicyJson;
import io.countersign.policy.PolicyParse;
import io.countersign.shared.CountersignException;
import io.countersign.shared.cli.Output;
import java.nio.file.Path;
import java.util.List;

/** Reads policy files for commands that change all or nothing. */
final class PolicyFiles {
    static final String FILE = "JSON: one policy, or a list of them";

    private final PolicyJson json = new PolicyJson();
    private final Output output;

    PolicyFiles(Output output) {
        this.output = output;
    }

    /** Says every problem of a file that is refused; throws CountersignException.Invalid with the first. */
    List<Policy> read(Path file) {
        return switch (json.parse(file)) {
            case PolicyParse.Parsed(var parsed) -> parsed;
            case PolicyParse.Refused(var problems) -> {
                problems.stream().skip(1).forEach(problem -> output.warn(file + ": " + problem));
                throw new CountersignException.Invalid(file.toString(), problems.getFirst() + " Nothing was changed.");
            }
        };
    }
}
