package io.countersign.shared.cli;

import io.countersign.shared.task.Progress;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/** A one-line progress bar that redraws itself at most ten times a second. */
final class ConsoleProgress implements Progress {
    private static final long REDRAW_NANOS = 100_000_000;
    private static final int WIDTH = 30;

    private final PrintWriter err;
    private final AtomicLong lastDrawn = new AtomicLong(System.nanoTime());

    ConsoleProgress(PrintWriter err) {
        this.err = err;
    }

    @Override
    public void report(long done, long total, String message) {
        long now = System.nanoTime();
        long last = lastDrawn.get();
        boolean finished = total > 0 && done >= total;
        if (!finished && (now - last < REDRAW_NANOS || !lastDrawn.compareAndSet(last, now))) {
            return;
        }
        err.print("\r" + bar(done, total) + " " + shortened(message) + "\u001b[K" + (finished ? "\n" : ""));
        err.flush();
    }

    @Override
    public void checkCancelled() {
        // Ctrl-C ends the process; what was stored stays stored.
    }

    private static String bar(long done, long total) {
        if (total <= 0) {
            return String.format(Locale.ROOT, "%,d", done);
        }
        int filled = (int) Math.min(WIDTH, WIDTH * done / total);
        return "[" + "#".repeat(filled) + "-".repeat(WIDTH - filled) + "] " + 100 * done / total + "%";
    }

    private static String shortened(String message) {
        return message.length() > 40 ? message.substring(0, 39) + "…" : message;
    }
}
