package io.countersign.policy.cli;

import io.countersign.policy.ImportPreview;
import io.countersign.policy.PolicyDesk;
import io.countersign.shared.cli.Output;
import java.nio.file.Path;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code policies import} */
@Command(
        name = "import",
        description = "Takes over the policies of a file, all or none: one of the name of a stored policy replaces it.")
final class ImportPoliciesCommand implements Runnable {
    private final Supplier<PolicyDesk> policies;
    private final Output output;

    @Parameters(paramLabel = "FILE", description = PolicyFiles.FILE)
    private Path file = Path.of("");

    @Option(names = "--dry-run", description = "only say what would change")
    private boolean dryRun;

    ImportPoliciesCommand(Supplier<PolicyDesk> policies, Output output) {
        this.policies = policies;
        this.output = output;
    }

    @Override
    public void run() {
        var wanted = new PolicyFiles(output).read(file); // before the database is opened: a bad file is said at once
        var preview = policies.get().preview(wanted);
        if (dryRun) {
            preview.entries().forEach(this::print);
            return;
        }
        if (!output.isJson()) {
            preview.entries().forEach(this::print);
        }
        var applied = policies.get().apply(preview);
        new PolicyRows(output).print(applied);
    }

    private void print(ImportPreview.Entry entry) {
        var change = entry.stored().isEmpty() ? "new" : entry.changed().isEmpty() ? "same" : "changed";
        if (output.isJson()) {
            var node = Output.object();
            node.put("name", entry.imported().name()).put("change", change);
            entry.stored().ifPresent(stored -> node.put("policyId", stored.id()));
            node.set("changed", Output.tree(entry.changed()));
            output.json(node);
        } else {
            output.line(change + " " + entry.imported().name()
                    + (entry.changed().isEmpty() ? "" : ": " + String.join(", ", entry.changed())));
        }
    }
}
