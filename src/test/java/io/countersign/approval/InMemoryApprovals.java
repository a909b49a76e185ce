package io.countersign.approval;

import io.countersign.learning.FeatureContribution;
import io.countersign.mail.Message;
import io.countersign.policy.Clause;
import io.countersign.policy.Condition;
import io.countersign.policy.Policy;
import io.countersign.shared.CountersignException;
import io.countersign.shared.task.Progress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Proposals in a map, the surest first: decides, undoes and fails on request, and remembers in which order it was asked.
 */
public final class InMemoryApprovals implements Approvals {
    private final Map<Long, PendingRow> rows = new LinkedHashMap<>();
    private final Map<Long, Rationale> rationales = new HashMap<>();
    private final Map<Long, ProposalStatus> statuses = new HashMap<>();
    private final List<BatchSummary> batches = new ArrayList<>();
    private final Map<Long, Set<Long>> idsOfBatch = new HashMap<>();
    private final Set<Long> cannotBeExecuted = new HashSet<>();
    private final List<String> calls = new ArrayList<>();
    private ProposeResult nextRun = new ProposeResult(0, 0, 0, List.of());
    private boolean broken;
    private boolean unlistable;

    public synchronized void add(PendingRow row) {
        rows.put(row.id(), row);
        statuses.put(row.id(), ProposalStatus.PENDING);
    }

    public synchronized void explain(long id, Rationale rationale) {
        rationales.put(id, rationale);
    }

    /** From now on every decision throws, as if the disk were full. */
    public synchronized void breakDown(boolean broken) {
        this.broken = broken;
    }

    /** From now on the list cannot be read. */
    public synchronized void failToList(boolean fails) {
        unlistable = fails;
    }

    /** Approving this one will be recorded, but not carried out. */
    public synchronized void failToExecute(long id, boolean fails) {
        if (fails) {
            cannotBeExecuted.add(id);
        } else {
            cannotBeExecuted.remove(id);
        }
    }

    public synchronized void nextRun(ProposeResult result) {
        nextRun = result;
    }

    /** Something was decided before. */
    public synchronized void add(BatchSummary batch) {
        batches.add(batch);
    }

    /** Something was learned about what is pending. */
    public synchronized void learn(long id, double confidence) {
        rows.computeIfPresent(id, (_, row) -> row.rescored(confidence));
    }

    /** What was asked for, in order: {@code approve [1, 2]}. */
    public synchronized List<String> calls() {
        return List.copyOf(calls);
    }

    public synchronized ProposalStatus statusOf(long id) {
        return Objects.requireNonNull(statuses.get(id));
    }

    @Override
    public synchronized List<PendingRow> pending() {
        if (unlistable) {
            throw new CountersignException.Storage("list", new IllegalStateException("disk gone"));
        }
        return rows.values().stream()
                .filter(row -> statuses.get(row.id()) == ProposalStatus.PENDING)
                .sorted(QueueOrder.SUREST_FIRST)
                .toList();
    }

    @Override
    public List<Proposal> tray(int limit) {
        return pending().stream().limit(limit).map(this::proposal).toList();
    }

    @Override
    public synchronized long pendingCount() {
        return statuses.values().stream().filter(ProposalStatus.PENDING::equals).count();
    }

    @Override
    public synchronized Optional<Proposal> find(long id) {
        return Optional.ofNullable(rows.get(id)).map(this::proposal);
    }

    @Override
    public List<Proposal> forMessage(long messageId) {
        return List.of();
    }

    @Override
    public SenderHistory history(String senderAddress) {
        return new SenderHistory(9, 0, 1);
    }

    @Override
    public synchronized ProposeResult propose(Predicate<Message> scope, long limit, boolean dryRun, Progress progress) {
        calls.add("propose");
        return nextRun;
    }

    @Override
    public ProposeResult proposeFrom(long firstMessageId, Progress progress) {
        return nextRun;
    }

    @Override
    public synchronized BatchResult approve(Collection<Long> proposalIds, Progress progress) {
        calls.add("approve " + proposalIds.stream().sorted().toList());
        return decide(proposalIds, true);
    }

    @Override
    public synchronized BatchResult reject(Collection<Long> proposalIds, Progress progress) {
        calls.add("reject " + proposalIds.stream().sorted().toList());
        return decide(proposalIds, false);
    }

    @Override
    public synchronized UndoResult undo(OptionalLong batch, Progress progress) {
        var found = batches.stream()
                .filter(one -> one.undoneAt().isEmpty() && (batch.isEmpty() || batch.getAsLong() == one.id()))
                .reduce((_, last) -> last)
                .orElseThrow(() -> new CountersignException.NotFound("batch", batch));
        calls.add("undo " + idsIn(found).stream().sorted().toList());
        batches.set(
                batches.indexOf(found),
                new BatchSummary(
                        found.id(),
                        found.at(),
                        found.user(),
                        found.approve(),
                        found.byAction(),
                        found.failed(),
                        Optional.of(Instant.EPOCH)));
        var ids = idsIn(found);
        ids.forEach(id -> statuses.put(id, ProposalStatus.PENDING));
        return new UndoResult(found.id(), ids.size(), List.of());
    }

    @Override
    public synchronized Policy alwaysDraft(long proposalId) {
        calls.add("draft " + proposalId);
        return policy(0, Objects.requireNonNull(rows.get(proposalId)));
    }

    @Override
    public synchronized Policy always(long proposalId) {
        calls.add("always " + proposalId);
        var row = Objects.requireNonNull(rows.get(proposalId));
        decide(List.of(proposalId), true);
        return policy(99, row);
    }

    private static Policy policy(long id, PendingRow row) {
        return new Policy(
                id,
                1,
                "Always: " + row.from().display(),
                "",
                true,
                1,
                new Condition.All(List.of()),
                row.action(),
                0.9,
                false);
    }

    @Override
    public void resume(Progress progress) {}

    @Override
    public List<AuditEntry> audit(OptionalLong beforeId, int limit) {
        return List.of();
    }

    @Override
    public List<AuditEntry> auditOf(long messageId) {
        return List.of();
    }

    @Override
    public synchronized List<BatchSummary> batches(int limit) {
        return batches.reversed().stream().limit(limit).toList();
    }

    @Override
    public synchronized List<Step> steps(Instant since) {
        return batches.stream()
                .map(batch -> new Step(batch.at(), batch.size(), batch.undoneAt()))
                .filter(step ->
                        !step.at().isBefore(since) || step.undoneAt().stream().anyMatch(at -> !at.isBefore(since)))
                .toList();
    }

    private Set<Long> idsIn(BatchSummary batch) {
        return idsOfBatch.getOrDefault(batch.id(), Set.of());
    }

    private BatchResult decide(Collection<Long> ids, boolean approve) {
        if (broken) {
            throw new CountersignException.Storage("decide", new IllegalStateException("disk full"));
        }
        var decided = new HashSet<Long>();
        var failures = new ArrayList<BatchResult.Failure>();
        var byAction = new HashMap<String, Integer>();
        for (long id : ids) {
            if (statuses.get(id) == ProposalStatus.PENDING) {
                boolean fails = approve && cannotBeExecuted.contains(id);
                statuses.put(
                        id,
                        fails ? ProposalStatus.FAILED : approve ? ProposalStatus.EXECUTED : ProposalStatus.REJECTED);
                decided.add(id);
                byAction.merge(Objects.requireNonNull(rows.get(id)).action().id(), 1, Integer::sum);
                if (fails) {
                    failures.add(new BatchResult.Failure(id, "The mailbox is read-only."));
                }
            }
        }
        long batch = batches.size() + 1L;
        batches.add(
                new BatchSummary(batch, Instant.EPOCH, "local", approve, byAction, failures.size(), Optional.empty()));
        idsOfBatch.put(batch, decided);
        int executed = approve ? decided.size() - failures.size() : 0;
        return new BatchResult(batch, decided.size(), executed, failures.size(), ids.size() - decided.size(), failures);
    }

    private Proposal proposal(PendingRow row) {
        var rationale = rationales.getOrDefault(
                row.id(),
                new Rationale(
                        "It ended 10 days ago and you archive most of what this shop sends.",
                        List.of(new Clause("category is promotion", true, "0.98")),
                        List.of(new FeatureContribution("category:promotion", 0.4, 0.12))));
        return new Proposal(
                row.id(),
                1,
                statusOf(row.id()),
                row.messageId(),
                row.policyId(),
                row.policyName(),
                row.action(),
                row.confidence(),
                rationale,
                row.receivedAt(),
                Optional.empty());
    }
}
