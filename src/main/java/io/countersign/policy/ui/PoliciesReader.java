package io.countersign.policy.ui;

import io.countersign.mail.MailReader;
import io.countersign.mail.Message;
import io.countersign.mail.MessageRepository;
import io.countersign.mail.ParsedMail;
import io.countersign.policy.Policy;
import io.countersign.policy.PolicyDesk;
import io.countersign.policy.simulation.LiveMatches;
import io.countersign.policy.simulation.Simulator;
import io.countersign.shared.ui.MailBody;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** What the policies screen asks of the services behind it. Blocking and thread-safe. */
public final class PoliciesReader {
    private final PolicyDesk desk;
    private final LiveMatches matches;
    private final Simulator simulator;
    private final MessageRepository messages;
    private final MailReader mails;
    private final PolicyQuality quality;

    public PoliciesReader(
            PolicyDesk desk,
            LiveMatches matches,
            Simulator simulator,
            MessageRepository messages,
            MailReader mails,
            PolicyQuality quality) {
        this.desk = desk;
        this.matches = matches;
        this.simulator = simulator;
        this.messages = messages;
        this.mails = mails;
        this.quality = quality;
    }

    /** All policies in their order, and how well they did. */
    record Everything(List<Policy> policies, Map<Long, PolicyQuality.Figures> quality) {
        Everything {
            policies = List.copyOf(policies);
            quality = Map.copyOf(quality);
        }
    }

    Everything read() {
        return new Everything(desk.all(), quality.all());
    }

    /** Those of the mails that exist, newest first. */
    List<Message> mails(List<Long> ids) {
        return messages.findAll(ids).stream()
                .sorted(Comparator.comparing((Message mail) -> mail.envelope().receivedAt())
                        .thenComparingLong(Message::id)
                        .reversed())
                .toList();
    }

    /** The text of a mail; empty when it is gone. */
    MailBody mail(long messageId) {
        return MailBody.of(mails.read(messageId).map(ParsedMail::text).orElse(""));
    }

    PolicyDesk desk() {
        return desk;
    }

    LiveMatches matches() {
        return matches;
    }

    Simulator simulator() {
        return simulator;
    }
}
