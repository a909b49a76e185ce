package io.countersign.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Shows folders in the system's file browser by its own command; AWT would need a second toolkit in this process. */
final class SystemFolders {
    /** Blocking for a moment; fails when the system has no such command or it refuses. */
    void open(Path folder) throws IOException, InterruptedException {
        var path = folder.toAbsolutePath().toString();
        var system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        var command = system.contains("win")
                ? List.of("explorer.exe", path)
                : List.of(system.contains("mac") ? "open" : "xdg-open", path);
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        // Explorer answers 1 even when it worked; the others answer quickly or keep running.
        if (process.waitFor(3, TimeUnit.SECONDS) && process.exitValue() != 0 && !system.contains("win")) {
            throw new IOException(command.getFirst() + " answered " + process.exitValue());
        }
    }
}
