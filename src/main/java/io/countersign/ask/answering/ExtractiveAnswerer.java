package io.countersign.ask.answering;

import io.countersign.ask.Answer;
import io.countersign.ask.Answer.Certainty;
import io.countersign.ask.Answerer;
import io.countersign.ask.Phrases;
import io.countersign.ask.Question;
import io.countersign.ask.reading.Inquiry;
import io.countersign.ask.reading.Intent;
import io.countersign.shared.task.Progress;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Answers with sentences of the mails that a question is about, word for word, where they support an answer. */
public final class ExtractiveAnswerer implements Answerer {
    private static final int RETRIEVED = 10;
    private static final int QUOTED = 3;

    private final Retriever retriever;
    private final Phrases phrases;
    private final ZoneId zone;

    public ExtractiveAnswerer(Retriever retriever, Phrases phrases, ZoneId zone) {
        this.retriever = retriever;
        this.phrases = phrases;
        this.zone = zone;
    }

    @Override
    public Optional<Answer> answer(Question question, Inquiry inquiry, Consumer<String> told, Progress progress) {
        var speech = new Speech(phrases, inquiry.locale(), zone);
        var mails = retriever.retrieve(inquiry, question.mode(), RETRIEVED, progress);
        var kind = inquiry.intent() instanceof Intent.Structured structured
                ? Optional.of(structured.asking().kind())
                : inquiry.kind();
        var sentences =
                new Evidence(inquiry.contentWords(), kind, new SentenceSplitter(inquiry.locale())).best(mails, QUOTED);
        if (sentences.isEmpty()) {
            return Optional.empty();
        }
        var answer = extracted(sentences, speech);
        told.accept(answer.text());
        return Optional.of(answer);
    }

    private static Answer extracted(List<Evidence.Sentence> sentences, Speech speech) {
        var citations = new Citations();
        var text = new StringBuilder(speech.say("ask.extracted"));
        for (var sentence : sentences) {
            var mail = sentence.from().mail();
            text.append("\n• ").append(speech.say("ask.quote", sentence.text())).append(citations.mark(mail));
        }
        return new Answer(text.toString(), Certainty.EXTRACTED, citations.all(), List.of(), List.of());
    }
}
