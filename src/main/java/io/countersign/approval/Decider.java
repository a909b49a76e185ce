package io.countersign.approval;

import io.countersign.approval.AuditLog.Line;
import io.countersign.approval.DecisionRepository.Decision;
import io.countersign.approval.trust.TrustRecord;
import io.countersign.mail.Message;
import io.countersign.shared.CountersignException;
import io.countersign.shared.task.Progress;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Decides proposals: one transaction holds the decision and everything that follows from it, then the effects run. */
final class Decider {
    private final Workspace workspace;
    private final ApprovalStore store;
    private final Lessons lessons;
    private final TrustRecord trust;
    private final EffectRunner effects;

    Decider(Workspace workspace, ApprovalStore store, Lessons lessons, TrustRecord trust, EffectRunner effects) {
        this.workspace = workspace;
        this.store = store;
        this.lessons = lessons;
        this.trust = trust;
        this.effects = effects;
    }

    private record Recorded(long batch, int size, Map<Long, Message> mails) {}

    BatchResult decide(Collection<Long> proposalIds, boolean approve, Progress progress) {
        var ids = new HashSet<>(proposalIds);
        var recorded = workspace.inTransaction(() -> record(ids, approve));
        int skipped = ids.size() - recorded.size();
        if (!approve || recorded.size() == 0) {
            return new BatchResult(recorded.batch(), recorded.size(), 0, 0, skipped, List.of());
        }
        var tally = effects.run(recorded.batch(), recorded.mails(), progress);
        return new BatchResult(
                recorded.batch(),
                recorded.size(),
                tally.executed(),
                tally.failures().size(),
                skipped,
                tally.failures());
    }

    /** Rejects what a policy had done alone; takes part in the caller's transaction, which took it back. */
    void rejectInstead(long takenBack, Collection<Long> ids) {
        var rejected = record(Set.copyOf(ids), false);
        if (rejected.size() > 0) {
            store.automatic().rejectedBy(rejected.batch(), takenBack);
        }
    }

    private Recorded record(Set<Long> ids, boolean approve) {
        store.decisions().lock();
        var found = store.proposals().decidable(ids);
        if (found.isEmpty()) {
            return new Recorded(0, 0, Map.of());
        }
        // To the precision of the databases: what is learned now must be what a replay from there gives.
        var now = workspace.clock().instant().truncatedTo(ChronoUnit.MICROS);
        var proposals = lessons.rescored(found, now);
        var mails = Mails.byId(
                workspace.messages(),
                proposals.stream().map(Decidable::messageId).toList());
        long batch = store.decisions().open(now, approve, Decidable.byAction(proposals));
        var pending = proposals.stream().map(Decidable::id).toList();
        if (store.writer().decide(batch, approve, pending) != pending.size()) {
            throw new CountersignException.Stale("proposal");
        }
        var decisions = proposals.stream()
                .map(proposal -> proposal.decided(Optional.ofNullable(mails.get(proposal.messageId()))
                        .map(lessons::features)
                        .orElse(List.of())))
                .toList();
        store.decisions().add(batch, approve, now, decisions);
        lessons.learn(
                batch,
                approve,
                now,
                decisions,
                proposals.stream().collect(Collectors.toMap(Decidable::id, Decidable::prior)));
        store.counters().decided(approve, decisions, now);
        trust.decided(approve, trustCounts(decisions), now);
        if (approve) {
            store.journal().plan(batch, proposals, now);
        }
        var event = approve ? "approved" : "rejected";
        store.audit()
                .add(
                        now,
                        proposals.stream()
                                .map(proposal -> Line.of(event, batch, proposal, ActionWords.of(proposal.action())))
                                .toList());
        return new Recorded(batch, proposals.size(), mails);
    }

    private static List<TrustRecord.Count> trustCounts(List<Decision> decisions) {
        record Version(long policyId, int version) {}
        return decisions.stream()
                .collect(Collectors.groupingBy(
                        one -> new Version(one.policyId(), one.policyVersion()), Collectors.counting()))
                .entrySet()
                .stream()
                .map(entry -> new TrustRecord.Count(
                        entry.getKey().policyId(), entry.getKey().version(), entry.getValue()))
                .toList();
    }
}
