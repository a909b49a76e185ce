package io.countersign.shared.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

@Tag("ui")
@ExtendWith(ApplicationExtension.class)
class FxBackgroundTasksTest {
    private final List<String> events = Collections.synchronizedList(new ArrayList<>());
    private final ExecutorService executor = Executors.newFixedThreadPool(2);
    private final FxBackgroundTasks tasks = new FxBackgroundTasks(
            executor, e -> events.add("central " + e.getMessage() + " " + Platform.isFxApplicationThread()));

    @AfterEach
    void close() {
        executor.close();
    }

    @Test
    void successAndFailureArriveOnTheFxThreadAndTheCentralHandlerIsFirst() throws Exception {
        onFx(() -> {
            tasks.run("t", _ -> 7, v -> events.add("done " + v + " " + Platform.isFxApplicationThread()));
        });
        waitFor(1);
        onFx(() -> {
            tasks.run(
                    "t",
                    _ -> {
                        throw new java.io.IOException("no");
                    },
                    _ -> events.add("never"),
                    _ -> events.add("own " + Platform.isFxApplicationThread()));
        });
        waitFor(3);
        assertThat(events).containsExactly("done 7 true", "central no true", "own true");
        assertThat(tasks.running()).isEmpty();
    }

    @Test
    void aCancelledJobStopsAtTheNextCheckpointWithoutAnInterrupt() throws Exception {
        var started = new CountDownLatch(1);
        var interrupted = new AtomicBoolean();
        var running = WaitForAsyncUtils.asyncFx(() -> tasks.run(
                        "t",
                        progress -> {
                            started.countDown();
                            try {
                                for (long i = 0; ; i++) {
                                    progress.report(i, 0, "");
                                    progress.checkCancelled();
                                }
                            } finally {
                                interrupted.set(Thread.currentThread().isInterrupted());
                            }
                        },
                        _ -> events.add("never"),
                        e -> events.add("own " + (e instanceof CancellationException))))
                .get();
        assertThat(started.await(20, TimeUnit.SECONDS)).isTrue();
        onFx(running::cancel);
        waitFor(1);
        assertThat(events).containsExactly("own true");
        assertThat(interrupted).isFalse();
        assertThat(tasks.running()).isEmpty();
    }

    @Test
    void timeLeftFollowsFromTheSpeedSoFar() {
        var state = new RunningTask.State(250, 1000, "", 50);
        assertThat(state.fraction()).isEqualTo(0.25);
        assertThat(state.timeLeft()).hasValueSatisfying(t -> assertThat(t).hasSeconds(15));
        assertThat(new RunningTask.State(250, 0, "", 50).timeLeft()).isEmpty();
        assertThat(new RunningTask.State(250, 0, "", 50).fraction()).isEqualTo(-1);
    }

    private void waitFor(int count) throws Exception {
        WaitForAsyncUtils.waitFor(
                20,
                TimeUnit.SECONDS,
                () -> events.size() >= count && tasks.running().isEmpty());
    }

    private static void onFx(Runnable work) throws Exception {
        WaitForAsyncUtils.asyncFx(work).get();
    }
}
