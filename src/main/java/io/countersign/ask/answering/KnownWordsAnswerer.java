package io.countersign.ask.answering;

import io.countersign.ask.Answer;
import io.countersign.ask.Answer.Certainty;
import io.countersign.ask.Answerer;
import io.countersign.ask.Phrases;
import io.countersign.ask.Question;
import io.countersign.ask.reading.Inquiry;
import io.countersign.ask.reading.Intent;
import io.countersign.ask.reading.Mention;
import io.countersign.ask.reading.QuestionReader;
import io.countersign.shared.task.Progress;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Answers from what is stored although some words were not understood, and says which it left out. */
public final class KnownWordsAnswerer implements Answerer {
    private static final int MOST_LEFT_OUT = 2;

    private final StructuredAnswerer structured;
    private final QuestionReader reader;
    private final Phrases phrases;

    public KnownWordsAnswerer(StructuredAnswerer structured, QuestionReader reader, Phrases phrases) {
        this.structured = structured;
        this.reader = reader;
        this.phrases = phrases;
    }

    @Override
    public Optional<Answer> answer(Question question, Inquiry inquiry, Consumer<String> told, Progress progress) {
        var unknown = inquiry.intent().by().mentions().stream()
                .filter(mention -> !mention.isName())
                .toList();
        boolean few = !unknown.isEmpty() && unknown.size() <= MOST_LEFT_OUT;
        if (!few || !(inquiry.intent() instanceof Intent.Structured)) {
            return Optional.empty();
        }
        var left = unknown.stream().map(Mention::shown).collect(Collectors.joining(", "));
        var before = phrases.say(inquiry.locale(), "ask.left-out", left) + " ";
        return structured
                .answer(question, reader.readKnown(question.text()), _ -> {}, progress)
                .filter(answer -> !answer.citations().isEmpty())
                .map(answer -> new Answer(
                        before + answer.text(),
                        answer.certainty() == Certainty.EXACT ? Certainty.PARTLY : answer.certainty(),
                        answer.citations(),
                        answer.suggestions(),
                        answer.unsupported()))
                .map(answer -> {
                    told.accept(answer.text());
                    return answer;
                });
    }
}
