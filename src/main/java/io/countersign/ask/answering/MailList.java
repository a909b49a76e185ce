package io.countersign.ask.answering;

import io.countersign.ask.Answer;
import io.countersign.ask.Answer.Certainty;
import io.countersign.mail.Message;
import io.countersign.shared.text.OneLine;
import java.util.List;

/** An answer that lists mails behind a sentence of its own: of each its day, sender and subject. */
final class MailList {
    private MailList() {}

    static Answer of(List<Message> mails, String lead, Certainty certainty, Speech speech) {
        var citations = new Citations();
        var text = new StringBuilder(lead);
        for (var mail : mails) {
            var envelope = mail.envelope();
            text.append("\n• ")
                    .append(speech.say(
                            "ask.mail",
                            speech.day(envelope.receivedAt()),
                            OneLine.of(envelope.from().display()),
                            OneLine.of(envelope.subject())))
                    .append(citations.mark(mail));
        }
        return new Answer(text.toString(), certainty, citations.all(), List.of(), List.of());
    }
}
