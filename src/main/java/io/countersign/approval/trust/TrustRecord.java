package io.countersign.approval.trust;

import io.countersign.policy.Policy;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * Follows what a person decides and tells which policies act alone. Takes part in the caller's transaction, which holds the lock
 * on the person's decisions.
 */
public interface TrustRecord {
    /** Takes note of a batch that was just stored. */
    void decided(boolean approve, Collection<Count> counts, Instant now);

    /** Takes note that decisions about proposals of these policies were just taken back. */
    void undone(Collection<Long> policyIds, Instant now);

    /** Policies that act alone now, in the order in which they are tried. */
    List<Acting> acting();

    /** True for the few proposals of an acting policy that the person is asked about all the same; always the same ones. */
    boolean asksAnyway(long policyId, long messageId);

    /** Decisions of one batch about proposals that one version of a policy made. */
    record Count(long policyId, int policyVersion, long times) {}

    /** A policy that acts alone on what its versions from {@code fromVersion} on propose from {@code since} on. */
    record Acting(Policy policy, int fromVersion, Instant since) {}

    /** Where no policy ever acts alone. */
    static TrustRecord none() {
        return new TrustRecord() {
            @Override
            public void decided(boolean approve, Collection<Count> counts, Instant now) {}

            @Override
            public void undone(Collection<Long> policyIds, Instant now) {}

            @Override
            public List<Acting> acting() {
                return List.of();
            }

            @Override
            public boolean asksAnyway(long policyId, long messageId) {
                return true;
            }
        };
    }
}
