package io.countersign.ask.answering;

import io.countersign.ask.Answer;
import io.countersign.ask.reading.Asking;
import io.countersign.ask.reading.Intent;
import io.countersign.ats.NextStep;
import io.countersign.ats.RankedApplication;
import io.countersign.mail.Message;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a running application awaits of the person, soonest first; what is late stays due. */
final class DeadlinesAnswer {
    private final Desks desks;
    private final Speech speech;

    DeadlinesAnswer(Desks desks, Speech speech) {
        this.desks = desks;
        this.speech = speech;
    }

    Optional<Answer> of(Intent.Deadlines asked) {
        var asking = asked.asking();
        return NameFilter.of(asking.by(), desks.applications().applications(), ApplicationWords::names)
                .map(found -> {
                    var mails = desks.mailsOf(found);
                    var lines = found.stream()
                            .filter(one -> asked.stages().isEmpty()
                                    || asked.stages()
                                            .contains(one.application().state().stage()))
                            .filter(one -> isMeant(one.outlook().step(), asked.all()))
                            .flatMap(one -> line(one, asking, mails).stream())
                            .sorted(Comparator.comparing(Line::at))
                            .toList();
                    return new Report(speech, asking, speech.say("ask.deadlines")).of(lines);
                });
    }

    private static boolean isMeant(NextStep step, boolean all) {
        return switch (step) {
            case NextStep.Answer _, NextStep.Assessment _, NextStep.Decide _, NextStep.ThankYou _ -> true;
            case NextStep.FollowUp _, NextStep.Prepare _ -> all;
            case NextStep.Wait _, NextStep.LetGo _, NextStep.None _ -> false;
        };
    }

    private Optional<Line> line(RankedApplication one, Asking asking, Map<Long, Message> mails) {
        var step = one.outlook().step();
        var due = due(step);
        boolean outside = asking.by()
                .period()
                .flatMap(period -> period.until())
                .filter(end -> due.map(day -> day.isAfter(end)).orElse(true))
                .isPresent();
        return outside ? Optional.empty() : new StepWords(speech).of(step).map(words -> line(one, due, words, mails));
    }

    private Optional<LocalDate> due(NextStep step) {
        return step instanceof NextStep.Prepare(var talk)
                ? Optional.of(LocalDate.ofInstant(talk, desks.zone()))
                : step.dueDate();
    }

    private Line line(RankedApplication one, Optional<LocalDate> due, String words, Map<Long, Message> mails) {
        var title = ApplicationWords.title(one.application());
        var day = due.orElse(LocalDate.MAX);
        var at = due.map(known -> known.atStartOfDay(desks.zone()).toInstant()).orElse(java.time.Instant.MAX);
        return new Line(
                at,
                due.isPresent() ? speech.fullDay(day) : speech.say("ask.no-date"),
                speech.say("ask.deadline", title, words),
                proof(one, mails));
    }

    /** The mail that names the deadline, else the newest. */
    private static List<Message> proof(RankedApplication one, Map<Long, Message> mails) {
        return one.application().timeline().reversed().stream()
                .filter(entry -> entry.deadline().isPresent())
                .flatMap(entry -> ApplicationWords.mail(entry, mails).stream())
                .findFirst()
                .map(List::of)
                .orElseGet(() -> ApplicationWords.newest(one.application(), mails));
    }
}
