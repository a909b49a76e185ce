package io.countersign.approval;

import io.countersign.shared.CountersignException;
import io.countersign.shared.task.Progress;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;

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
