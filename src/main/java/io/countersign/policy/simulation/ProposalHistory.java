package io.countersign.policy.simulation;

import io.countersign.mail.Message;
import io.countersign.policy.Action;
import io.countersign.policy.Policy;
import java.time.Instant;
import java.util.List;

/** What was proposed and decided before, from where proposals live. Blocking and thread-safe. */
public interface ProposalHistory {
    /** What was proposed for these mails before. */
    Past of(List<Message> mails);

    /** What was proposed for some mails before, as it was when it was read. Immutable. */
    interface Past {
        /**
         * Whether a run would propose the action of the policy for the mail: it was not proposed before, or it was rejected and
         * may be proposed again.
         *
         * @param revised the policy as given is not stored yet, and proposes otherwise than the stored one
         */
        boolean mayPropose(Message mail, Policy policy, boolean revised);

        /** The decisions about a mail that stand. */
        List<Decided> decisions(Message mail);
    }

    /**
     * A decision.
     *
     * @param mail as it was when it was decided, as far as what was carried out since tells
     */
    record Decided(Message mail, long policyId, Action action, boolean approved, Instant at) {}
}
