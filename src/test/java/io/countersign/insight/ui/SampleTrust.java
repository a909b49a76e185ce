package io.countersign.insight.ui;

import io.countersign.approval.trust.PolicyTrust;
import io.countersign.approval.trust.TrustDesk;
import io.countersign.approval.trust.TrustLevel;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** How far the policies of {@link SampleInsights#rich} may act alone. */
final class SampleTrust implements TrustDesk {
    final List<String> calls = new ArrayList<>();
    private final Map<Long, PolicyTrust> trusts = new LinkedHashMap<>();
    private final List<Long> questions = new ArrayList<>();

    SampleTrust() {
        add(1, "Promotions past their end", TrustLevel.AUTOMATIC, true, Optional.empty(), 0);
        add(2, "Newsletters unread for 60 days", TrustLevel.SUGGEST, true, Optional.empty(), 41);
        add(3, "Interview invitations → calendar", TrustLevel.EARNED, true, Optional.empty(), 0);
        add(4, "High risk → quarantine", TrustLevel.SUGGEST, false, Optional.empty(), 12);
        add(
                5,
                "Job alerts older than two weeks, if nothing in them was opened",
                TrustLevel.SUGGEST,
                true,
                Optional.of("Five of the last eight proposals were rejected; before, one in ten was."),
                30);
    }

    private void add(long id, String name, TrustLevel level, boolean mayAct, Optional<String> demoted, int missing) {
        trusts.put(
                id,
                new PolicyTrust(
                        id, name, level, mayAct, 104, 103, 0.958, missing, SampleInsights.CLOCK.instant(), demoted));
    }

    /** The person is asked about the policy that earned it. */
    SampleTrust asking() {
        questions.add(3L);
        return this;
    }

    @Override
    public List<PolicyTrust> all() {
        return List.copyOf(trusts.values());
    }

    @Override
    public List<PolicyTrust> questions() {
        return trusts.values().stream()
                .filter(trust -> questions.contains(trust.policyId()))
                .toList();
    }

    @Override
    public PolicyTrust answer(long policyId, boolean automatic) {
        calls.add("answer " + policyId + " " + automatic);
        questions.remove(policyId);
        return Objects.requireNonNull(trusts.get(policyId));
    }

    @Override
    public PolicyTrust demote(long policyId) {
        calls.add("demote " + policyId);
        return Objects.requireNonNull(trusts.get(policyId));
    }

    @Override
    public Digest digest(LocalDate day) {
        return new Digest(day, List.of());
    }
}
