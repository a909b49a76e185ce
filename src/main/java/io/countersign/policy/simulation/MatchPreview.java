package io.countersign.policy.simulation;

import io.countersign.mail.Message;
import java.util.List;
import java.util.Optional;

/**
 * The mails that a condition holds for.
 *
 * @param of how many mails were looked at
 * @param newest the newest of them
 * @param problem why the condition could not be evaluated everywhere, a sentence
 */
public record MatchPreview(long count, long of, List<Message> newest, Optional<String> problem) {
    public MatchPreview {
        newest = List.copyOf(newest);
    }
}
