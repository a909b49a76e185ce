package io.countersign.approval;

import io.countersign.approval.trust.DigestNotice;
import io.countersign.approval.trust.PolicyTrust;
import io.countersign.approval.trust.TrustDesk;
import io.countersign.approval.trust.TrustLevel;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Trust in a map, moved by hand. */
public final class InMemoryTrust implements TrustDesk, DigestNotice {
    private final Map<Long, PolicyTrust> policies = new LinkedHashMap<>();
    private final List<Long> asked = new ArrayList<>();
    private final List<Digest> untold = new ArrayList<>();

    /** From now on the policy stands there. */
    public synchronized void set(long policyId, String name, TrustLevel level, Optional<String> demoted) {
        policies.put(policyId, new PolicyTrust(policyId, name, level, true, 73, 73, 0.95, 0, Instant.EPOCH, demoted));
    }

    /** The next reading tells of this day. */
    public synchronized void tell(Digest digest) {
        untold.add(digest);
    }

    @Override
    public synchronized List<PolicyTrust> all() {
        return List.copyOf(policies.values());
    }

    @Override
    public synchronized List<PolicyTrust> questions() {
        return policies.values().stream()
                .filter(one -> one.level() == TrustLevel.EARNED && !asked.contains(one.policyId()))
                .toList();
    }

    @Override
    public synchronized PolicyTrust answer(long policyId, boolean automatic) {
        asked.add(policyId);
        if (automatic) {
            set(policyId, name(policyId), TrustLevel.AUTOMATIC, Optional.empty());
        }
        return Objects.requireNonNull(policies.get(policyId));
    }

    @Override
    public synchronized PolicyTrust demote(long policyId) {
        set(policyId, name(policyId), TrustLevel.SUGGEST, Optional.empty());
        return Objects.requireNonNull(policies.get(policyId));
    }

    private String name(long policyId) {
        return Objects.requireNonNull(policies.get(policyId)).name();
    }

    @Override
    public Digest digest(LocalDate day) {
        return new Digest(day, List.of());
    }

    @Override
    public synchronized List<Digest> due() {
        var due = List.copyOf(untold);
        untold.clear();
        return due;
    }
}
