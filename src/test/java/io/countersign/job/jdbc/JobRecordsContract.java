package io.countersign.job.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.job.Counts;
import io.countersign.job.JobRun;
import io.countersign.job.JobRun.Outcome;
import io.countersign.job.JobRun.Trigger;
import io.countersign.job.JobSettings.Choice;
import io.countersign.job.Schedule;
import io.countersign.job.ScheduleText;
import io.countersign.shared.db.Database;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is kept about jobs, on both databases. */
abstract class JobRecordsContract {
    private static final Instant NOON = Instant.parse("2026-03-28T12:00:00Z");

    private final Database database = open();
    private final JdbcJobHistory history = new JdbcJobHistory(database, "ann@example.org");
    private final JdbcJobHistory others = new JdbcJobHistory(database, "bob@example.org");
    private final JdbcJobSettings settings = new JdbcJobSettings(database, "ann@example.org");

    abstract Database open();

    @AfterEach
    void close() {
        database.close();
    }

    private JobRun ran(String job, Instant at) {
        return history.end(
                history.begin(job, "laptop", Trigger.SCHEDULE, at),
                at,
                Outcome.DONE,
                Counts.of("b", 2).and("a", 1),
                "");
    }

    @Test
    void aRunIsKeptAsItWas() {
        var begun = history.begin("stats", "m".repeat(300), Trigger.CATCH_UP, NOON);
        assertThat(begun.outcome()).isEqualTo(Outcome.RUNNING);
        assertThat(begun.duration()).isEmpty();

        var ended = history.end(
                begun,
                NOON.plusSeconds(3),
                Outcome.FAILED,
                Counts.of("zebra", 2).and("ant", 7),
                "ü\u0000😀".repeat(4000));

        assertThat(ended.counts().values().toString()).isEqualTo("{zebra=2, ant=7}");
        assertThat(ended.duration()).contains(Duration.ofSeconds(3));
        assertThat(ended.log()).startsWith("ü😀ü").hasSizeLessThanOrEqualTo(4000);
        assertThat(ended.machine()).hasSize(200);
        assertThat(history.newest(Optional.empty(), 5)).containsExactly(ended);
        assertThat(others.newest(Optional.empty(), 5)).isEmpty();
        assertThat(others.find(ended.id())).isEmpty();
    }

    @Test
    void whatHasEndedStaysAsItIs() {
        var begun = history.begin("stats", "laptop", Trigger.PERSON, NOON);
        assertThat(history.interrupt("other", NOON)).isZero();
        assertThat(others.interrupt("stats", NOON)).isZero();
        assertThat(history.interrupt("stats", NOON.plusSeconds(9))).isOne();
        assertThat(history.interrupt("stats", NOON.plusSeconds(10))).isZero();

        var late = history.end(begun, NOON.plusSeconds(11), Outcome.DONE, Counts.of("a", 1), "");

        assertThat(late.outcome()).isEqualTo(Outcome.INTERRUPTED);
        assertThat(late.finishedAt()).contains(NOON.plusSeconds(9));
    }

    @Test
    void theNewestComeFirstOfOneJobOrOfAll() {
        var one = ran("stats", NOON);
        var two = ran("digest", NOON.plusSeconds(1));
        var three = ran("stats", NOON.plusSeconds(2));

        assertThat(history.newest(Optional.empty(), 2)).containsExactly(three, two);
        assertThat(history.newest(Optional.of("stats"), 9)).containsExactly(three, one);
        assertThat(history.newest(Optional.of("none"), 9)).isEmpty();
    }

    @Test
    void oldRunsAndTooManyAreForgottenButNoneThatGoesOn() {
        var running = history.begin("stats", "laptop", Trigger.SCHEDULE, NOON.minus(Duration.ofDays(400)));
        ran("stats", NOON.minus(Duration.ofDays(100)));
        var rare = ran("digest", NOON.minus(Duration.ofDays(10)));
        for (int i = 0; i < 6; i++) {
            ran("stats", NOON.plusSeconds(i));
        }
        var foreign = others.begin("stats", "tower", Trigger.SCHEDULE, Instant.EPOCH);
        others.end(foreign, Instant.EPOCH, Outcome.DONE, Counts.NONE, "");

        int forgotten = history.prune(NOON.minus(Duration.ofDays(90)), 4);

        assertThat(forgotten).isEqualTo(3); // the old one, and 2 of the 6
        assertThat(history.newest(Optional.of("stats"), 99)).hasSize(5).last().isEqualTo(running);
        assertThat(history.newest(Optional.of("digest"), 99)).containsExactly(rare);
        assertThat(others.newest(Optional.empty(), 9)).hasSize(1);
        assertThat(history.prune(NOON.minus(Duration.ofDays(90)), 4)).isZero();
    }

    @Test
    void choicesAreOneByOne() {
        assertThat(settings.all()).isEmpty();
        settings.pause("stats", true);
        settings.schedule("stats", ScheduleText.parse("sun 03:00"));
        settings.schedule("digest", new Schedule.ByHand());

        assertThat(settings.all())
                .isEqualTo(Map.of(
                        "stats", new Choice(Optional.of(ScheduleText.parse("sun 03:00")), true),
                        "digest", new Choice(Optional.of(new Schedule.ByHand()), false)));
        settings.pause("stats", false);
        assertThat(settings.all().get("stats"))
                .isEqualTo(new Choice(Optional.of(ScheduleText.parse("sun 03:00")), false));
        assertThat(new JdbcJobSettings(database, "bob@example.org").all()).isEmpty();
    }
}
