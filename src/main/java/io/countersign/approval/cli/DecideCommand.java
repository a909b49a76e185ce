package io.countersign.approval.cli;

import io.countersign.approval.Approvals;
import io.countersign.approval.BatchResult;
import io.countersign.approval.DecisionJson;
import io.countersign.approval.PendingRow;
import io.countersign.shared.CountersignException;
import io.countersign.shared.cli.Output;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code approve ID...} and {@code reject ID...}, or {@code --policy NAME} for all that is pending of one. */
public abstract sealed class DecideCommand implements Runnable {
    private final Supplier<Approvals> approvals;
    private final Output output;

    @ArgGroup(multiplicity = "1")
    private Which which = new Which();

    private static final class Which {
        @Parameters(paramLabel = "ID", arity = "1..*", description = "proposals, as the tray shows them")
        private @Nullable List<Long> ids;

        @Option(names = "--policy", paramLabel = "NAME", description = "everything pending from the policy NAME")
        private @Nullable String policy;
    }

    private DecideCommand(Supplier<Approvals> approvals, Output output) {
        this.approvals = approvals;
        this.output = output;
    }

    abstract BatchResult decide(Approvals approvals, List<Long> ids, Output output);

    @Override
    public final void run() {
        var ids = ids();
        var result = decide(approvals.get(), ids, output);
        var unknown = result.skipped() == 0 ? List.<Long>of() : unknown(ids);
        if (result.decided() == 0) {
            throw nothingDecided(unknown);
        }
        print(result);
        unknown.forEach(id -> output.warn(id + ": there is no such proposal"));
        result.failures().forEach(failure -> output.warn(failure.proposalId() + ": " + failure.reason()));
    }

    private List<Long> unknown(List<Long> ids) {
        return ids.stream()
                .filter(id -> approvals.get().find(id).isEmpty())
                .distinct()
                .toList();
    }

    private static CountersignException nothingDecided(List<Long> unknown) {
        return unknown.isEmpty()
                ? new CountersignException.Invalid("ID", "nothing of it is pending any more; see what is with: tray")
                : new CountersignException.NotFound("proposal", unknown.getFirst());
    }

    private void print(BatchResult result) {
        if (output.isJson()) {
            output.json(DecisionJson.of(result));
        } else {
            output.line("Batch " + result.batch() + ": " + result.decided() + " decided, " + result.executed()
                    + " carried out, " + result.failed() + " failed, " + result.skipped()
                    + " skipped. Take it back with: undo "
                    + result.batch());
        }
    }

    private List<Long> ids() {
        if (which.ids != null) {
            return new ArrayList<>(which.ids);
        }
        var name = which.policy == null ? "" : which.policy;
        var ids = approvals.get().pending().stream()
                .filter(row -> row.policyName().equalsIgnoreCase(name))
                .map(PendingRow::id)
                .toList();
        if (ids.isEmpty()) {
            throw new CountersignException.Invalid("--policy", "nothing is pending from a policy named '" + name + "'");
        }
        return ids;
    }

    /** {@code approve} */
    @Command(name = "approve", description = "Approves proposals and carries them out, as one batch.")
    public static final class Approve extends DecideCommand {
        public Approve(Supplier<Approvals> approvals, Output output) {
            super(approvals, output);
        }

        @Override
        BatchResult decide(Approvals approvals, List<Long> ids, Output output) {
            return approvals.approve(ids, output.progress());
        }
    }

    /** {@code reject} */
    @Command(name = "reject", description = "Rejects proposals, as one batch.")
    public static final class Reject extends DecideCommand {
        public Reject(Supplier<Approvals> approvals, Output output) {
            super(approvals, output);
        }

        @Override
        BatchResult decide(Approvals approvals, List<Long> ids, Output output) {
            return approvals.reject(ids, output.progress());
        }
    }
}
