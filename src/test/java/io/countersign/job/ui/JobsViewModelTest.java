package io.countersign.job.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.job.Counts;
import io.countersign.job.InMemoryJobDesk;
import io.countersign.job.JobRun.Outcome;
import io.countersign.job.Schedule;
import io.countersign.job.ui.JobLine.Phase;
import io.countersign.shared.CountersignException;
import io.countersign.shared.task.BackgroundTasks;
import io.countersign.shared.task.DirectTasks;
import io.countersign.shared.task.Progress;
import io.countersign.shared.ui.View;
import java.time.LocalTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class JobsViewModelTest {
    private final InMemoryJobDesk desk = InMemoryJobDesk.usual(JobsStage.NOW);
    private final JobsStage stage = new JobsStage(desk, new DirectTasks(), Locale.ENGLISH);
    private final JobsViewModel model = stage.model;

    @Test
    void eachJobIsToldWithItsScheduleItsStateAndItsLastRun() {
        model.watch(true);
        var words = model.words();
        assertThat(words.spoken(stage.line("ats-enrichment")))
                .isEqualTo("Application tracking, done, every day at 2:00\u202fAM, next run: tomorrow, 2:00\u202fAM,"
                        + " last run: 2:00\u202fAM · 3 s · 120 mails examined · 23 applications");
        assertThat(words.state(stage.line("recall-sampling"))).isEqualTo("paused");
        assertThat(words.next(stage.line("retention"))).isEqualTo("only when you run it");
        assertThat(words.progress(stage.line("embeddings"))).isEqualTo("running for 42 s");
        assertThat(words.schedule(stage.line("digest").state().schedule())).isEqualTo("every Monday at 8:00\u202fAM");
        assertThat(words.last(stage.line("index-catch-up")))
                .contains("The search server at https://search.example.com:9200 did not answer in time.");
    }

    @Test
    void theFirstJobIsShownUntilAnotherIsChosen() {
        model.watch(true);
        assertThat(model.currentProperty().get()).map(JobLine::name).contains("ats-enrichment");
        assertThat(model.runs()).hasSize(31);
        model.select("backup");
        assertThat(model.runs()).extracting(run -> run.counts().of("bytes")).containsExactly(48_200_000L);
    }

    @Test
    void itIsReadAgainOftenWhileAJobRunsAndOnlyWhileItIsShown() {
        model.watch(true);
        assertThat(stage.often).isEqualTo(1);
        desk.cancel("embeddings");
        stage.tick();
        assertThat(stage.line("embeddings").phase()).isEqualTo(Phase.RESTING);
        assertThat(stage.often).isEqualTo(1);
        model.watch(false);
        desk.ended("backup", JobsStage.NOW, Outcome.FAILED, Counts.NONE, "disk full");
        stage.tick();
        assertThat(model.words().state(stage.line("backup"))).isEqualTo("done");
    }

    @Test
    void aRunThatWasAskedForIsToldWhenItHasEndedAndLeadsToItsLog() {
        model.watch(true);
        model.run("backup");
        assertThat(stage.toasts.said()).containsExactly("Backup: done · 7 mails examined · Show");
        stage.toasts.press();
        assertThat(stage.shown).containsExactly(View.ACTIVITY);
        assertThat(model.currentProperty().get()).map(JobLine::name).contains("backup");
        assertThat(stage.line("backup").phase()).isEqualTo(Phase.RESTING);
    }

    @Test
    void aRunOnAnotherComputerCannotBeStoppedHereAndSaysWhere() {
        desk.begun("backup", "laptop");
        model.watch(true);
        assertThat(stage.line("backup").phase()).isEqualTo(Phase.ELSEWHERE);
        assertThat(model.words().progress(stage.line("backup"))).isEqualTo("on laptop · running for 42 s");
        var cancel = JobCommands.ofCurrent(model).stream()
                .filter(command -> command.id().equals("jobs.cancel"))
                .findFirst()
                .orElseThrow();
        model.select("backup");
        assertThat(cancel.run()).isFalse();
        model.select("embeddings");
        assertThat(cancel.run()).isTrue();
        assertThat(desk.cancelled()).containsExactly("embeddings");
    }

    @Test
    void pauseAndANewScheduleAreTakenBackFromTheirToast() {
        model.watch(true);
        model.pause("backup");
        assertThat(model.words().next(stage.line("backup"))).isEqualTo("none while it is paused");
        stage.toasts.press();
        assertThat(stage.line("backup").state().paused()).isFalse();

        model.reschedule("backup", new Schedule.Daily(LocalTime.of(22, 30)));
        assertThat(stage.toasts.said()).last().isEqualTo("Backup: every day at 10:30\u202fPM · Undo");
        stage.toasts.press();
        assertThat(stage.line("backup").state().schedule()).isEqualTo(new Schedule.Daily(LocalTime.of(3, 0)));
    }

    @Test
    void whatCannotBeReadIsToldAndReadNoMoreUntilAskedFor() {
        model.watch(true);
        stage.tick();
        desk.fail(new CountersignException.Invalid("database", "It did not answer."));
        stage.tick();
        assertThat(model.problemProperty().get()).isNotEmpty();
        desk.recover();
        stage.tick();
        assertThat(model.problemProperty().get()).isNotEmpty();
        model.read();
        assertThat(model.problemProperty().get()).isEmpty();
        assertThat(model.lines()).hasSize(8);
    }

    @Test
    void theFilterLooksAtNamesPurposesAndStates() {
        model.watch(true);
        model.filter("paused");
        assertThat(model.lines()).extracting(JobLine::name).containsExactly("recall-sampling");
        model.filter("every monday");
        assertThat(model.lines()).extracting(JobLine::name).containsExactly("digest");
        model.filter("");
        assertThat(model.lines()).hasSize(8);
    }

    @Test
    void eachJobCanBeRunAndPausedByNameFromEverywhere() {
        var offered = new ArrayList<String>();
        model.commands(commands -> commands.forEach(command -> {
            if (command.enabled().getAsBoolean()) {
                offered.add(command.title());
            }
        }));
        assertThat(offered)
                .contains("Run job: Backup", "Pause job: Backup", "Resume job: Sample of missed mail")
                .doesNotContain("Resume job: Backup", "Run job: Search by meaning");
    }

    @Test
    void whatIsAskedForWaitsForTheRunBeforeIt() {
        var queued = new Queued();
        var slow = new JobsStage(desk, queued, Locale.ENGLISH);
        slow.model.read();
        queued.drain();
        slow.model.run("backup");
        slow.model.run("policy-stats");
        slow.model.run("policy-stats");
        assertThat(slow.line("policy-stats").phase()).isEqualTo(Phase.WAITING);
        assertThat(slow.line("backup").phase()).isEqualTo(Phase.RUNNING);
        queued.drain();
        assertThat(slow.toasts.said())
                .containsExactly(
                        "Backup: done · 7 mails examined · Show", "Policy statistics: done · 7 mails examined · Show");
        assertThat(desk.history(Optional.of("policy-stats"), 9)).hasSize(2);
    }

    /** Work that is done when the test says so. */
    private static final class Queued implements BackgroundTasks {
        private final Deque<Runnable> work = new ArrayDeque<>();
        private final List<Throwable> failures = new ArrayList<>();

        void drain() {
            while (!work.isEmpty()) {
                work.removeFirst().run();
            }
            assertThat(failures).isEmpty();
        }

        @Override
        public <T> Running run(String title, Job<T> job, Consumer<T> onSuccess) {
            return run(title, job, onSuccess, _ -> {});
        }

        @Override
        public <T> Running run(String title, Job<T> job, Consumer<T> onSuccess, Consumer<Throwable> onFailure) {
            work.add(() -> {
                try {
                    onSuccess.accept(job.call(Progress.none()));
                } catch (Exception e) {
                    failures.add(e);
                }
            });
            return () -> {};
        }
    }
}
