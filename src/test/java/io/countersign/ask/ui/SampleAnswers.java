package io.countersign.ask.ui;

import io.countersign.approval.OnRequest.Request;
import io.countersign.approval.OnRequest.Withdrawn;
import io.countersign.ask.Answer;
import io.countersign.ask.Answer.Certainty;
import io.countersign.ask.Answer.Citation;
import io.countersign.ask.Answer.Suggestion;
import io.countersign.ask.AskDesk;
import io.countersign.ask.Question;
import io.countersign.mail.Message;
import io.countersign.policy.Action;
import io.countersign.search.ui.SampleSearch;
import io.countersign.shared.task.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Answers by the first word of the question, in pieces; keeps what was asked and proposed. */
final class SampleAnswers implements AskDesk {
    final List<Question> asked = new ArrayList<>();
    final List<Answer> proposed = new ArrayList<>();
    final List<Request> withdrawn = new ArrayList<>();
    private final SampleSearch mailbox;

    SampleAnswers(SampleSearch mailbox) {
        this.mailbox = mailbox;
    }

    @Override
    public Answer ask(Question question, Consumer<String> told, Progress progress) {
        asked.add(question);
        var answer = answer(question.text());
        for (var word : answer.text().split("(?<= )", -1)) {
            progress.checkCancelled();
            told.accept(word);
        }
        return answer;
    }

    private Answer answer(String question) {
        return switch (question.split(" ", -1)[0]) {
            case "Which" ->
                new Answer(
                        "You have 2 interviews ahead:\n- Lumen Grid, Senior Data Engineer: Thursday, 26 November, 14:00 CET [1]\n- Northbridge Search, Data platform lead: a first call on Tuesday [2]\nFor the first one you were asked to bring the case study [1].",
                        Certainty.EXACT,
                        cite(0, 4),
                        List.of(),
                        List.of());
            case "Clean" ->
                new Answer(
                        "14 promotions of October ended before today; none is from a brand that you wrote to [1][2].",
                        Certainty.EXACT,
                        cite(6, 8),
                        suggestions(),
                        List.of());
            case "What" ->
                new Answer(
                        "Hanna Berg invites you to an interview on Thursday at 14:00 CET [1]. She says that Jonas will join from Oslo [1]. The salary was said to be above 90,000 EUR.",
                        Certainty.WRITTEN,
                        cite(0),
                        List.of(),
                        List.of("The salary was said to be above 90,000 EUR."));
            case "Quote" ->
                new Answer(
                        "“Before we meet for the interview we would like you to solve a small case study.” [1]",
                        Certainty.EXTRACTED,
                        cite(2),
                        List.of(),
                        List.of());
            default ->
                new Answer(
                        "I do not know. Nothing in your mail answers this.",
                        Certainty.UNKNOWN,
                        List.of(),
                        List.of(),
                        List.of());
        };
    }

    private List<Suggestion> suggestions() {
        var archive = IntStream.range(0, 12)
                .mapToObj(i -> new Suggestion(i + 1, new Action.Archive(), "The offer ended before today."));
        var unsubscribe = IntStream.range(0, 2)
                .mapToObj(i ->
                        new Suggestion(i + 20, new Action.Unsubscribe(), "You opened none of its last ten mails."));
        return java.util.stream.Stream.concat(archive, unsubscribe).toList();
    }

    private List<Citation> cite(int... mails) {
        return IntStream.of(mails)
                .mapToObj(mailbox::message)
                .map(SampleAnswers::citation)
                .toList();
    }

    private static Citation citation(Message mail) {
        return new Citation(
                mail.id(),
                mail.envelope().subject(),
                mail.envelope().from().display(),
                mail.envelope().receivedAt());
    }

    @Override
    public Request propose(Answer answer) {
        proposed.add(answer);
        return new Request(proposed.size(), answer.suggestions().size());
    }

    @Override
    public Withdrawn withdraw(Request request, Progress progress) {
        withdrawn.add(request);
        return new Withdrawn(request.id(), request.proposals(), 0);
    }
}
