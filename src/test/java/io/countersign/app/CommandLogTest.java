package io.countersign.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What processes of their own load, and leave in their log. */
class CommandLogTest {
    private static final String MARKER = "Zanzibarquittung";
    private static final String SECRET = "hunter2hunter2";

    @TempDir
    private Path folder = Path.of("");

    private String run(List<String> options, String... arguments) throws IOException, InterruptedException {
        var said = Files.createTempFile(folder, "said", ".txt");
        var command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xshare:auto"));
        command.addAll(options);
        command.addAll(List.of(
                "-Dlogback.configurationFile=logback.xml", // what ships, not that of the tests
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "io.countersign.app.Main",
                "--home",
                home().toString()));
        command.addAll(List.of(arguments));
        var builder = Prometheus.builder(folder, said, command);
        builder.directory(Path.of("").toAbsolutePath().toFile());
        builder.environment().put("COUNTERSIGN_DB_PASSWORD", SECRET);
        builder.environment().put("COUNTERSIGN_LLM_KEY", SECRET);
        builder.environment().put("COUNTERSIGN_SEARCH_PASSWORD", SECRET);
        var process = builder.start();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException("it does not end: " + Files.readString(said));
        }
        return Files.readString(said);
    }

    private Path home() {
        return folder.resolve("home");
    }

    @Test
    void neitherMailNorSecretsNorMadeUpEventsGetIntoTheLog() throws Exception {
        var mbox = Files.writeString(folder.resolve("in.mbox"), """
                From a@b Thu Jan  1 00:00:00 2026
                From: %1$s <%1$s@shop.example>
                To: me@example.org
                Subject: %1$s 50%% off
                Message-ID: <%1$s@shop.example>
                Date: Mon, 16 Nov 2026 10:00:00 +0000
                List-Unsubscribe: <mailto:out@shop.example>
                Content-Type: text/html; charset="%1$s"

                <p>Our sale: %1$s. Unsubscribe here.
                """.formatted(MARKER));

        run(List.of(), "import", mbox.toString());
        assertThat(run(List.of(), "--json", "messages")).contains(MARKER);
        assertThat(run(List.of(), "--json", "act", "archive", "1")).contains("\"batch\"");
        assertThat(run(List.of(), "search", MARKER)).contains(MARKER);
        run(List.of(), "undo");
        run(List.of(), "--db-url", "jdbc:postgresql://127.0.0.1:1/x?password=" + SECRET, "tray");
        run(List.of(), "import", "no\n2026-01-01T00:00:00Z ERROR forged");

        var log = home().resolve("logs/countersign.log");
        assertThat(Files.readString(log)).doesNotContain(MARKER, SECRET);
        assertThat(Files.readAllLines(log))
                .hasSizeGreaterThanOrEqualTo(2)
                .allSatisfy(line -> assertThat(OffsetDateTime.parse(line.substring(0, line.indexOf(' '))))
                        .isAfter(OffsetDateTime.parse("2026-02-01T00:00:00Z")))
                .anyMatch(line -> line.contains("The command failed | ") && line.contains(" | at io.countersign."));
    }

    @Test
    void aShortCommandLoadsNothingOfWhatOnlyServesOrRepeats() throws Exception {
        var loaded = run(List.of("-Xlog:class+load"), "tray");

        assertThat(loaded).contains("io.countersign.app.CompositionRoot ");
        assertThat(Stream.of("io.micrometer.", "io.prometheus.", "org.eclipse.jetty.", "com.github.kagkarlsson."))
                .noneMatch(loaded::contains);
    }

    @Test
    void diagnosticsArePrintedByTheCheckCommandToo() throws Exception {
        var said = run(List.of(), "check", "--diagnostics");

        assertThat(said).contains("Countersign 0.1.0", "Mails: 0", "Database: embedded", "The last lines of the log");
    }
}
