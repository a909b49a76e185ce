package io.countersign.approval.cli;

import io.countersign.approval.Approvals;
import io.countersign.policy.PolicyJson;
import io.countersign.shared.cli.Output;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code always ID} */
@Command(name = "always", description = "Makes a policy from a proposal, and approves the proposal.")
public final class AlwaysCommand implements Runnable {
    private final Supplier<Approvals> approvals;
    private final Output output;

    @Parameters(paramLabel = "ID", description = "a proposal, as the tray shows it")
    private long proposal;

    public AlwaysCommand(Supplier<Approvals> approvals, Output output) {
        this.approvals = approvals;
        this.output = output;
    }

    @Override
    public void run() {
        var policy = approvals.get().always(proposal);
        if (output.isJson()) {
            output.json(Output.parsed(new PolicyJson().printLine(policy)));
        } else {
            output.line("Policy " + policy.id() + " '" + policy.name() + "' proposes this from now on.");
        }
    }
}
