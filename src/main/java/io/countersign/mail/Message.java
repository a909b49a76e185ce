package io.countersign.mail;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * A stored mail: the document that policies see and that {@code messages --json} prints.
 *
 * @param threadId the id of the first mail of its conversation
 * @param version grows whenever its state or understanding changes
 */
public record Message(
        long id, long threadId, int version, Envelope envelope, MailboxState state, Understanding understanding) {

    /** Whole days since it was received; 0 for mail dated in the future. */
    public long ageDays(Instant now) {
        return Math.max(0, Duration.between(envelope.receivedAt(), now).toDays());
    }

    /** All labels, those given by proposals included, without repetition. */
    public List<String> labels() {
        return state.assignedLabels().isEmpty()
                ? state.labels()
                : Stream.concat(state.labels().stream(), state.assignedLabels().stream())
                        .distinct()
                        .toList();
    }

    /** True for mail that the person marked as worth keeping: starred, answered or labelled by hand. */
    public boolean isProtected() {
        return state.starred() || state.answered() || SystemLabels.anyByHand(state.labels());
    }

    public Message withState(MailboxState state) {
        return new Message(id, threadId, version, envelope, state, understanding);
    }

    public Message withUnderstanding(Understanding understanding) {
        return new Message(id, threadId, version, envelope, state, understanding);
    }
}
