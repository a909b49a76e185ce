package io.countersign.approval.ui;

import io.countersign.approval.Approvals;
import io.countersign.approval.BatchResult;
import io.countersign.approval.PendingRow;
import io.countersign.approval.UndoResult;
import io.countersign.shared.task.BackgroundTasks;
import io.countersign.shared.task.BackgroundTasks.Job;
import io.countersign.shared.task.NewestOnly;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Carries decisions out behind the window, in the order in which they were made, and takes them back. UI thread only. */
final class Decisions {
    private final Approvals approvals;
    private final WorkQueue queue;
    private final NewestOnly scores;
    private final Notices notices;
    private final Returns returns;
    private final Deque<Decision> made = new ArrayDeque<>();
    private final Set<Decision> onTheirWay = new HashSet<>();
    private final Map<Long, Long> failedIn = new HashMap<>();

    Decisions(Approvals approvals, BackgroundTasks tasks, Notices notices, Returns returns) {
        this.approvals = approvals;
        this.queue = new WorkQueue(tasks);
        this.scores = new NewestOnly(tasks);
        this.notices = notices;
        this.returns = returns;
    }

    /** What comes back to the list. */
    interface Returns {
        /** This is in the database now. */
        void committed(Decision decision);

        /** These were not decided, or not carried out; each with the reason as a sentence. */
        void failed(Decision decision, Map<Long, String> reasons);

        /** These are pending again. */
        void undone(Decision decision);

        /** All that is pending, save what is on its way to being decided. */
        void loaded(List<PendingRow> rows, Set<Long> onTheirWay);

        /** How sure what is pending is by everything that was decided. */
        void rescored(List<PendingRow> rows);

        /** The list could not be read. */
        void notLoaded(String reason);
    }

    /** Decides; the rows are expected to be off the list already. */
    void decide(Decision decision) {
        made.push(decision);
        onTheirWay.add(decision);
        var ids = decision.ids();
        var again = batchesToTakeBack(ids);
        switch (decision.kind()) {
            case APPROVE -> run("approvals.approving", decision, again, progress -> approvals.approve(ids, progress));
            case REJECT -> run("approvals.rejecting", decision, again, progress -> approvals.reject(ids, progress));
            case ALWAYS -> always(decision);
        }
    }

    /** Takes the newest decision back, be it one of this window or an older one. */
    void undo() {
        if (made.isEmpty()) {
            queue.add(
                    "approvals.undoing",
                    progress -> approvals.undo(OptionalLong.empty(), progress),
                    result -> {
                        notices.undone(result);
                        reload();
                    },
                    _ -> {});
        } else {
            undo(made.peek());
        }
    }

    /** Takes that decision back, once. */
    void undo(Decision decision) {
        if (made.remove(decision)) {
            queue.add(
                    "approvals.undoing",
                    progress -> decision.isRefused()
                            ? Optional.<UndoResult>empty()
                            : Optional.of(approvals.undo(decision.batch(), progress)),
                    result -> result.ifPresent(undone -> {
                        decision.ids().forEach(failedIn::remove);
                        notices.undone(undone);
                        returns.undone(decision);
                        if (undone.kept().isEmpty()) {
                            rescore();
                        } else {
                            reload();
                        }
                    }),
                    _ -> reload());
        }
    }

    /** Reads the list anew, after all decisions made so far. */
    void reload() {
        queue.add(
                "approvals.loading",
                _ -> approvals.pending(),
                rows -> returns.loaded(rows, idsOnTheirWay()),
                failure -> returns.notLoaded(notices.reason(failure)));
    }

    /** Once the last of several decisions in a row is made, so that rows do not move under a person who goes on deciding. */
    private void rescore() {
        if (onTheirWay.isEmpty()) {
            scores.ask("approvals.scoring", _ -> approvals.pending(), returns::rescored, _ -> {});
        }
    }

    private Set<Long> idsOnTheirWay() {
        return onTheirWay.stream().flatMap(decision -> decision.ids().stream()).collect(Collectors.toSet());
    }

    private void run(String title, Decision decision, Set<Long> again, Job<BatchResult> job) {
        queue.add(
                title,
                progress -> {
                    for (long batch : again) {
                        approvals.undo(OptionalLong.of(batch), progress);
                    }
                    return job.call(progress);
                },
                result -> committed(decision, result),
                refused(decision));
    }

    private void always(Decision decision) {
        queue.add(
                "approvals.making.always",
                _ -> approvals.always(decision.rows().getFirst().id()),
                policy -> {
                    onTheirWay.remove(decision);
                    notices.always(decision, policy.name(), () -> undo(decision));
                    rescore();
                },
                refused(decision));
    }

    private void committed(Decision decision, BatchResult result) {
        onTheirWay.remove(decision);
        returns.committed(decision);
        if (result.decided() == 0) {
            made.remove(decision);
        } else {
            decision.committedAs(result.batch());
        }
        decision.ids().forEach(failedIn::remove);
        if (!result.failures().isEmpty()) {
            boolean nothingDone = result.executed() == 0;
            result.failures().forEach(failure -> {
                if (nothingDone) {
                    failedIn.put(failure.proposalId(), result.batch());
                }
            });
            returns.failed(
                    decision,
                    result.failures().stream()
                            .collect(Collectors.toMap(
                                    BatchResult.Failure::proposalId, BatchResult.Failure::reason, (a, _) -> a)));
        }
        notices.decided(decision, result, () -> undo(decision));
        rescore();
    }

    private Consumer<Throwable> refused(Decision decision) {
        return failure -> {
            onTheirWay.remove(decision);
            made.remove(decision);
            decision.refuse();
            var reason = notices.reason(failure);
            returns.failed(decision, decision.ids().stream().collect(Collectors.toMap(id -> id, _ -> reason)));
        };
    }

    /** What failed is no longer pending: its batch, of which nothing was done, is taken back before it is tried again. */
    private Set<Long> batchesToTakeBack(Set<Long> ids) {
        return ids.stream()
                .map(failedIn::get)
                .flatMap(batch -> Optional.ofNullable(batch).stream())
                .collect(Collectors.toSet());
    }
}
