package io.countersign.ask.answering;

import io.countersign.ask.Answer;
import io.countersign.ask.Answer.Certainty;
import io.countersign.ask.Answerer;
import io.countersign.ask.Phrases;
import io.countersign.ask.Question;
import io.countersign.ask.reading.Inquiry;
import io.countersign.ask.reading.Intent;
import io.countersign.shared.task.Progress;
import io.countersign.shared.text.OneLine;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Finds mails by their words. */
public final class FindAnswerer implements Answerer {
    private static final int RETRIEVED = 20;
    private static final int FOUND = 5;

    private final Retriever retriever;
    private final Phrases phrases;
    private final ZoneId zone;

    public FindAnswerer(Retriever retriever, Phrases phrases, ZoneId zone) {
        this.retriever = retriever;
        this.phrases = phrases;
        this.zone = zone;
    }

    @Override
    public Optional<Answer> answer(Question question, Inquiry inquiry, Consumer<String> told, Progress progress) {
        if (!(inquiry.intent() instanceof Intent.Find)) {
            return Optional.empty();
        }
        var speech = new Speech(phrases, inquiry.locale(), zone);
        var evidence = new Evidence(
                new Evidence.Words(inquiry.contentWords(), Set.of(), List.of()),
                List.of(Need.ANYTHING),
                new SentenceSplitter(inquiry.locale()));
        var mails = evidence.fitting(retriever.retrieve(inquiry, question.mode(), RETRIEVED, progress)).stream()
                .limit(FOUND)
                .toList();
        var citations = new Citations();
        var text = new StringBuilder(speech.say(mails.isEmpty() ? "ask.found.none" : "ask.found"));
        for (var found : mails) {
            var envelope = found.mail().envelope();
            text.append("\n• ")
                    .append(speech.say(
                            "ask.mail",
                            speech.day(envelope.receivedAt()),
                            OneLine.of(envelope.from().display()),
                            OneLine.of(envelope.subject())))
                    .append(citations.mark(found.mail()));
        }
        told.accept(text.toString());
        return Optional.of(new Answer(
                text.toString(),
                mails.isEmpty() ? Certainty.UNKNOWN : Certainty.EXTRACTED,
                citations.all(),
                List.of(),
                List.of()));
    }
}
