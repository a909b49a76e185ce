package io.countersign.mail;

import io.countersign.shared.CountersignException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Mail in a map, both as stored and as read anew. */
public final class InMemoryMail implements MessageRepository, MailReader {
    private final Map<Long, Message> messages = new HashMap<>();
    private final Map<Long, ParsedMail> parsed = new HashMap<>();
    private int readings;
    private boolean broken;

    public void add(long id, Understanding understanding, ParsedMail mail) {
        add(id, id, understanding, mail);
    }

    /** Adds a mail to a conversation. */
    public synchronized void add(long id, long threadId, Understanding understanding, ParsedMail mail) {
        var envelope = new Envelope(
                mail.messageId(),
                "local",
                mail.from(),
                mail.to(),
                Optional.empty(),
                mail.subject(),
                mail.date().orElse(Instant.EPOCH),
                "",
                !mail.attachments().isEmpty(),
                false,
                1);
        var state = new MailboxState("INBOX", List.of(), List.of(), true, false, false, false);
        add(new Message(id, threadId, 1, envelope, state, understanding), mail);
    }

    /** Adds a mail as it is stored, and as it is read anew. */
    public synchronized void add(Message message, ParsedMail mail) {
        messages.put(message.id(), message);
        parsed.put(message.id(), mail);
    }

    /** A mail with nothing but a text. */
    public static ParsedMail text(Address from, String subject, String text) {
        return new ParsedMail(
                List.of(),
                "m@example",
                from,
                List.of(),
                List.of(),
                List.of(),
                subject,
                Optional.empty(),
                text,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of());
    }

    /** From now on no mail can be read. */
    public synchronized void breakDown(boolean broken) {
        this.broken = broken;
    }

    /** How often a mail was read. */
    public synchronized int readings() {
        return readings;
    }

    @Override
    public synchronized Optional<ParsedMail> read(long messageId) {
        readings++;
        if (broken) {
            throw new CountersignException.Storage("read", new IllegalStateException("gone"));
        }
        return Optional.ofNullable(parsed.get(messageId));
    }

    @Override
    public Optional<byte[]> raw(long messageId) {
        return Optional.empty();
    }

    @Override
    public synchronized List<String> notes(long id) {
        return Optional.ofNullable(parsed.get(id)).map(ParsedMail::defects).orElse(List.of());
    }

    @Override
    public synchronized Optional<Message> find(long id) {
        return Optional.ofNullable(messages.get(id));
    }

    @Override
    public Optional<Message> findByMessageId(String messageId) {
        return Optional.empty();
    }

    @Override
    public synchronized List<Message> findAll(Collection<Long> ids) {
        return ids.stream().sorted().flatMap(id -> find(id).stream()).toList();
    }

    @Override
    public void forEachNewestFirst(Predicate<Message> visitor) {}

    @Override
    public void forEachFrom(long firstId, Predicate<Message> visitor) {}

    @Override
    public long count() {
        return messages.size();
    }

    @Override
    public List<Long> updateStates(Collection<Message> changed) {
        return List.of();
    }

    @Override
    public void updateUnderstanding(Collection<Message> rescanned) {}
}
