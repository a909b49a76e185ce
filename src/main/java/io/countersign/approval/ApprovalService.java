package io.countersign.approval;

import io.countersign.approval.execution.ActionExecutors;
import io.countersign.approval.trust.TrustRecord;
import io.countersign.mail.Message;
import io.countersign.policy.Policy;
import io.countersign.shared.CountersignException;
import io.countersign.shared.task.Progress;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The use cases of countersigning, put together from their parts. */
public final class ApprovalService implements Approvals {
    private final Workspace workspace;
    private final ApprovalStore store;
    private final Learning learning;
    private final EffectRunner effects;
    private final Lessons lessons;
    private final Pendings pendings;
    private final Decider decider;
    private final Undoer undoer;
    private final Automation automation;

    /** One in which no policy ever acts alone. */
    public ApprovalService(Workspace workspace, ApprovalStore store, Learning learning, ActionExecutors executors) {
        this(workspace, store, learning, executors, TrustRecord.none());
    }

    /** {@code trust} says which policies act alone. */
    public ApprovalService(
            Workspace workspace, ApprovalStore store, Learning learning, ActionExecutors executors, TrustRecord trust) {
        this.lessons = new Lessons(workspace.user(), store.features(), learning);
        this.workspace = workspace;
        this.store = store;
        this.learning = learning;
        this.effects = new EffectRunner(workspace, store, executors);
        this.pendings = new Pendings(workspace, store, lessons, learning);
        this.decider = new Decider(workspace, store, lessons, trust, effects);
        this.undoer = new Undoer(workspace, store, lessons, trust, decider);
        this.automation = new Automation(workspace, store, trust, effects);
    }

    @Override
    public List<PendingRow> pending() {
        return QueueOrder.VALUE.sorted(store.proposals().pending(lessons.rescoring()));
    }

    @Override
    public List<Proposal> tray(int limit) {
        var ids = QueueOrder.VALUE.first(store.proposals().pending(lessons.rescoring()), limit).stream()
                .map(PendingRow::id)
                .toList();
        var found = pendings.rescored(store.proposals().pending(ids)).stream()
                .collect(Collectors.toMap(Proposal::id, one -> one));
        return ids.stream().flatMap(id -> Stream.ofNullable(found.get(id))).toList();
    }

    @Override
    public long pendingCount() {
        return store.proposals().pendingCount();
    }

    @Override
    public Optional<Proposal> find(long id) {
        return store.proposals()
                .find(id)
                .map(found -> pendings.rescored(List.of(found)).getFirst());
    }

    @Override
    public List<Proposal> forMessage(long messageId) {
        return pendings.rescored(store.proposals().forMessage(messageId));
    }

    @Override
    public SenderHistory history(String senderAddress) {
        return store.decisions().history(senderAddress);
    }

    @Override
    public ProposeResult propose(Predicate<Message> scope, long limit, boolean dryRun, Progress progress) {
        var result = proposer(new Proposer.Order(scope, limit, dryRun, progress))
                .run(workspace.messages()::forEachNewestFirst);
        if (!dryRun) {
            automation.run(progress);
        }
        return result;
    }

    @Override
    public ProposeResult proposeFrom(long firstMessageId, Progress progress) {
        var result = proposer(new Proposer.Order(_ -> true, Long.MAX_VALUE, false, progress))
                .run(visitor -> workspace.messages().forEachFrom(firstMessageId, visitor));
        automation.run(progress);
        return result;
    }

    private Proposer proposer(Proposer.Order order) {
        return new Proposer(workspace, store, learning, order);
    }

    @Override
    public BatchResult approve(Collection<Long> proposalIds, Progress progress) {
        return decider.decide(proposalIds, true, progress);
    }

    @Override
    public BatchResult reject(Collection<Long> proposalIds, Progress progress) {
        return decider.decide(proposalIds, false, progress);
    }

    @Override
    public UndoResult undo(OptionalLong batch, Progress progress) {
        return undoer.undo(batch);
    }

    @Override
    public Policy always(long proposalId) {
        var wanted = alwaysDraft(proposalId);
        var policy = workspace.inTransaction(() -> existing(wanted)
                .orElseGet(() -> workspace.policies().add(List.of(wanted)).getFirst()));
        approve(List.of(proposalId), Progress.none());
        return policy;
    }

    @Override
    public Policy alwaysDraft(long proposalId) {
        var proposal = find(proposalId).orElseThrow(() -> new CountersignException.NotFound("proposal", proposalId));
        var message = workspace
                .messages()
                .find(proposal.messageId())
                .orElseThrow(() -> new CountersignException.NotFound("message", proposal.messageId()));
        return SenderPolicies.of(proposal, message, workspace.policies().find(proposal.policyId()))
                .orElseThrow(() -> new CountersignException.NotFound("sender", proposal.messageId()));
    }

    private Optional<Policy> existing(Policy wanted) {
        return workspace.policies().all().stream()
                .filter(policy -> policy.enabled()
                        && policy.action().equals(wanted.action())
                        && policy.condition().equals(wanted.condition()))
                .findFirst();
    }

    @Override
    public void resume(Progress progress) {
        workspace.inTransaction(() -> {
            store.decisions().lock();
            lessons.relearn();
            return true;
        });
        pendings.see();
        for (long batch : store.decisions().unfinished()) {
            effects.run(batch, Map.of(), progress);
        }
        automation.run(progress);
    }

    @Override
    public List<AuditEntry> audit(OptionalLong beforeId, int limit) {
        return store.audit().newest(beforeId, limit);
    }

    @Override
    public List<AuditEntry> auditOf(long messageId) {
        return store.audit().of(messageId);
    }

    @Override
    public List<BatchSummary> batches(int limit) {
        return store.decisions().batches(limit);
    }

    @Override
    public List<Step> steps(Instant since) {
        return store.decisions().steps(since);
    }
}
