package io.countersign.ask.llm;

import io.countersign.ask.LanguageModel.Reply;
import io.countersign.ask.ModelFailure;
import io.countersign.shared.task.Progress;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Waits for what a model writes, no longer than allowed, and notices within a tenth of a second that nobody wants it any more. */
final class Conversation {
    private static final int LONGEST_REPLY = 20_000; // characters: about eight pages
    private static final long TICK_MILLIS = 100;

    private final TimeLimits limits;
    private final Consumer<String> told;
    private final Progress progress;
    private final StringBuilder text = new StringBuilder();
    private Optional<ModelFailure> failure = Optional.empty();
    private Optional<Duration> busy = Optional.empty();
    private boolean ended;

    Conversation(TimeLimits limits, Consumer<String> told, Progress progress) {
        this.limits = limits;
        this.told = told;
        this.progress = progress;
    }

    /** Until the end; how long to wait if the server was too busy to begin. */
    Optional<Duration> follow(BlockingQueue<Signal> signals) {
        long start = System.nanoTime();
        long alive = start;
        var silence = limits.first();
        while (!ended) {
            progress.checkCancelled();
            var signal = poll(signals);
            long now = System.nanoTime();
            if (signal != null) {
                alive = now;
                silence = limits.silence();
                hear(signal);
            }
            if (!ended) {
                late(now - start, now - alive, silence).ifPresent(this::fail);
            }
        }
        return busy;
    }

    private void hear(Signal signal) {
        switch (signal) {
            case Signal.Alive _ -> {}
            case Signal.Piece(var piece) -> take(piece);
            case Signal.Busy(var pause) -> {
                busy = Optional.of(pause);
                ended = true;
            }
            case Signal.End(var why) -> {
                failure = why.isEmpty() && text.toString().isBlank() ? Optional.of(new ModelFailure.Broken()) : why;
                ended = true;
            }
        }
    }

    private void fail(ModelFailure why) {
        failure = Optional.of(why);
        ended = true;
    }

    private void take(String piece) {
        int room = LONGEST_REPLY - text.length();
        var fitting = piece.length() <= room ? piece : piece.substring(0, room);
        text.append(fitting);
        told.accept(fitting);
        if (fitting.length() < piece.length()) {
            fail(new ModelFailure.TooLong());
        }
    }

    private Optional<ModelFailure> late(long whole, long quiet, Duration silence) {
        if (whole > limits.whole().toNanos()) {
            return Optional.of(new ModelFailure.TimedOut(limits.whole()));
        }
        return quiet > silence.toNanos() ? Optional.of(new ModelFailure.TimedOut(silence)) : Optional.empty();
    }

    /** Waits as long as the server asked for, or as long as is allowed. */
    void pause(Duration asked) {
        long start = System.nanoTime();
        long length = Math.min(asked.toNanos(), limits.retry().toNanos());
        var nothing = new LinkedBlockingQueue<Signal>();
        while (System.nanoTime() - start < length) {
            progress.checkCancelled();
            poll(nothing);
        }
    }

    private static @Nullable Signal poll(BlockingQueue<Signal> signals) {
        try {
            return signals.poll(TICK_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        }
    }

    Reply reply() {
        return new Reply(text.toString(), failure);
    }
}
