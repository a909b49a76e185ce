package io.countersign.ask.answering;

import io.countersign.ats.NextStep;
import java.time.LocalDate;
import java.util.Optional;

/** Says what comes next for an application. */
final class StepWords {
    private final Speech speech;

    StepWords(Speech speech) {
        this.speech = speech;
    }

    /** Empty when there is nothing to do. */
    Optional<String> of(NextStep step) {
        return switch (step) {
            case NextStep.FollowUp ask -> due("follow-up", ask.due());
            case NextStep.ThankYou thank -> due("thank-you", thank.due());
            case NextStep.Answer answer -> due("answer", answer.due());
            case NextStep.Prepare prepare -> Optional.of(speech.say("ask.step.prepare", speech.moment(prepare.talk())));
            case NextStep.Assessment assessment -> by("assessment", assessment.by());
            case NextStep.Decide decide -> by("decide", decide.by());
            case NextStep.Wait wait -> due("wait", wait.until());
            case NextStep.LetGo() -> Optional.of(speech.say("ask.step.let-go"));
            case NextStep.None() -> Optional.empty();
        };
    }

    /** The step alone, as the title of a task. */
    String task(NextStep step) {
        return speech.say("ask.task."
                + switch (step) {
                    case NextStep.FollowUp _ -> "follow-up";
                    case NextStep.ThankYou _ -> "thank-you";
                    case NextStep.Answer _ -> "answer";
                    case NextStep.Assessment _ -> "assessment";
                    case NextStep.Decide _ -> "decide";
                    case NextStep.Prepare _, NextStep.Wait _, NextStep.LetGo _, NextStep.None _ -> "look";
                });
    }

    private Optional<String> due(String key, LocalDate day) {
        return Optional.of(speech.say("ask.step." + key, speech.day(day)));
    }

    private Optional<String> by(String key, Optional<LocalDate> day) {
        return Optional.of(day.map(known -> speech.say("ask.step." + key + ".by", speech.day(known)))
                .orElseGet(() -> speech.say("ask.step." + key)));
    }
}
