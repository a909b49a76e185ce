package io.countersign.approval.cli;

import io.countersign.approval.Approvals;
import io.countersign.approval.DecisionJson;
import io.countersign.shared.cli.Output;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code undo [BATCH]} */
@Command(name = "undo", description = "Takes back the newest batch, or the given one: effects, statistics, learning.")
public final class UndoCommand implements Runnable {
    private final Supplier<Approvals> approvals;
    private final Output output;

    @Parameters(paramLabel = "BATCH", arity = "0..1", description = "as approve and reject printed it")
    private @Nullable Long batch;

    public UndoCommand(Supplier<Approvals> approvals, Output output) {
        this.approvals = approvals;
        this.output = output;
    }

    @Override
    public void run() {
        var chosen = batch == null ? OptionalLong.empty() : OptionalLong.of(batch);
        var result = approvals.get().undo(chosen, output.progress());
        if (output.isJson()) {
            output.json(DecisionJson.of(result));
        } else {
            output.line("Batch " + result.batch() + ": " + result.undone() + " taken back, "
                    + result.kept().size() + " kept.");
            result.kept().forEach(one -> output.warn(one.id() + ": " + one.reason()));
        }
    }
}
