package io.countersign.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Followed mailboxes as a script sees them. */
abstract class SyncCommandsContract extends ProgramContract {
    private static String promotion(String id) {
        return "From x@example.org Thu Nov 19 10:00:00 2026\nMessage-ID: <" + id + "@shop.example>\n"
                + "From: Shop <deals@shop.example>\nTo: me@example.org\nSubject: 50% off everything, only today\n"
                + "Date: Thu, 19 Nov 2026 10:00:00 +0000\nList-Unsubscribe: <mailto:stop@shop.example>\n\n"
                + "Sale! 50% off everything. The offer ends on 19 November 2026. Unsubscribe here.\n\n";
    }

    private static void append(Path file, String content) throws IOException {
        Files.writeString(file, content, StandardCharsets.ISO_8859_1, StandardOpenOption.APPEND);
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-11-20T09:00:00Z")));
    }

    private JsonNode lastRun() {
        return json("jobs", "history", "mailbox-sync", "--limit", "1").object();
    }

    @Test
    void anImportIsFollowedAndSyncReadsWhatIsNew() throws IOException {
        var imported = json("import", mailbox.toString()).object();
        var source = json("sources", "list").object();
        assertThat(names(source)).containsExactly("path", "kind", "mails", "firstRead", "lastRead", "state");
        assertThat(source.get("path").asText()).isEqualTo(mailbox.toString());
        assertThat(source.get("kind").asText()).isEqualTo("mbox");
        assertThat(source.get("mails").asLong()).isEqualTo(imported.get("read").asLong());
        assertThat(source.get("firstRead").asText()).isEqualTo("2026-11-20T10:00:00Z");
        assertThat(source.get("state").asText()).isEqualTo("ok");
        int waiting = json("tray").objects().size();

        append(mailbox, promotion("new-1") + promotion("new-2"));
        var synced = json("sync").object();

        assertThat(names(synced))
                .containsExactly(
                        "read", "imported", "duplicates", "rejected", "seconds", "errors", "sources", "missing");
        assertThat(synced.get("imported").asLong()).isEqualTo(2);
        assertThat(synced.get("sources").asLong()).isEqualTo(1);
        assertThat(json("tray").objects()).as("policies looked at them").hasSizeGreaterThan(waiting);
        assertThat(json("search", "\"only today\"").objects())
                .as("they are found")
                .hasSizeGreaterThanOrEqualTo(2);
        assertThat(json("sync", mailbox.toString()).object().get("read").asLong())
                .isZero();
        assertThat(run("sync").out()).startsWith("0 mails read");
    }

    @Test
    void theJobSaysWhatItFoundAndWhatIsNotThere() throws IOException {
        json("import", mailbox.toString());
        append(mailbox, promotion("new-1"));

        assertThat(json("jobs", "run", "mailbox-sync").object().get("outcome").asText())
                .isEqualTo("done");
        var counts = lastRun().get("counts");
        assertThat(names(counts)).containsExactly("sources", "imported", "missing");
        assertThat(List.of(
                        counts.get("sources").asLong(),
                        counts.get("imported").asLong(),
                        counts.get("missing").asLong()))
                .containsExactly(1L, 1L, 0L);
        assertThat(lastRun().get("log").asText()).contains("1 new: " + mailbox);

        var away = Files.move(mailbox, folder.resolve("away"));
        var ran = json("jobs", "run", "mailbox-sync").object();
        assertThat(ran.get("outcome").asText()).as("no failure").isEqualTo("done");
        assertThat(ran.get("counts").get("missing").asLong()).isEqualTo(1);
        assertThat(ran.get("log").asText()).contains("Not there: " + mailbox);
        assertThat(json("sync").object().get("missing").get(0).get("reason").asText())
                .isEqualTo("missing");
        assertThat(run("sync").err()).contains("Cannot be read now (missing)", mailbox.toString());
        assertThat(json("sources").object().get("state").asText()).isEqualTo("missing");

        Files.move(away, mailbox);
        assertThat(json("jobs", "run", "mailbox-sync")
                        .object()
                        .get("counts")
                        .get("missing")
                        .asLong())
                .isZero();
    }

    @Test
    void mailboxesAreFollowedAndForgottenByHand() {
        assertThat(run("sources").err()).contains("No mailbox is followed");
        assertThat(json("sources", "follow", mailbox.toString())
                        .object()
                        .get("lastRead")
                        .isNull())
                .isTrue();
        assertThat(run("sources").out()).contains("mbox", "not yet", mailbox.toString());
        assertThat(json("sync").object().get("imported").asLong()).isPositive();
        json("sources", "forget", mailbox.toString());
        assertThat(json("sources").objects()).isEmpty();

        for (var wrong : List.of(
                List.of("sources", "forget", mailbox.toString()),
                List.of("sources", "follow", folder.resolve("absent").toString()),
                List.of("sync", folder.resolve("absent").toString()))) {
            var ran = run(wrong.toArray(String[]::new));
            assertThat(ran.exit()).as("%s", wrong).isEqualTo(1);
            assertThat(ran.err().lines()).hasSize(1);
        }
    }
}
