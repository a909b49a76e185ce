package io.countersign.mail.jdbc;

import static io.countersign.mail.jdbc.ImportHome.mail;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.shared.db.Database;
import io.countersign.shared.db.DatabaseSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills real processes the hard way and looks at what they leave behind. */
final class KilledProcessTest {
    private static final int MAILS = 12_000;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void anImportThatWasKilledIsCompletedByTheNext() throws Exception {
        var mbox = mbox();

        killAfter("stored", folder.toString(), mbox.toString());

        try (var home = new ImportHome(folder, open())) {
            long before = home.messages.count();
            assertThat(before).isLessThan(MAILS);
            var result = home.run(mbox);
            assertThat(result.imported()).isEqualTo(MAILS - before);
            assertThat(result.duplicates()).isEqualTo(before);
            assertThat(home.messages.count()).isEqualTo(MAILS);
            var seen = new HashSet<String>();
            for (var message : home.all()) {
                var id = message.envelope().messageId();
                assertThat(seen.add(id)).isTrue();
                assertThat(new String(home.reader.raw(message.id()).orElseThrow(), StandardCharsets.UTF_8))
                        .contains("body of " + id + "\n");
            }
        }
    }

    @Test
    void aCommittedTransactionSurvivesTheKillThatFollowsAtOnce() throws Exception {
        killAfter("committed", folder.toString());

        try (var database = open()) {
            int rows = database.with(handle -> handle.createQuery("select count(*) from probe")
                    .mapTo(Integer.class)
                    .one());
            assertThat(rows).isEqualTo(1);
        }
    }

    private Database open() {
        return Database.open(new DatabaseSettings.Embedded(folder.resolve("db")));
    }

    private Path mbox() throws IOException {
        var lines = new ArrayList<String>();
        IntStream.range(0, MAILS)
                .forEach(i -> lines.add("From x@example.org Thu Jan  1 00:00:00 2026\n"
                        + mail("m" + i + "@x", "subject " + i, "") + "\n"));
        return Files.writeString(folder.resolve("in.mbox"), String.join("", lines));
    }

    private static void killAfter(String word, String... arguments) throws Exception {
        var java = ProcessHandle.current().info().command().orElseThrow();
        var command = new ArrayList<>(
                List.of(java, "-Xmx300m", "-cp", System.getProperty("java.class.path"), ImportChild.class.getName()));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new ArrayList<String>();
        try (var lines = process.inputReader()) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                said.add(line);
                if (line.startsWith(word)) {
                    process.destroyForcibly();
                    break;
                }
            }
        }
        process.waitFor();
        assertThat(said).last().asString().startsWith(word);
    }
}
