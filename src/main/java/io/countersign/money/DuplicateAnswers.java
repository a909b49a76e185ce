package io.countersign.money;

import java.util.List;

/** What a person said of suspected doubles. Blocking and thread-safe. */
public interface DuplicateAnswers {
    /**
     * What was said of one pair.
     *
     * @param merchantKey whose charges they are, so that the answer teaches about the merchant
     */
    record Answer(StatementId earlier, StatementId later, String merchantKey, boolean duplicate) {}

    /** All answers, oldest first. */
    List<Answer> all();

    /** Remembers an answer in the place of an earlier one about the same pair. */
    void put(Answer answer);

    /** Forgets what was said of a pair; does nothing when nothing was. */
    void remove(StatementId earlier, StatementId later);
}
