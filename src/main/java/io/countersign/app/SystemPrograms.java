package io.countersign.app;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * Opens folders and links in the programs that the system has for them, by its own command; AWT would need a second toolkit in
 * this process.
 */
final class SystemPrograms {
    private final String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);

    /** Shows a folder. Blocking for a moment; fails when the system has no such command or it refuses. */
    void open(Path folder) throws IOException, InterruptedException {
        var path = folder.toAbsolutePath().toString();
        run(isWindows() ? List.of("explorer.exe", path) : List.of(opener(), path));
    }

    /** Hands a {@code mailto:} link to the mail program. Blocking for a moment; fails when there is none or it refuses. */
    void write(URI mailto) throws IOException, InterruptedException {
        var link = mailto.toString();
        run(isWindows() ? List.of("rundll32.exe", "url.dll,FileProtocolHandler", link) : List.of(opener(), link));
    }

    private boolean isWindows() {
        return system.contains("win") && !system.contains("darwin");
    }

    private String opener() {
        return system.contains("mac") ? "open" : "xdg-open";
    }

    private void run(List<String> command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        // Explorer answers 1 even when it worked; the others answer quickly or keep running.
        if (process.waitFor(3, TimeUnit.SECONDS) && process.exitValue() != 0 && !isWindows()) {
            throw new IOException(command.getFirst() + " answered " + process.exitValue());
        }
    }
}
