package io.countersign.approval;

import io.countersign.policy.Policy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Shows pending proposals as sure as they are by what was learned since they were made. */
final class Pendings {
    private static final int PART = 1000;

    private final Workspace workspace;
    private final ApprovalStore store;
    private final Lessons lessons;
    private final Learning learning;

    Pendings(Workspace workspace, ApprovalStore store, Lessons lessons, Learning learning) {
        this.workspace = workspace;
        this.store = store;
        this.lessons = lessons;
        this.learning = learning;
    }

    /** The same, in the same order; those that are not pending as they are. */
    List<Proposal> rescored(List<Proposal> proposals) {
        var pending = proposals.stream()
                .filter(one -> one.status() == ProposalStatus.PENDING)
                .toList();
        if (pending.isEmpty()) {
            return proposals;
        }
        var stored = store
                .proposals()
                .decidable(pending.stream().map(Proposal::id).toList())
                .stream()
                .collect(Collectors.toMap(Decidable::id, one -> one));
        var mails = Mails.byId(
                workspace.messages(), pending.stream().map(Proposal::messageId).toList());
        var policies = workspace.policies().all().stream().collect(Collectors.toMap(Policy::id, one -> one));
        var rescoring = lessons.rescoring();
        var now = workspace.clock().instant();
        return proposals.stream()
                .map(one -> Optional.ofNullable(stored.get(one.id()))
                        .map(found -> rescoring.rescored(
                                one,
                                new Rescoring.Basis(
                                        found,
                                        Optional.ofNullable(mails.get(one.messageId())),
                                        Optional.ofNullable(policies.get(one.policyId()))),
                                now))
                        .orElse(one))
                .toList();
    }

    /** Looks at the mail of those that an earlier version stored without its features; needed once. */
    void see() {
        boolean more = true;
        while (more) {
            more = workspace.inTransaction(this::seeSome);
        }
    }

    private boolean seeSome() {
        store.decisions().lock();
        var unseen = store.proposals().unseen(PART);
        var mails = Mails.byId(workspace.messages(), unseen.values());
        Map<Long, List<String>> features = new HashMap<>();
        unseen.forEach((id, messageId) -> features.put(
                id,
                Optional.ofNullable(mails.get(messageId)).map(learning::visible).orElseGet(List::of)));
        store.writer().see(features);
        return unseen.size() == PART;
    }
}
