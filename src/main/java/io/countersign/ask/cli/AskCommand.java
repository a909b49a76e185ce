package io.countersign.ask.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.countersign.approval.OnRequest.Request;
import io.countersign.ask.Answer;
import io.countersign.ask.AskDesk;
import io.countersign.ask.Question;
import io.countersign.mail.Message;
import io.countersign.mail.MessageRepository;
import io.countersign.policy.ActionCodec;
import io.countersign.search.SearchRequest;
import io.countersign.shared.cli.Output;
import io.countersign.shared.text.OneLine;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    private final ActionCodec actions = new ActionCodec();

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
            output.json(json(answer, proposed));
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

    private ObjectNode json(Answer answer, Optional<Request> proposed) {
        var mails = mails(answer);
        var node = Output.object();
        node.put("answer", answer.text());
        node.put("certainty", answer.certainty().name().toLowerCase(java.util.Locale.ROOT));
        var citations = node.putArray("citations");
        for (var citation : answer.citations()) {
            citations
                    .addObject()
                    .put("id", citation.messageId())
                    .put("messageId", messageId(mails, citation.messageId()))
                    .put("subject", citation.subject())
                    .put("from", citation.from())
                    .put("receivedAt", citation.receivedAt().toString());
        }
        var proposals = node.putArray("proposals");
        for (var suggestion : answer.suggestions()) {
            var one = proposals.addObject();
            one.put("messageId", messageId(mails, suggestion.messageId()));
            one.put("action", suggestion.action().id());
            one.set("params", Output.tree(actions.params(suggestion.action())));
            one.put("reason", suggestion.reason());
        }
        var unsupported = node.putArray("unsupported");
        answer.unsupported().forEach(unsupported::add);
        node.put("proposed", proposed.map(Request::proposals).orElse(0));
        proposed.filter(request -> request.proposals() > 0).ifPresent(request -> node.put("request", request.id()));
        return node;
    }

    private Map<Long, Message> mails(Answer answer) {
        var ids = Stream.concat(
                        answer.citations().stream().map(Answer.Citation::messageId),
                        answer.suggestions().stream().map(Answer.Suggestion::messageId))
                .toList();
        return messages.get().findAll(ids).stream()
                .collect(Collectors.toMap(Message::id, Function.identity(), (one, _) -> one));
    }

    private static String messageId(Map<Long, Message> mails, long id) {
        var mail = mails.get(id);
        return mail == null ? "" : "<" + mail.envelope().messageId() + ">";
    }
}
