package io.countersign.job;

import io.countersign.shared.CountersignException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;

/**
 * The last lines of a run. It takes no text of exceptions but our own: those of libraries may quote what they choked on, mail
 * included. Thread-safe.
 */
final class RunLog {
    private static final int LINES = 20;
    private static final int LINE = 150;
    private static final int CAUSES = 5;

    private final Deque<String> lines = new ArrayDeque<>();
    private String phase = "";
    private boolean inPhase;

    /** Progress of one kind is one line, its newest. */
    synchronized void progress(long done, long total, String message) {
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
            add((i == 0 ? "" : "caused by ") + describe(cause));
            cause = cause.getCause();
        }
    }

    synchronized void add(String line) {
        var oneLine = line.replaceAll("\\s+", " ");
        lines.addLast(oneLine.length() > LINE ? oneLine.substring(0, LINE - 1) + "…" : oneLine);
        if (lines.size() > LINES) {
            lines.removeFirst();
        }
    }

    private static String describe(Throwable failure) {
        var name = failure.getClass().getSimpleName();
        if (failure instanceof CountersignException ours) {
            return name + ": " + ours.messageKey() + " " + ours.arguments();
        }
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
