package io.countersign.job;

import io.countersign.shared.CountersignException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;

/**
 * The last lines of a run. It takes no text of exceptions but our own: those of libraries may quote what they choked on, mail
 * included. What it keeps is said in the language of whoever reads it. Thread-safe.
 */
final class RunLog {
    private static final int LINES = 20;
    private static final int LINE = 150;
    private static final int CAUSES = 5;

    private final Deque<String> lines = new ArrayDeque<>();
    private String phase = "";
    private boolean inPhase;

    /** Progress of one kind is one line, its newest; a number of nothing in particular is none. */
    synchronized void progress(long done, long total, String message) {
        if (total <= 0 && message.isEmpty()) {
            return;
        }
        if (inPhase && phase.equals(message)) {
            lines.pollLast();
        }
        var count = total > 0 ? String.format(Locale.ROOT, "%d of %d", done, total) : Long.toString(done);
        add(message.isEmpty() ? count : count + " " + message);
        phase = message;
        inPhase = true;
    }

    /** A line of its own. */
    synchronized void note(String line) {
        inPhase = false;
        add(line);
    }

    /** Why the run failed. */
    synchronized void failed(Throwable failure) {
        inPhase = false;
        var cause = failure;
        for (int i = 0; i < CAUSES && cause != null; i++) {
            keep((i == 0 ? "" : "caused by ") + describe(cause));
            cause = cause.getCause();
        }
    }

    synchronized void add(String line) {
        var oneLine = line.replaceAll("\\s+", " ");
        keep(oneLine.length() > LINE ? oneLine.substring(0, LINE - 1) + "…" : oneLine);
    }

    private synchronized void keep(String line) {
        lines.addLast(line);
        if (lines.size() > LINES) {
            lines.removeFirst();
        }
    }

    private static String describe(Throwable failure) {
        if (failure instanceof CountersignException ours) {
            return KeptFailure.of(ours).line();
        }
        var name = failure.getClass().getSimpleName();
        for (var frame : failure.getStackTrace()) {
            if (frame.getClassName().startsWith("io.countersign.")) {
                return name + " at " + frame.getFileName() + ":" + frame.getLineNumber();
            }
        }
        return name;
    }

    synchronized String text() {
        return String.join("\n", lines);
    }
}
