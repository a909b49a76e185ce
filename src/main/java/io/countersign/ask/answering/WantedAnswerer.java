package io.countersign.ask.answering;

import io.countersign.ask.Answer;
import io.countersign.ask.Answer.Certainty;
import io.countersign.ask.Answer.Suggestion;
import io.countersign.ask.Answerer;
import io.countersign.ask.Phrases;
import io.countersign.ask.Question;
import io.countersign.ask.reading.Asking;
import io.countersign.ask.reading.Inquiry;
import io.countersign.ask.reading.Intent;
import io.countersign.ask.reading.Intent.Wanted.Deed;
import io.countersign.mail.Message;
import io.countersign.policy.Action;
import io.countersign.shared.task.Progress;
import io.countersign.shared.text.OneLine;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** Turns what a person wants done into suggestions, mail by mail; does none of it. */
public final class WantedAnswerer implements Answerer {
    private static final int SHOWN = 5;

    private final Desks desks;
    private final Phrases phrases;

    public WantedAnswerer(Desks desks, Phrases phrases) {
        this.desks = desks;
        this.phrases = phrases;
    }

    @Override
    public Optional<Answer> answer(Question question, Inquiry inquiry, Consumer<String> told, Progress progress) {
        if (!(inquiry.intent() instanceof Intent.Wanted wanted)) {
            return Optional.empty();
        }
        var speech = new Speech(phrases, inquiry.locale(), desks.zone());
        boolean tasks = wanted.deed() == Deed.TASKS || wanted.deed() == Deed.FOLLOW_UP;
        var found =
                tasks ? new WantedTasks(desks, speech).of(wanted) : new WantedMails(desks, speech, progress).of(wanted);
        var answer = found.map(suggested -> answer(wanted, suggested, speech));
        answer.map(Answer::text).ifPresent(told);
        return answer;
    }

    private static Answer answer(Intent.Wanted wanted, List<Suggested> found, Speech speech) {
        var what = speech.say("ask.wanted." + wanted.deed().name().toLowerCase(Locale.ROOT));
        var asking = new Asking(Asking.Kind.LIST, Asking.Pick.ALL, Optional.empty(), wanted.by());
        var subject = new Report(speech, asking, what).subject();
        if (found.isEmpty()) {
            return new Answer(speech.say("ask.wanted.none", subject), Certainty.EXACT, List.of(), List.of(), List.of());
        }
        var citations = new Citations();
        var text = new StringBuilder(speech.say("ask.wanted.lead", subject, found.size()));
        if (found.size() > SHOWN) {
            text.append(' ').append(speech.say("ask.shown", speech.number(SHOWN), speech.number(found.size())));
        }
        found.stream()
                .map(one -> "\n• " + line(one, speech) + citations.mark(one.mail()))
                .distinct()
                .limit(SHOWN)
                .forEach(text::append);
        var suggestions = found.stream()
                .map(one -> new Suggestion(one.mail().id(), one.action(), one.reason()))
                .toList();
        return new Answer(text.toString(), Certainty.EXACT, citations.all(), suggestions, List.of());
    }

    private static String line(Suggested one, Speech speech) {
        return one.action() instanceof Action.CreateTask task
                ? task.title().orElseGet(() -> mail(one.mail(), speech))
                : mail(one.mail(), speech);
    }

    private static String mail(Message mail, Speech speech) {
        var envelope = mail.envelope();
        return speech.say(
                "ask.mail",
                speech.day(envelope.receivedAt()),
                OneLine.of(envelope.from().display()),
                OneLine.of(envelope.subject()));
    }
}
