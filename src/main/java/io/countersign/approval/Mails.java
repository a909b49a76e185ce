package io.countersign.approval;

import io.countersign.mail.Message;
import io.countersign.mail.MessageRepository;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Reads mail by id, in parts: what H2 does for a list of ids grows with the square of its length. */
final class Mails {
    private static final int PART = 200;

    private Mails() {}

    static Map<Long, Message> byId(MessageRepository messages, Collection<Long> ids) {
        var wanted = ids.stream().distinct().sorted().toList();
        var found = HashMap.<Long, Message>newHashMap(wanted.size());
        for (int from = 0; from < wanted.size(); from += PART) {
            messages.findAll(wanted.subList(from, Math.min(wanted.size(), from + PART)))
                    .forEach(message -> found.put(message.id(), message));
        }
        return found;
    }
}
