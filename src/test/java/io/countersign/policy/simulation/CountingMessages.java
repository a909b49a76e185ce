package io.countersign.policy.simulation;

import io.countersign.mail.Message;
import io.countersign.mail.MessageRepository;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Stored mail that counts how many mails were read. */
final class CountingMessages implements MessageRepository {
    private final MessageRepository messages;
    private int read;

    CountingMessages(MessageRepository messages) {
        this.messages = messages;
    }

    int read() {
        return read;
    }

    @Override
    public Optional<Message> find(long id) {
        read++;
        return messages.find(id);
    }

    @Override
    public List<String> notes(long id) {
        return messages.notes(id);
    }

    @Override
    public Optional<Message> findByMessageId(String messageId) {
        read++;
        return messages.findByMessageId(messageId);
    }

    @Override
    public List<Message> findAll(Collection<Long> ids) {
        var found = messages.findAll(ids);
        read += found.size();
        return found;
    }

    @Override
    public void forEachNewestFirst(Predicate<Message> visitor) {
        messages.forEachNewestFirst(message -> {
            read++;
            return visitor.test(message);
        });
    }

    @Override
    public void forEachFrom(long firstId, Predicate<Message> visitor) {
        messages.forEachFrom(firstId, message -> {
            read++;
            return visitor.test(message);
        });
    }

    @Override
    public long count() {
        return messages.count();
    }

    @Override
    public List<Long> updateStates(Collection<Message> changed) {
        return messages.updateStates(changed);
    }

    @Override
    public void updateUnderstanding(Collection<Message> rescanned) {
        messages.updateUnderstanding(rescanned);
    }
}
