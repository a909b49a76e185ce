package io.countersign.approval.execution;

import io.countersign.mail.MailReader;
import io.countersign.mail.Message;
import io.countersign.policy.Action;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The executor of every kind of action. Immutable. */
public final class ActionExecutors {
    private static final Logger LOG = LoggerFactory.getLogger(ActionExecutors.class);

    private final Map<Class<?>, ActionExecutor<?>> byType;

    private ActionExecutors(Map<Class<?>, ActionExecutor<?>> byType) {
        this.byType = Map.copyOf(byType);
    }

    /** Those that act on the local mailbox only. */
    public static ActionExecutors local(MailReader mail) {
        return new ActionExecutors(Map.of())
                .with(Action.Archive.class, new ArchiveExecutor())
                .with(Action.Label.class, new LabelExecutor())
                .with(Action.MoveToFolder.class, new MoveExecutor())
                .with(Action.MarkRead.class, new MarkReadExecutor())
                .with(Action.QuarantineAttachment.class, new QuarantineExecutor())
                .with(Action.BlockSender.class, new BlockSenderExecutor())
                .with(Action.Unsubscribe.class, new UnsubscribeExecutor(mail))
                .with(Action.CreateCalendarEvent.class, new CalendarEventExecutor(mail))
                .with(Action.CreateTask.class, new TaskExecutor());
    }

    /** These, with another executor for one kind of action. */
    public <A extends Action> ActionExecutors with(Class<A> type, ActionExecutor<? super A> executor) {
        var changed = new HashMap<>(byType);
        changed.put(type, executor);
        return new ActionExecutors(changed);
    }

    /** Asks the executor of this action; what it throws becomes a failure. */
    public Outcome carryOut(Action action, Message message, Instant now) {
        try {
            return executorOf(action).carryOut(action, message, now);
        } catch (RuntimeException e) {
            LOG.warn("{} on message {}", action.id(), message.id(), e);
            return new Outcome.Failed("The action failed: " + e.getMessage());
        }
    }

    @SuppressWarnings("unchecked") // with() only pairs a type with an executor of it
    private ActionExecutor<Action> executorOf(Action action) {
        var executor = byType.get(action.getClass());
        if (executor == null) {
            throw new IllegalStateException("nothing carries out " + action.id());
        }
        return (ActionExecutor<Action>) executor;
    }
}
