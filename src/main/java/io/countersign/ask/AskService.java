package io.countersign.ask;

import io.countersign.approval.OnRequest;
import io.countersign.approval.OnRequest.Request;
import io.countersign.approval.OnRequest.Wish;
import io.countersign.approval.OnRequest.Withdrawn;
import io.countersign.ask.reading.QuestionReader;
import io.countersign.shared.task.Progress;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** Asks one way of answering after the other; the last one always answers. */
public final class AskService implements AskDesk {
    private final QuestionReader reader;
    private final List<Answerer> answerers;
    private final OnRequest requests;

    /** @param answerers in the order in which they are asked */
    public AskService(QuestionReader reader, List<Answerer> answerers, OnRequest requests) {
        this.reader = reader;
        this.answerers = List.copyOf(answerers);
        this.requests = requests;
    }

    @Override
    public Answer ask(Question question, Consumer<String> told, Progress progress) {
        var inquiry = reader.read(question.text());
        for (var answerer : answerers) {
            progress.checkCancelled();
            var answer = answerer.answer(question, inquiry, told, progress);
            if (answer.isPresent()) {
                return answer.get();
            }
        }
        throw new IllegalStateException("the last way of answering always answers");
    }

    @Override
    public Request propose(Answer answer) {
        return requests.propose(
                answer.suggestions().stream()
                        .map(one -> new Wish(one.messageId(), one.action(), one.reason()))
                        .toList(),
                Progress.none());
    }

    @Override
    public Withdrawn withdraw(Request request, Progress progress) {
        return requests.withdraw(OptionalLong.of(request.id()), progress);
    }
}
