package io.countersign.shared.ui;

import io.countersign.shared.task.BackgroundTasks.Running;
import io.countersign.shared.task.Progress;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** One job as the person sees it. Reports may come from any thread; properties change on the JavaFX thread only. */
public final class RunningTask implements Running, Progress {
    private static final javafx.util.Duration BREATH = javafx.util.Duration.millis(50);

    private final String titleKey;
    private final long startedNanos = System.nanoTime();
    private final AtomicReference<@Nullable State> pending = new AtomicReference<>();
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State(0, 0, "", 0));
    private final ReadOnlyBooleanWrapper cancelling = new ReadOnlyBooleanWrapper();
    private volatile boolean cancelled;

    RunningTask(String titleKey) {
        this.titleKey = titleKey;
    }

    /**
     * How far it is.
     *
     * @param total 0 when unknown
     * @param perSecond units a second since it began; 0 while unknown
     */
    public record State(long done, long total, String message, double perSecond) {
        /** 0..1, or -1 when the end is unknown. */
        public double fraction() {
            return total <= 0 ? -1 : Math.clamp(done / (double) total, 0, 1);
        }

        /** When it will be done, at the speed so far. */
        public Optional<Duration> timeLeft() {
            return total <= 0 || perSecond <= 0 || done == 0
                    ? Optional.empty()
                    : Optional.of(Duration.ofMillis((long) (1000 * Math.max(0, total - done) / perSecond)));
        }
    }

    /** The text key of what it does. */
    public String titleKey() {
        return titleKey;
    }

    /** Changes at most twenty times a second; the last report always arrives. */
    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** True from the moment the person asked it to stop. */
    public ReadOnlyBooleanProperty cancellingProperty() {
        return cancelling.getReadOnlyProperty();
    }

    @Override
    public void cancel() {
        cancelled = true;
        cancelling.set(true);
    }

    @Override
    public void report(long done, long total, String message) {
        double seconds = (System.nanoTime() - startedNanos) / 1e9;
        var next = new State(done, total, message, seconds < 0.2 ? 0 : done / seconds);
        if (pending.getAndSet(next) == null) {
            Platform.runLater(this::publishSoon);
        }
    }

    // Work may report a hundred thousand times a second; nobody reads more than a few of them.
    private void publishSoon() {
        var wait = new PauseTransition(BREATH);
        wait.setOnFinished(_ -> {
            var newest = pending.getAndSet(null);
            if (newest != null) {
                state.set(newest);
            }
        });
        wait.play();
    }

    @Override
    public void checkCancelled() {
        if (cancelled) {
            throw new CancellationException();
        }
    }
}
