package io.countersign.mail;

import java.util.List;
import java.util.OptionalLong;

/**
 * What an import did. {@code read} = imported + duplicates; what was rejected was never read as a mail.
 *
 * @param rejected how many pieces of input could not be imported
 * @param errors why, the first thousand of them
 * @param firstNewId the smallest id that was given to a mail; empty when nothing was imported
 */
public record ImportResult(
        long read,
        long imported,
        long duplicates,
        long rejected,
        double seconds,
        List<Rejection> errors,
        OptionalLong firstNewId) {
    public ImportResult {
        errors = List.copyOf(errors);
    }
}
