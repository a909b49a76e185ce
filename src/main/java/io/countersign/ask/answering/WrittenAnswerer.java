package io.countersign.ask.answering;

import io.countersign.ask.Answer;
import io.countersign.ask.Answer.Certainty;
import io.countersign.ask.Answer.Citation;
import io.countersign.ask.Answerer;
import io.countersign.ask.LanguageModel;
import io.countersign.ask.ModelFailure;
import io.countersign.ask.Phrases;
import io.countersign.ask.Question;
import io.countersign.ask.reading.Inquiry;
import io.countersign.ask.written.GivenMail;
import io.countersign.ask.written.WrittenAnswers;
import io.countersign.ask.written.WrittenAnswers.Written;
import io.countersign.mail.Message;
import io.countersign.shared.task.Progress;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Lets the language model answer that is set up, if one is. When it fails, what it wrote stands, the reason is said, and the answer
 * without a model follows. It suggests no action: what a model writes has no effect.
 */
public final class WrittenAnswerer implements Answerer {
    private static final int RETRIEVED = 10;

    private final Supplier<Optional<LanguageModel>> models;
    private final WrittenAnswers answers;
    private final Retriever retriever;
    private final List<Answerer> without;
    private final Phrases phrases;
    private final ZoneId zone;

    /**
     * @param models the model that is set up at the moment of a question
     * @param without ways of answering that need no model; the last one always answers
     */
    public WrittenAnswerer(
            Supplier<Optional<LanguageModel>> models,
            WrittenAnswers answers,
            Retriever retriever,
            List<? extends Answerer> without,
            Phrases phrases,
            ZoneId zone) {
        this.models = models;
        this.answers = answers;
        this.retriever = retriever;
        this.without = List.copyOf(without);
        this.phrases = phrases;
        this.zone = zone;
    }

    /** Empty without a model, without mails, and when the model says that the mails do not answer. */
    @Override
    public Optional<Answer> answer(Question question, Inquiry inquiry, Consumer<String> told, Progress progress) {
        var model = models.get();
        if (model.isEmpty()) {
            return Optional.empty();
        }
        var mails = retriever.retrieve(inquiry, question.mode(), RETRIEVED, progress).stream()
                .map(found -> given(found.mail(), found.text()))
                .toList();
        if (mails.isEmpty()) {
            return Optional.empty();
        }
        var written = answers.write(model.get(), question, mails, told, progress);
        if (written.failure().isPresent()) {
            return Optional.of(afterFailure(written, written.failure().get(), question, inquiry, told, progress));
        }
        return written.isSilent() ? Optional.empty() : Optional.of(answer(written));
    }

    private static GivenMail given(Message mail, String text) {
        var envelope = mail.envelope();
        return new GivenMail(mail.id(), envelope.subject(), envelope.from().toString(), envelope.receivedAt(), text);
    }

    private static Answer answer(Written written) {
        return new Answer(written.text(), Certainty.WRITTEN, citations(written), List.of(), written.unsupported());
    }

    private static List<Citation> citations(Written written) {
        return written.cited().stream()
                .map(mail -> new Citation(mail.messageId(), mail.subject(), mail.from(), mail.receivedAt()))
                .toList();
    }

    private Answer afterFailure(
            Written written,
            ModelFailure failure,
            Question question,
            Inquiry inquiry,
            Consumer<String> told,
            Progress progress) {
        var speech = new Speech(phrases, inquiry.locale(), zone);
        var apart = written.isSilent() ? "" : "\n\n";
        var notice =
                apart + speech.say(failure.messageKey(), failure.arguments().toArray()) + "\n\n";
        told.accept(notice);
        var other = without.stream()
                .flatMap(way -> way.answer(question, inquiry, _ -> {}, progress).stream())
                .findFirst()
                .orElseThrow();
        var follows = new FollowingAnswer(citations(written), other);
        told.accept(follows.text());
        return new Answer(
                written.text() + notice + follows.text(),
                written.isSilent() ? other.certainty() : Certainty.WRITTEN,
                follows.citations(),
                other.suggestions(),
                written.unsupported());
    }
}
