package io.countersign.ask.answering;

import io.countersign.ask.Answer;
import io.countersign.ask.Answer.Certainty;
import io.countersign.ask.Answerer;
import io.countersign.ask.Phrases;
import io.countersign.ask.Question;
import io.countersign.ask.reading.Inquiry;
import io.countersign.ask.reading.Intent;
import io.countersign.ask.reading.Mention;
import io.countersign.shared.task.Progress;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Says that it does not know, and what it could answer. */
public final class UnknownAnswerer implements Answerer {
    private final Phrases phrases;

    public UnknownAnswerer(Phrases phrases) {
        this.phrases = phrases;
    }

    /** Never empty. */
    @Override
    public Optional<Answer> answer(Question question, Inquiry inquiry, Consumer<String> told, Progress progress) {
        var unclear = inquiry.intent().by().mentions().stream()
                .filter(mention -> !mention.isName())
                .map(Mention::shown)
                .collect(Collectors.joining(", "));
        var text = inquiry.intent() instanceof Intent.Wanted && !unclear.isEmpty()
                ? phrases.say(inquiry.locale(), "ask.wanted.unclear", unclear)
                : phrases.say(inquiry.locale(), "ask.unknown");
        told.accept(text);
        return Optional.of(new Answer(text, Certainty.UNKNOWN, List.of(), List.of(), List.of()));
    }
}
