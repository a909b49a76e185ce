package io.countersign.api.routes;

import io.countersign.api.Call;
import io.countersign.api.Refusal;
import io.countersign.api.Reply;
import io.countersign.api.Route;
import io.countersign.api.Route.Verb;
import io.countersign.ask.AnswerJson;
import io.countersign.ask.AskDesk;
import io.countersign.ask.Question;
import io.countersign.mail.MessageRepository;
import io.countersign.search.SearchRequest.Mode;
import io.countersign.shared.Json;
import java.util.List;
import java.util.Set;

/**
 * Questions about the mail. The events are {@code text}, a piece of the answer as it comes, and at the end {@code answer}, the
 * whole with its citations. What the question wants done is told, not proposed: a GET changes nothing.
 */
public final class ChatRoutes {
    private static final int LONGEST = 2000;

    private final AskDesk desk;
    private final AnswerJson answers;

    public ChatRoutes(AskDesk desk, MessageRepository messages) {
        this.desk = desk;
        this.answers = new AnswerJson(messages);
    }

    /** All of them. */
    public List<Route> routes() {
        return List.of(new Route(
                Verb.GET,
                "/api/chat/stream",
                "Answers a question about the mail, with the mails that prove it, as server-sent events.",
                Set.of("q", "mode"),
                this::stream));
    }

    private Reply stream(Call call) {
        var text = call.text("q").orElse("").strip();
        if (text.isEmpty() || text.length() > LONGEST) {
            throw new Refusal(400, "q is the question, of 1 to " + LONGEST + " characters.");
        }
        var question = new Question(text, mode(call.text("mode").orElse("")));
        return new Reply.Stream((events, progress) -> {
            var answer = desk.ask(
                    question, piece -> events.send("text", Json.object().put("text", piece)), progress);
            events.send("answer", answers.of(answer));
        });
    }

    private static Mode mode(String name) {
        return switch (name) {
            case "" -> Mode.PLAIN;
            case "networking" -> Mode.NETWORKING;
            case "money" -> Mode.MONEY;
            default -> throw new Refusal(400, "mode is networking or money, or left out.");
        };
    }
}
