package io.countersign.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Counts what an import does. Thread-safe. */
final class ImportTally {
    private static final int KEPT_ERRORS = 1000;

    private final List<Rejection> errors = new ArrayList<>();
    private long read;
    private long imported;
    private long duplicates;
    private long rejected;
    private long firstNewId = Long.MAX_VALUE;

    synchronized void read() {
        read++;
    }

    synchronized void rejected(Rejection rejection) {
        rejected++;
        if (errors.size() < KEPT_ERRORS) {
            errors.add(rejection);
        }
    }

    synchronized void stored(BatchWriter.Outcome outcome) {
        imported += outcome.imported();
        duplicates += outcome.duplicates();
        firstNewId = Math.min(firstNewId, outcome.firstNewId());
    }

    synchronized ImportResult result(double seconds) {
        return new ImportResult(
                read,
                imported,
                duplicates,
                rejected,
                seconds,
                errors,
                firstNewId == Long.MAX_VALUE ? OptionalLong.empty() : OptionalLong.of(firstNewId));
    }
}
