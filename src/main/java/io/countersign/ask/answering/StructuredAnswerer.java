package io.countersign.ask.answering;

import io.countersign.ask.Answer;
import io.countersign.ask.Answerer;
import io.countersign.ask.Phrases;
import io.countersign.ask.Question;
import io.countersign.ask.reading.Inquiry;
import io.countersign.ask.reading.Intent;
import io.countersign.shared.task.Progress;
import java.util.Optional;
import java.util.function.Consumer;

/** Answers what can be counted, added up or listed from what is stored: exact, and only where every word is understood. */
public final class StructuredAnswerer implements Answerer {
    private final Desks desks;
    private final Phrases phrases;

    public StructuredAnswerer(Desks desks, Phrases phrases) {
        this.desks = desks;
        this.phrases = phrases;
    }

    @Override
    public Optional<Answer> answer(Question question, Inquiry inquiry, Consumer<String> told, Progress progress) {
        if (!(inquiry.intent() instanceof Intent.Structured intent)) {
            return Optional.empty();
        }
        progress.checkCancelled();
        var answer = answer(intent, new Speech(phrases, inquiry.locale(), desks.zone()), progress);
        answer.map(Answer::text).ifPresent(told);
        return answer;
    }

    private Optional<Answer> answer(Intent.Structured intent, Speech speech, Progress progress) {
        return switch (intent) {
            case Intent.Applications asked -> new ApplicationsAnswer(desks, speech).of(asked);
            case Intent.Talks asked -> new TalksAnswer(desks, speech).of(asked.asking());
            case Intent.Deadlines asked -> new DeadlinesAnswer(desks, speech).of(asked);
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
