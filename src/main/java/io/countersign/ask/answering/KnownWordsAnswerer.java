package io.countersign.ask.answering;

import io.countersign.ask.Answer;
import io.countersign.ask.Answer.Certainty;
import io.countersign.ask.Answerer;
import io.countersign.ask.Phrases;
import io.countersign.ask.Question;
import io.countersign.ask.reading.Asking.Pick;
import io.countersign.ask.reading.Inquiry;
import io.countersign.ask.reading.Intent;
import io.countersign.ask.reading.Mention;
import io.countersign.ask.reading.QuestionReader;
import io.countersign.shared.task.Progress;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Answers from what is stored although some words were not understood, and says which it left out. Without all words a yes or no is
 * none, and a day that of something else unless somebody is named.
 */
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
        if (!few || !(inquiry.intent() instanceof Intent.Structured intent) || needsAll(intent)) {
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

    private static boolean needsAll(Intent.Structured intent) {
        return switch (intent.asking().kind()) {
            case YES_NO -> true;
            case WHEN -> intent.by().mentions().stream().noneMatch(Mention::isName);
            case COUNT -> false;
            case SUM, AVERAGE, WHO, STATUS, LIST -> !isNarrowed(intent);
        };
    }

    /** Without anything else that narrows it down, all that is stored is no answer. */
    private static boolean isNarrowed(Intent.Structured intent) {
        var by = intent.by();
        return by.period().isPresent()
                || by.mentions().stream().anyMatch(Mention::isName)
                || by.values().values().stream().anyMatch(values -> !values.isEmpty())
                || intent.asking().pick() != Pick.ALL
                || intent.asking().group().isPresent();
    }
}
