package io.countersign.job.ui;

import io.countersign.job.ui.JobLine.Step;
import io.countersign.shared.task.Progress;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The runs that were asked for in this window, one after the other: each keeps a background thread, and the views need the
 * others. UI thread only, but for the progress.
 */
final class AskedRuns {
    private final Set<String> waiting = new LinkedHashSet<>();
    private final Map<String, Step> steps = new ConcurrentHashMap<>();
    private Optional<String> running = Optional.empty();

    /** False when it was asked for already. */
    boolean add(String job) {
        return !isRunning(job) && waiting.add(job);
    }

    /** False when it does not wait. */
    boolean remove(String job) {
        return waiting.remove(job);
    }

    /** The one to start now, which counts as running from here on. */
    Optional<String> next() {
        if (running.isPresent() || waiting.isEmpty()) {
            return Optional.empty();
        }
        running = Optional.of(waiting.iterator().next());
        running.ifPresent(waiting::remove);
        return running;
    }

    /** The one that was running has ended, however it did. */
    void ended() {
        running.ifPresent(steps::remove);
        running = Optional.empty();
    }

    boolean isWaiting(String job) {
        return waiting.contains(job);
    }

    boolean isRunning(String job) {
        return running.filter(job::equals).isPresent();
    }

    Optional<Step> step(String job) {
        return Optional.ofNullable(steps.get(job));
    }

    /** Reports to both. */
    Progress watched(String job, Progress progress) {
        return new Progress() {
            @Override
            public void report(long done, long total, String message) {
                steps.put(job, new Step(done, total, message));
                progress.report(done, total, message);
            }

            @Override
            public void checkCancelled() {
                progress.checkCancelled();
            }
        };
    }
}
