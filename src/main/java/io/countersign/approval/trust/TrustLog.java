package io.countersign.approval.trust;

import io.countersign.policy.Policy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is stored about one person's trust in policies. Blocking; takes part in the caller's transaction. */
public interface TrustLog {
    /** Makes whoever decides, in this process or another, wait until the running transaction ends. */
    void lock();

    /** Standings of these policies as they were last stored. */
    Map<Long, Stored> stored(Collection<Long> policyIds);

    void store(long policyId, Stored standing);

    /** Since when the policy does what it does now. */
    Origin origin(Policy policy);

    /** The standing decisions about what this version and later ones proposed, and what was said about them, in order. */
    List<TrustEvent> events(long policyId, int fromVersion);

    void answer(Policy policy, Answer answer, Instant now);

    /** Adds a line to the audit log; {@code event} is {@code automation_earned automation_on} or {@code automation_off}. */
    void audit(Instant at, String event, Policy policy, @Nullable String outcome);

    /** What was done alone from a moment up to before another. */
    List<TrustDesk.Done> done(Instant from, Instant to);

    /** Up to which day the person was told what was done alone. */
    Optional<LocalDate> told();

    void tell(LocalDate day);

    /** A standing, the version of the policy that it was worked out for, and the first version that did the same. */
    record Stored(int version, int fromVersion, Standing standing) {}

    /** The first version of a policy with its condition and action of now, and when that came. */
    record Origin(int version, Instant at) {}
}
