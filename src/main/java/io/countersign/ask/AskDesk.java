package io.countersign.ask;

import io.countersign.approval.OnRequest.Request;
import io.countersign.approval.OnRequest.Withdrawn;
import io.countersign.shared.task.Progress;
import java.util.function.Consumer;

/** Answers questions about the person's mail. Blocking and thread-safe. */
public interface AskDesk {
    /**
     * Answers, telling pieces of the text as they come; the returned answer is the whole. Nothing is done to any mail: what the
     * question wants done becomes pending proposals only through {@link #propose}.
     *
     * @throws java.util.concurrent.CancellationException when cancelled; what was told stands
     */
    Answer ask(Question question, Consumer<String> told, Progress progress);

    /** Makes pending proposals of what an answer suggests. */
    Request propose(Answer answer);

    /** Takes back what of it is still pending; cancelled, a part of that. */
    Withdrawn withdraw(Request request, Progress progress);
}
