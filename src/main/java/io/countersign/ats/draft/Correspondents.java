package io.countersign.ats.draft;

import io.countersign.ats.Application;
import io.countersign.ats.TimelineEntry;
import io.countersign.mail.Address;
import io.countersign.mail.MailReader;
import io.countersign.mail.Message;
import io.countersign.mail.MessageRepository;
import io.countersign.mail.ParsedMail;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the people of an application: who of the other side wrote last, and as whom the person writes. Blocking. */
final class Correspondents {
    private static final int MOST_MAILS = 50;
    private static final int LONGEST_ADDRESS = 254;

    private final MessageRepository messages;
    private final MailReader reader;
    private final SenderWords words;
    private final PersonName names;

    Correspondents(MessageRepository messages, MailReader reader, SenderWords words) {
        this.messages = messages;
        this.reader = reader;
        this.words = words;
        this.names = new PersonName(words);
    }

    /**
     * The last person who wrote, else the last mailbox that somebody reads. Of a mail that only a machine can answer there is
     * none, unless it names a person.
     */
    Optional<Correspondent> of(Application application) {
        var answers = newestFirst(application, TimelineEntry::isAnswer);
        for (var message : answers) {
            var name = names.of(message.envelope().from(), application.company());
            if (name.isPresent()) {
                return Optional.of(new Correspondent(name, replyAddress(message), message));
            }
        }
        return answers.stream()
                .map(message -> new Correspondent(Optional.empty(), replyAddress(message), message))
                .filter(one -> !one.to().isEmpty())
                .findFirst();
    }

    /** The newest mail of a conversation, whoever wrote it. */
    Message lastOf(Application application, Message one) {
        return newestFirst(application, _ -> true).stream()
                .filter(message -> message.threadId() == one.threadId())
                .findFirst()
                .orElse(one);
    }

    /** As whom the person writes: by the mails they sent, else by those that were sent to them alone. */
    Address self(Application application) {
        var sent = newestFirst(application, entry -> !entry.isAnswer()).stream()
                .map(message -> message.envelope().from());
        var received = newestFirst(application, TimelineEntry::isAnswer).stream()
                .map(message -> message.envelope().to())
                .filter(to -> to.size() == 1)
                .map(List::getFirst);
        return Stream.concat(sent, received)
                .filter(address -> names.of(address, application.company()).isPresent())
                .findFirst()
                .map(address ->
                        new Address(names.of(address, application.company()).orElse(""), readable(address.email())))
                .orElse(Address.NONE);
    }

    private List<Message> newestFirst(Application application, Predicate<TimelineEntry> wanted) {
        var ids = application.timeline().reversed().stream()
                .filter(wanted)
                .flatMap(entry -> entry.messageId().stream())
                .distinct()
                .limit(MOST_MAILS)
                .toList();
        var found = messages.findAll(ids).stream().collect(Collectors.toMap(Message::id, Function.identity()));
        return ids.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    private String replyAddress(Message message) {
        var stated = reader.read(message.id()).map(ParsedMail::replyTo).orElse(List.of());
        return Stream.concat(stated.stream(), Stream.of(message.envelope().from()))
                .map(address -> readable(address.email()))
                .filter(address -> !address.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** The address if it is one and somebody may read it. */
    private String readable(String email) {
        int at = email.indexOf('@');
        boolean isPlain = at > 0
                && at == email.lastIndexOf('@')
                && email.length() <= LONGEST_ADDRESS
                && email.indexOf('.', at) > 0
                && email.chars().allMatch(c -> c > ' ' && c < 127 && "<>()[],;:\\\"".indexOf(c) < 0);
        return isPlain && !words.isUnread(email.substring(0, at)) ? email : "";
    }
}
