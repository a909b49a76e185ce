package io.countersign.approval;

import io.countersign.approval.AuditLog.Line;
import io.countersign.approval.DecisionRepository.Decision;
import io.countersign.approval.UndoResult.Kept;
import io.countersign.approval.trust.TrustRecord;
import io.countersign.shared.CountersignException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Takes batches back, in one transaction each. */
final class Undoer {
    private final Workspace workspace;
    private final ApprovalStore store;
    private final Lessons lessons;
    private final TrustRecord trust;
    private final Decider decider;

    /** {@code decider} notes that the person rejects what a policy had done alone. */
    Undoer(Workspace workspace, ApprovalStore store, Lessons lessons, TrustRecord trust, Decider decider) {
        this.workspace = workspace;
        this.store = store;
        this.lessons = lessons;
        this.trust = trust;
        this.decider = decider;
    }

    UndoResult undo(OptionalLong batch) {
        return workspace.inTransaction(() -> {
            store.decisions().lock();
            return undo(batch.isPresent() ? batch.getAsLong() : newest());
        });
    }

    private long newest() {
        return store.decisions().newestUndoable().orElseThrow(() -> new CountersignException.NotFound("undo", ""));
    }

    private UndoResult undo(long batch) {
        var opened = store.decisions().find(batch).orElseThrow(() -> new CountersignException.NotFound("batch", batch));
        if (opened.byHand()) {
            return undoByHand(batch);
        }
        var standing = opened.automatic()
                ? store.automatic().standing(batch)
                : store.decisions().standing(batch);
        if (standing.isEmpty()) {
            throw new CountersignException.NotFound("undo", batch);
        }
        var now = workspace.clock().instant();
        var kept = opened.approve() ? reverse(batch, standing) : List.<Kept>of();
        var reasons = kept.stream().collect(Collectors.toMap(Kept::id, Kept::reason));
        var undone = standing.stream()
                .filter(decision -> !reasons.containsKey(decision.proposalId()))
                .toList();
        var ids = undone.stream().map(Decision::proposalId).toList();
        store.entries().removeOf(ids);
        store.writer().reopen(batch, ids);
        store.decisions().undo(batch, ids, now);
        audit(batch, standing, reasons, now);
        if (opened.automatic()) {
            store.automatic().undo(batch, ids, now);
            store.counters().moved(count(undone), now);
            decider.rejectInstead(batch, ids);
        } else {
            store.counters().undone(opened, undone, now);
            lessons.unlearn(batch, undone);
            trust.undone(count(undone).keySet(), now);
        }
        return new UndoResult(batch, undone.size(), kept);
    }

    private static Map<Long, Integer> count(List<Decision> decisions) {
        return decisions.stream().collect(Collectors.toMap(Decision::policyId, _ -> 1, Integer::sum));
    }

    private UndoResult undoByHand(long batch) {
        var effects = store.journal().ofBatch(batch);
        if (effects.isEmpty()) {
            throw new CountersignException.NotFound("undo", batch);
        }
        var now = workspace.clock().instant();
        var kept = reverse(effects).stream()
                .map(one -> new Kept(-one.id(), one.reason())) // told by mail: there is no proposal
                .toList();
        var reasons = kept.stream().collect(Collectors.toMap(Kept::id, Kept::reason));
        var mails = effects.stream().map(EffectJournal.Entry::messageId).toList();
        var undone = mails.stream().filter(mail -> !reasons.containsKey(mail)).toList();
        store.byHand().undone(batch, undone, now);
        store.decisions().undo(batch, List.of(), now);
        store.audit()
                .add(
                        now,
                        mails.stream()
                                .map(mail -> new Line(
                                        reasons.containsKey(mail) ? "kept" : "undone",
                                        batch,
                                        null,
                                        mail,
                                        null,
                                        "By hand",
                                        reasons.get(mail)))
                                .toList());
        return new UndoResult(batch, undone.size(), kept);
    }

    private List<Kept> reverse(long batch, List<Decision> standing) {
        var wanted = standing.stream().map(Decision::proposalId).collect(Collectors.toSet());
        return reverse(store.journal().ofBatch(batch).stream()
                .filter(effect -> wanted.contains(effect.proposalId()))
                .toList());
    }

    private List<Kept> reverse(List<EffectJournal.Entry> effects) {
        var ids = effects.stream()
                .filter(effect -> effect.change().isPresent())
                .map(EffectJournal.Entry::messageId)
                .distinct()
                .toList();
        var mails = Mails.byId(workspace.messages(), ids);
        var reversal = new Reversal(store.journal().standingOn(ids), mails);
        effects.reversed().forEach(reversal::reverse);
        var changed = reversal.changed();
        if (workspace.messages().updateStates(changed).size() != changed.size()) {
            throw new CountersignException.Stale("mail");
        }
        store.journal().rebase(reversal.rebased());
        store.journal().undone(reversal.undone());
        return reversal.kept();
    }

    private void audit(long batch, List<Decision> standing, Map<Long, String> reasons, Instant now) {
        var lines = new ArrayList<Line>(standing.size());
        for (var decision : standing) {
            var reason = Optional.ofNullable(reasons.get(decision.proposalId()));
            lines.add(line(reason.isPresent() ? "kept" : "undone", batch, decision, reason.orElse(null)));
        }
        store.audit().add(now, lines);
    }

    private static Line line(String event, long batch, Decision decision, @Nullable String outcome) {
        return new Line(
                event,
                batch,
                decision.proposalId(),
                decision.messageId(),
                decision.policyId(),
                decision.action(),
                outcome);
    }
}
