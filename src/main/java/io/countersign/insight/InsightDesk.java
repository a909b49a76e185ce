package io.countersign.insight;

import io.countersign.mail.Message;
import java.util.List;
import java.util.OptionalInt;

/** What Insights shows, for one person. Blocking and thread-safe; callers keep it off the UI thread. */
public interface InsightDesk {
    /** Everything for a window; at most 200 ms with a million decisions. {@code windowDays} empty: since the beginning. */
    InsightSnapshot snapshot(OptionalInt windowDays);

    /** The mails behind a number, newest first, at most {@code limit}. */
    List<Message> mails(Behind behind, OptionalInt windowDays, int limit);

    /** Which mails the person is asked about, to learn what the policies missed: a few a week, in random order. */
    List<RecallQuestion> questions();

    /** The person's answer: would they have wanted the action of the question for its mail? */
    void answer(long questionId, boolean wanted);

    /** Takes an answer back; the question is open again. */
    void reopen(long questionId);
}
