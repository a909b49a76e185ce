package io.countersign.ats.ui;

import io.countersign.ats.NextStep;
import io.countersign.shared.ui.Texts;
import java.time.LocalDate;
import java.util.Optional;

/** Next steps in the person's language. */
final class StepWords {
    private final Texts texts;
    private final DayWords days;

    StepWords(Texts texts, DayWords days) {
        this.texts = texts;
        this.days = days;
    }

    /** What to do next, and when. */
    String of(NextStep next) {
        return switch (next) {
            case NextStep.FollowUp(var number, var due) ->
                due(texts.get(number < 2 ? "applications.step.follow_up" : "applications.step.follow_up.again"), due);
            case NextStep.ThankYou(var due) -> due(texts.get("applications.step.thank_you"), due);
            case NextStep.Answer(var due) -> due(texts.get("applications.step.answer"), due);
            case NextStep.Prepare(var talk) -> texts.get("applications.step.prepare", days.by(days.day(talk)));
            case NextStep.Assessment(var by) -> by(texts.get("applications.step.assessment"), by);
            case NextStep.Decide(var by) ->
                by(texts.get(by.isPresent() ? "applications.step.answer" : "applications.step.decide"), by);
            case NextStep.Wait(var until) -> texts.get("applications.step.wait", days.until(until));
            case NextStep.LetGo _ -> texts.get("applications.step.let_go");
            case NextStep.None _ -> ApplicationWords.NONE;
        };
    }

    private String by(String what, Optional<LocalDate> day) {
        return day.map(d -> isLate(d) ? due(what, d) : texts.get("applications.step.when", what, days.deadline(d)))
                .orElse(what);
    }

    private String due(String what, LocalDate day) {
        return isLate(day)
                ? texts.get("applications.step.late", what)
                : texts.get("applications.step.when", what, days.on(day));
    }

    private boolean isLate(LocalDate day) {
        return day.isBefore(days.today());
    }

    /** What to do next, and since when it should have been done. */
    String whole(NextStep next) {
        return next.dueDate()
                .filter(this::isLate)
                .map(due -> texts.get("applications.step.due", of(next), days.shortDate(due)))
                .orElseGet(() -> of(next));
    }
}
