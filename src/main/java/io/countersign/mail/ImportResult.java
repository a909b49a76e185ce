package io.countersign.mail;

import java.util.List;

/**
 * What an import did.
 *
 * @param read mails found in the sources
 * @param duplicates mails that were stored before, or met before in the same import
 * @param rejected pieces of input that are no mail or could not be read
 * @param errors the first of the rejections; all are counted
 * @param firstNewId the smallest id given to a new mail; {@link Long#MAX_VALUE} when none was new
 */
public record ImportResult(
        long read,
        long imported,
        long duplicates,
        long rejected,
        double seconds,
        List<Rejection> errors,
        long firstNewId) {
    public ImportResult {
        errors = List.copyOf(errors);
    }
}
