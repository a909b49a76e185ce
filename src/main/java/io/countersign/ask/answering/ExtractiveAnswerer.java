package io.countersign.ask.answering;

import io.countersign.ask.Answer;
import io.countersign.ask.Answer.Certainty;
import io.countersign.ask.Answerer;
import io.countersign.ask.Phrases;
import io.countersign.ask.Question;
import io.countersign.ask.answering.Retriever.Sought;
import io.countersign.ask.reading.Inquiry;
import io.countersign.ask.reading.Word;
import io.countersign.ask.reading.WordSplitter;
import io.countersign.mail.Category;
import io.countersign.search.SearchRequest.Mode;
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
    private final AnswerWords vocabulary;
    private final Phrases phrases;
    private final ZoneId zone;

    public ExtractiveAnswerer(Retriever retriever, AnswerWords vocabulary, Phrases phrases, ZoneId zone) {
        this.retriever = retriever;
        this.vocabulary = vocabulary;
        this.phrases = phrases;
        this.zone = zone;
    }

    @Override
    public Optional<Answer> answer(Question question, Inquiry inquiry, Consumer<String> told, Progress progress) {
        var speech = new Speech(phrases, inquiry.locale(), zone);
        var sentences = sentences(inquiry, question.mode(), true, progress);
        if (sentences.isEmpty() && inquiry.intent().by().period().isPresent()) {
            sentences = sentences(inquiry, question.mode(), false, progress);
        }
        if (sentences.isEmpty()) {
            return Optional.empty();
        }
        var answer = extracted(sentences, speech);
        told.accept(answer.text());
        return Optional.of(answer);
    }

    /** @param dated only of mails that came on the days that are named; others may speak of these days */
    private List<Evidence.Sentence> sentences(Inquiry inquiry, Mode mode, boolean dated, Progress progress) {
        var words = words(inquiry);
        boolean ofFraud = inquiry.intent().by().has("category", Category.SUSPICIOUS.id());
        var mails = retriever.retrieve(new Sought(words.sought(), inquiry, dated), mode, RETRIEVED, progress).stream()
                .filter(found -> ofFraud || MailFilter.isQuotable(found.mail()))
                .toList();
        var needs = Need.of(inquiry, vocabulary);
        var splitter = new SentenceSplitter(inquiry.locale());
        return new Evidence(words, needs, splitter).best(mails, QUOTED);
    }

    private Evidence.Words words(Inquiry inquiry) {
        var all = WordSplitter.split(inquiry.text()).stream().map(Word::folded).toList();
        return new Evidence.Words(
                vocabulary.functions().without(inquiry.contentWords()),
                inquiry.vagueWords(),
                vocabulary.functions().without(all));
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
