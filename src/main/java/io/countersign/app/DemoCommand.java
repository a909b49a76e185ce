package io.countersign.app;

import io.countersign.approval.cli.TrayCommand;
import io.countersign.demo.DemoMailbox;
import io.countersign.insight.cli.StatsCommand;
import io.countersign.shared.CountersignException;
import io.countersign.shared.cli.Output;
import io.countersign.shared.db.DatabaseSettings;
import io.countersign.shared.ui.Theme;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/** {@code demo}: the whole loop on a throw-away home filled with the bundled mailbox. */
@Command(name = "demo", description = "Opens the window on a throw-away home filled with a bundled demo mailbox.")
final class DemoCommand implements Runnable {
    private static final String USER = "alex.morgan@example.com";

    private final Display display;
    private final Clock clock;
    private final Output output;

    DemoCommand(Display display, Clock clock, Output output) {
        this.display = display;
        this.clock = clock;
        this.output = output;
    }

    @Override
    public void run() {
        try {
            var folder = Files.createTempDirectory("countersign-demo-");
            try {
                demonstrate(folder);
            } finally {
                delete(folder.resolve("home"));
            }
        } catch (IOException e) {
            throw new CountersignException.HomeNotWritable(System.getProperty("java.io.tmpdir", ""), e);
        }
    }

    private void demonstrate(Path folder) throws IOException {
        var directory = folder.resolve("home");
        try (var home = Home.open(directory);
                var root = CompositionRoot.open(home, new DatabaseSettings.Embedded(home.database()), USER, clock)) {
            var result = root.mailImport().importSource(new DemoMailbox(clock), output.progress());
            if (display.isThere()) {
                new WindowRun(clock).show(directory, () -> root, () -> {});
                Files.deleteIfExists(folder);
            } else {
                output.line(
                        result.imported() + " mails imported in " + Math.round(result.seconds() * 10) / 10.0 + " s");
                print(root);
                var pictures = new Pictures(clock)
                        .write(directory, root, List.of(Theme.LIGHT, Theme.DARK), folder.resolve("pictures"));
                output.line("");
                output.line("There is no display here, so every view is a picture: " + pictures.size() + " files in "
                        + folder.resolve("pictures"));
            }
        }
    }

    private void print(CompositionRoot root) {
        output.line("");
        new TrayCommand(root::approvals, root::messages, output).run();
        output.line("");
        new StatsCommand(root::statistics, root::user, output).run();
    }

    private static void delete(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        Files.walkFileTree(directory, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure) throws IOException {
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
