package io.countersign.mail.cli;

import io.countersign.mail.sync.MailboxSync;
import io.countersign.mail.sync.SyncResult;
import io.countersign.shared.cli.Output;
import io.countersign.shared.text.OneLine;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code sync [SOURCE]} */
@Command(
        name = "sync",
        description =
                "Reads what is new in the followed mailboxes, now. The job mailbox-sync does the same on schedule.")
public final class SyncCommand implements Runnable {
    private final Supplier<MailboxSync> sync;
    private final Output output;

    public SyncCommand(Supplier<MailboxSync> sync, Output output) {
        this.sync = sync;
        this.output = output;
    }

    @Parameters(paramLabel = "SOURCE", arity = "0..1", description = "only this one of those that sources list shows")
    private Optional<Path> only = Optional.empty();

    @Override
    public void run() {
        var result = sync.get().run(only, output.progress());
        var rows = new ImportRows(output);
        if (output.isJson()) {
            var node = rows.json(result.total()).put("sources", result.reached());
            var missing = node.putArray("missing");
            result.failed()
                    .forEach(failed -> missing.addObject()
                            .put("source", failed.path().toString())
                            .put("reason", SourceRows.word(failed.trouble())));
            output.json(node);
        } else {
            rows.text(result.total());
            result.failed().forEach(this::warn);
        }
    }

    private void warn(SyncResult.Failed failed) {
        output.warn("Cannot be read now (" + SourceRows.word(failed.trouble()) + "), will be tried again: "
                + OneLine.of(failed.path().toString()));
    }
}
