package io.countersign.approval;

import io.countersign.approval.AuditLog.Line;
import io.countersign.approval.execution.ActionExecutors;
import io.countersign.approval.execution.Outcome;
import io.countersign.approval.execution.StateChange;
import io.countersign.mail.Message;
import io.countersign.policy.Action;
import io.countersign.policy.Policy;
import io.countersign.shared.CountersignException;
import io.countersign.shared.task.Progress;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What a person does to mail without waiting for a proposal: journalled, audited and undoable like an approval. What no policy
 * had proposed is logged as missed; where the same is pending, that is approved instead. Blocking and thread-safe.
 */
public final class ByHand {
    private static final int MAX_NAME = 200;

    private final Workspace workspace;
    private final ApprovalStore store;
    private final ActionExecutors executors;
    private final Approvals approvals;

    public ByHand(Workspace workspace, ApprovalStore store, ActionExecutors executors, Approvals approvals) {
        this.workspace = workspace;
        this.store = store;
        this.executors = executors;
        this.approvals = approvals;
    }

    /**
     * Acts on these mails, as one batch.
     *
     * @throws CountersignException.Invalid when the name of a label or folder is empty or too long
     */
    public ByHandResult act(Action.OnMailbox action, Collection<Long> messageIds, Progress progress) {
        check(action);
        var ids = Set.copyOf(messageIds);
        var done = workspace.inTransaction(() -> record(action, ids));
        var approved = approve(done.pending(), progress);
        return new ByHandResult(
                done.batch(),
                done.acted(),
                approved.decided(),
                approved.decided() == 0 ? OptionalLong.empty() : OptionalLong.of(approved.batch()),
                ids.size() - done.acted() - approved.decided());
    }

    private BatchResult approve(List<Long> pending, Progress progress) {
        return pending.isEmpty() ? BatchResult.nothing() : approvals.approve(pending, progress);
    }

    private static void check(Action.OnMailbox action) {
        switch (action) {
            case Action.Label(var label) -> check("label", label);
            case Action.MoveToFolder(var folder) -> check("folder", folder);
            case Action.Archive(), Action.MarkRead() -> {}
        }
    }

    private static void check(String what, String name) {
        if (name.isBlank() || name.length() > MAX_NAME || name.chars().anyMatch(Character::isISOControl)) {
            throw new CountersignException.Invalid(
                    what, "a name has 1 to " + MAX_NAME + " characters and stands on one line");
        }
    }

    private record Done(OptionalLong batch, int acted, List<Long> pending) {}

    private Done record(Action.OnMailbox action, Set<Long> ids) {
        store.decisions().lock();
        var mails = Mails.byId(workspace.messages(), ids);
        var earlier = store.proposals().earlier(ids);
        var pending = new ArrayList<Long>();
        var proposed = new HashSet<Long>();
        earlier.forEach((key, before) -> {
            if (key.action().equals(action)) {
                proposed.add(key.messageId());
                if (before.status() == ProposalStatus.PENDING && mails.containsKey(key.messageId())) {
                    pending.add(before.id());
                    mails.remove(key.messageId());
                }
            }
        });
        var changes = changes(action, mails);
        if (changes.isEmpty()) {
            return new Done(OptionalLong.empty(), 0, pending);
        }
        return new Done(OptionalLong.of(store(action, mails, changes, proposed)), changes.size(), pending);
    }

    private Map<Long, StateChange> changes(Action action, Map<Long, Message> mails) {
        var now = workspace.clock().instant();
        var changes = new LinkedHashMap<Long, StateChange>();
        mails.values().stream().sorted(Comparator.comparingLong(Message::id)).forEach(mail -> {
            if (executors.carryOut(action, mail, now) instanceof Outcome.Done done) {
                done.change()
                        .filter(change -> !change.before().equals(change.after()))
                        .ifPresent(change -> changes.put(mail.id(), change));
            }
        });
        return changes;
    }

    private long store(
            Action.OnMailbox action, Map<Long, Message> mails, Map<Long, StateChange> changes, Set<Long> proposed) {
        var now = workspace.clock().instant();
        var before = mails.values().stream()
                .filter(mail -> changes.containsKey(mail.id()))
                .sorted(Comparator.comparingLong(Message::id))
                .toList();
        var changed = before.stream()
                .map(mail -> mail.withState(
                        Objects.requireNonNull(changes.get(mail.id())).applyTo(mail.state())))
                .toList();
        if (workspace.messages().updateStates(changed).size() != changed.size()) {
            throw new CountersignException.Stale("mail");
        }
        long batch = store.decisions().openByHand(now, Map.of(action.id(), changed.size()));
        store.journal().record(batch, changes, now);
        var belonging = new Belonging(workspace.policies().all(), store.byHand().reaches());
        store.byHand()
                .add(
                        before.stream()
                                .map(mail -> new ByHandLog.Act(
                                        mail.id(),
                                        action,
                                        OptionalLong.of(batch),
                                        proposed.contains(mail.id()) ? List.of() : ids(belonging.of(action, mail))))
                                .toList(),
                        now);
        store.audit()
                .add(
                        now,
                        before.stream()
                                .map(mail ->
                                        new Line("by_hand", batch, null, mail.id(), null, ActionWords.of(action), null))
                                .toList());
        return batch;
    }

    private static List<Long> ids(List<Policy> policies) {
        return policies.stream().map(Policy::id).toList();
    }
}
