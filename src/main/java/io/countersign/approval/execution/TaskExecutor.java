package io.countersign.approval.execution;

import io.countersign.mail.Message;
import io.countersign.policy.Action;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Puts an entry into the task list. */
final class TaskExecutor implements ActionExecutor<Action.CreateTask> {
    @Override
    public Outcome carryOut(Action.CreateTask action, Message message, Instant now) {
        var subject = message.envelope().subject();
        var title = action.title().orElse(subject.isBlank() ? "(no subject)" : subject);
        var due = action.dueInDays().map(now.atZone(ZoneOffset.UTC).toLocalDate()::plusDays);
        return new Outcome.Done(
                Optional.empty(),
                List.of(new LocalEntry.Task(title, due, Optional.empty())),
                "Put “" + title + "” into the task list"
                        + due.map(day -> ", due " + day).orElse(""));
    }
}
