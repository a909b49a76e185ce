package io.countersign.app;

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

    WindowCommand(GlobalOptions options) {
        this.options = options;
    }

    @Override
    public void run() {}
}
