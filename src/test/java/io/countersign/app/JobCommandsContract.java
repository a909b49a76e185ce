package io.countersign.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Jobs without a window, as cron and systemd timers run them. */
abstract class JobCommandsContract extends ProgramContract {
    /** A server has copies of its own. */
    private List<String> all() {
        var first = List.of("ats-enrichment", "policy-stats", "recall-sampling", "mailbox-sync", "index-catch-up");
        var last = List.of("retention", "digest");
        var backup = environment().isEmpty() ? List.of("backup") : List.<String>of();
        return Stream.of(first, backup, last).flatMap(List::stream).toList();
    }

    @Test
    void allJobsAreListedWithTheFieldsOfTheContract() {
        var jobs = json("jobs", "list").objects();

        assertThat(jobs).extracting(job -> job.get("name").asText()).containsExactlyElementsOf(all());
        assertThat(names(jobs.getFirst()))
                .containsExactly(
                        "name", "schedule", "lastRun", "lastOutcome", "nextRun", "counts", "paused", "running");
        assertThat(jobs.getFirst().get("schedule").asText()).isEqualTo("02:00");
        assertThat(jobs.getFirst().get("nextRun").asText()).isEqualTo("2026-11-21T02:00:00Z");
        assertThat(jobs.getFirst().get("lastRun").isNull()).isTrue();
        assertThat(jobs.get(1).get("schedule").asText()).isEqualTo("02:15");
        assertThat(run("jobs").out()).contains("ats-enrichment", "2026-11-21 02:00", "every 15m", "mon 08:00");
        assertThat(json("--semantic", "on", "jobs").objects())
                .extracting(job -> job.get("name").asText())
                .contains("embeddings");
    }

    @Test
    void eachJobRunsAndItsHistoryTellsWhatItDid() {
        json("import", mailbox.toString());
        for (var name : all()) {
            var ran = json("jobs", "run", name).object();
            assertThat(ran.get("outcome").asText()).as(name).isEqualTo("done");
            assertThat(ran.get("trigger").asText()).isEqualTo("person");
        }

        var enriched = json("jobs", "history", "ats-enrichment").object();
        assertThat(enriched.get("counts").get("applications").asLong()).isPositive();
        var digest = json("jobs", "history", "digest", "--limit", "1").object();
        assertThat(names(digest.get("counts"))).containsExactly("pending", "atRisk", "doubles");
        assertThat(digest.get("counts").get("pending").asLong())
                .isEqualTo(json("tray").objects().size());
        assertThat(json("jobs", "history").objects()).hasSize(all().size());
        assertThat(run("jobs", "history").out()).contains("ats-enrichment", "done", "person");
        assertThat(json("jobs", "list").objects()).allSatisfy(job -> {
            assertThat(job.get("lastOutcome").asText()).isEqualTo("done");
            assertThat(job.get("lastRun").asText()).isEqualTo("2026-11-20T10:00:00Z");
        });
        assertThat(run("jobs", "run", "policy-stats").out()).startsWith("policy-stats done in 0.0 s: ");
    }

    @Test
    void schedulesAndPausesLast() {
        assertThat(json("jobs", "schedule", "ats-enrichment", "sun 03:00")
                        .object()
                        .get("nextRun")
                        .asText())
                .isEqualTo("2026-11-22T03:00:00Z");
        json("jobs", "schedule", "policy-stats", "every", "2h");
        json("jobs", "schedule", "digest", "off");
        json("jobs", "pause", "retention");

        var jobs = json("jobs", "list").objects();
        assertThat(jobs)
                .filteredOn(job -> !job.get("name").asText().equals("backup"))
                .extracting(job -> job.get("schedule").asText())
                .containsExactly("sun 03:00", "every 2h", "02:30", "every 15m", "every 15m", "04:00", "off");
        assertThat(jobs)
                .filteredOn(job -> job.get("paused").asBoolean())
                .extracting(job -> job.get("name").asText())
                .containsExactly("retention");
        assertThat(jobs)
                .filteredOn(job -> job.get("nextRun").isNull())
                .extracting(job -> job.get("name").asText())
                .containsExactly("retention", "digest");
        assertThat(json("jobs", "resume", "retention").object().get("nextRun").asText())
                .isEqualTo("2026-11-21T04:00:00Z");
    }

    @Test
    void whatIsWrongIsSaidInOneLine() {
        for (var arguments : List.of(
                List.of("jobs", "run", "nightmare"),
                List.of("jobs", "schedule", "digest", "whenever"),
                List.of("jobs", "history", "--limit", "0"))) {
            var ran = run(arguments.toArray(String[]::new));
            assertThat(ran.exit()).as("%s", arguments).isEqualTo(1);
            assertThat(ran.err().lines()).hasSize(1);
            assertThat(ran.out()).isEmpty();
        }
        assertThat(run("jobs", "run").exit()).isEqualTo(2);
    }

    @Test
    void retentionDeletesWhatKilledProcessesLeftBehindAndNothingElse() throws IOException {
        json("jobs", "list");
        var home = folder.resolve("home");
        var old = Files.writeString(home.resolve(".countersign-1.part"), "half");
        Files.setLastModifiedTime(old, FileTime.from(Instant.parse("2026-11-18T10:00:00Z")));
        var fresh = Files.writeString(home.resolve(".countersign-2.part"), "half");
        Files.setLastModifiedTime(fresh, FileTime.from(Instant.parse("2026-11-20T09:59:00Z")));
        var other = Files.writeString(home.resolve("notes.part"), "mine");
        Files.setLastModifiedTime(other, FileTime.from(Instant.parse("2020-11-18T10:00:00Z")));

        assertThat(json("jobs", "run", "retention")
                        .object()
                        .get("counts")
                        .get("files")
                        .asInt())
                .isEqualTo(1);
        assertThat(old).doesNotExist();
        assertThat(fresh).exists();
        assertThat(other).exists();
    }
}
