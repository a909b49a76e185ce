package io.countersign.policy.cli;

import io.countersign.mail.MessageRepository;
import io.countersign.policy.LintFinding;
import io.countersign.policy.Policy;
import io.countersign.policy.PolicyDesk;
import io.countersign.policy.PolicyJson;
import io.countersign.policy.PolicyLint;
import io.countersign.policy.PolicyParse;
import io.countersign.policy.simulation.Simulator;
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
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code policies list|show|add|remove|enable|disable|lint|export|versions|restore}, with simulate and import below it. */
@Command(name = "policies", description = "Lists and changes the policies; policy files are JSON.")
public final class PoliciesCommand implements Runnable {
    private static final String WHICH = "the policy: its number, or its name";
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

    private final Supplier<PolicyDesk> policies;
    private final Output output;
    private final PolicyRows rows;
    private final PolicyJson json = new PolicyJson();

    private PoliciesCommand(Supplier<PolicyDesk> policies, Output output) {
        this.policies = policies;
        this.output = output;
        this.rows = new PolicyRows(output);
    }

    /** The command with all that is below it. */
    public static CommandLine of(
            Supplier<PolicyDesk> policies,
            Supplier<Simulator> simulator,
            Supplier<MessageRepository> messages,
            Output output) {
        return new CommandLine(new PoliciesCommand(policies, output))
                .addSubcommand(new ImportPoliciesCommand(policies, output))
                .addSubcommand(new SimulateCommand(policies, simulator, messages, output));
    }

    @Override
    public void run() {
        list();
    }

    @Command(name = "list", description = "Lists all, in the order in which they are tried.")
    void list() {
        rows.print(policies.get().all());
    }

    @Command(name = "show", description = "Shows one as JSON.")
    void show(@Parameters(paramLabel = "ID", description = WHICH) String which) {
        var policy = find(which);
        if (output.isJson()) {
            output.json(Output.parsed(json.printLine(policy)));
        } else {
            output.line(json.print(policy));
        }
    }

    @Command(name = "add", description = "Adds the policies of a file, all or none.")
    void add(@Parameters(paramLabel = "FILE", description = PolicyFiles.FILE) Path file) {
        var wanted = new PolicyFiles(output).read(file);
        rows.print(policies.get().add(wanted));
    }

    @Command(name = "remove", description = "Removes one; decisions and statistics stay.")
    void remove(@Parameters(paramLabel = "ID", description = WHICH) String which) {
        var policy = find(which);
        policies.get().remove(policy.id());
        rows.print(List.of(policy));
    }

    @Command(name = "enable", description = "Switches one on.")
    void enable(@Parameters(paramLabel = "ID", description = WHICH) String which) {
        rows.print(List.of(policies.get().enable(id(which), true)));
    }

    @Command(name = "disable", description = "Switches one off.")
    void disable(@Parameters(paramLabel = "ID", description = WHICH) String which) {
        rows.print(List.of(policies.get().enable(id(which), false)));
    }

    @Command(name = "lint", description = "Says what is wrong or odd about the policies of a file; changes nothing.")
    int lint(@Parameters(paramLabel = "FILE", description = PolicyFiles.FILE) Path file) {
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

    @Command(name = "export", description = "Writes all policies as JSON, to a file or standard output.")
    void export(@Parameters(paramLabel = "FILE", arity = "0..1") @Nullable Path file) {
        var text = policies.get().export(List.of());
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

    @Command(name = "versions", description = "Lists every state that one ever had, newest first; removed ones too.")
    void versions(@Parameters(paramLabel = "ID", description = WHICH) String which) {
        var versions = policies.get().versions(id(which));
        if (versions.isEmpty()) {
            throw new CountersignException.NotFound("policy", which);
        }
        if (output.isJson()) {
            versions.forEach(version -> output.json(Output.object()
                    .put("version", version.version())
                    .put("changedAt", version.changedAt().toString())
                    .set("policy", Output.parsed(json.printLine(version.policy())))));
            return;
        }
        var table = new TextTable("version", "changed", "priority", "on", "action", "name");
        versions.forEach(version -> table.row(
                version.version(),
                version.changedAt(),
                version.policy().priority(),
                version.policy().enabled() ? "on" : "off",
                version.policy().action().id(),
                version.policy().name()));
        output.table(table);
    }

    @Command(name = "restore", description = "Makes an earlier version the newest; brings a removed policy back.")
    void restore(
            @Parameters(paramLabel = "ID", description = WHICH) String which,
            @Parameters(paramLabel = "VERSION") int version) {
        rows.print(List.of(policies.get().restore(id(which), version)));
    }

    /** A number is an id, so that a policy that was removed can be named too. */
    private long id(String which) {
        return NUMBER.matcher(which).matches()
                ? Long.parseLong(which)
                : find(which).id();
    }

    private Policy find(String which) {
        return policies.get().all().stream()
                .filter(policy -> Long.toString(policy.id()).equals(which))
                .findFirst()
                .or(() -> policies.get().all().stream()
                        .filter(policy -> policy.name().equalsIgnoreCase(which))
                        .findFirst())
                .orElseThrow(() -> new CountersignException.NotFound("policy", which));
    }

    private void print(String path, String severity, String message) {
        if (output.isJson()) {
            output.json(
                    Output.object().put("path", path).put("severity", severity).put("message", message));
        } else {
            output.line(severity + (path.isEmpty() ? "" : " " + path) + ": " + message);
        }
    }

    private static String severity(LintFinding finding) {
        return finding.severity().name().toLowerCase(Locale.ROOT);
    }
}
