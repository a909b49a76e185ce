package io.countersign.ask.answering;

import io.countersign.ask.Answer;
import io.countersign.ask.Answerer;
import io.countersign.ask.MailFinder;
import io.countersign.ask.Phrases;
import io.countersign.ask.Question;
import io.countersign.ask.reading.Asking.Kind;
import io.countersign.ask.reading.Inquiry;
import io.countersign.ask.reading.Intent;
import io.countersign.ask.reading.Mention;
import io.countersign.shared.task.Progress;
import java.util.Optional;
import java.util.function.Consumer;

/** Answers what can be counted, added up or listed from what is stored: exact, and only where every word is understood. */
public final class StructuredAnswerer implements Answerer {
    private final Desks desks;
    private final Grounding grounding;
    private final Phrases phrases;

    /** @param finder tells whether a name stands in any mail */
    public StructuredAnswerer(Desks desks, MailFinder finder, Phrases phrases) {
        this.desks = desks;
        this.grounding = new Grounding(desks, finder);
        this.phrases = phrases;
    }

    @Override
    public Optional<Answer> answer(Question question, Inquiry inquiry, Consumer<String> told, Progress progress) {
        if (!(inquiry.intent() instanceof Intent.Structured intent)) {
            return Optional.empty();
        }
        progress.checkCancelled();
        var speech = new Speech(phrases, inquiry.locale(), desks.zone());
        var answer = answer(intent, speech, progress)
                .map(found ->
                        found.citations().isEmpty() ? ungrounded(intent, speech).orElse(found) : found);
        var sure = answer.filter(found -> !found.citations().isEmpty() || !joinsNames(intent));
        sure.map(Answer::text).ifPresent(told);
        return sure;
    }

    /** Nothing is of two at once: {@code Did I apply to Tessel before I applied to Lumora?} is no question for that. */
    private static boolean joinsNames(Intent.Structured intent) {
        return intent.asking().kind() == Kind.YES_NO
                && intent.by().mentions().stream().filter(Mention::isName).count() > 1;
    }

    /** Nothing of somebody whom no mail names is no finding. */
    private Optional<Answer> ungrounded(Intent.Structured intent, Speech speech) {
        return grounding.unknown(intent.by()).stream().findFirst().map(mention -> {
            var text = speech.say("ask.ungrounded", mention.shown());
            return Answer.unknown(grounding
                    .meant(mention)
                    .map(meant -> text + " " + speech.say("ask.ungrounded.meant", meant))
                    .orElse(text));
        });
    }

    private Optional<Answer> answer(Intent.Structured intent, Speech speech, Progress progress) {
        return switch (intent) {
            case Intent.Applications asked -> new ApplicationsAnswer(desks, speech).of(asked);
            case Intent.Talks asked -> new TalksAnswer(desks, speech).of(asked.asking());
            case Intent.Deadlines asked -> new DeadlinesAnswer(desks, speech).of(asked);
            case Intent.Response asked -> new ResponseAnswer(desks, speech).of(asked);
            case Intent.Unanswered asked -> new UnansweredAnswer(desks, speech, progress).of(asked.asking());
            case Intent.FollowUps asked -> new FollowUpsAnswer(desks, speech).of(asked.asking());
            case Intent.Silence asked -> new SilenceAnswer(desks, speech).of(asked);
            case Intent.Spending asked -> new SpendingAnswer(desks, speech).of(asked);
            case Intent.Duplicates asked -> new DuplicatesAnswer(desks, speech).of(asked.asking());
            case Intent.Mails asked -> new MailsAnswer(desks, speech, progress).of(asked.asking());
            case Intent.Senders asked -> new MailsAnswer(desks, speech, progress).bySender(asked.asking());
            case Intent.Proposals asked -> new ProposalsAnswer(desks, speech).of(asked.asking());
        };
    }
}
