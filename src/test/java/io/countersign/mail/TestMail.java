package io.countersign.mail;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Messages for tests that need some and don't care which. */
public final class TestMail {
    public static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    public static final MailboxState UNREAD_IN_INBOX =
            new MailboxState(RawMail.INBOX, List.of(), List.of(), true, false, false, false);

    private TestMail() {}

    /** Unread in the inbox, received {@code id} minutes after noon, a thread of its own. */
    public static Message message(long id) {
        return message(id, NOON.plusSeconds(60 * id));
    }

    public static Message message(long id, Instant receivedAt) {
        return new Message(
                id, id, 0, envelope("m" + id + "@example.org", receivedAt), UNREAD_IN_INBOX, Understanding.unknown());
    }

    public static Envelope envelope(String messageId, Instant receivedAt) {
        return new Envelope(
                messageId,
                "local",
                new Address("Ann", "ann@example.org"),
                List.of(new Address("", "me@example.org")),
                Optional.empty(),
                "subject of " + messageId,
                receivedAt,
                "the first words",
                false,
                false,
                1000);
    }

    public static StoredMail stored(Message message) {
        return new StoredMail(
                message,
                UUID.nameUUIDFromBytes(("mail " + message.id()).getBytes(StandardCharsets.UTF_8)),
                new RawLocation(0, 0, 0),
                List.of());
    }
}
