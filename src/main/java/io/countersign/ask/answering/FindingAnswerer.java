package io.countersign.ask.answering;

import io.countersign.ask.Answer;
import io.countersign.ask.Answer.Certainty;
import io.countersign.ask.Answerer;
import io.countersign.ask.Question;
import io.countersign.ask.reading.Inquiry;
import io.countersign.ask.reading.Intent;
import io.countersign.ask.reading.Mention;
import io.countersign.shared.task.Progress;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Answers from what is stored. Where that is nothing of somebody who is named, sentences of mails may tell more: {@code What does
 * Nadia want to do on Saturday?}
 */
public final class FindingAnswerer implements Answerer {
    private final Answerer stored;
    private final Answerer quoted;

    /** @param quoted answers with sentences of mails */
    public FindingAnswerer(Answerer stored, Answerer quoted) {
        this.stored = stored;
        this.quoted = quoted;
    }

    @Override
    public Optional<Answer> answer(Question question, Inquiry inquiry, Consumer<String> told, Progress progress) {
        var answer = stored.answer(question, inquiry, _ -> {}, progress);
        var found = answer.filter(one ->
                        one.certainty() == Certainty.EXACT && one.citations().isEmpty())
                .filter(_ -> mayBeTold(inquiry.intent()))
                .flatMap(_ -> quoted.answer(question, inquiry, _ -> {}, progress))
                .or(() -> answer);
        found.map(Answer::text).ifPresent(told);
        return found;
    }

    /** How many there are and a yes or no are told by nothing; what it cost may stand in a mail that is no receipt. */
    private static boolean mayBeTold(Intent intent) {
        return intent instanceof Intent.Structured asked
                && asked.by().mentions().stream().anyMatch(Mention::isName)
                && switch (asked.asking().kind()) {
                    case COUNT, AVERAGE, YES_NO -> false;
                    case SUM -> asked instanceof Intent.Spending;
                    case WHEN, WHO, STATUS, LIST -> true;
                };
    }
}
