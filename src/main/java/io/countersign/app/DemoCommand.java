package io.countersign.app;

import io.countersign.approval.cli.TrayCommand;
import io.countersign.insight.cli.StatsCommand;
import io.countersign.shared.CountersignException;
import io.countersign.shared.cli.Output;
import io.countersign.shared.task.Progress;
import io.countersign.shared.ui.Theme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;

/** {@code demo}: the whole loop on a throw-away home filled with the bundled mailbox. */
@Command(name = "demo", description = "Opens the window on a throw-away home filled with a bundled demo mailbox.")
final class DemoCommand implements Runnable {
    private final Display display;
    private final WindowRun run;
    private final Output output;

    DemoCommand(Display display, WindowRun run, Output output) {
        this.display = display;
        this.run = run;
        this.output = output;
    }

    @Override
    public void run() {
        try (var home = ThrowawayHome.create(run.clock())) {
            if (display.isThere()) {
                run.show(home.directory(), () -> filled(home), () -> {});
            } else {
                var result = home.fill(output.progress());
                output.line(
                        String.format(Locale.ROOT, "%d mails imported in %.1f s", result.imported(), result.seconds()));
                print(home.root());
                draw(home);
            }
        }
    }

    private static CompositionRoot filled(ThrowawayHome home) {
        home.fill(Progress.none());
        return home.root();
    }

    private void print(CompositionRoot root) {
        output.line("");
        new TrayCommand(root::approvals, root::messages, output).run();
        output.line("");
        new StatsCommand(root::statistics, root::user, root::policyStats, output).run();
    }

    private void draw(ThrowawayHome home) {
        var folder = newFolder();
        var pictures = new Pictures(run)
                .write(home.directory(), home.root(), List.of(Theme.LIGHT, Theme.DARK), PictureSize.DEFAULT, folder);
        output.line("");
        output.line("There is no display here, so every view is a picture: " + pictures.size() + " files in " + folder);
    }

    /** Outside the throw-away home: the pictures stay. */
    private static Path newFolder() {
        try {
            return Files.createTempDirectory("countersign-pictures-");
        } catch (IOException e) {
            throw new CountersignException.HomeNotWritable(System.getProperty("java.io.tmpdir", ""), e);
        }
    }
}
