package io.countersign.approval.cli;

import io.countersign.approval.Approvals;
import io.countersign.mail.MailReader;
import io.countersign.mail.Message;
import io.countersign.mail.MessageRepository;
import io.countersign.shared.CountersignException;
import java.util.Optional;

/** What it takes to show one mail with all that was decided about it. */
public record MailDesk(MessageRepository messages, MailReader reader, Approvals approvals) {
    /**
     * Finds a mail by its id, or by its Message-ID with or without angle brackets.
     *
     * @throws CountersignException.NotFound when there is none
     */
    Message find(String idOrMessageId) {
        var byId = idOrMessageId.matches("\\d{1,18}")
                ? messages.find(Long.parseLong(idOrMessageId))
                : Optional.<Message>empty();
        return byId.or(() -> messages.findByMessageId(idOrMessageId))
                .orElseThrow(() -> new CountersignException.NotFound("message", idOrMessageId));
    }
}
