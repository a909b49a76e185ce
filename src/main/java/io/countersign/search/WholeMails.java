package io.countersign.search;

import io.countersign.mail.Envelope;
import io.countersign.mail.MailReader;
import io.countersign.mail.Message;
import io.countersign.mail.ParsedMail;
import java.util.stream.Stream;

/** Stored mail with all of its text, to be looked at by a {@link MessageMatcher} as an index looks at it. Blocking. */
public final class WholeMails {
    private final MailReader reader;

    public WholeMails(MailReader reader) {
        this.reader = reader;
    }

    /** The mail with its whole text and the names of attached files in the place of its first words. */
    public Message whole(Message mail) {
        return reader.read(mail.id()).map(read -> with(mail, text(read))).orElse(mail);
    }

    private static String text(ParsedMail mail) {
        return String.join(
                "\n",
                Stream.concat(Stream.of(mail.text()), IndexBatch.names(mail).stream())
                        .toList());
    }

    private static Message with(Message mail, String text) {
        var one = mail.envelope();
        var envelope = new Envelope(
                one.messageId(),
                one.account(),
                one.from(),
                one.to(),
                one.listId(),
                one.subject(),
                one.receivedAt(),
                text,
                one.hasAttachment(),
                one.unsubscribable(),
                one.size());
        return new Message(mail.id(), mail.threadId(), mail.version(), envelope, mail.state(), mail.understanding());
    }
}
