package io.countersign.approval;

import io.countersign.approval.BatchResult.Failure;
import io.countersign.approval.EffectJournal.Intent;
import io.countersign.approval.EffectJournal.Result;
import io.countersign.approval.LocalEntries.Owned;
import io.countersign.approval.ProposalWriter.Finished;
import io.countersign.approval.execution.ActionExecutors;
import io.countersign.approval.execution.Outcome;
import io.countersign.approval.execution.StateChange;
import io.countersign.mail.Message;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What some intents come to, before anything is stored: each sees the mail as those before it leave it. Not thread-safe. */
final class Effects {
    private final ActionExecutors executors;
    private final Map<Long, Message> mails;
    private final Instant now;
    private final Map<Long, Message> changed = new LinkedHashMap<>();
    private final List<Owned> entries = new ArrayList<>();
    private final List<Done> done = new ArrayList<>();

    /** An intent and how it turned out. */
    record Done(Intent intent, String text, Optional<StateChange> change, Optional<String> failure) {}

    Effects(ActionExecutors executors, Map<Long, Message> mails, Instant now) {
        this.executors = executors;
        this.mails = new HashMap<>(mails);
        this.now = now;
    }

    void add(Intent intent) {
        var message = mails.get(intent.messageId());
        var outcome = message == null
                ? new Outcome.Failed("The mail is not there any more.")
                : executors.carryOut(intent.action(), message, now);
        switch (outcome) {
            case Outcome.Failed(var reason) ->
                done.add(new Done(intent, ActionWords.of(intent.action()), Optional.empty(), Optional.of(reason)));
            case Outcome.Done(var change, var made, var text) -> {
                change.ifPresent(one -> apply(one, intent.messageId()));
                made.forEach(entry -> entries.add(new Owned(intent.proposalId(), intent.messageId(), entry)));
                done.add(new Done(intent, text, change, Optional.empty()));
            }
        }
    }

    private void apply(StateChange change, long messageId) {
        mails.computeIfPresent(messageId, (_, message) -> {
            var state = change.applyTo(message.state());
            if (state.equals(message.state())) {
                return message;
            }
            var after = message.withState(state);
            changed.put(messageId, after);
            return after;
        });
    }

    Collection<Message> changed() {
        return changed.values();
    }

    List<Owned> entries() {
        return entries;
    }

    List<Done> done() {
        return done;
    }

    List<Result> results() {
        return done.stream()
                .map(one -> new Result(one.intent().id(), one.failure().isPresent(), one.change()))
                .toList();
    }

    List<Finished> finished() {
        return done.stream()
                .map(one -> new Finished(one.intent().proposalId(), one.failure()))
                .toList();
    }

    List<Failure> failures() {
        return done.stream()
                .flatMap(one -> one.failure().stream()
                        .map(reason -> new Failure(one.intent().proposalId(), reason)))
                .toList();
    }
}
