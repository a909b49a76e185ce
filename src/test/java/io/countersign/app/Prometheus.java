package io.countersign.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The programs of Debian's package {@code prometheus}; where it is not installed, the test that needs them is skipped. */
final class Prometheus {
    private static final int PATIENCE = 30;

    private Prometheus() {}

    /** Where a program is. */
    static Path program(String name) {
        var found = Stream.of(System.getenv("PATH").split(":"))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
        Assumptions.assumeTrue(found.isPresent(), name + " is missing: install Debian's package prometheus");
        return found.orElseThrow();
    }

    /** What a check came to. */
    record Checked(int exit, String said) {}

    /** Runs {@code promtool} in a folder with this input, within half a minute. */
    static Checked promtool(Path folder, Path input, String... arguments) {
        var command = Stream.concat(Stream.of(program("promtool").toString()), Stream.of(arguments))
                .toList();
        try {
            var said = Files.createTempFile(folder, "promtool", ".txt");
            var process =
                    builder(folder, said, command).redirectInput(input.toFile()).start();
            if (!process.waitFor(PATIENCE, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("promtool does not end: " + Files.readString(said));
            }
            return new Checked(process.exitValue(), Files.readString(said));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A program that writes all that it says into a file. */
    static ProcessBuilder builder(Path folder, Path said, List<String> command) {
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
    }
}
