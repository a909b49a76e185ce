package io.countersign.approval.cli;

import io.countersign.approval.Approvals;
import io.countersign.approval.DecisionJson;
import io.countersign.mail.Message;
import io.countersign.shared.cli.Output;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code propose [--query Q] [--limit N] [--dry-run]} */
@Command(name = "propose", description = "Runs the enabled policies over stored mail.")
public final class ProposeCommand implements Runnable {
    private final Supplier<Approvals> approvals;
    private final Function<String, Predicate<Message>> queries;
    private final Output output;

    @Option(names = "--query", paramLabel = "Q", defaultValue = "", description = "only mail that matches")
    private String query = "";

    @Option(names = "--limit", paramLabel = "N", description = "create at most this many proposals")
    private long limit = Long.MAX_VALUE;

    @Option(names = "--dry-run", description = "count, create nothing")
    private boolean dryRun;

    /**
     * Proposes through these approvals.
     *
     * @param queries turns a query into a test of a message
     */
    public ProposeCommand(Supplier<Approvals> approvals, Function<String, Predicate<Message>> queries, Output output) {
        this.approvals = approvals;
        this.queries = queries;
        this.output = output;
    }

    @Override
    public void run() {
        var result = approvals.get().propose(queries.apply(query), limit, dryRun, output.progress());
        if (output.isJson()) {
            output.json(DecisionJson.of(result));
        } else {
            output.line(result.evaluated() + " mails looked at: " + result.created() + " new proposals, "
                    + result.existing() + " known before" + (dryRun ? " (dry run: nothing was created)" : ""));
        }
        for (var error : result.errors()) {
            output.warn("Policy '" + error.policyName() + "' could not be evaluated on " + error.times()
                    + " mails, first on " + error.messageId() + ": " + error.reason());
        }
    }
}
