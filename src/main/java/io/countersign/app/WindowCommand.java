package io.countersign.app;

import io.countersign.shared.CountersignException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** No command: opens the window. */
@Command(
        name = "countersign",
        mixinStandardHelpOptions = true,
        version = "Countersign 0.1.0",
        synopsisSubcommandLabel = "[COMMAND]",
        description = "Proposes what to do about a job seeker's mail; acts when you countersign.")
final class WindowCommand implements Runnable {
    @Mixin
    private final GlobalOptions options;

    private final Session session;
    private final Display display;
    private final WindowRun run;

    WindowCommand(GlobalOptions options, Session session, Display display, WindowRun run) {
        this.options = options;
        this.session = session;
        this.display = display;
        this.run = run;
    }

    @Override
    public void run() {
        if (!display.isThere()) {
            throw new CountersignException.NoDisplay();
        }
        // Taken before the window shows: a home in use is told in one line, not in an empty window.
        session.takeHome();
        run.show(options.home(), session::root, session::close);
    }
}
