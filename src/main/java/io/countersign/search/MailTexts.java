package io.countersign.search;

import io.countersign.mail.MailReader;
import io.countersign.mail.Message;
import io.countersign.mail.ParsedMail;
import io.countersign.shared.CountersignException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads what an index is given of stored mail; a mail that cannot be read is indexed by its preview. */
final class MailTexts {
    private static final Logger LOG = LoggerFactory.getLogger(MailTexts.class);

    private final MailReader reader;

    MailTexts(MailReader reader) {
        this.reader = reader;
    }

    List<IndexedMail> of(List<Message> messages) {
        return messages.parallelStream().map(this::of).toList();
    }

    private IndexedMail of(Message message) {
        try {
            return reader.read(message.id())
                    .map(mail -> new IndexedMail(
                            message,
                            mail.text(),
                            mail.attachments().stream()
                                    .map(ParsedMail.Attachment::name)
                                    .toList()))
                    .orElseGet(() -> byPreview(message));
        } catch (CountersignException e) {
            LOG.warn("mail {} is indexed by its preview", message.id(), e);
            return byPreview(message);
        }
    }

    private static IndexedMail byPreview(Message message) {
        return new IndexedMail(message, message.envelope().preview(), List.of());
    }
}
