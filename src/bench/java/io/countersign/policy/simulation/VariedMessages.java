package io.countersign.policy.simulation;

import io.countersign.mail.Envelope;
import io.countersign.mail.Message;
import io.countersign.mail.MessageRepository;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;

/**
 * Stored mail with the words of each subject and preview in an order of its own: a home that was filled by importing the same
 * mail several times has every text several times, which real mail has not.
 */
final class VariedMessages implements MessageRepository {
    private final MessageRepository messages;

    VariedMessages(MessageRepository messages) {
        this.messages = messages;
    }

    private static Message varied(Message message) {
        var random = new Random(message.id());
        var envelope = message.envelope();
        return new Message(
                message.id(),
                message.threadId(),
                message.version(),
                new Envelope(
                        envelope.messageId(),
                        envelope.account(),
                        envelope.from(),
                        envelope.to(),
                        envelope.listId(),
                        varied(envelope.subject(), random) + " " + Long.toString(message.id(), 36),
                        envelope.receivedAt(),
                        varied(envelope.preview(), random),
                        envelope.hasAttachment(),
                        envelope.unsubscribable(),
                        envelope.size()),
                message.state(),
                message.understanding());
    }

    private static String varied(String text, Random random) {
        var words = new ArrayList<>(List.of(text.split(" ")));
        Collections.shuffle(words, random);
        return String.join(" ", words);
    }

    @Override
    public Optional<Message> find(long id) {
        return messages.find(id).map(VariedMessages::varied);
    }

    @Override
    public List<String> notes(long id) {
        return messages.notes(id);
    }

    @Override
    public Optional<Message> findByMessageId(String messageId) {
        return messages.findByMessageId(messageId).map(VariedMessages::varied);
    }

    @Override
    public List<Message> findAll(Collection<Long> ids) {
        return messages.findAll(ids).stream().map(VariedMessages::varied).toList();
    }

    @Override
    public void forEachNewestFirst(Predicate<Message> visitor) {
        messages.forEachNewestFirst(message -> visitor.test(varied(message)));
    }

    @Override
    public void forEachFrom(long firstId, Predicate<Message> visitor) {
        messages.forEachFrom(firstId, message -> visitor.test(varied(message)));
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
