package io.countersign.policy.cli;

import io.countersign.policy.LintFinding;
import io.countersign.policy.Policy;
import io.countersign.policy.PolicyJson;
import io.countersign.policy.PolicyLint;
import io.countersign.policy.PolicyParse;
import io.countersign.policy.PolicyRepository;
import io.countersign.shared.CountersignException;
import io.countersign.shared.cli.Output;
import io.countersign.shared.cli.TextTable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code policies list|show|add|remove|enable|disable|lint|export|import} */
@Command(name = "policies", description = "Lists and changes the policies; policy files are JSON.")
public final class PoliciesCommand implements Runnable {
    private static final String FILE = "JSON: one policy, or a list of them";

    private final Supplier<PolicyRepository> policies;
    private final Output output;
    private final PolicyJson json = new PolicyJson();

    public PoliciesCommand(Supplier<PolicyRepository> policies, Output output) {
        this.policies = policies;
        this.output = output;
    }

    @Override
    public void run() {
        list();
    }

    @Command(name = "list", description = "Lists all, in the order in which they are tried.")
    void list() {
        print(policies.get().all());
    }

    @Command(name = "show", description = "Shows one as JSON.")
    void show(@Parameters(paramLabel = "ID") long id) {
        var policy = find(id);
        if (output.isJson()) {
            output.json(Output.parsed(json.printLine(policy)));
        } else {
            output.line(json.print(policy));
        }
    }

    @Command(name = "add", description = "Adds the policies of a file, all or none.")
    void add(@Parameters(paramLabel = "FILE", description = FILE) Path file) {
        print(policies.get().add(read(file)));
    }

    @Command(name = "import", description = "Adds the policies of a file, all or none.")
    void importFile(@Parameters(paramLabel = "FILE", description = FILE) Path file) {
        add(file);
    }

    @Command(name = "remove", description = "Removes one; decisions and statistics stay.")
    void remove(@Parameters(paramLabel = "ID") long id) {
        var policy = find(id);
        policies.get().remove(id);
        print(List.of(policy));
    }

    @Command(name = "enable", description = "Switches one on.")
    void enable(@Parameters(paramLabel = "ID") long id) {
        print(List.of(policies.get().update(find(id).withEnabled(true))));
    }

    @Command(name = "disable", description = "Switches one off.")
    void disable(@Parameters(paramLabel = "ID") long id) {
        print(List.of(policies.get().update(find(id).withEnabled(false))));
    }

    @Command(name = "lint", description = "Says what is wrong or odd about the policies of a file; changes nothing.")
    int lint(@Parameters(paramLabel = "FILE", description = FILE) Path file) {
        return switch (json.parse(file)) {
            case PolicyParse.Refused(var problems) -> {
                problems.forEach(problem -> print(problem.path(), "error", problem.message()));
                yield 1;
            }
            case PolicyParse.Parsed(var parsed) -> {
                var findings = new PolicyLint().lint(parsed);
                findings.forEach(finding -> print(finding.path(), severity(finding), finding.message()));
                if (findings.isEmpty() && !output.isJson()) {
                    output.line(parsed.size() + " policies, nothing odd");
                }
                yield 0;
            }
        };
    }

    @Command(name = "export", description = "Writes all policies as JSON, to a file or the standard output.")
    void export(@Parameters(paramLabel = "FILE", arity = "0..1") @Nullable Path file) {
        var text = json.print(policies.get().all());
        if (file == null) {
            output.line(text);
            return;
        }
        try {
            Files.writeString(file, text + "\n", StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new CountersignException.Invalid(file.toString(), "it cannot be written: " + e.getMessage());
        }
    }

    private Policy find(long id) {
        return policies.get().find(id).orElseThrow(() -> new CountersignException.NotFound("policy", id));
    }

    private List<Policy> read(Path file) {
        return switch (json.parse(file)) {
            case PolicyParse.Parsed(var parsed) -> parsed;
            case PolicyParse.Refused(var problems) -> {
                problems.stream().skip(1).forEach(problem -> output.warn(file + ": " + problem));
                throw new CountersignException.Invalid(file.toString(), problems.getFirst() + " Nothing was changed.");
            }
        };
    }

    private void print(List<Policy> shown) {
        if (output.isJson()) {
            shown.forEach(policy -> output.json(Output.parsed(json.printLine(policy))));
            return;
        }
        var table = new TextTable("id", "priority", "on", "action", "name");
        shown.forEach(policy -> table.row(
                policy.id(),
                policy.priority(),
                policy.enabled() ? "on" : "off",
                policy.action().id(),
                policy.name()));
        output.table(table);
    }

    private void print(String path, String severity, String message) {
        if (output.isJson()) {
            output.json(
                    Output.object().put("path", path).put("severity", severity).put("message", message));
        } else {
            output.line(severity + " " + path + ": " + message);
        }
    }

    private static String severity(LintFinding finding) {
        return finding.severity().name().toLowerCase(Locale.ROOT);
    }
}
