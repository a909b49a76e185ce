package io.countersign.approval;

import io.countersign.mail.Message;
import io.countersign.policy.Condition;
import io.countersign.policy.MessageFields;
import io.countersign.policy.Operand;
import io.countersign.policy.Policy;
import java.util.Optional;

/** Builds the policy behind "always": the same action for all mail of the same list, else of the same sender. */
final class SenderPolicies {
    private static final double THRESHOLD = 0.9;
    private static final int MAX_NAME = 120;

    private SenderPolicies() {}

    /**
     * A policy that is tried before the one that proposed.
     *
     * @param proposing empty when it was removed since
     * @return empty when the mail names neither list nor sender
     */
    static Optional<Policy> of(Proposal proposal, Message message, Optional<Policy> proposing) {
        var listId = message.envelope().listId();
        var email = message.envelope().from().email();
        if (listId.isEmpty() && email.isEmpty()) {
            return Optional.empty();
        }
        var field = MessageFields.named(listId.isPresent() ? "listId" : "from");
        var sender = listId.orElse(email);
        var leaf = new Condition.Leaf(Condition.Operator.EQ, field, new Operand.Text(sender));
        var name = ActionWords.of(proposal.action()) + ": always for " + sender;
        int priority = proposing.map(Policy::priority).orElse(Policy.MIN_PRIORITY + 1) - 1;
        return Optional.of(new Policy(
                0,
                0,
                name.length() > MAX_NAME ? name.substring(0, MAX_NAME) : name,
                "You asked for this whenever mail comes from " + sender + ".",
                true,
                Math.max(Policy.MIN_PRIORITY, priority),
                leaf,
                proposal.action(),
                Math.max(THRESHOLD, proposing.map(Policy::confidenceThreshold).orElse(0.0)),
                proposing.map(Policy::includeProtected).orElse(false)));
    }
}
