package io.countersign.policy.simulation;

import io.countersign.mail.Envelope;
import io.countersign.mail.Message;
import io.countersign.mail.Understanding;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes mails small: without what no condition can ask for, and with equal parts only once. For one thread. */
final class CompactMail {
    private final Map<Object, Object> known = new HashMap<>();

    Message of(Message message) {
        return new Message(
                message.id(),
                message.threadId(),
                message.version(),
                envelope(message.envelope()),
                once(message.state()),
                understanding(message.understanding()));
    }

    private Envelope envelope(Envelope envelope) {
        return new Envelope(
                envelope.messageId(),
                once(envelope.account()),
                once(envelope.from()),
                once(envelope.to()),
                once(envelope.listId()),
                envelope.subject(),
                envelope.receivedAt(),
                envelope.preview(),
                envelope.hasAttachment(),
                envelope.unsubscribable(),
                envelope.size());
    }

    private Understanding understanding(Understanding understanding) {
        return once(new Understanding(
                understanding.category(),
                understanding.categoryConfidence(),
                List.of(),
                understanding.riskScore(),
                once(understanding.riskReasons()),
                understanding.expiresAt(),
                understanding.eventAt(),
                understanding.ats(),
                understanding.receipts()));
    }

    @SuppressWarnings("unchecked") // equal to what was put in, so of its type
    private <T> T once(T part) {
        return (T) known.computeIfAbsent(part, one -> one);
    }
}
