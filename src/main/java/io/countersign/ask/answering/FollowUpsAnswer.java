package io.countersign.ask.answering;

import io.countersign.ask.Answer;
import io.countersign.ask.reading.Asking;
import io.countersign.ats.NextStep;
import io.countersign.ats.RankedApplication;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Where it is time to ask for news: where that changes most first. */
final class FollowUpsAnswer {
    private final Desks desks;
    private final Speech speech;

    FollowUpsAnswer(Desks desks, Speech speech) {
        this.desks = desks;
        this.speech = speech;
    }

    Optional<Answer> of(Asking asking) {
        return NameFilter.of(asking.by(), due(desks, asking), ApplicationWords::names)
                .map(found -> {
                    var mails = desks.mailsOf(found);
                    var lines = found.stream()
                            .map(one -> {
                                var due = due(one).orElseThrow();
                                return new Line(
                                        due.atStartOfDay(desks.zone()).toInstant(),
                                        speech.fullDay(due),
                                        speech.say(
                                                "ask.follow-up",
                                                ApplicationWords.title(one.application()),
                                                one.outlook().daysSilent(),
                                                speech.day(due)),
                                        ApplicationWords.newest(one.application(), mails));
                            })
                            .toList();
                    return new Report(speech, asking, speech.say("ask.follow-ups")).of(lines);
                });
    }

    /** Applications where it is time to ask, or will be by the end of the days that are named. */
    private static List<RankedApplication> due(Desks desks, Asking asking) {
        var end = asking.by().period().flatMap(period -> period.until());
        return desks.applications().applications().stream()
                .filter(one -> due(one).filter(day -> end.filter(day::isAfter).isEmpty())
                        .isPresent())
                .toList();
    }

    static Optional<LocalDate> due(RankedApplication one) {
        return one.outlook().step() instanceof NextStep.FollowUp ask ? Optional.of(ask.due()) : Optional.empty();
    }
}
