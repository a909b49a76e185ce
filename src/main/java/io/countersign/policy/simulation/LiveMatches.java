package io.countersign.policy.simulation;

import io.countersign.policy.Condition;
import io.countersign.policy.MessageField;
import io.countersign.shared.task.Progress;
import java.util.List;
import java.util.Optional;

/** Answers while a person types a condition. Blocking and thread-safe; a newer question cancels an older one by its progress. */
public interface LiveMatches {
    /**
     * Counts the mails that a condition holds for, and gives the newest of them. At most 100 ms for 100,000 mails once they are
     * loaded, unless there is something {@link #ahead}.
     *
     * @param limit how many of the newest to give
     */
    MatchPreview matches(Condition condition, int limit, Progress progress);

    /**
     * What a condition holds for among the newest mails, where counting all may take longer than that: its count is a lower
     * bound. Empty where {@link #matches} answers in time.
     */
    Optional<MatchPreview> ahead(Condition condition, int limit, Progress progress);

    /** Values of a field in the person's own mail that start with, else contain, the text; the most frequent first. */
    List<String> complete(MessageField field, String typed, int limit);

    /** Loads the mail ahead, so that the first question is answered as fast as the next; does nothing where that is done. */
    void prepare(Progress progress);
}
