package io.countersign.approval;

import io.countersign.approval.AuditLog.Line;
import io.countersign.approval.trust.TrustRecord;
import io.countersign.approval.trust.TrustRecord.Acting;
import io.countersign.policy.ActionEffect;
import io.countersign.shared.CountersignException;
import io.countersign.shared.task.Progress;
import java.util.List;
import java.util.Map;

/**
 * Approves and carries out what automatic policies propose, a batch per policy. A batch is recorded in one transaction, like a
 * person's decision: a killed process loses none and doubles none, since what is pending still is found again at the next start.
 *
 * <p>Nothing is learned and no approval is counted from it. {@code fired} counts what was put before the person, so what is done
 * alone is taken out of it; otherwise precision, approved / fired, would fall with every mail that nobody was asked about.
 */
final class Automation {
    private static final long NONE = 0;

    private final Workspace workspace;
    private final ApprovalStore store;
    private final TrustRecord trust;
    private final EffectRunner effects;

    Automation(Workspace workspace, ApprovalStore store, TrustRecord trust, EffectRunner effects) {
        this.workspace = workspace;
        this.store = store;
        this.trust = trust;
        this.effects = effects;
    }

    /** Does what is due of all automatic policies. */
    void run(Progress progress) {
        for (var acting : trust.acting()) {
            progress.checkCancelled();
            long batch = workspace.inTransaction(() -> record(acting.policy().id()));
            if (batch != NONE) {
                effects.run(batch, Map.of(), progress);
            }
        }
    }

    private long record(long policyId) {
        store.decisions().lock();
        // The policy may have been changed or demoted while this waited.
        return trust.acting().stream()
                .filter(acting -> acting.policy().id() == policyId)
                .findFirst()
                .map(this::record)
                .orElse(NONE);
    }

    private long record(Acting acting) {
        var due = store.automatic().candidates(acting).stream()
                .filter(proposal -> !ActionEffect.alwaysAsks(proposal.action())
                        && !trust.asksAnyway(proposal.policyId(), proposal.messageId()))
                .toList();
        if (due.isEmpty()) {
            return NONE;
        }
        var now = workspace.clock().instant();
        long batch = store.automatic().open(now, acting, Decidable.byAction(due));
        var ids = due.stream().map(Decidable::id).toList();
        if (store.writer().decide(batch, true, ids) != ids.size()) {
            throw new CountersignException.Stale("proposal");
        }
        store.automatic()
                .add(
                        batch,
                        now,
                        due.stream()
                                .map(proposal -> proposal.decided(List.of()))
                                .toList());
        store.counters().moved(Map.of(acting.policy().id(), -due.size()), now);
        store.journal().plan(batch, due, now);
        store.audit()
                .add(
                        now,
                        due.stream()
                                .map(proposal -> new Line(
                                        "automated",
                                        batch,
                                        proposal.id(),
                                        proposal.messageId(),
                                        proposal.policyId(),
                                        ActionWords.of(proposal.action()),
                                        acting.policy().name()))
                                .toList());
        return batch;
    }
}
