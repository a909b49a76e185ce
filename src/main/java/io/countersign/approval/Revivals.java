package io.countersign.approval;

import io.countersign.mail.Message;
import io.countersign.policy.Policy;
import java.time.Instant;
import java.util.function.LongFunction;

/** Decides whether something that was proposed before may be proposed again. */
final class Revivals {
    private Revivals() {}

    /** Only what was rejected, and only once the policy that proposes it, or the mail, changed since. */
    static boolean mayPropose(Earlier before, Policy policy, Message message, LongFunction<Instant> changedAt) {
        if (before.status() != ProposalStatus.REJECTED) {
            return false;
        }
        if (before.messageVersion() != message.version()) {
            return true;
        }
        return before.policyId() == policy.id()
                ? before.policyVersion() != policy.version()
                : before.ruling()
                        .map(rejection -> changedAt.apply(policy.id()).isAfter(rejection.at()))
                        .orElse(true);
    }
}
