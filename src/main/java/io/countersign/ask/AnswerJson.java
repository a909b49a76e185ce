package io.countersign.ask;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.countersign.mail.Message;
import io.countersign.mail.MessageRepository;
import io.countersign.policy.ActionCodec;
import io.countersign.shared.Json;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Answers as the command line and the API print them; field names are a contract. */
public final class AnswerJson {
    private final MessageRepository messages;
    private final ActionCodec actions = new ActionCodec();

    public AnswerJson(MessageRepository messages) {
        this.messages = messages;
    }

    /** One answer. */
    public ObjectNode of(Answer answer) {
        var mails = mails(answer);
        var node = Json.object();
        node.put("answer", answer.text());
        node.put("certainty", answer.certainty().name().toLowerCase(Locale.ROOT));
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
            one.set("params", Json.tree(actions.params(suggestion.action())));
            one.put("reason", suggestion.reason());
        }
        var unsupported = node.putArray("unsupported");
        answer.unsupported().forEach(unsupported::add);
        return node;
    }

    private Map<Long, Message> mails(Answer answer) {
        var ids = Stream.concat(
                        answer.citations().stream().map(Answer.Citation::messageId),
                        answer.suggestions().stream().map(Answer.Suggestion::messageId))
                .toList();
        return messages.findAll(ids).stream()
                .collect(Collectors.toMap(Message::id, Function.identity(), (one, _) -> one));
    }

    private static String messageId(Map<Long, Message> mails, long id) {
        var mail = mails.get(id);
        return mail == null ? "" : "<" + mail.envelope().messageId() + ">";
    }
}
