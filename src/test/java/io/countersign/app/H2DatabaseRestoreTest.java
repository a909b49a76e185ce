package io.countersign.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class H2DatabaseRestoreTest extends ProgramContract {
    @Override
    Map<String, String> environment() {
        return Map.of();
    }

    @Test
    void aDamagedDatabaseIsToldPlainlyAndItsCopyComesBackWithTheMailThatCameLater() throws IOException {
        int imported =
                json("import", mailbox.toString()).object().get("imported").asInt();
        passes(Duration.ofDays(1));
        assertThat(run("tray").exit()).as("copies the database").isZero();
        json("import", later().toString());
        var id = json("tray", "--limit", "1").object().get("id").asText();
        json("approve", id);
        damage();

        var failed = run("tray");

        assertThat(failed.exit()).isEqualTo(1);
        assertThat(failed.err().lines())
                .singleElement()
                .asString()
                .contains("countersign.mv.db is damaged", "2026-11-21 10:00 UTC", "check --restore-database");

        var restored = run("--json", "check", "--restore-database");

        assertThat(restored.exit()).as(restored.toString()).isZero();
        var told = restored.object();
        assertThat(told.get("mails").asInt()).isEqualTo(imported + 3);
        assertThat(told.get("indexed").asInt()).isEqualTo(imported + 3);
        assertThat(told.get("restored").get("copyOf").asText()).isEqualTo("2026-11-21T10:00:00Z");
        assertThat(told.get("restored").get("mailsFound").asInt()).isEqualTo(3);
        assertThat(told.get("restored").get("auditEntriesLost").isNull()).isTrue();
        assertThat(Path.of(told.get("restored").get("setAside").asText())).isRegularFile();
        assertThat(json("search", "zygomorphic").objects()).hasSize(3);
        assertThat(run("import", later().toString()).out()).contains("3");
        assertThat(run("check").out()).contains("Everything is in order.");
    }

    @Test
    void whatGoingBackLosesIsCountedWhereTheFileCanStillBeRead() throws IOException {
        json("import", mailbox.toString());
        passes(Duration.ofDays(1));
        assertThat(run("tray").exit()).as("copies the database").isZero();
        json("approve", json("tray", "--limit", "1").object().get("id").asText());

        var restored = run("check", "--restore-database");

        assertThat(restored.out())
                .containsPattern("Lost is what was decided since: [1-9]\\d* entries of the audit log");
        assertThat(json("tray").objects()).isNotEmpty();
    }

    @Test
    void withoutACopyNothingIsTouched() throws IOException {
        assertThat(run("check").exit()).isZero();
        var file = folder.resolve("home/countersign.mv.db");
        var before = Files.readAllBytes(file);

        var ran = run("check", "--restore-database");

        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.err()).contains("no usable copy");
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    private Path later() throws IOException {
        var mbox = new StringBuilder();
        for (int i = 0; i < 3; i++) {
            mbox.append(
                            "From x@example.org Thu Jan  1 00:00:00 2026\nFrom: Ann <ann@example.org>\nTo: me@example.org\n")
                    .append("Subject: zygomorphic " + i + "\nMessage-ID: <later" + i + "@example.org>\n")
                    .append("Date: Thu, 19 Nov 2026 10:0" + i + ":00 +0000\n\nHello " + i + "\n\n");
        }
        return Files.writeString(folder.resolve("later.mbox"), mbox);
    }

    private void damage() throws IOException {
        try (var channel = FileChannel.open(folder.resolve("home/countersign.mv.db"), StandardOpenOption.WRITE)) {
            // Zeros: lengths made of noise can make H2 ask for more memory than there is, which it tells as just that.
            channel.write(ByteBuffer.allocate((int) (channel.size() * 3 / 4) - 12_288), 12_288);
        }
    }
}
