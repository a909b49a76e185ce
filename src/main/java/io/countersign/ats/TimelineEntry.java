package io.countersign.ats;

import io.countersign.mail.Stage;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One thing that happened to an application.
 *
 * @param stage what it came to, for {@link Kind#STAGE} and {@link Kind#UNSURE} (the likeliest)
 * @param candidates what an {@link Kind#UNSURE} mail may announce, likeliest first
 * @param messageId the mail behind it
 * @param title the mail's subject, or what was noted; may be empty
 * @param party the other side as the mail names it; empty when unknown
 * @param interviewDate when the talk it speaks of begins
 * @param deadline the last day for what it awaits of the person
 * @param byHand the person had the last word about it
 */
public record TimelineEntry(
        Instant at,
        Kind kind,
        Optional<Stage> stage,
        List<Stage> candidates,
        Optional<Long> messageId,
        String title,
        String party,
        Optional<Instant> interviewDate,
        Optional<LocalDate> deadline,
        Provenance provenance,
        boolean byHand) {
    public TimelineEntry {
        candidates = List.copyOf(candidates);
    }

    /** One that awaits nothing by a day. */
    public TimelineEntry(
            Instant at,
            Kind kind,
            Optional<Stage> stage,
            List<Stage> candidates,
            Optional<Long> messageId,
            String title,
            String party,
            Optional<Instant> interviewDate,
            Provenance provenance,
            boolean byHand) {
        this(at, kind, stage, candidates, messageId, title, party, interviewDate, Optional.empty(), provenance, byHand);
    }

    /** What happened. */
    public enum Kind {
        /** The application came to a stage. */
        STAGE,
        /** The other side wrote, and it may have come to a stage: the person is asked. */
        UNSURE,
        /** The other side wrote without saying anything about a stage. */
        WORD,
        /** The person wrote. */
        SENT,
        /** The person asked for news after a silence. */
        FOLLOW_UP
    }

    /** True when it says no more than that the application came in. */
    public boolean isConfirmation() {
        return kind == Kind.STAGE && stage.orElse(null) == Stage.APPLIED;
    }

    /** True when the other side spoke: silence ends with it. */
    public boolean isAnswer() {
        return kind == Kind.UNSURE
                || kind == Kind.WORD
                || (kind == Kind.STAGE && provenance != Provenance.PERSON && stage.orElse(null) != Stage.WITHDRAWN);
    }
}
