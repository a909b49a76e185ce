package io.countersign.mail.cli;

import io.countersign.mail.ImportResult;
import io.countersign.mail.MailImport;
import io.countersign.mail.Rejection;
import io.countersign.shared.cli.Output;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code import PATH...} */
@Command(
        name = "import",
        description = "Reads mbox (also .gz), Google Takeout .zip, Maildir trees, .eml files and folders of them.")
public final class ImportCommand implements Runnable {
    private static final int REJECTIONS_SHOWN = 20;

    private final Supplier<MailImport> mailImport;
    private final Output output;

    @Parameters(paramLabel = "PATH", arity = "1..*", description = "what to read; its type is found by its content")
    private final List<Path> paths = new ArrayList<>();

    public ImportCommand(Supplier<MailImport> mailImport, Output output) {
        this.mailImport = mailImport;
        this.output = output;
    }

    @Override
    public void run() {
        var result = mailImport.get().importPaths(paths, output.progress());
        if (output.isJson()) {
            printJson(result);
        } else {
            printText(result);
        }
    }

    private void printJson(ImportResult result) {
        var node = Output.object();
        node.put("read", result.read());
        node.put("imported", result.imported());
        node.put("duplicates", result.duplicates());
        node.put("rejected", result.rejected());
        node.put("seconds", Math.round(result.seconds() * 1000) / 1000.0);
        var errors = node.putArray("errors");
        for (var rejection : result.errors()) {
            errors.addObject()
                    .put("source", rejection.source())
                    .put("position", rejection.position())
                    .put("reason", rejection.reason());
        }
        output.json(node);
    }

    private void printText(ImportResult result) {
        output.line(String.format(
                Locale.ROOT,
                "%,d mails read: %,d imported, %,d known before, %,d pieces rejected, in %.1f s",
                result.read(),
                result.imported(),
                result.duplicates(),
                result.rejected(),
                result.seconds()));
        result.errors().stream()
                .limit(REJECTIONS_SHOWN)
                .map(ImportCommand::describe)
                .forEach(output::warn);
        if (result.rejected() > REJECTIONS_SHOWN) {
            output.warn((result.rejected() - REJECTIONS_SHOWN) + " more rejections: --json lists them");
        }
    }

    private static String describe(Rejection rejection) {
        return rejection.source() + " at byte " + rejection.position() + ": " + rejection.reason();
    }
}
