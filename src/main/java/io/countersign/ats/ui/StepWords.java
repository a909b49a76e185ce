package io.countersign.ats.ui;

import io.countersign.ats.NextStep;
import io.countersign.shared.ui.Texts;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;

/** Next steps in the person's language. */
final class StepWords {
    private final Texts texts;
    private final DayWords days;

    StepWords(Texts texts, DayWords days) {
        this.texts = texts;
        this.days = days;
    }

    /** What to do next, and when, as short as can be. */
    String of(NextStep next) {
        return of(next, days::by);
    }

    /** What to do next, and when; a day that the other side named with its weekday and its date. */
    String dated(NextStep next) {
        return of(next, days::deadline);
    }

    private String of(NextStep next, Function<LocalDate, String> deadline) {
        return switch (next) {
            case NextStep.FollowUp(var number, var due) ->
                due(texts.get(number < 2 ? "applications.step.follow_up" : "applications.step.follow_up.again"), due);
            case NextStep.ThankYou(var due) -> due(texts.get("applications.step.thank_you"), due);
            case NextStep.Answer(var due) -> due(texts.get("applications.step.answer"), due);
            case NextStep.Prepare(var talk) -> texts.get("applications.step.prepare", days.by(days.day(talk)));
            case NextStep.Assessment(var by) -> by(texts.get("applications.step.assessment"), by, deadline);
            case NextStep.Decide(var by) ->
                by(texts.get(by.isPresent() ? "applications.step.answer" : "applications.step.decide"), by, deadline);
            case NextStep.Wait(var until) -> texts.get("applications.step.wait", days.until(until));
            case NextStep.LetGo _ -> texts.get("applications.step.let_go");
            case NextStep.None _ -> ApplicationWords.NONE;
        };
    }

    private String by(String what, Optional<LocalDate> day, Function<LocalDate, String> deadline) {
        return day.map(d -> isLate(d) ? due(what, d) : texts.get("applications.step.when", what, deadline.apply(d)))
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
                .map(due -> texts.get("applications.step.due", dated(next), days.shortDate(due)))
                .orElseGet(() -> dated(next));
    }
}
