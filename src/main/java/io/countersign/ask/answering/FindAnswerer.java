package io.countersign.ask.answering;

import io.countersign.ask.Answer;
import io.countersign.ask.Answer.Certainty;
import io.countersign.ask.Answerer;
import io.countersign.ask.Phrases;
import io.countersign.ask.Question;
import io.countersign.ask.answering.Retriever.Retrieved;
import io.countersign.ask.reading.Inquiry;
import io.countersign.ask.reading.Intent;
import io.countersign.shared.task.Progress;
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
                .map(Retrieved::mail)
                .toList();
        var answer = MailList.of(
                mails,
                speech.say(mails.isEmpty() ? "ask.found.none" : "ask.found"),
                mails.isEmpty() ? Certainty.UNKNOWN : Certainty.EXTRACTED,
                speech);
        told.accept(answer.text());
        return Optional.of(answer);
    }
}
