package io.countersign.approval;

import io.countersign.policy.Action;
import io.countersign.shared.CountersignException;
import io.countersign.shared.task.Progress;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.LongStream;

/** Somebody who decides and takes back at random; the same seed does the same. */
record RandomPerson(Desk desk, Random random) {
    /** About a third of these. */
    List<Long> some(List<Long> ids) {
        return ids.stream().filter(_ -> random.nextInt(3) == 0).toList();
    }

    void approveSome() {
        desk.approvals.approve(some(desk.pendingIds()), Progress.none());
    }

    void rejectSome() {
        desk.approvals.reject(some(desk.pendingIds()), Progress.none());
    }

    /** Asks to archive some mails, whatever was proposed for them before. */
    void askForSome() {
        var wishes = some(
                        LongStream.rangeClosed(1, desk.messages.count()).boxed().toList())
                .stream()
                .map(id -> new OnRequest.Wish(id, new Action.Archive(), "Asked."))
                .toList();
        desk.requests().propose(wishes, Progress.none());
    }

    /** Takes the newest request back of which something is pending, if there is one. */
    void withdrawAny() {
        try {
            desk.requests().withdraw(OptionalLong.empty(), Progress.none());
        } catch (CountersignException.NotFound _) {
            return; // nothing is pending
        }
    }

    /** Takes any batch back, whoever decided it; nothing where there is none or where it was taken back before. */
    Optional<UndoResult> undoAny() {
        var batches = desk.approvals.batches(1000);
        if (batches.isEmpty()) {
            return Optional.empty();
        }
        try {
            long batch = batches.get(random.nextInt(batches.size())).id();
            return Optional.of(desk.approvals.undo(OptionalLong.of(batch), Progress.none()));
        } catch (CountersignException.NotFound _) {
            return Optional.empty(); // taken back before
        }
    }
}
