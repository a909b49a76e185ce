package io.countersign.mail.cli;

import io.countersign.mail.MailImport;
import io.countersign.shared.cli.Output;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code import PATH...} */
@Command(
        name = "import",
        description = "Reads mbox (also .gz), Google Takeout .zip, Maildir trees, .eml files and folders of them.")
public final class ImportCommand implements Runnable {
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
        var rows = new ImportRows(output);
        if (output.isJson()) {
            output.json(rows.json(result));
        } else {
            rows.text(result);
        }
    }
}
