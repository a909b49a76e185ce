package io.countersign.search;

import io.countersign.mail.Message;
import java.util.List;

/**
 * What an index is given of a mail.
 *
 * @param text the readable text, without quoted markup; as long as the mail
 * @param attachments names of attached files
 */
public record IndexedMail(Message message, String text, List<String> attachments) {
    public IndexedMail {
        attachments = List.copyOf(attachments);
    }
}
