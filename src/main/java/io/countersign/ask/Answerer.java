package io.countersign.ask;

import io.countersign.ask.reading.Inquiry;
import io.countersign.shared.task.Progress;
import java.util.Optional;
import java.util.function.Consumer;

/** One way to answer; the first that knows an answer gives it. Blocking and thread-safe; changes nothing. */
@FunctionalInterface
public interface Answerer {
    /**
     * The answer, pieces of whose text are told as they come.
     *
     * @return empty when this way has no answer; nothing was told then
     * @throws java.util.concurrent.CancellationException when cancelled
     */
    Optional<Answer> answer(Question question, Inquiry inquiry, Consumer<String> told, Progress progress);
}
