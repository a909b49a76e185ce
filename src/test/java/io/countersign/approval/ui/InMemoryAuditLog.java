package io.countersign.approval.ui;

import io.countersign.approval.Approvals;
import io.countersign.approval.AuditEntry;
import io.countersign.approval.BatchResult;
import io.countersign.approval.BatchSummary;
import io.countersign.approval.PendingRow;
import io.countersign.approval.Proposal;
import io.countersign.approval.ProposeResult;
import io.countersign.approval.SenderHistory;
import io.countersign.approval.Step;
import io.countersign.approval.UndoResult;
import io.countersign.mail.Message;
import io.countersign.policy.Policy;
import io.countersign.shared.CountersignException;
import io.countersign.shared.task.Progress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;

/** The part of {@link Approvals} that the Activity view uses, in memory; everything else answers as an empty mailbox. */
public final class InMemoryAuditLog implements Approvals {
    private final List<AuditEntry> audit = new ArrayList<>();
    private final List<BatchSummary> batches = new ArrayList<>();
    private final Instant now;

    public InMemoryAuditLog(Instant now) {
        this.now = now;
    }

    public AuditEntry add(String event, String what, OptionalLong message, Instant at) {
        return add(event, what, message, at, Optional.empty());
    }

    public AuditEntry add(String event, String what, OptionalLong message, Instant at, Optional<String> outcome) {
        var entry = new AuditEntry(
                audit.size() + 1L,
                at,
                "local",
                event,
                OptionalLong.empty(),
                OptionalLong.empty(),
                message,
                OptionalLong.empty(),
                what,
                outcome);
        audit.add(entry);
        return entry;
    }

    /** As many lines of one batch as there are mails. */
    public void addRun(String event, String what, long batch, int mails) {
        for (int mail = 0; mail < mails; mail++) {
            audit.add(new AuditEntry(
                    audit.size() + 1L,
                    now,
                    "local",
                    event,
                    OptionalLong.of(batch),
                    OptionalLong.empty(),
                    OptionalLong.empty(),
                    OptionalLong.empty(),
                    what,
                    Optional.empty()));
        }
    }

    public BatchSummary addBatch(boolean approve, Map<String, Integer> byAction, int failed, Instant at) {
        var batch = new BatchSummary(batches.size() + 1L, at, "local", approve, byAction, failed, Optional.empty());
        batches.add(batch);
        return batch;
    }

    @Override
    public List<AuditEntry> audit(OptionalLong beforeId, int limit) {
        return audit.reversed().stream()
                .filter(e -> e.id() < beforeId.orElse(Long.MAX_VALUE))
                .limit(limit)
                .toList();
    }

    @Override
    public List<BatchSummary> batches(int limit) {
        return batches.reversed().stream().limit(limit).toList();
    }

    @Override
    public List<Step> steps(Instant since) {
        return List.of();
    }

    @Override
    public UndoResult undo(OptionalLong batch, Progress progress) {
        var found = batches.stream()
                .filter(b -> b.undoneAt().isEmpty() && b.id() == batch.orElse(b.id()))
                .findFirst()
                .orElseThrow(() -> new CountersignException.NotFound("batch", batch));
        batches.set(
                batches.indexOf(found),
                new BatchSummary(
                        found.id(),
                        found.at(),
                        found.user(),
                        found.approve(),
                        found.byAction(),
                        found.failed(),
                        Optional.of(now)));
        add("undone", "archive_email", OptionalLong.empty(), now);
        return new UndoResult(found.id(), found.size(), List.of());
    }

    @Override
    public List<PendingRow> pending() {
        return List.of();
    }

    @Override
    public List<Proposal> tray(int limit) {
        return List.of();
    }

    @Override
    public long pendingCount() {
        return 0;
    }

    @Override
    public Optional<Proposal> find(long id) {
        return Optional.empty();
    }

    @Override
    public List<Proposal> forMessage(long messageId) {
        return List.of();
    }

    @Override
    public SenderHistory history(String senderAddress) {
        return new SenderHistory(0, 0, 0);
    }

    @Override
    public ProposeResult propose(Predicate<Message> scope, long limit, boolean dryRun, Progress progress) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ProposeResult proposeFrom(long firstMessageId, Progress progress) {
        throw new UnsupportedOperationException();
    }

    @Override
    public BatchResult approve(Collection<Long> proposalIds, Progress progress) {
        throw new UnsupportedOperationException();
    }

    @Override
    public BatchResult reject(Collection<Long> proposalIds, Progress progress) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Policy alwaysDraft(long proposalId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Policy always(long proposalId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void resume(Progress progress) {}

    @Override
    public List<AuditEntry> auditOf(long messageId) {
        return List.of();
    }
}
