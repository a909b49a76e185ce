package io.countersign.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.api.ApiToken;
import io.countersign.shared.task.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A bug report tells about the program and nothing about the person. */
class DiagnosticsTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path folder = Path.of("");

    private final Anonymous anonymous = new Anonymous(List.of("alex.morgan@example.com", "alexm", "me"));

    @Test
    void theReportTellsVersionsSizesJobsAndTheEndOfTheLog() throws IOException {
        var log = Files.write(folder.resolve("countersign.log"), Collections.nCopies(60, "2026-11-23 INFO a line"));
        Files.writeString(
                log,
                Files.readString(log)
                        + "2026-11-23 WARN mail at /home/alexm/My Mail/old.mbox byte 7 cannot be read | x\n");
        try (var home = ThrowawayHome.create(CLOCK)) {
            home.fill(Progress.none());
            home.root().search().catchUp().run(Progress.none());
            home.root().jobs().desk().run("policy-stats", Progress.none());
            var token = ApiToken.in(home.directory());
            assertThat(token).isNotNull();

            var text = new Diagnostics(home::root, home.directory(), log).text();

            assertThat(text.lines().filter(line -> line.endsWith("a line"))).hasSize(49);
            assertThat(text)
                    .contains(
                            "Countersign 0.1.0\n",
                            "\nSystem: " + System.getProperty("os.name"),
                            "\nDatabase: embedded, ")
                    .contains("\nJava: " + System.getProperty("java.runtime.version"))
                    .contains("\nMails: " + home.root().messages().count() + "\n")
                    .contains(
                            "\nSearch index: Lucene, " + home.root().messages().count() + " mails, 0 behind\n")
                    .contains("\n  policy-stats: DONE at 2026-11-23T12:00:00Z in 0 ms", "\n  digest: never ran")
                    .contains("WARN mail at <path> | x\n")
                    .doesNotContain("@", "alexm", "/home", home.directory().toString())
                    .doesNotContain(Files.readString(home.directory().resolve(ApiToken.FILE))
                            .strip());
        }
    }

    @Test
    void whatCannotBeReadIsSaidToBeSo() {
        var text = new Diagnostics(
                        () -> {
                            throw new IllegalStateException("the database is gone");
                        },
                        folder,
                        folder.resolve("none.log"))
                .text();

        assertThat(text)
                .contains("Mails: cannot be read (IllegalStateException)", "cannot be read (FileNotFoundException)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "from Alex <alex.morgan@example.com> to x@y.example",
                "mail at /home/alexm/My Mail/in box.mbox byte 5 cannot be read",
                "cannot open C:\\Users\\alexm\\Mail\\in box.mbox",
                "opened ~/Mail/secret.mbox",
                "opened file:///home/alexm/secret.mbox",
                "at \\\\server\\alexm\\secret",
                "'/home/alexm/secret.mbox'",
                "path=/home/alexm/secret.mbox",
                "jdbc:postgresql://db.alexm.example:5432/secret?user=alexm",
                "the account alexm"
            })
    void nothingOfThePersonStaysInALine(String line) {
        assertThat(anonymous.line(line)).doesNotContain("alex", "secret", "Mail\\", "box.mbox", "@");
    }

    @Test
    void theRestOfALineStays() {
        var trace = "2026-11-23T12:00:00.000Z WARN  i.c.mail.Import [work-1] 3 of 4 and/or more failed"
                + " | java.io.IOException | at java.base/java.lang.Thread.run(Thread.java:1447) | … 3 more";
        assertThat(anonymous.line(trace)).isEqualTo(trace);
        assertThat(anonymous.line("/home/alexm/x: no such file | at io.countersign.A.b(A.java:3)"))
                .isEqualTo("<path> : no such file | at io.countersign.A.b(A.java:3)");
    }
}
