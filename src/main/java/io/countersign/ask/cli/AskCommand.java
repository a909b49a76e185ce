package io.countersign.ask.cli;

import io.countersign.approval.OnRequest.Request;
import io.countersign.ask.Answer;
import io.countersign.ask.AnswerJson;
import io.countersign.ask.AskDesk;
import io.countersign.ask.Question;
import io.countersign.mail.MessageRepository;
import io.countersign.search.SearchRequest;
import io.countersign.shared.cli.Output;
import io.countersign.shared.text.OneLine;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ask QUESTION [--mode networking|money]} */
@Command(
        name = "ask",
        description =
                "Answers a question about the mail, with the mails that prove it. What it wants done becomes pending"
                        + " proposals.")
public final class AskCommand implements Runnable {
    /** What is worth more than otherwise. */
    enum Mode {
        NETWORKING(SearchRequest.Mode.NETWORKING),
        MONEY(SearchRequest.Mode.MONEY),
        PLAIN(SearchRequest.Mode.PLAIN);

        private final SearchRequest.Mode mode;

        Mode(SearchRequest.Mode mode) {
            this.mode = mode;
        }
    }

    private final Supplier<AskDesk> desk;
    private final Supplier<MessageRepository> messages;
    private final Output output;

    @Parameters(paramLabel = "QUESTION", arity = "1..*", description = "in English or German, with or without quotes")
    private List<String> words = List.of();

    @Option(names = "--mode", paramLabel = "MODE", description = "networking or money: what counts more in the search")
    private Mode mode = Mode.PLAIN;

    public AskCommand(Supplier<AskDesk> desk, Supplier<MessageRepository> messages, Output output) {
        this.desk = desk;
        this.messages = messages;
        this.output = output;
    }

    @Override
    public void run() {
        var question = new Question(String.join(" ", words), mode.mode);
        boolean streams = !output.isJson();
        var answer = desk.get().ask(question, streams ? output::piece : _ -> {}, output.progress());
        var proposed = answer.suggestions().isEmpty()
                ? Optional.<Request>empty()
                : Optional.of(desk.get().propose(answer));
        if (output.isJson()) {
            var json = new AnswerJson(messages.get())
                    .of(answer)
                    .put("proposed", proposed.map(Request::proposals).orElse(0));
            proposed.filter(request -> request.proposals() > 0).ifPresent(request -> json.put("request", request.id()));
            output.json(json);
        } else {
            print(answer, proposed);
        }
    }

    private void print(Answer answer, Optional<Request> proposed) {
        output.line("");
        int number = 1;
        for (var citation : answer.citations()) {
            output.line((number == 1 ? "\n" : "") + "[" + number++ + "] " + citation.receivedAt() + "  "
                    + OneLine.of(citation.from()) + "  " + OneLine.of(citation.subject()));
        }
        answer.unsupported()
                .forEach(sentence -> output.line("\nNothing in the mails supports: " + OneLine.of(sentence)));
        proposed.ifPresent(request -> output.line("\n" + request.proposals() + " new proposals. See: countersign tray"
                + (request.proposals() == 0 ? "" : "; take them back: countersign withdraw " + request.id())));
    }
}
