package io.countersign.ask.answering;

import io.countersign.ask.Answer;
import io.countersign.ask.reading.Asking;
import io.countersign.ask.reading.Intent;
import io.countersign.ats.NextStep;
import io.countersign.ats.RankedApplication;
import io.countersign.ats.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/** Applications that wait for the other side, the longest silence first. */
final class SilenceAnswer {
    private final Desks desks;
    private final Speech speech;

    SilenceAnswer(Desks desks, Speech speech) {
        this.desks = desks;
        this.speech = speech;
    }

    Optional<Answer> of(Intent.Silence asked) {
        var asking = asked.asking();
        return NameFilter.of(asking.by(), desks.applications().applications(), ApplicationWords::names)
                .map(found -> {
                    var mails = desks.mailsOf(found);
                    var lines = found.stream()
                            .filter(one -> asked.ghosted() ? isSilentTooLong(one) : awaitsAnswer(one))
                            .filter(one -> isSilentSince(one, asking))
                            .sorted(Comparator.comparing(this::lastWord))
                            .map(one -> new Line(
                                    lastWord(one),
                                    speech.day(lastWord(one)),
                                    speech.say(
                                            "ask.silence",
                                            ApplicationWords.title(one.application()),
                                            one.outlook().daysSilent()),
                                    ApplicationWords.newest(one.application(), mails)))
                            .toList();
                    return new Report(speech, asking, speech.say(asked.ghosted() ? "ask.ghosted" : "ask.silent"))
                            .of(lines);
                });
    }

    private static boolean isSilentTooLong(RankedApplication one) {
        var standing = one.outlook().standing();
        return standing == Standing.OVERDUE || standing == Standing.GHOSTED;
    }

    private static boolean awaitsAnswer(RankedApplication one) {
        return switch (one.outlook().step()) {
            case NextStep.FollowUp _, NextStep.Wait _, NextStep.LetGo _ -> true;
            case NextStep.ThankYou _,
                    NextStep.Answer _,
                    NextStep.Prepare _,
                    NextStep.Assessment _,
                    NextStep.Decide _,
                    NextStep.None _ -> false;
        };
    }

    private boolean isSilentSince(RankedApplication one, Asking asking) {
        return asking.by()
                .period()
                .filter(period -> !period.contains(lastWord(one), desks.zone()))
                .isEmpty();
    }

    private Instant lastWord(RankedApplication one) {
        return desks.now().minus(Duration.ofDays(one.outlook().daysSilent()));
    }
}
