package io.countersign.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.demo.DemoMailbox;
import io.countersign.job.JobRun.Outcome;
import io.countersign.job.JobRun.Trigger;
import io.countersign.job.MovableClock;
import io.countersign.shared.db.DatabaseSettings;
import io.countersign.shared.task.Progress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real jobs on the real scheduler, as behind a window. */
final class JobPartsTest {
    @TempDir
    Path folder = Path.of("");

    private final MovableClock clock = new MovableClock("Europe/Berlin", "2026-03-26T12:00:00");

    private CompositionRoot open(Home home) {
        return CompositionRoot.open(home, new DatabaseSettings.Embedded(home.database()), "ann@example.org", clock);
    }

    @Test
    void whatWasMissedWhileTheWindowWasClosedRunsOnceWhenItOpens() throws InterruptedException {
        try (var home = Home.open(folder)) {
            try (var root = open(home)) {
                root.mailImport().importSource(new DemoMailbox(clock), Progress.none());
                root.jobs().start();
            }
            clock.move(Duration.ofDays(6)); // a Monday in between
            try (var root = open(home)) {
                var jobs = root.jobs();
                jobs.start();
                jobs.start();
                await(() ->
                        jobs.desk().jobs().stream().allMatch(job -> job.last().isPresent()));

                assertThat(jobs.desk().jobs()).allSatisfy(job -> {
                    assertThat(job.last().orElseThrow().outcome()).isEqualTo(Outcome.DONE);
                    assertThat(job.last().orElseThrow().trigger()).isEqualTo(Trigger.CATCH_UP);
                    assertThat(job.next().orElseThrow()).isAfter(clock.instant());
                });
                assertThat(jobs.desk().history(Optional.empty(), 99))
                        .hasSize(jobs.desk().jobs().size());
                var news = jobs.news();
                assertThat(news.take().orElseThrow().of(DigestNews.PENDING)).isPositive();
                assertThat(news.take()).isEmpty();
            }
            clock.move(Duration.ofMinutes(1));
            try (var root = open(home)) {
                assertThat(root.jobs().news().take()).as("told once").isEmpty();
            }
        }
    }

    @Test
    void aSummaryThatIsAWeekOldIsNotNews() {
        try (var home = Home.open(folder);
                var root = open(home)) {
            root.mailImport().importSource(new DemoMailbox(clock), Progress.none());
            root.jobs().desk().run(JobParts.DIGEST, Progress.none());
            clock.move(Duration.ofDays(8));

            assertThat(root.jobs().news().take()).isEmpty();
        }
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        var never = new CountDownLatch(1);
        for (int i = 0; i < 600 && !condition.getAsBoolean(); i++) {
            assertThat(never.await(100, TimeUnit.MILLISECONDS)).isFalse();
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }
}
