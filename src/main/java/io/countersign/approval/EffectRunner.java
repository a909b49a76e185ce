package io.countersign.approval;

import io.countersign.approval.AuditLog.Line;
import io.countersign.approval.BatchResult.Failure;
import io.countersign.approval.EffectJournal.Intent;
import io.countersign.approval.execution.ActionExecutors;
import io.countersign.mail.Message;
import io.countersign.shared.CountersignException;
import io.countersign.shared.task.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Carries out what the journal intends, some at a time. The effects of a part, their check and their mark in the journal are one
 * transaction: a killed process leaves each either intended or done.
 */
final class EffectRunner {
    private static final int CHUNK = 500;

    private final Workspace workspace;
    private final ApprovalStore store;
    private final ActionExecutors executors;

    EffectRunner(Workspace workspace, ApprovalStore store, ActionExecutors executors) {
        this.workspace = workspace;
        this.store = store;
        this.executors = executors;
    }

    /** How a batch turned out. */
    record Tally(int executed, List<Failure> failures) {}

    /** {@code known}: the mails as they were just read; empty: they are read here. */
    Tally run(long batch, Map<Long, Message> known, Progress progress) {
        var intents = store.journal().intents(batch);
        var failures = new ArrayList<Failure>();
        int executed = 0;
        for (int from = 0; from < intents.size(); from += CHUNK) {
            int to = Math.min(intents.size(), from + CHUNK);
            var part = part(new Part(batch, intents.subList(from, to), to == intents.size()), known);
            executed += part.executed();
            failures.addAll(part.failures());
            progress.report(to, intents.size(), "");
        }
        if (intents.isEmpty()) {
            workspace.inTransaction(() -> finished(batch, 0));
        }
        return new Tally(executed, failures);
    }

    private record Part(long batch, List<Intent> intents, boolean last) {}

    private Tally part(Part part, Map<Long, Message> known) {
        if (known.isEmpty()) {
            return workspace.inTransaction(() -> carryOutAnew(part));
        }
        try {
            return workspace.transactions().inTransaction(() -> carryOut(part, known));
        } catch (CountersignException.Stale e) {
            return workspace.inTransaction(() -> carryOutAnew(part));
        }
    }

    /** For mail that somebody changed in between, or intents that somebody else carried out or took back. */
    private Tally carryOutAnew(Part part) {
        store.decisions().lock();
        var wanted = part.intents().stream().map(Intent::id).collect(Collectors.toSet());
        var left = store.journal().intents(part.batch()).stream()
                .filter(intent -> wanted.contains(intent.id()))
                .toList();
        var ids = left.stream().map(Intent::messageId).toList();
        var mails = Mails.byId(workspace.messages(), ids);
        return carryOut(new Part(part.batch(), left, part.last()), mails);
    }

    private Tally carryOut(Part part, Map<Long, Message> mails) {
        var now = workspace.clock().instant();
        store.decisions().lock();
        if (store.journal().claim(part.intents(), now) != part.intents().size()) {
            throw new CountersignException.Stale("effect");
        }
        var effects = new Effects(executors, mails, now);
        part.intents().forEach(effects::add);
        var changed = effects.changed();
        if (workspace.messages().updateStates(changed).size() != changed.size()) {
            throw new CountersignException.Stale("mail");
        }
        store.journal().done(effects.results());
        store.entries().add(effects.entries(), now);
        store.writer().finish(effects.finished());
        store.audit().add(now, lines(part.batch(), effects));
        if (part.last()) {
            finished(part.batch(), effects.failures().size());
        } else if (!effects.failures().isEmpty()) {
            store.decisions().failed(part.batch(), effects.failures().size());
        }
        return new Tally(part.intents().size() - effects.failures().size(), effects.failures());
    }

    private boolean finished(long batch, int failed) {
        if (failed > 0) {
            store.decisions().failed(batch, failed);
        }
        store.decisions().carriedOut(batch);
        return true;
    }

    private static List<Line> lines(long batch, Effects effects) {
        return effects.done().stream()
                .map(done -> new Line(
                        done.failure().isEmpty() ? "executed" : "failed",
                        batch,
                        done.intent().proposalId(),
                        done.intent().messageId(),
                        done.intent().policyId(),
                        done.text(),
                        done.failure().orElse(null)))
                .toList();
    }
}
