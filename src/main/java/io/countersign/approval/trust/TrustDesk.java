package io.countersign.approval.trust;

import java.time.LocalDate;
import java.util.List;

/** What a person decides about automation. Blocking and thread-safe; callers keep it off the UI thread. */
public interface TrustDesk {
    /** One per policy, in the order in which they are tried. */
    List<PolicyTrust> all();

    /** Policies that earned automation and whose person was not asked yet. */
    List<PolicyTrust> questions();

    /**
     * The person's answer to {@link #questions}: act alone from now on, or go on asking (and do not ask about it again).
     *
     * @throws io.countersign.shared.CountersignException.Invalid when the policy did not earn it, or its action always asks
     */
    PolicyTrust answer(long policyId, boolean automatic);

    /** Back to proposing, by the person. */
    PolicyTrust demote(long policyId);

    /** What policies did alone on a day of the person's time zone, by policy, with the batches that undo it. */
    Digest digest(LocalDate day);

    /** One day of automation. */
    record Digest(LocalDate day, List<Done> done) {
        public Digest {
            done = List.copyOf(done);
        }
    }

    /** What one policy did alone: how many mails it acted on, how many of these were undone since, and the batches. */
    record Done(long policyId, String name, long acted, long undone, List<Long> batches) {
        public Done {
            batches = List.copyOf(batches);
        }
    }
}
