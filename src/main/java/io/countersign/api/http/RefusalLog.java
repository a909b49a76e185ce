package io.countersign.api.http;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * What is refused, for the log: the first of a kind at once, and those that follow within a minute as one line at its end.
 * Whoever asks again and again does not fill the disk. Thread-safe.
 */
final class RefusalLog {
    private static final Duration TOGETHER = Duration.ofMinutes(1);

    private final Map<String, Kind> kinds = new HashMap<>();
    private final Consumer<String> line;
    private final LongSupplier nanos;

    private static final class Kind {
        private long since;
        private long more;
    }

    /** @param nanos a clock that never goes back, such as {@link System#nanoTime()} */
    RefusalLog(Consumer<String> line, LongSupplier nanos) {
        this.line = line;
        this.nanos = nanos;
    }

    /** {@code what}: one of few texts, never any of what a client sent. */
    void refused(String what) {
        if (isFirst(what)) {
            line.accept("Refused " + what);
        }
    }

    private synchronized boolean isFirst(String what) {
        var known = kinds.get(what);
        if (known != null) {
            known.more++;
            return false;
        }
        var kind = new Kind();
        kind.since = nanos.getAsLong();
        kinds.put(what, kind);
        return true;
    }

    /** Writes the sums of the minutes that are over; to be called every few seconds. */
    void sumUp() {
        sums(TOGETHER).forEach(line);
    }

    /** Writes all that is left. */
    void end() {
        sums(Duration.ZERO).forEach(line);
    }

    private synchronized List<String> sums(Duration least) {
        long now = nanos.getAsLong();
        var sums = new ArrayList<String>();
        kinds.entrySet().removeIf(entry -> {
            var kind = entry.getValue();
            if (now - kind.since < least.toNanos()) {
                return false;
            }
            boolean over = kind.more == 0;
            if (!over) {
                sums.add(String.format(Locale.ROOT, "Refused %s: %,d times more", entry.getKey(), kind.more));
            }
            kind.more = 0;
            kind.since = now;
            return over;
        });
        return sums;
    }
}
