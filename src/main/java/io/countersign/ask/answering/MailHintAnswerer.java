package io.countersign.ask.answering;

import io.countersign.ask.Answer;
import io.countersign.ask.Answer.Certainty;
import io.countersign.ask.Answerer;
import io.countersign.ask.Phrases;
import io.countersign.ask.Question;
import io.countersign.ask.answering.Retriever.Retrieved;
import io.countersign.ask.answering.Retriever.Sought;
import io.countersign.ask.reading.Inquiry;
import io.countersign.ask.reading.Intent;
import io.countersign.shared.task.Progress;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Says that it does not know, but shows the mails with most of the words of the question: the answer may be in them. */
public final class MailHintAnswerer implements Answerer {
    private static final int RETRIEVED = 10;
    private static final int SHOWN = 3;
    private static final int FEWEST_WORDS = 2;

    private final Retriever retriever;
    private final AnswerWords vocabulary;
    private final Phrases phrases;
    private final ZoneId zone;

    public MailHintAnswerer(Retriever retriever, AnswerWords vocabulary, Phrases phrases, ZoneId zone) {
        this.retriever = retriever;
        this.vocabulary = vocabulary;
        this.phrases = phrases;
        this.zone = zone;
    }

    @Override
    public Optional<Answer> answer(Question question, Inquiry inquiry, Consumer<String> told, Progress progress) {
        var words = vocabulary.functions().without(inquiry.contentWords());
        if (inquiry.intent() instanceof Intent.Wanted || words.size() < FEWEST_WORDS) {
            return Optional.empty();
        }
        var found = retriever.retrieve(new Sought(words, inquiry, false), question.mode(), RETRIEVED, progress).stream()
                .filter(one -> MailFilter.isQuotable(one.mail()))
                .toList();
        var asked = new Evidence.Words(words, Set.of(), List.of());
        var near = new Evidence(asked, List.of(Need.ANYTHING), new SentenceSplitter(inquiry.locale())).near(found);
        if (near.isEmpty()) {
            return Optional.empty();
        }
        var speech = new Speech(phrases, inquiry.locale(), zone);
        var mails = near.stream().limit(SHOWN).map(Retrieved::mail).toList();
        var answer = MailList.of(mails, speech.say("ask.unknown.mails"), Certainty.UNKNOWN, speech);
        told.accept(answer.text());
        return Optional.of(answer);
    }
}
