package io.countersign.ats;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** What the person can do next for an application. */
public sealed interface NextStep {
    /** Ask for news. */
    record FollowUp(int number, LocalDate due) implements NextStep {}

    /** Thank for a talk. */
    record ThankYou(LocalDate due) implements NextStep {}

    /** Answer what the other side wrote. */
    record Answer(LocalDate due) implements NextStep {}

    /** Prepare for a talk. */
    record Prepare(Instant talk) implements NextStep {}

    /** Do the assessment. */
    record Assessment(Optional<LocalDate> by) implements NextStep {}

    /** Answer the offer. */
    record Decide(Optional<LocalDate> by) implements NextStep {}

    /** Nothing yet: it is too early to ask. */
    record Wait(LocalDate until) implements NextStep {}

    /** Nothing any more: it was asked often enough. */
    record LetGo() implements NextStep {}

    /** Nothing: it has ended. */
    record None() implements NextStep {}

    /** The mail that it takes; empty when none does. */
    default Optional<FollowUpDraft.Kind> draftKind() {
        return switch (this) {
            case FollowUp ask -> Optional.of(ask.number() == 1 ? FollowUpDraft.Kind.FIRST : FollowUpDraft.Kind.SECOND);
            case ThankYou _ -> Optional.of(FollowUpDraft.Kind.THANK_YOU);
            case Answer _, Decide _ -> Optional.of(FollowUpDraft.Kind.ANSWER);
            case Prepare _, Assessment _, Wait _, LetGo _, None _ -> Optional.empty();
        };
    }

    /** The day on which something should be done; empty when nothing should. */
    default Optional<LocalDate> dueDate() {
        return switch (this) {
            case FollowUp step -> Optional.of(step.due());
            case ThankYou step -> Optional.of(step.due());
            case Answer step -> Optional.of(step.due());
            case Assessment step -> step.by();
            case Decide step -> step.by();
            case Prepare _, Wait _, LetGo _, None _ -> Optional.empty();
        };
    }
}
